import Findings
import Resources
import YAML

extension Rule {
  /// The role of a binding exists.
  ///
  /// Silent unless the set holds roles of that kind (a Role: in the namespace), and about the roles of every cluster.
  static let bindingRoleMissing = Rule(
    id: "binding-role-missing", category: .access, severity: .warning,
    what: Message(en: "a binding to a role that is not there", ko: "없는 역할에 대한 바인딩"),
    why: Message(
      en: "It grants nothing, until someone creates a role of that name with rights of their choice.",
      ko: "아무것도 허용하지 않다가, 누군가 그 이름의 역할을 만들면 그 사람이 정한 권한을 줍니다."),
    advice: Message(en: "Correct 'roleRef', or add the role.", ko: "'roleRef'를 고치거나 역할을 추가하세요."),
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: app}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - {kind: ServiceAccount, name: app}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: app}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: kept-elsewhere
        subjects:
          - {kind: ServiceAccount, name: app}
        """),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: app}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: raeder # ←
        subjects:
          - {kind: ServiceAccount, name: app}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader}
        rules:
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [get]
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.isRoleBinding, let role = manifest.node["roleRef"], let name = role["name"], name.isScalar,
      !Manifest.isBuiltInRole(name.text)
    else { return }
    let kind = role["kind"]?.text ?? ""
    let namespace = kind == "Role" ? manifest.effectiveNamespace : nil
    let isKept = namespace.map { cluster.holds(kind, in: $0) } ?? !cluster.manifests(ofKind: kind).isEmpty
    guard isKept, cluster.manifest(kind: kind, name: name.text, namespace: namespace) == nil else { return }
    report.add(.noRole("\(kind)/\(name.text)", namespace), at: name)
  }
}

extension Message {
  fileprivate static func noRole(_ role: String, _ namespace: String?) -> Message {
    guard let namespace else {
      return Message(
        en: "'\(role)' does not exist, so nothing is granted: correct the name or add the role",
        ko: "'\(role)'이(가) 없어 아무것도 허용하지 않습니다: 이름을 고치거나 역할을 추가하세요")
    }
    return Message(
      en: "'\(role)' is not in namespace '\(namespace)', so nothing is granted: correct the name or add the role",
      ko: "네임스페이스 '\(namespace)'에 '\(role)'이(가) 없어 아무것도 허용하지 않습니다: 이름을 고치거나 역할을 추가하세요")
  }
}
