import Findings
import Resources
import YAML

extension Rule {
  /// A Service's named target port is declared by the Pods it selects.
  ///
  /// A number works undeclared. Silent where the set holds no Pod that the Service selects.
  static let serviceTargetPortUnknown = Rule(
    id: "service-target-port-unknown", category: .network, severity: .error,
    what: Message(en: "a named target port that no selected Pod declares", ko: "선택된 어떤 Pod도 선언하지 않은 이름의 대상 포트"),
    why: Message(
      en: "The name cannot be resolved, so the Service has no endpoints for the port.",
      ko: "이름을 풀 수 없어 그 포트에는 엔드포인트가 없습니다."),
    advice: Message(en: "Name a port of the Pods' containers, or give its number.", ko: "Pod 컨테이너의 포트 이름이나 번호를 적으세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: http}]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0", ports: [{name: http, containerPort: 8080}]}]}
        """),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports:
            - port: 80
              targetPort: htpp # ←
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0", ports: [{name: http, containerPort: 8080}]}]}
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.isService, let ports = manifest.spec?["ports"] else { return }
    let workloads = cluster.workloads(
      in: manifest.effectiveNamespace, selectedBy: Labels(manifest.spec?["selector"]))
    let declared = workloads.flatMap { $0.pod?.runningContainers ?? [] }.flatMap { $0.ports }
    guard let workload = workloads.first else { return }
    for target in ports.items.compactMap({ $0["targetPort"] }) where target.integer == nil {
      if declared.contains(where: { $0["name"]?.text == target.text }) { continue }
      report.add(.unknown(target.text, workload.displayName), at: target)
    }
  }
}

extension Message {
  fileprivate static func unknown(_ port: String, _ workload: String) -> Message {
    Message(
      en: "'\(workload)' declares no port named '\(port)': correct the name",
      ko: "'\(workload)'에 '\(port)'(이)라는 포트가 없습니다: 이름을 고치세요")
  }
}
