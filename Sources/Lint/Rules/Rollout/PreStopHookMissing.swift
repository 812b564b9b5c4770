import Findings
import Resources
import YAML

extension Rule {
  /// A container that Services send to pauses before it stops.
  ///
  /// Looks only at workloads that a Service of the set selects.
  static let preStopHookMissing = Rule(
    id: "prestop-hook-missing", category: .rollout, severity: .info, isOnByDefault: false,
    what: Message(en: "a container behind a Service without a 'preStop' hook", ko: "서비스 뒤에 있으면서 'preStop' 훅이 없는 컨테이너"),
    why: Message(
      en: "Proxies learn of the end a moment later than the program, and requests of that moment are lost.",
      ko: "프록시는 종료를 프로그램보다 조금 늦게 알게 되어, 그 사이의 요청이 사라집니다."),
    advice: Message(en: "Add 'preStop: {sleep: {seconds: 5}}'.", ko: "'preStop: {sleep: {seconds: 5}}'를 추가하세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec:
          containers:
            - name: web # ←
              image: web:1.0
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80}]
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.isWorkload, !cluster.services(selecting: manifest).isEmpty else { return }
    for container in manifest.containers where container.node["lifecycle"]?["preStop"] == nil {
      report.add(.noPause(container.title), missing: "lifecycle", "preStop", in: container.node)
    }
  }
}

extension Message {
  fileprivate static func noPause(_ container: String) -> Message {
    Message(
      en: "container '\(container)' stops while requests still arrive: add a 'preStop' pause",
      ko: "컨테이너 '\(container)'은(는) 요청이 오는 중에 멈춥니다: 'preStop' 대기를 추가하세요")
  }
}
