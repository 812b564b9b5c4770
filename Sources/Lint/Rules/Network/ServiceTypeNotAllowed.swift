import Findings
import Resources
import YAML

extension Rule {
  /// A Service does not open a port on every node.
  static let serviceTypeNotAllowed = Rule(
    id: "service-type-not-allowed", category: .network, severity: .info,
    what: Message(en: "a Service of type 'NodePort'", ko: "'NodePort' 타입의 서비스"),
    why: Message(
      en: "The port is open on every node, often past the Ingress and its rules.",
      ko: "모든 노드에 포트가 열리고, Ingress와 그 규칙을 지나치기 쉽습니다."),
    advice: Message(en: "Use 'ClusterIP' with an Ingress or a Gateway.", ko: "'ClusterIP'와 Ingress나 Gateway를 쓰세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: ClusterIP
          selector: {app: web}
          ports: [{port: 80}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: NodePort # ←
          selector: {app: web}
          ports: [{port: 80}]
        """),
    ]
  ) { manifest, _, report in
    guard manifest.isService, let type = manifest.spec?["type"], type.hasText("NodePort") else { return }
    report.add(.everyNode, at: type)
  }
}

extension Message {
  fileprivate static let everyNode = Message(
    en: "'NodePort' opens every node: use 'ClusterIP' with an Ingress or Gateway",
    ko: "'NodePort'는 모든 노드를 엽니다: 'ClusterIP'와 Ingress나 Gateway를 쓰세요")
}
