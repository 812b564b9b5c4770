import Findings
import Resources
import YAML

extension Rule {
  /// A container takes no port of its node.
  ///
  /// Pods in the node's network do so anyway, and `host-network` speaks of those.
  static let hostPort = Rule(
    id: "host-port", category: .security, severity: .warning,
    what: Message(en: "a port of the node", ko: "노드의 포트"),
    why: Message(
      en: "The Pod fits on one node once only, and its port bypasses Services and policies.",
      ko: "그 Pod는 노드마다 하나만 놓이고, 그 포트는 서비스와 정책을 지나칩니다."),
    advice: Message(en: "Remove 'hostPort' and use a Service.", ko: "'hostPort'를 지우고 서비스를 쓰세요."),
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
              ports: [{containerPort: 8080}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              ports:
                - containerPort: 8080
                  hostPort: 80 # ←
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod, !pod.isHostNetwork else { return }
    for container in pod.allContainers {
      for port in container.ports.compactMap({ $0["hostPort"] }) where port.integer != 0 {
        report.add(.hostPort(port.text), at: port)
      }
    }
  }
}

extension Message {
  fileprivate static func hostPort(_ port: String) -> Message {
    Message(
      en: "port \(port) of the node is taken, past Services and policies: use a Service",
      ko: "서비스와 정책을 지나쳐 노드의 포트 \(port)을(를) 씁니다: 서비스를 쓰세요")
  }
}
