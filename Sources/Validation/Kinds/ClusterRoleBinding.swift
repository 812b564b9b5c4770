import Schema

extension KindValidation {
  /// groups.md 3.6
  static let clusterRoleBinding = KindValidation(
    "rbac.authorization.k8s.io/v1", "ClusterRoleBinding", scope: .cluster, names: .pathSegment,
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: readers}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
        subjects:
        - {kind: ServiceAccount, name: ci, namespace: shop}
        - {kind: User, name: ann}
        """),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: readers}
        roleRef: {kind: Role, name: reader} # ←
        subjects:
        - {kind: serviceaccount, name: ci} # ←
        - {kind: User, name: ann, apiGroup: v1} # ←
        """),
    ]
  ) { report, object in
    report.roleReference(object["roleRef"], kinds: ["ClusterRole"])
    report.subjects(object["subjects"], isClusterWide: true)
  }
}
