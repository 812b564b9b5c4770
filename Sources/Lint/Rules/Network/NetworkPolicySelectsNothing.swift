import Findings
import Resources
import YAML

extension Rule {
  /// A network policy selects Pods of the set.
  ///
  /// Silent where the set holds no workload in the namespace. An empty selector selects all.
  static let networkPolicySelectsNothing = Rule(
    id: "networkpolicy-selects-nothing", category: .network, severity: .warning,
    what: Message(en: "a network policy that selects no Pod", ko: "어떤 Pod도 선택하지 않는 네트워크 정책"),
    why: Message(en: "It guards nothing, and everything seems to work.", ko: "아무것도 지키지 않으면서 다 되는 것처럼 보입니다."),
    advice: Message(en: "Use labels of the Pod template in 'podSelector'.", ko: "'podSelector'에 Pod 템플릿의 레이블을 쓰세요."),
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
        metadata: {name: web}
        spec:
          podSelector: {matchLabels: {app: web}}
          ingress: []
        """),
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
        metadata: {name: web}
        spec:
          podSelector: # ←
            matchLabels: {app: wbe}
          ingress: []
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.kind == "NetworkPolicy", manifest.group == "networking.k8s.io",
      let selector = manifest.spec?["podSelector"]
    else { return }
    let namespace = manifest.effectiveNamespace
    guard cluster.hasWorkloads(in: namespace),
      cluster.workloads(in: namespace, matching: LabelSelector(selector)).isEmpty
    else { return }
    report.add(.selectsNothing(namespace), at: selector)
  }
}

extension Message {
  fileprivate static func selectsNothing(_ namespace: String) -> Message {
    Message(
      en:
        "no workload of namespace '\(namespace)' has these labels, so nothing is guarded: use those of a Pod template",
      ko: "네임스페이스 '\(namespace)'에 이 레이블을 가진 워크로드가 없어 아무것도 지키지 않습니다: Pod 템플릿의 레이블을 쓰세요")
  }
}
