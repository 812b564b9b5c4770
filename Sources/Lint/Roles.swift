import Resources
import YAML

// What the rules on access ask of roles and bindings.

extension Manifest {
  var isRoleBinding: Bool { isAccessObject && (kind == "RoleBinding" || kind == "ClusterRoleBinding") }

  /// The rules of a Role or ClusterRole, unless it is one that every cluster has.
  var ownPolicyRules: [PolicyRule] {
    guard isAccessObject, kind == "Role" || kind == "ClusterRole", !isBuiltInRole else { return [] }
    return policyRules
  }

  /// Whether it is a role or binding that every cluster has, by its name.
  var isBuiltInRole: Bool { name.map { Manifest.isBuiltInRole($0) } ?? false }

  /// The user-facing roles of every cluster, and those of its own components.
  static func isBuiltInRole(_ name: String) -> Bool {
    switch name {
    case "cluster-admin", "admin", "edit", "view": true
    default: name.hasPrefix("system:")
    }
  }
}

extension PolicyRule {
  /// The item that names an API group, or the star that covers it.
  func group(_ group: StaticString) -> Node? { apiGroups.first { $0.hasText(group) || $0.hasText("*") } }

  /// The item that names a resource as such. A star covers it as well, and is the business of `rbac-wildcard`.
  func resource(named resource: StaticString) -> Node? { resources.first { $0.hasText(resource) } }

  /// The item that grants a verb, by name or as a star.
  func verb(_ verb: StaticString) -> Node? { verbs.first { $0.hasText(verb) || $0.hasText("*") } }
}
