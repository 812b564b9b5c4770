import Findings
import Resources
import YAML

extension Rule {
  /// A policy of the mesh demands mutual TLS.
  static let meshMTLSNotStrict = Rule(
    id: "mesh-mtls-not-strict", category: .mesh, severity: .warning,
    what: Message(en: "a PeerAuthentication that accepts plain text", ko: "평문을 받아들이는 PeerAuthentication"),
    why: Message(
      en: "Anything in the cluster can then talk to the workloads without an identity.",
      ko: "그러면 클러스터의 무엇이든 신원 없이 워크로드와 통신할 수 있습니다."),
    advice: Message(
      en: "Set 'mode: STRICT'; 'PERMISSIVE' is for the time of a migration.",
      ko: "'mode: STRICT'로 하세요. 'PERMISSIVE'는 이전하는 동안만 씁니다."),
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
          mtls: {mode: PERMISSIVE} # ←
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "PeerAuthentication", let mode = manifest.spec?["mtls"]?["mode"],
      mode.hasText("PERMISSIVE") || mode.hasText("DISABLE")
    else { return }
    report.add(.plainText(mode.text), at: mode)
  }
}

extension Message {
  fileprivate static func plainText(_ mode: String) -> Message {
    Message(en: "'\(mode)' accepts plain text: set 'STRICT'", ko: "'\(mode)'은(는) 평문을 받아들입니다: 'STRICT'로 하세요")
  }
}
