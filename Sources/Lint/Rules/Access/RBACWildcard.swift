import Findings
import Resources
import YAML

extension Rule {
  /// A role names what it grants.
  ///
  /// A star grants to everything of today and of later: sub-resources, new kinds and new verbs. Each star is a
  /// finding of its own, in `apiGroups` only where no other stands in the rule.
  static let rbacWildcard = Rule(
    id: "rbac-wildcard", category: .access, severity: .error,
    what: Message(en: "a star in a role", ko: "역할의 별표"),
    why: Message(
      en: "It also grants what is added later, by a new version or an operator.", ko: "나중에 새 버전이나 오퍼레이터가 더하는 것까지 허용합니다."
    ),
    advice: Message(en: "List the API groups, resources and verbs that are needed.", ko: "필요한 API 그룹과 리소스, 동사를 나열하세요."),
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
            resources: ["*"] # ←
            verbs: [get]
          - apiGroups: [apps]
            resources: [deployments]
            verbs:
              - "*" # ←
          - apiGroups: ["*"] # ←
            resources: [deployments]
            verbs: [get]
          - nonResourceURLs: ["*"] # ←
            verbs: [get]
        """),
    ]
  ) { manifest, _, report in
    for rule in manifest.ownPolicyRules {
      var stars = (rule.resources + rule.verbs).filter { $0.hasText("*") }
      stars += rule.nonResourceURLs.filter { $0.hasText("*") }
      if stars.isEmpty { stars = rule.apiGroups.filter { $0.hasText("*") } }
      for star in stars { report.add(.star, at: star) }
    }
  }
}

extension Message {
  fileprivate static let star = Message(
    en: "'*' also grants what is added later: list what is needed", ko: "'*'는 나중에 더해지는 것까지 허용합니다: 필요한 것을 나열하세요")
}
