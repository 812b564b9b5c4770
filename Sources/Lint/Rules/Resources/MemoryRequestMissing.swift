import Findings
import Resources
import YAML

extension Rule {
  /// A container asks for memory.
  static let memoryRequestMissing = Rule(
    id: "memory-request-missing", category: .resources, severity: .warning,
    what: Message(en: "a container without a memory request", ko: "메모리 요청이 없는 컨테이너"),
    why: Message(
      en: "The scheduler may overfill the node, and a Pod above its request is among the first to be evicted.",
      ko: "스케줄러가 노드를 넘치게 채울 수 있고, 요청을 넘는 Pod가 먼저 축출됩니다."),
    advice: Message(en: "Set 'resources.requests.memory'.", ko: "'resources.requests.memory'를 적으세요."),
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
              resources: {requests: {memory: 64Mi}}
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
              resources:
                requests: {cpu: 100m} # ←
        """),
    ]
  ) { manifest, cluster, report in
    for container in manifest.containers(without: .request, of: "memory", in: cluster) {
      report.add(.missing(container.title), missing: "resources", "requests", "memory", in: container.node)
    }
  }
}

extension Message {
  fileprivate static func missing(_ container: String) -> Message {
    Message(
      en: "container '\(container)' asks for no memory, so its Pod is evicted early: set 'resources.requests.memory'",
      ko: "컨테이너 '\(container)'이(가) 메모리를 요청하지 않아 Pod가 일찍 축출됩니다: 'resources.requests.memory'를 적으세요")
  }
}
