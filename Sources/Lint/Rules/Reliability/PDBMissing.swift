import Findings
import Resources
import YAML

extension Rule {
  /// A workload of several replicas has a disruption budget.
  ///
  /// Silent unless the set holds a budget for something else in the namespace: budgets may be kept elsewhere.
  static let pdbMissing = Rule(
    id: "pdb-missing", category: .reliability, severity: .warning,
    what: Message(
      en: "a workload that no disruption budget selects, where others have one",
      ko: "다른 워크로드와 달리 어떤 중단 예산도 선택하지 않는 워크로드"),
    why: Message(
      en: "Without a budget a drain may evict all replicas at once.",
      ko: "예산이 없으면 드레인이 모든 복제본을 한꺼번에 축출할 수 있습니다."),
    advice: Message(
      en: "Add a PodDisruptionBudget whose selector matches the Pods, in the same namespace.",
      ko: "같은 네임스페이스에 이 Pod들과 맞는 셀렉터의 PodDisruptionBudget을 추가하세요."),
    examples: [
      Example(
        """
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
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ←
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: api}
        spec:
          maxUnavailable: 1
          selector: {matchLabels: {app: api}}
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.kind == "Deployment" || manifest.kind == "StatefulSet", let replicas = manifest.replicas,
      replicas >= 2, let labels = manifest.podTemplate?.labels
    else { return }
    let namespace = manifest.effectiveNamespace
    let budgets = cluster.manifests(ofKind: "PodDisruptionBudget").filter { $0.effectiveNamespace == namespace }
    let isCovered = budgets.contains { budget in
      budget.spec?["selector"].map { LabelSelector($0).matches(labels) } ?? false
    }
    guard !budgets.isEmpty, !isCovered else { return }
    report.add(.noBudget(manifest.displayName), at: manifest.metadata?["name"] ?? manifest.node)
  }
}

extension Message {
  fileprivate static func noBudget(_ workload: String) -> Message {
    Message(
      en: "no disruption budget selects the Pods of '\(workload)': add one",
      ko: "'\(workload)'의 Pod를 선택하는 중단 예산이 없습니다: 하나 추가하세요")
  }
}
