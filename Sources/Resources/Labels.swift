public import YAML

/// Labels, annotations, match labels: a map of texts.
public struct Labels: Sendable {
  /// The mapping; `nil` where none is written.
  public let node: Node?

  public init(_ node: Node?) {
    self.node = node
  }

  /// The value of a key, given at run time; values that are no texts do not count.
  public subscript(key: String) -> String? {
    node?[named: key]?.string
  }

  public var isEmpty: Bool { node?.entries.isEmpty ?? true }

  /// The node of a key's value.
  public func value(of key: String) -> Node? { node?[named: key] }

  /// Keys and values, in the order of the text.
  public var pairs: [(key: String, value: String)] {
    node?.entries.map { ($0.key.text, $0.value.text) } ?? []
  }
}
