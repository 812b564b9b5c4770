import Findings
import Resources
import YAML

extension Rule {
  /// A role does not lift the guard against escalation.
  ///
  /// Without `bind` and `escalate` the API server lets nobody grant more than they hold, so the right to write roles
  /// and bindings is no finding by itself.
  static let rbacEscalationAccess = Rule(
    id: "rbac-escalation-access", category: .access, severity: .error,
    what: Message(en: "a role with 'bind' or 'escalate'", ko: "'bind'나 'escalate'가 있는 역할"),
    why: Message(en: "Its holder can give itself every right.", ko: "가진 사람이 스스로 모든 권한을 줄 수 있습니다."),
    advice: Message(
      en: "Remove the verb; whoever manages roles needs the rights that they hand out.",
      ko: "이 동사를 지우세요. 역할을 관리하는 사람은 나눠 줄 권한을 먼저 가져야 합니다."),
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
        kind: Role
        metadata: {name: app}
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [clusterroles]
            verbs:
              - get
              - escalate # ←
        """),
    ]
  ) { manifest, _, report in
    for rule in manifest.ownPolicyRules where rule.group("rbac.authorization.k8s.io") != nil {
      let isOnRoles = rule.resources.contains { $0.hasText("roles") || $0.hasText("clusterroles") || $0.hasText("*") }
      guard isOnRoles, rule.resourceNames.isEmpty else { continue }
      for verb in rule.verbs where verb.hasText("bind") || verb.hasText("escalate") {
        report.add(.escalates(verb.text), at: verb)
      }
    }
  }
}

extension Message {
  fileprivate static func escalates(_ verb: String) -> Message {
    Message(en: "'\(verb)' lets its holder take every right: remove it", ko: "'\(verb)'은(는) 모든 권한을 스스로 갖게 합니다: 지우세요")
  }
}
