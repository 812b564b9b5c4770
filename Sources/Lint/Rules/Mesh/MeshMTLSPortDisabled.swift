import Findings
import Resources
import YAML

extension Rule {
  /// No port is left out of mutual TLS.
  static let meshMTLSPortDisabled = Rule(
    id: "mesh-mtls-port-disabled", category: .mesh, severity: .warning,
    what: Message(en: "a port without mutual TLS", ko: "상호 TLS가 없는 포트"),
    why: Message(
      en: "The one open port of a strict workload is easily forgotten.", ko: "엄격한 워크로드에 열린 포트 하나는 잊히기 쉽습니다."),
    advice: Message(
      en: "Remove the exception, or suppress this rule with its reason.", ko: "예외를 지우거나, 이유를 적어 이 규칙을 무시하세요."),
    examples: [
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: shop}
        spec:
          mtls: {mode: STRICT}
        """),
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: shop}
        spec:
          mtls: {mode: STRICT}
          selector: {matchLabels: {app: web}}
          portLevelMtls:
            9090: {mode: DISABLE} # ←
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "PeerAuthentication", let ports = manifest.spec?["portLevelMtls"] else { return }
    for entry in ports.entries {
      guard let mode = entry.value["mode"], mode.hasText("DISABLE") || mode.hasText("PERMISSIVE") else { continue }
      report.add(.open(entry.key.text), at: mode)
    }
  }
}

extension Message {
  fileprivate static func open(_ port: String) -> Message {
    Message(en: "port \(port) accepts plain text: remove the exception", ko: "포트 \(port)이(가) 평문을 받아들입니다: 예외를 지우세요")
  }
}
