import Findings
import Resources
import YAML

extension Rule {
  /// A role does not read Secrets, save those that it names.
  ///
  /// Stars among the resources are the business of `rbac-wildcard`.
  static let secretAccess = Rule(
    id: "secret-access", category: .access, severity: .error,
    what: Message(en: "a role that reads Secrets", ko: "Secret을 읽는 역할"),
    why: Message(
      en: "Secrets hold passwords and the tokens of other accounts; who reads them becomes those.",
      ko: "Secret에는 비밀번호와 다른 어카운트의 토큰이 있어, 읽는 사람은 그 어카운트가 됩니다."),
    advice: Message(
      en: "Name the Secrets in 'resourceNames', or mount them instead.",
      ko: "'resourceNames'에 Secret 이름을 적거나 대신 마운트하세요."),
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
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: app}
        rules:
          - apiGroups: [""]
            resources: [secrets]
            resourceNames: [web-tls]
            verbs: [get]
        """),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: app}
        rules:
          - apiGroups: [""]
            resources:
              - configmaps
              - secrets # ←
            verbs: [get, list]
        """),
    ]
  ) { manifest, _, report in
    for rule in manifest.ownPolicyRules where rule.group("") != nil && rule.resourceNames.isEmpty {
      guard let secrets = rule.resource(named: "secrets"),
        let verb = rule.verb("list") ?? rule.verb("get") ?? rule.verb("watch")
      else { continue }
      report.add(.reads(verb.text), at: secrets)
    }
  }
}

extension Message {
  fileprivate static func reads(_ verb: String) -> Message {
    Message(
      en: "'\(verb)' on 'secrets' gives all of them: name those needed in 'resourceNames'",
      ko: "'secrets'에 대한 '\(verb)'은(는) 모든 Secret을 줍니다: 필요한 것을 'resourceNames'에 적으세요")
  }
}
