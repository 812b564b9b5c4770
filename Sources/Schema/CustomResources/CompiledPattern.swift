/// A pattern of a definition: an expression in RE2's syntax that a text holds somewhere.
struct CompiledPattern {
  init(_ text: String) {}

  /// Whether a text matches; `nil` where that cannot be told.
  func verdict(on text: Bytes) -> Bool? { nil }
}
