import Findings
import Resources
import YAML

extension Rule {
  /// A rule of an Ingress names its host.
  static let ingressHostMissing = Rule(
    id: "ingress-host-missing", category: .network, severity: .warning,
    what: Message(en: "an Ingress rule without a host", ko: "호스트가 없는 Ingress 규칙"),
    why: Message(
      en: "It takes every request of the controller that no other rule takes.", ko: "다른 규칙이 받지 않는 컨트롤러의 모든 요청을 받습니다."),
    advice: Message(en: "Name the host.", ko: "호스트를 적으세요."),
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec:
          rules:
            - host: shop.example
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: {name: web, port: {number: 80}}
        """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec:
          rules:
            - http: # ←
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: {name: web, port: {number: 80}}
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "Ingress", let rules = manifest.spec?["rules"] else { return }
    for rule in rules.items where rule["host"]?.text.isEmpty ?? true { report.add(.anyHost, missing: "host", in: rule) }
  }
}

extension Message {
  fileprivate static let anyHost = Message(
    en: "the rule takes the requests of any host: name the host", ko: "이 규칙은 어떤 호스트의 요청이든 받습니다: 호스트를 적으세요")
}
