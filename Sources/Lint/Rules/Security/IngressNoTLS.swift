import Findings
import Resources
import YAML

extension Rule {
  /// An Ingress serves its hosts over TLS.
  ///
  /// Switch the rule off where a load balancer in front of the controller ends TLS.
  static let ingressNoTLS = Rule(
    id: "ingress-no-tls", category: .security, severity: .warning,
    what: Message(en: "an Ingress without TLS", ko: "TLS가 없는 Ingress"),
    why: Message(
      en: "What users send, passwords and cookies too, can be read and changed on the way.",
      ko: "비밀번호와 쿠키까지 사용자가 보내는 것을 중간에서 읽고 바꿀 수 있습니다."),
    advice: Message(en: "Add 'tls' with a certificate for the hosts.", ko: "호스트의 인증서와 함께 'tls'를 추가하세요."),
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec:
          tls: [{hosts: [shop.example], secretName: shop-tls}]
          rules:
            - host: shop.example
              http:
                paths:
                  - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
        """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec: # ←
          rules:
            - host: shop.example
              http:
                paths:
                  - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "Ingress", let spec = manifest.spec, spec["tls"]?.items.isEmpty ?? true else { return }
    report.add(.plainText, missing: "tls", in: spec)
  }
}

extension Message {
  fileprivate static let plainText = Message(
    en: "traffic from outside is not encrypted: add 'tls'", ko: "외부 트래픽이 암호화되지 않습니다: 'tls'를 추가하세요")
}
