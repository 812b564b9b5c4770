public import YAML

/// A label selector as workloads, budgets and policies carry it: `matchLabels` and `matchExpressions`.
public struct LabelSelector: Sendable {
  public let node: Node

  public init(_ node: Node) {
    self.node = node
  }

  public var matchLabels: Labels { Labels(node["matchLabels"]) }
  public var matchExpressions: [Node] { node["matchExpressions"].map { Array($0.items) } ?? [] }

  /// A selector without conditions, which selects everything.
  public var isEmpty: Bool { matchLabels.isEmpty && matchExpressions.isEmpty }

  /// Whether labels satisfy every condition.
  public func matches(_ labels: Labels) -> Bool { firstUnmet(by: labels) == nil }

  /// The first condition that labels do not satisfy: the node of a value of `matchLabels`, or of an expression.
  ///
  /// Operators as in `k8s.io/apimachinery/pkg/labels`: NotIn and DoesNotExist hold where the key is missing.
  public func firstUnmet(by labels: Labels) -> Node? { firstUnmet { labels[$0] } }

  /// The same, for labels that are not all written.
  public func firstUnmet(where label: (String) -> String?) -> Node? {
    if let wanted = matchLabels.node {
      for entry in wanted.entries where label(entry.key.text) != entry.value.labelText { return entry.value }
    }
    for expression in matchExpressions {
      let value = label(expression["key"]?.text ?? "")
      let values = expression["values"]?.items.map { $0.labelText } ?? []
      let holds =
        switch expression["operator"]?.text {
        case "In": value.map { values.contains($0) } ?? false
        case "NotIn": value.map { !values.contains($0) } ?? true
        case "Exists": value != nil
        case "DoesNotExist": value == nil
        default: false
        }
      if !holds { return expression }
    }
    return nil
  }
}
