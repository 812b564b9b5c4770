public import YAML

/// One rule of a Role or ClusterRole.
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

  private func list(_ field: StaticString) -> [Node] { node[field].map { Array($0.items) } ?? [] }
}

/// Whom a binding names.
public struct BindingSubject: Sendable {
  public let node: Node

  public init(_ node: Node) {
    self.node = node
  }

  public var kind: String { node["kind"]?.text ?? "" }
  public var name: String { node["name"]?.text ?? "" }
  public var namespace: String? { node["namespace"]?.string }
}

extension Manifest {
  static let accessGroup = "rbac.authorization.k8s.io"

  public var isAccessObject: Bool { group == Manifest.accessGroup }

  /// The rules of a Role or ClusterRole as written; an aggregated ClusterRole's are not those it has in the end.
  public var policyRules: [PolicyRule] { node["rules"]?.items.map { PolicyRule($0) } ?? [] }

  /// The selectors of a ClusterRole that is filled from others; `nil` where it is none.
  public var aggregationSelectors: [LabelSelector]? {
    node["aggregationRule"].map { $0["clusterRoleSelectors"]?.items.map { LabelSelector($0) } ?? [] }
  }

  public var bindingSubjects: [BindingSubject] { node["subjects"]?.items.map { BindingSubject($0) } ?? [] }

  /// What a binding gives: the kind and name of the role.
  public var roleReference: (kind: String, name: String, node: Node)? {
    guard let node = node["roleRef"] else { return nil }
    return (node["kind"]?.text ?? "", node["name"]?.text ?? "", node)
  }
}
