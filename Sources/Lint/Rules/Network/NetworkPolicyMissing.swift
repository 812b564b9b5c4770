import Findings
import Resources
import YAML

extension Rule {
  /// A network policy selects the Pods of a workload for incoming traffic.
  ///
  /// Silent unless the set holds a policy in the namespace: policies may be kept elsewhere, and other network plugins
  /// have kinds of their own. Pods in the node's network are beyond policies.
  static let networkPolicyMissing = Rule(
    id: "networkpolicy-missing", category: .network, severity: .warning,
    what: Message(
      en: "Pods that no network policy selects, where others have one", ko: "다른 Pod와 달리 어떤 네트워크 정책도 선택하지 않는 Pod"),
    why: Message(en: "Anyone in the cluster may connect to them.", ko: "클러스터의 누구나 연결할 수 있습니다."),
    advice: Message(
      en: "Add a policy, best a default deny for the namespace.", ko: "정책을 추가하세요. 네임스페이스의 기본 거부가 가장 좋습니다."),
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: default-deny}
        spec:
          podSelector: {}
          ingress: []
        """),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ←
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db}
        spec:
          podSelector: {matchLabels: {app: db}}
          ingress: []
        """),
    ]
  ) { manifest, cluster, report in
    guard let template = manifest.podTemplate, let pod = template.spec, !pod.isHostNetwork else { return }
    let namespace = manifest.effectiveNamespace
    let policies = cluster.manifests(ofKind: "NetworkPolicy", group: "networking.k8s.io").filter { policy in
      guard policy.effectiveNamespace == namespace else { return false }
      // Every policy is one for incoming traffic, unless it lists its types (networking/v1 defaulting).
      return policy.spec?["policyTypes"]?.items.contains { $0.hasText("Ingress") } ?? true
    }
    guard !policies.isEmpty, !policies.contains(where: { selects(template.labels, $0) }) else { return }
    report.add(.noPolicy(manifest.displayName), at: manifest.metadata?["name"] ?? manifest.node)
  }
}

private func selects(_ labels: Labels, _ policy: Manifest) -> Bool {
  policy.spec?["podSelector"].map { LabelSelector($0).matches(labels) } ?? true
}

extension Message {
  fileprivate static func noPolicy(_ workload: String) -> Message {
    Message(
      en: "anyone may connect to the Pods of '\(workload)': add a policy that selects them",
      ko: "누구나 '\(workload)'의 Pod에 연결할 수 있습니다: 이를 선택하는 정책을 추가하세요")
  }
}
