import Findings
import Resources
import YAML

extension Rule {
  /// A port of a Service in a mesh says its protocol, by its name or by `appProtocol`.
  ///
  /// Silent unless the set shows that the namespace is in an Istio mesh.
  static let meshPortName = Rule(
    id: "mesh-port-name", category: .mesh, severity: .info,
    what: Message(en: "a Service port in a mesh without a protocol", ko: "프로토콜이 없는 메시 안의 서비스 포트"),
    why: Message(
      en: "The proxy must guess, and treats what it cannot guess as plain TCP: no retries, no routes, no HTTP metrics.",
      ko: "프록시가 추측해야 하고, 알 수 없으면 단순 TCP로 다뤄 재시도도 경로도 HTTP 지표도 없습니다."),
    advice: Message(
      en: "Name it 'http-…', 'grpc-…' or 'tcp-…', or set 'appProtocol'.",
      ko: "'http-…', 'grpc-…', 'tcp-…'로 이름 짓거나 'appProtocol'을 적으세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            istio-injection: enabled
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec:
          selector: {app: web}
          ports:
            - {name: http-web, port: 80}
            - {name: metrics, port: 9090, appProtocol: http}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{name: web, port: 80}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            istio-injection: enabled
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec:
          selector: {app: web}
          ports:
            - name: web # ←
              port: 80
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.isService, let ports = manifest.spec?["ports"], cluster.isInMesh(manifest.effectiveNamespace)
    else { return }
    for port in ports.items where port["appProtocol"] == nil && port["protocol"]?.hasText("UDP") != true {
      if let name = port["name"] {
        if !MeshProtocol.isNamed(by: name.text) { report.add(.guessed(name.text), at: name) }
      } else {
        report.add(.unnamed, missing: "name", in: port)
      }
    }
  }
}

extension Message {
  fileprivate static func guessed(_ port: String) -> Message {
    Message(
      en: "port name '\(port)' says no protocol: begin it with 'http-', 'grpc-' or 'tcp-'",
      ko: "포트 이름 '\(port)'이(가) 프로토콜을 말하지 않습니다: 'http-', 'grpc-', 'tcp-'로 시작하게 하세요")
  }

  fileprivate static let unnamed = Message(
    en: "the port says no protocol: name it 'http-…', or set 'appProtocol'",
    ko: "이 포트는 프로토콜을 말하지 않습니다: 'http-…'로 이름 짓거나 'appProtocol'을 적으세요")
}
