/// Memory as the page and the module pass it: the host writes a request into a block of `drydock_alloc`, and reads
/// an answer from a block that `block(of:)` made. It frees both.

/// Memory for `count` bytes of a request.
@_expose(wasm, "drydock_alloc") @c(drydock_alloc)
public func drydockAlloc(_ count: Int32) -> UnsafeMutablePointer<UInt8> {
  .allocate(capacity: max(1, Int(count)))
}

/// Frees a request or an answer.
@_expose(wasm, "drydock_free") @c(drydock_free)
public func drydockFree(_ block: UnsafeMutablePointer<UInt8>) {
  block.deallocate()
}

/// The UTF-8 text of a request.
func text(at bytes: UnsafePointer<UInt8>, _ count: Int32) -> String {
  String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
}

/// An answer: its length in four bytes, lowest first, then UTF-8.
func block(of answer: String) -> UnsafeMutablePointer<UInt8> {
  let bytes = answer.utf8
  let count = bytes.count
  let block = UnsafeMutablePointer<UInt8>.allocate(capacity: 4 + count)
  for place in 0..<4 { block[place] = UInt8(truncatingIfNeeded: count >> (8 * place)) }
  var place = 4
  for byte in bytes {
    block[place] = byte
    place += 1
  }
  return block
}
