import Findings
import Resources
import YAML

extension Rule {
  /// An autoscaler has room between its bounds.
  static let hpaMaxNotAboveMin = Rule(
    id: "hpa-max-not-above-min", category: .reliability, severity: .warning,
    what: Message(en: "an autoscaler whose bounds are equal", ko: "상한과 하한이 같은 오토스케일러"),
    why: Message(en: "It has no room to act.", ko: "움직일 여지가 없습니다."),
    advice: Message(
      en: "Make 'maxReplicas' larger than 'minReplicas'.", ko: "'maxReplicas'를 'minReplicas'보다 크게 하세요."),
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
          minReplicas: 3
          maxReplicas: 3 # ←
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "HorizontalPodAutoscaler", let maximum = manifest.spec?["maxReplicas"],
      let number = maximum.integer, number == manifest.spec?["minReplicas"]?.integer ?? 1
    else { return }
    report.add(.noRoom(number), at: maximum)
  }
}

extension Message {
  fileprivate static func noRoom(_ number: Int64) -> Message {
    Message(
      en: "both bounds are \(number), so nothing is ever scaled: raise 'maxReplicas'",
      ko: "상한과 하한이 모두 \(number)이라 확장이 일어나지 않습니다: 'maxReplicas'를 올리세요")
  }
}
