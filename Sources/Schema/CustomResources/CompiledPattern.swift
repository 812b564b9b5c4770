/// A pattern of a definition: an expression in RE2's syntax that a text holds somewhere.
struct CompiledPattern {
  private let expression: RegularExpression?

  init(_ text: String) {
    expression = RegularExpression(text)
  }

  /// Whether a text matches; `nil` where that cannot be told.
  func verdict(on text: Bytes) -> Bool? { expression?.verdict(on: text) }
}
