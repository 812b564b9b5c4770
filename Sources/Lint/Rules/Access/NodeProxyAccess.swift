import Findings
import Resources
import YAML

extension Rule {
  /// A role does not reach kubelets.
  static let nodeProxyAccess = Rule(
    id: "node-proxy-access", category: .access, severity: .error,
    what: Message(en: "a role with 'nodes/proxy'", ko: "'nodes/proxy'가 있는 역할"),
    why: Message(
      en: "It reaches the kubelet past admission and audit, and runs commands in any Pod of the node.",
      ko: "승인 제어와 감사를 지나 kubelet에 닿고, 노드의 어떤 Pod에서든 명령을 실행합니다."),
    advice: Message(
      en: "Remove it; for monitoring 'nodes/metrics' and 'nodes/stats' are enough.",
      ko: "지우세요. 모니터링에는 'nodes/metrics'와 'nodes/stats'로 충분합니다."),
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
            resources:
              - nodes/metrics
              - nodes/proxy # ←
            verbs: [get]
        """),
    ]
  ) { manifest, _, report in
    for rule in manifest.ownPolicyRules where rule.group("") != nil {
      if let proxy = rule.resource(named: "nodes/proxy") { report.add(.reachesKubelets, at: proxy) }
    }
  }
}

extension Message {
  fileprivate static let reachesKubelets = Message(
    en: "'nodes/proxy' reaches kubelets past admission and audit: remove it",
    ko: "'nodes/proxy'는 승인 제어와 감사를 지나 kubelet에 닿습니다: 지우세요")
}
