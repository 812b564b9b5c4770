import Findings
import Resources
import YAML

extension Rule {
  /// A disruption budget says what happens to Pods that are not ready anyway.
  static let pdbUnhealthyEvictionUnset = Rule(
    id: "pdb-unhealthy-eviction-unset", category: .reliability, severity: .info,
    what: Message(
      en: "a disruption budget without 'unhealthyPodEvictionPolicy'", ko: "'unhealthyPodEvictionPolicy'가 없는 중단 예산"),
    why: Message(
      en: "By default a Pod that never became ready can hold up a drain for ever.",
      ko: "기본값에서는 준비된 적 없는 Pod가 드레인을 끝없이 막을 수 있습니다."),
    advice: Message(
      en: "Set 'unhealthyPodEvictionPolicy: AlwaysAllow'.", ko: "'unhealthyPodEvictionPolicy: AlwaysAllow'로 하세요."),
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec:
          maxUnavailable: 1
          unhealthyPodEvictionPolicy: AlwaysAllow
          selector: {matchLabels: {app: web}}
        """),
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec: # ←
          maxUnavailable: 1
          selector: {matchLabels: {app: web}}
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "PodDisruptionBudget", let spec = manifest.spec,
      spec["unhealthyPodEvictionPolicy"] == nil
    else { return }
    report.add(.unset, missing: "unhealthyPodEvictionPolicy", in: spec)
  }
}

extension Message {
  fileprivate static let unset = Message(
    en: "Pods that are not ready can hold up a drain: set 'unhealthyPodEvictionPolicy: AlwaysAllow'",
    ko: "준비되지 않은 Pod가 드레인을 막을 수 있습니다: 'unhealthyPodEvictionPolicy: AlwaysAllow'로 하세요")
}
