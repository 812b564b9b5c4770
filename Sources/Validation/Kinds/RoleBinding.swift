import Schema

extension KindValidation {
  /// groups.md 3.6
  static let roleBinding = KindValidation(
    "rbac.authorization.k8s.io/v1", "RoleBinding", names: .pathSegment,
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: readers}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
        subjects:
        - {kind: ServiceAccount, name: ci, namespace: shop}
        - {kind: User, name: ann}
        """),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: readers}
        roleRef: {kind: Roles, name: reader} # ←
        subjects:
        - {kind: serviceaccount, name: ci} # ←
        - {kind: User, name: ann, apiGroup: v1} # ←
        """),
    ]
  ) { report, object in
    report.roleReference(object["roleRef"], kinds: ["Role", "ClusterRole"])
    report.subjects(object["subjects"], isClusterWide: false)
  }
}
