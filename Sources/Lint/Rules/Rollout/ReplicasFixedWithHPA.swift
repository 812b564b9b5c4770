import Findings
import Resources
import YAML

extension Rule {
  /// A workload that an autoscaler drives does not state its replicas.
  static let replicasFixedWithHPA = Rule(
    id: "replicas-fixed-with-hpa", category: .rollout, severity: .warning,
    what: Message(en: "'replicas' beside an autoscaler", ko: "오토스케일러와 함께 적힌 'replicas'"),
    why: Message(
      en: "Each apply sets the number back that the autoscaler chose, in the middle of the load.",
      ko: "적용할 때마다 오토스케일러가 정한 수가 부하 한가운데서 되돌아갑니다."),
    advice: Message(
      en: "Leave 'replicas' out. Take it out of the last-applied annotation first, or the next apply scales to 1.",
      ko: "'replicas'를 빼세요. 먼저 last-applied 주석에서 지우지 않으면 다음 적용 때 1로 줄어듭니다."),
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
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2 # ←
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 2
          maxReplicas: 5
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.hasReplicas, let replicas = manifest.spec?["replicas"],
      let autoscaler = cluster.autoscalers(targeting: manifest).first
    else { return }
    report.add(.fixed(autoscaler.displayName), at: replicas)
  }
}

extension Message {
  fileprivate static func fixed(_ autoscaler: String) -> Message {
    Message(
      en: "'\(autoscaler)' sets the number of replicas: leave 'replicas' out",
      ko: "복제본 수는 '\(autoscaler)'이(가) 정합니다: 'replicas'를 빼세요")
  }
}
