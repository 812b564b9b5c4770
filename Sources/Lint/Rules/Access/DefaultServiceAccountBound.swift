import Findings
import Resources
import YAML

extension Rule {
  /// No rights are given to an account named `default`.
  static let defaultServiceAccountBound = Rule(
    id: "default-service-account-bound", category: .access, severity: .warning,
    what: Message(en: "rights of the account 'default'", ko: "'default' 어카운트의 권한"),
    why: Message(
      en: "Every Pod of the namespace that names no account gets them.",
      ko: "네임스페이스에서 어카운트를 적지 않은 모든 Pod가 그 권한을 받습니다."),
    advice: Message(en: "Bind an account of the workload's own.", ko: "워크로드 전용 어카운트를 바인딩하세요."),
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: app}
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: app
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
          name: app
        subjects:
          - kind: ServiceAccount
            name: default # ←
        """),
    ]
  ) { manifest, _, report in
    guard manifest.isRoleBinding, let subjects = manifest.node["subjects"] else { return }
    for subject in subjects.items where subject["kind"]?.hasText("ServiceAccount") == true {
      if let name = subject["name"], name.hasText("default") { report.add(.everyPod, at: name) }
    }
  }
}

extension Message {
  fileprivate static let everyPod = Message(
    en: "every Pod without an account of its own gets these rights: bind a named account",
    ko: "전용 어카운트가 없는 모든 Pod가 이 권한을 받습니다: 이름 있는 어카운트를 바인딩하세요")
}
