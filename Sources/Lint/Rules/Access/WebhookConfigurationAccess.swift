import Findings
import Resources
import YAML

extension Rule {
  /// A role does not write admission webhooks.
  static let webhookConfigurationAccess = Rule(
    id: "webhook-configuration-access", category: .access, severity: .error,
    what: Message(en: "a role that writes admission webhooks", ko: "승인 웹훅을 쓰는 역할"),
    why: Message(
      en: "A webhook sees and changes every object on its way in, Secrets too.", ko: "웹훅은 Secret까지 들어오는 모든 객체를 보고 바꿉니다."
    ),
    advice: Message(en: "Remove the writing verbs.", ko: "쓰기 동사를 지우세요."),
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
          - apiGroups: [admissionregistration.k8s.io]
            resources:
              - mutatingwebhookconfigurations # ←
            verbs: [get, update]
        """),
    ]
  ) { manifest, _, report in
    for rule in manifest.ownPolicyRules where rule.group("admissionregistration.k8s.io") != nil {
      guard (rule.verb("create") ?? rule.verb("update") ?? rule.verb("patch")) != nil else { continue }
      let webhooks = [
        rule.resource(named: "mutatingwebhookconfigurations"), rule.resource(named: "validatingwebhookconfigurations"),
      ]
      for resource in webhooks.compactMap({ $0 }) { report.add(.writes, at: resource) }
    }
  }
}

extension Message {
  fileprivate static let writes = Message(
    en: "whoever writes webhooks sees and changes every object: leave reading only",
    ko: "웹훅을 쓰면 모든 객체를 보고 바꿀 수 있습니다: 읽기만 남기세요")
}
