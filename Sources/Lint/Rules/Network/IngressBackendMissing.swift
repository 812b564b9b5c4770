import Findings
import Resources
import YAML

extension Rule {
  /// The Services and ports that an Ingress sends to exist.
  ///
  /// Silent about a missing Service unless the set holds Services in the namespace. A backend that is no Service is
  /// passed.
  static let ingressBackendMissing = Rule(
    id: "ingress-backend-missing", category: .network, severity: .error,
    what: Message(en: "an Ingress backend that is not there", ko: "없는 Ingress 백엔드"),
    why: Message(en: "Its users get an error page.", ko: "사용자는 오류 페이지를 받습니다."),
    advice: Message(
      en: "Correct the name or port, or add the Service to the Ingress's namespace.",
      ko: "이름이나 포트를 고치거나 Ingress의 네임스페이스에 서비스를 추가하세요."),
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
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80}]
        """),
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
                      service:
                        name: wbe # ←
                        port: {number: 80}
        ---
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
                      service:
                        name: web
                        port: {number: 8080} # ←
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80}]
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.kind == "Ingress", let spec = manifest.spec else { return }
    var backends = [spec["defaultBackend"]]
    for rule in spec["rules"].map({ Array($0.items) }) ?? [] {
      for path in rule["http"]?["paths"].map({ Array($0.items) }) ?? [] { backends.append(path["backend"]) }
    }
    let namespace = manifest.effectiveNamespace
    for backend in backends.compactMap({ $0?["service"] }) {
      guard let name = backend["name"], name.isScalar else { continue }
      guard let service = cluster.manifest(kind: "Service", name: name.text, namespace: namespace) else {
        if cluster.holds("Service", in: namespace) { report.add(.noService(name.text, namespace), at: name) }
        continue
      }
      let ports = service.spec?["ports"].map { Array($0.items) } ?? []
      guard let port = backend["port"]?["number"] ?? backend["port"]?["name"], !ports.isEmpty,
        !ports.contains(where: { $0["port"]?.text == port.text || $0["name"]?.text == port.text })
      else { continue }
      report.add(.noPort(port.text, name.text), at: port)
    }
  }
}

extension Message {
  fileprivate static func noService(_ name: String, _ namespace: String) -> Message {
    Message(
      en: "service '\(name)' is not in namespace '\(namespace)': correct the name or add it",
      ko: "네임스페이스 '\(namespace)'에 서비스 '\(name)'이(가) 없습니다: 이름을 고치거나 추가하세요")
  }

  fileprivate static func noPort(_ port: String, _ service: String) -> Message {
    Message(
      en: "service '\(service)' has no port '\(port)': use one of its ports, not of its Pods",
      ko: "서비스 '\(service)'에 포트 '\(port)'이(가) 없습니다: Pod가 아니라 서비스의 포트를 쓰세요")
  }
}
