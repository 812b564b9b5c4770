import Schema

extension KindValidation {
  /// groups.md 3.6
  static let role = KindValidation(
    "rbac.authorization.k8s.io/v1", "Role", names: .pathSegment,
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: "shop:reader"}
        rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [get, list]
        """),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: shop/reader} # ←
        rules:
        - apiGroups: [""] # ←
          resources: [pods]
        - nonResourceURLs: [/metrics] # ←
          resources: [pods]
          verbs: [get]
        """),
    ]
  ) { report, object in
    report.accessRules(object["rules"], isClusterWide: false)
  }
}
