import Findings
import Resources
import YAML

extension Rule {
  /// A container has a bound on its memory.
  static let memoryLimitMissing = Rule(
    id: "memory-limit-missing", category: .resources, severity: .warning,
    what: Message(en: "a container without a memory limit", ko: "메모리 제한이 없는 컨테이너"),
    why: Message(
      en: "A leak in one container can take all memory of its node.",
      ko: "컨테이너 하나의 누수가 노드의 메모리를 모두 쓸 수 있습니다."),
    advice: Message(en: "Set 'resources.limits.memory'.", ko: "'resources.limits.memory'를 적으세요."),
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
              resources: {limits: {memory: 64Mi}}
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
                requests: {memory: 64Mi}
        """),
    ]
  ) { manifest, cluster, report in
    for container in manifest.containers(without: .limit, of: "memory", in: cluster) {
      report.add(.missing(container.title), missing: "resources", "limits", "memory", in: container.node)
    }
  }
}

extension Message {
  fileprivate static func missing(_ container: String) -> Message {
    Message(
      en: "container '\(container)' may take all memory of its node: set 'resources.limits.memory'",
      ko: "컨테이너 '\(container)'이(가) 노드의 메모리를 모두 쓸 수 있습니다: 'resources.limits.memory'를 적으세요")
  }
}
