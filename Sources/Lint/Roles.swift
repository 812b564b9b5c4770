import Resources

extension Manifest {
  var isRoleBinding: Bool {
    group == "rbac.authorization.k8s.io" && (kind == "RoleBinding" || kind == "ClusterRoleBinding")
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
