import Findings
import Resources
import YAML

extension Rule {
  /// A container has a bound on its CPU. Contested; 'cpu-limit-set' asks for the opposite.
  static let cpuLimitMissing = Rule(
    id: "cpu-limit-missing", category: .resources, severity: .info, isOnByDefault: false,
    what: Message(en: "a container without a CPU limit", ko: "CPU 제한이 없는 컨테이너"),
    why: Message(
      en: "It may use all spare CPU of its node.",
      ko: "노드의 남는 CPU를 모두 쓸 수 있습니다."),
    advice: Message(en: "Set 'resources.limits.cpu'.", ko: "'resources.limits.cpu'를 적으세요."),
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
              resources: {limits: {cpu: 500m}}
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
                requests: {cpu: 100m}
        """),
    ]
  ) { manifest, cluster, report in
    for container in manifest.containers(without: .limit, of: "cpu", in: cluster) {
      report.add(.missing(container.title), missing: "resources", "limits", "cpu", in: container.node)
    }
  }
}

extension Message {
  fileprivate static func missing(_ container: String) -> Message {
    Message(
      en: "container '\(container)' may use all spare CPU of its node: set 'resources.limits.cpu'",
      ko: "컨테이너 '\(container)'이(가) 노드의 남는 CPU를 모두 쓸 수 있습니다: 'resources.limits.cpu'를 적으세요")
  }
}
