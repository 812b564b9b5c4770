public import YAML

/// Labels, annotations, match labels: a map of texts.
public struct Labels: Sendable {
  /// The mapping; `nil` where none is written.
  public let node: Node?

  public init(_ node: Node?) {
    self.node = node
  }

  /// The value of a key, given at run time; null is the empty text, and values that are no texts do not count.
  public subscript(key: String) -> String? {
    guard let value = node?.member(named: key) else { return nil }
    return value.isNull ? "" : value.string
  }

  public var isEmpty: Bool { node?.entries.isEmpty ?? true }

  /// The node of a key's value.
  public func value(of key: String) -> Node? { node?[named: key] }

  /// Keys and values, in the order of the text.
  public var pairs: [(key: String, value: String)] {
    node?.entries.map { ($0.key.text, $0.value.labelText) } ?? []
  }
}

extension Node {
  /// The text of a label's value, the empty one for null.
  var labelText: String { isNull ? "" : text }
}
