import Checker

/// The answer to a request of a kind, `check` or `grade`.
func answer(_ kind: String, to request: String) -> String {
  kind == "grade" ? GradeRequest.answer(to: request) : CheckRequest.answer(to: request)
}

/// Judges manifests; the request is that of `CheckRequest`.
@_expose(wasm, "drydock_check") @c(drydock_check)
public func drydockCheck(_ bytes: UnsafePointer<UInt8>, _ count: Int32) -> UnsafeMutablePointer<UInt8> {
  block(of: answer("check", to: text(at: bytes, count)))
}

/// Grades a lab; the request is that of `GradeRequest`.
@_expose(wasm, "drydock_grade") @c(drydock_grade)
public func drydockGrade(_ bytes: UnsafePointer<UInt8>, _ count: Int32) -> UnsafeMutablePointer<UInt8> {
  block(of: answer("grade", to: text(at: bytes, count)))
}
