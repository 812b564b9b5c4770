import Findings
import Resources
import YAML

extension Rule {
  /// No rights are given to everyone, nor to the group that bypasses authorisation.
  ///
  /// The bindings that every cluster has, such as `system:discovery`, are passed by their names.
  static let systemGroupBinding = Rule(
    id: "system-group-binding", category: .access, severity: .error,
    what: Message(en: "a binding of everyone, or of 'system:masters'", ko: "모든 사람이나 'system:masters'에 대한 바인딩"),
    why: Message(
      en:
        "'system:authenticated' is anyone with an account, Pods of others too; nothing restrains 'system:masters'.",
      ko: "'system:authenticated'는 다른 팀의 Pod까지 계정이 있는 누구나이며, 'system:masters'는 제한하거나 회수할 수 없습니다."),
    advice: Message(en: "Bind named users, groups or accounts.", ko: "이름 있는 사용자나 그룹, 어카운트를 바인딩하세요."),
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
          - {kind: Group, name: "shop:developers", apiGroup: rbac.authorization.k8s.io}
        """),
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
          - kind: Group
            name: system:authenticated # ←
            apiGroup: rbac.authorization.k8s.io
          - kind: User
            name: system:anonymous # ←
            apiGroup: rbac.authorization.k8s.io
        """),
    ]
  ) { manifest, _, report in
    guard manifest.isRoleBinding, !manifest.isBuiltInRole, let subjects = manifest.node["subjects"] else { return }
    for subject in subjects.items {
      guard let name = subject["name"] else { continue }
      switch (subject["kind"]?.text, name.text) {
      case ("Group", "system:authenticated"), ("Group", "system:unauthenticated"), ("User", "system:anonymous"):
        report.add(.everyone(name.text), at: name)
      case ("Group", "system:masters"): report.add(.masters, at: name)
      default: continue
      }
    }
  }
}

extension Message {
  fileprivate static func everyone(_ name: String) -> Message {
    Message(en: "'\(name)' is everyone: bind named subjects", ko: "'\(name)'은(는) 모든 사람입니다: 이름 있는 주체를 바인딩하세요")
  }

  fileprivate static let masters = Message(
    en: "'system:masters' bypasses authorisation and needs no binding: bind named subjects",
    ko: "'system:masters'는 인가를 거치지 않아 바인딩이 필요 없습니다: 이름 있는 주체를 바인딩하세요")
}
