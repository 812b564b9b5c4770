public import YAML

/// One rule of a Role or ClusterRole: verbs on resources of API groups.
public struct PolicyRule: Sendable {
  public let node: Node

  public init(_ node: Node) {
    self.node = node
  }

  public var verbs: [Node] { list("verbs") }
  public var apiGroups: [Node] { list("apiGroups") }
  public var resources: [Node] { list("resources") }
  public var resourceNames: [Node] { list("resourceNames") }
  public var nonResourceURLs: [Node] { list("nonResourceURLs") }

  /// The item that names an API group, or the star that covers it.
  public func group(_ group: StaticString) -> Node? { apiGroups.first { $0.hasText(group) || $0.hasText("*") } }

  /// The item that names a resource as such. A star covers it as well, and is not counted here.
  public func resource(named resource: StaticString) -> Node? { resources.first { $0.hasText(resource) } }

  /// The item that grants a verb, by name or as a star.
  public func verb(_ verb: StaticString) -> Node? { verbs.first { $0.hasText(verb) || $0.hasText("*") } }

  private func list(_ field: StaticString) -> [Node] { node[field].map { Array($0.items) } ?? [] }
}
