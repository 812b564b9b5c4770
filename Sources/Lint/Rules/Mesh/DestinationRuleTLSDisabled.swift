import Findings
import Resources
import YAML

extension Rule {
  /// Clients of the mesh do not send plain text; ports and subsets count as well.
  static let destinationRuleTLSDisabled = Rule(
    id: "destinationrule-tls-disabled", category: .mesh, severity: .warning,
    what: Message(en: "a DestinationRule that switches TLS off", ko: "TLS를 끄는 DestinationRule"),
    why: Message(
      en: "Clients send plain text, and a host that demands mutual TLS refuses them.",
      ko: "클라이언트가 평문을 보내고, 상호 TLS를 요구하는 호스트는 거절합니다."),
    advice: Message(
      en: "Remove 'tls'; the mesh chooses mutual TLS by itself.", ko: "'tls'를 지우세요. 메시가 상호 TLS를 알아서 고릅니다."),
    examples: [
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: web, namespace: shop}
        spec:
          host: web
          trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}
        """),
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: web, namespace: shop}
        spec:
          host: web
          trafficPolicy:
            tls: {mode: DISABLE} # ←
          subsets:
            - name: v1
              trafficPolicy: {tls: {mode: DISABLE}} # ←
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "DestinationRule", let spec = manifest.spec else { return }
    let policies = ([spec] + (spec["subsets"].map { Array($0.items) } ?? [])).compactMap { $0["trafficPolicy"] }
    for policy in policies {
      let ports = policy["portLevelSettings"].map { Array($0.items) } ?? []
      for mode in ([policy] + ports).compactMap({ $0["tls"]?["mode"] }) where mode.hasText("DISABLE") {
        report.add(.plainText, at: mode)
      }
    }
  }
}

extension Message {
  fileprivate static let plainText = Message(
    en: "clients send plain text to the host: remove 'tls'", ko: "클라이언트가 호스트에 평문을 보냅니다: 'tls'를 지우세요")
}
