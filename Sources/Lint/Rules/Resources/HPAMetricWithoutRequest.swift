import Findings
import Resources
import YAML

extension Rule {
  /// A utilisation that an autoscaler aims at has a request to be measured against.
  static let hpaMetricWithoutRequest = Rule(
    id: "hpa-metric-without-request", category: .resources, severity: .error,
    what: Message(
      en: "an autoscaler of a utilisation whose containers request nothing", ko: "요청이 없는 컨테이너의 사용률을 보는 오토스케일러"),
    why: Message(
      en: "Utilisation is a share of the request; without one in every container the autoscaler does nothing.",
      ko: "사용률은 요청에 대한 비율이라, 모든 컨테이너에 요청이 없으면 오토스케일러는 아무 일도 하지 않습니다."),
    advice: Message(
      en: "Set the request in each container of the target.", ko: "대상의 모든 컨테이너에 요청을 적으세요."),
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
          metrics:
            - type: Resource
              resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0", resources: {requests: {cpu: 100m}}}]}
        """),
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 2
          maxReplicas: 5
          metrics:
            - type: Resource
              resource:
                name: cpu # ←
                target: {type: Utilization, averageUtilization: 70}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.kind == "HorizontalPodAutoscaler", let spec = manifest.spec, let metrics = spec["metrics"],
      let target = spec["scaleTargetRef"],
      let workload = cluster.manifest(
        kind: target["kind"]?.text ?? "", name: target["name"]?.text ?? "", namespace: manifest.effectiveNamespace)
    else { return }
    for metric in metrics.items {
      guard let source = metric["resource"] ?? metric["containerResource"],
        source["target"]?["type"]?.hasText("Utilization") == true, let resource = source["name"]
      else { continue }
      let only = metric["resource"] == nil ? source["container"]?.text : nil
      let open: [Container] =
        switch resource.text {
        case "cpu": workload.containers(without: .request, of: "cpu", in: cluster)
        case "memory": workload.containers(without: .request, of: "memory", in: cluster)
        default: []
        }
      guard let container = open.first(where: { only == nil || $0.name == only }) else { continue }
      report.add(.noRequest(resource.text, container.title, workload.displayName), at: resource)
    }
  }
}

extension Message {
  fileprivate static func noRequest(_ resource: String, _ container: String, _ workload: String) -> Message {
    Message(
      en: "container '\(container)' of '\(workload)' requests no \(resource), so nothing is scaled: set the request",
      ko: "'\(workload)'의 컨테이너 '\(container)'이(가) \(resource)을(를) 요청하지 않아 확장되지 않습니다: 요청을 적으세요")
  }
}
