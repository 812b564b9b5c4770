import Findings
import Resources
import YAML

extension Rule {
  /// Nobody is bound to every right.
  ///
  /// That is the role `cluster-admin`, or a role of the set that amounts to it. In a RoleBinding it gives every right
  /// of the namespace. The bindings that every cluster has are passed by their names.
  static let clusterAdminBinding = Rule(
    id: "cluster-admin-binding", category: .access, severity: .error,
    what: Message(en: "a binding to every right", ko: "모든 권한에 대한 바인딩"),
    why: Message(
      en: "A mistake or a stolen token of the subject is one of the whole cluster.",
      ko: "그 주체의 실수나 도난당한 토큰이 클러스터 전체의 것이 됩니다."),
    advice: Message(en: "Bind a role that lists what is needed.", ko: "필요한 것을 나열한 역할을 바인딩하세요."),
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: app}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - {kind: User, name: jane, apiGroup: rbac.authorization.k8s.io}
        """),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: app}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: cluster-admin # ←
        subjects:
          - {kind: User, name: jane, apiGroup: rbac.authorization.k8s.io}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: app}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: everything # ←
        subjects:
          - {kind: ServiceAccount, name: ci}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: everything}
        rules:
          - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.isRoleBinding, let role = manifest.node["roleRef"], let name = role["name"], !manifest.isBuiltInRole,
      name.hasText("cluster-admin") && role["kind"]?.hasText("ClusterRole") == true
        || amountsToAll(role, of: manifest, cluster)
    else { return }
    report.add(manifest.kind == "ClusterRoleBinding" ? .everything : .everythingInNamespace, at: name)
  }
}

/// Whether the role of a reference, if it is in the set, has a rule of stars only.
private func amountsToAll(_ reference: Node, of binding: Manifest, _ cluster: ClusterState) -> Bool {
  let kind = reference["kind"]?.text ?? ""
  let namespace = kind == "Role" ? binding.effectiveNamespace : nil
  let role = cluster.manifest(kind: kind, name: reference["name"]?.text ?? "", namespace: namespace)
  return role?.policyRules.contains { rule in
    [rule.apiGroups, rule.resources, rule.verbs].allSatisfy { $0.contains { $0.hasText("*") } }
  } ?? false
}

extension Message {
  fileprivate static let everything = Message(
    en: "the subjects get every right in the cluster: bind a role that lists what is needed",
    ko: "주체가 클러스터의 모든 권한을 받습니다: 필요한 것을 나열한 역할을 바인딩하세요")

  fileprivate static let everythingInNamespace = Message(
    en: "the subjects get every right in the namespace: bind a role that lists what is needed",
    ko: "주체가 네임스페이스의 모든 권한을 받습니다: 필요한 것을 나열한 역할을 바인딩하세요")
}
