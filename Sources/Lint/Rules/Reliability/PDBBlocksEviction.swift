import Findings
import Resources
import YAML

extension Rule {
  /// A disruption budget lets at least one Pod go.
  ///
  /// `minAvailable` is compared with the replicas of the workloads the budget selects, an autoscaler's minimum where
  /// one is in charge. A percentage rounds up, as the disruption controller rounds it.
  static let pdbBlocksEviction = Rule(
    id: "pdb-blocks-eviction", category: .reliability, severity: .warning,
    what: Message(en: "a disruption budget that lets no Pod go", ko: "어떤 Pod도 내보내지 않는 중단 예산"),
    why: Message(
      en: "A drain waits until an eviction is allowed, so node upgrades hang for ever.",
      ko: "드레인은 축출이 허용될 때까지 기다리므로 노드 업그레이드가 끝없이 멈춥니다."),
    advice: Message(
      en: "Set 'maxUnavailable: 1', or 'minAvailable' below the number of replicas.",
      ko: "'maxUnavailable: 1'로 하거나 'minAvailable'을 복제본 수보다 작게 하세요."),
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec:
          minAvailable: 2
          selector: {matchLabels: {app: web}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        """),
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: never}
        spec:
          maxUnavailable: 0 # ←
          selector: {matchLabels: {app: api}}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: all}
        spec:
          minAvailable: 100% # ←
          selector: {matchLabels: {app: api}}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec:
          minAvailable: 2 # ←
          selector: {matchLabels: {app: web}}
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
    guard manifest.kind == "PodDisruptionBudget", let spec = manifest.spec else { return }
    if let allowed = spec["maxUnavailable"] {
      if amount(allowed, of: 100) == 0 { report.add(.noneMayGo, at: allowed) }
      return
    }
    guard let minimum = spec["minAvailable"] else { return }
    if minimum.hasText("100%") {
      report.add(.noneMayGo, at: minimum)
    } else if let replicas = replicas(behind: manifest, in: cluster), replicas > 0,
      let needed = amount(minimum, of: replicas), needed >= replicas
    {
      report.add(.asMany(minimum.text, replicas), at: minimum)
    }
  }
}

/// A number, or a percentage of a total rounded up.
private func amount(_ node: Node, of total: Int64) -> Int64? {
  if let number = node.integer { return number }
  let text = node.text
  guard text.hasSuffix("%"), let percent = Int64(text.dropLast()), percent >= 0, percent <= 100 else { return nil }
  return (percent * total + 99) / 100
}

/// The Pods that the selected workloads run, at their fewest; `nil` where that cannot be told.
private func replicas(behind budget: Manifest, in cluster: ClusterState) -> Int64? {
  guard let selector = budget.spec?["selector"] else { return nil }
  var total: Int64 = 0
  for workload in cluster.workloads(in: budget.effectiveNamespace, matching: LabelSelector(selector)) {
    var replicas = workload.kind == "Pod" ? 1 : workload.replicas
    if let autoscaler = cluster.autoscalers(targeting: workload).first {
      replicas = autoscaler.spec?["minReplicas"]?.integer ?? 1
    }
    guard let replicas, replicas < 1 << 31 else { return nil }
    total += replicas
  }
  return total
}

extension Message {
  fileprivate static let noneMayGo = Message(
    en: "the budget lets no Pod go, so drains hang: allow at least one to be unavailable",
    ko: "이 예산은 어떤 Pod도 내보내지 않아 드레인이 멈춥니다: 하나 이상 중단될 수 있게 하세요")

  fileprivate static func asMany(_ minimum: String, _ replicas: Int64) -> Message {
    Message(
      en: "'minAvailable: \(minimum)' of \(replicas) Pods lets none go, so drains hang: ask for fewer",
      ko: "Pod \(replicas)개 중 'minAvailable: \(minimum)'은(는) 하나도 내보내지 않아 드레인이 멈춥니다: 더 적게 요구하세요")
  }
}
