import Findings
import Resources
import YAML

extension Rule {
  /// A role does not act as others.
  static let impersonationAccess = Rule(
    id: "impersonation-access", category: .access, severity: .error,
    what: Message(en: "a role with 'impersonate'", ko: "'impersonate'가 있는 역할"),
    why: Message(
      en: "Its holder can act as any user or group, administrators too, and hides behind the name.",
      ko: "관리자까지 어떤 사용자나 그룹으로도 행동할 수 있고 그 이름 뒤에 숨습니다."),
    advice: Message(
      en: "Remove 'impersonate', or name the users in 'resourceNames'.",
      ko: "'impersonate'를 지우거나 'resourceNames'에 사용자를 적으세요."),
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: app}
        rules:
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [get, list, watch]
        """),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: app}
        rules:
          - apiGroups: [""]
            resources: [users, groups]
            verbs: [impersonate] # ←
        """),
    ]
  ) { manifest, _, report in
    for rule in manifest.ownPolicyRules where rule.resourceNames.isEmpty {
      for verb in rule.verbs where verb.hasText("impersonate") { report.add(.actsAsOthers, at: verb) }
    }
  }
}

extension Message {
  fileprivate static let actsAsOthers = Message(
    en: "'impersonate' lets its holder act as anyone: remove it, or name the users in 'resourceNames'",
    ko: "'impersonate'는 누구로든 행동하게 합니다: 지우거나 'resourceNames'에 사용자를 적으세요")
}
