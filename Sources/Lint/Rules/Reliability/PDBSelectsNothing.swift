import Findings
import Resources
import YAML

extension Rule {
  /// A disruption budget selects Pods of the set.
  ///
  /// Silent where the set holds no workload in the budget's namespace.
  static let pdbSelectsNothing = Rule(
    id: "pdb-selects-nothing", category: .reliability, severity: .warning,
    what: Message(en: "a disruption budget that selects no Pod", ko: "어떤 Pod도 선택하지 않는 중단 예산"),
    why: Message(en: "It protects nothing, and nobody notices until a drain.", ko: "아무것도 보호하지 않으며, 드레인할 때에야 드러납니다."),
    advice: Message(
      en: "Use labels of the Pod template in the selector.", ko: "셀렉터에 Pod 템플릿의 레이블을 쓰세요."),
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec:
          maxUnavailable: 1
          selector: {matchLabels: {app: web}}
        """),
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec:
          maxUnavailable: 1
          selector: # ←
            matchLabels: {app: wbe}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.kind == "PodDisruptionBudget", let selector = manifest.spec?["selector"] else { return }
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
      en: "no workload of namespace '\(namespace)' has these labels: use those of a Pod template",
      ko: "네임스페이스 '\(namespace)'에 이 레이블을 가진 워크로드가 없습니다: Pod 템플릿의 레이블을 쓰세요")
  }
}
