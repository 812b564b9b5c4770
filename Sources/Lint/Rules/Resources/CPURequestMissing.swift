import Findings
import Resources
import YAML

extension Rule {
  /// A container asks for CPU.
  static let cpuRequestMissing = Rule(
    id: "cpu-request-missing", category: .resources, severity: .warning,
    what: Message(en: "a container without a CPU request", ko: "CPU 요청이 없는 컨테이너"),
    why: Message(
      en: "The scheduler cannot tell how much fits on a node, and under load this container gets the least.",
      ko: "스케줄러가 노드에 얼마나 들어갈지 알 수 없고, 부하가 걸리면 이 컨테이너가 가장 적게 받습니다."),
    advice: Message(en: "Set 'resources.requests.cpu'.", ko: "'resources.requests.cpu'를 적으세요."),
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
              resources: {requests: {cpu: 100m}}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web # ←
              image: web:1.0
            - name: sidecar
              image: sidecar:1.0
              resources: # ←
                limits: {memory: 64Mi}
        """),
    ]
  ) { manifest, cluster, report in
    for container in manifest.containers(without: .request, of: "cpu", in: cluster) {
      report.add(.missing(container.title), missing: "resources", "requests", "cpu", in: container.node)
    }
  }
}

extension Message {
  fileprivate static func missing(_ container: String) -> Message {
    Message(
      en: "container '\(container)' asks for no CPU, so it starves first under load: set 'resources.requests.cpu'",
      ko: "컨테이너 '\(container)'이(가) CPU를 요청하지 않아 부하 때 먼저 굶습니다: 'resources.requests.cpu'를 적으세요")
  }
}
