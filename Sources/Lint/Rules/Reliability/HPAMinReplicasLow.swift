import Findings
import Resources
import YAML

extension Rule {
  /// An autoscaler keeps at least two replicas.
  static let hpaMinReplicasLow = Rule(
    id: "hpa-min-replicas-low", category: .reliability, severity: .warning,
    what: Message(en: "an autoscaler that may go down to one replica", ko: "복제본 하나까지 줄일 수 있는 오토스케일러"),
    why: Message(
      en: "In quiet hours a single Pod remains, and its restart is an outage.",
      ko: "한가한 시간에는 Pod 하나만 남고, 그 재시작이 곧 중단입니다."),
    advice: Message(en: "Set 'minReplicas' to 2 or more.", ko: "'minReplicas'를 2 이상으로 하세요."),
    examples: [
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 2
          maxReplicas: 5
        """),
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 1 # ←
          maxReplicas: 5
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api}
        spec: # ←
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: api}
          maxReplicas: 5
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "HorizontalPodAutoscaler", let spec = manifest.spec else { return }
    if let minimum = spec["minReplicas"] {
      if minimum.integer == 1 { report.add(.low, at: minimum) }
    } else {
      report.add(.lowByDefault, missing: "minReplicas", in: spec)
    }
  }
}

extension Message {
  fileprivate static let low = Message(
    en: "the autoscaler may leave a single replica: set 'minReplicas' to 2 or more",
    ko: "오토스케일러가 복제본 하나만 남길 수 있습니다: 'minReplicas'를 2 이상으로 하세요")
  fileprivate static let lowByDefault = Message(
    en: "without 'minReplicas' the autoscaler may leave a single replica: set 2 or more",
    ko: "'minReplicas'가 없으면 복제본 하나만 남을 수 있습니다: 2 이상으로 적으세요")
}
