import Findings
import Resources
import YAML

extension Rule {
  /// A Deployment or StatefulSet runs at least two replicas.
  ///
  /// Silent where an autoscaler is in charge, and for none at all, which is a workload put to sleep on purpose.
  static let replicasTooFew = Rule(
    id: "replicas-too-few", category: .reliability, severity: .warning,
    what: Message(en: "a workload with a single replica", ko: "복제본이 하나뿐인 워크로드"),
    why: Message(
      en: "With one replica each restart, eviction or node failure is an outage.",
      ko: "복제본이 하나면 재시작, 축출, 노드 장애가 모두 중단이 됩니다."),
    advice: Message(
      en: "Set 'replicas' to 2 or more, or put an autoscaler in charge.",
      ko: "'replicas'를 2 이상으로 하거나 오토스케일러에 맡기세요."),
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
          replicas: 1 # ←
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec: # ←
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: db, image: "db:1.0"}]}
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.kind == "Deployment" || manifest.kind == "StatefulSet", manifest.replicas == 1,
      cluster.autoscalers(targeting: manifest).isEmpty
    else { return }
    if let written = manifest.spec?["replicas"] {
      report.add(.single, at: written)
    } else {
      report.add(.singleByDefault, missing: "spec", "replicas", in: manifest.node)
    }
  }
}

extension Message {
  fileprivate static let single = Message(
    en: "a single replica is an outage at each restart: run 2 or more",
    ko: "복제본 하나는 재시작할 때마다 중단됩니다: 2개 이상 실행하세요")
  fileprivate static let singleByDefault = Message(
    en: "without 'replicas' there is a single one: run 2 or more",
    ko: "'replicas'가 없으면 복제본은 하나입니다: 2개 이상 실행하세요")
}
