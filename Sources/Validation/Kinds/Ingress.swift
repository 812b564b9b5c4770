import Findings
import Schema

extension KindValidation {
  /// groups.md 3.4
  static let ingress = KindValidation(
    "networking.k8s.io/v1", "Ingress",
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec:
          ingressClassName: nginx
          tls:
          - {hosts: [shop.example.com], secretName: shop-tls}
          rules:
          - host: shop.example.com
            http:
              paths:
              - path: /cart
                pathType: Prefix
                backend: {service: {name: cart, port: {name: http}}}
          - host: "*.shop.example.com"
            http:
              paths:
              - pathType: ImplementationSpecific
                backend: {service: {name: shop, port: {number: 80}}}
        """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec:
          rules:
          - host: shop.example.com:8080 # ←
            http:
              paths:
              - path: cart # ←
                pathType: Prefix
                backend: {service: {name: cart}} # ←
              - path: / # ←
                backend: {service: {name: shop, port: {number: 80}}}
              - path: /static
                pathType: prefix # ←
                backend: {} # ←
        """),
    ]
  ) { report, object in
    report.ingress(object["spec"], of: object)
  }
}

extension Report {
  fileprivate mutating func ingress(_ spec: Field, of object: Field) {
    let (rules, fallback, className) = (spec["rules"], spec["defaultBackend"], spec["ingressClassName"])
    if rules.isEmpty, !fallback.isGiven { refuse(spec, .noRules) }
    if fallback.isGiven { backend(fallback) }
    for rule in rules.items {
      host(rule["host"])
      paths(rule["http"])
    }
    for entry in spec["tls"].items {
      for host in entry["hosts"].items { expectDomain(host) }
      expect(entry["secretName"], .subdomain)
    }
    expect(given: className, .subdomain)
    classAnnotation(of: object, className)
  }

  /// The class was an annotation before it was a field.
  private mutating func classAnnotation(of object: Field, _ className: Field) {
    let annotation = object["metadata"]["annotations"]["kubernetes.io/ingress.class"]
    guard annotation.isGiven else { return }
    if className.isGiven {
      if !annotation.hasTextOf(className) {
        refuse(
          annotation.reported(at: object, [.field("annotations"), .field("kubernetes.io/ingress.class")]),
          .otherClass(className))
      }
    } else {
      warn(.deprecated, at: annotation, .classAnnotation)
    }
  }

  private mutating func host(_ host: Field) {
    guard let text = host.text, !text.isEmpty else { return }
    if IP(text) != nil { return refuse(host, .addressAsHost(host), as: .nameFormat) }
    expectDomain(host)
  }

  /// A domain, whose first label may be an asterisk.
  private mutating func expectDomain(_ host: Field) {
    let hasAsterisk = host.text?.utf8.contains(UInt8(ascii: "*")) ?? false
    expect(always: host, hasAsterisk ? .wildcardSubdomain : .subdomain)
  }

  private mutating func paths(_ http: Field) {
    guard http.isGiven else { return }
    require(http["paths"], .noPaths)
    for path in http["paths"].items {
      guard path["pathType"].isGiven else {
        add(.required, at: path["pathType"], .required, .noPathType)
        continue
      }
      self.path(path["path"], type: path["pathType"])
      backend(path["backend"])
    }
  }

  private mutating func path(_ path: Field, type: Field) {
    expect(given: type, oneOf: ["Exact", "ImplementationSpecific", "Prefix"])
    let text = path.text ?? ""
    if type.hasText("ImplementationSpecific") {
      if !text.isEmpty, !text.hasPrefix("/") { refuse(path, .relativePath(path), as: .pathFormat) }
    } else if type.hasText("Exact") || type.hasText("Prefix") {
      if !text.hasPrefix("/") { refuse(path, .relativePath(path), as: .pathFormat) }
      for part in ["//", "/./", "/../", "%2f", "%2F"] where text.containsText(part) {
        refuse(path, .unclearPath(part), as: .pathFormat)
      }
      for part in ["/..", "/."] where text.hasSuffix(part) { refuse(path, .unclearPath(part), as: .pathFormat) }
    }
  }

  /// Where requests go: a Service with one port, or an object of another kind.
  private mutating func backend(_ backend: Field) {
    let (service, resource) = (backend["service"], backend["resource"])
    switch (service.isGiven, resource.isGiven) {
    case (true, true): refuse(backend, .serviceAndResource, as: .backend)
    case (false, false): refuse(backend, .noBackend, as: .backend)
    case (false, true): typedReference(resource)
    case (true, false):
      serviceName(service["name"])
      servicePort(service["port"], of: backend)
    }
  }

  private mutating func serviceName(_ name: Field) {
    require(name)
    expect(name, .label)
    // Before 1.36 a Service's name began with a letter.
    guard let text = name.text, Grammar.label.matches(text) else { return }
    inVersions(VersionSet("1.25-1.35") ?? []) { $0.expect(name, .label1035) }
  }

  private mutating func servicePort(_ port: Field, of backend: Field) {
    let (name, number) = (port["name"], port["number"])
    let hasNumber = (number.integer ?? 0) != 0
    switch (!name.isEmpty, hasNumber) {
    case (true, true): refuse(port.reported(at: backend), .nameAndNumber, as: .backend)
    case (false, false): add(.backend, at: port.reported(at: backend), .required, .noPort)
    case (true, false): expect(name, .portName)
    case (false, true): expectPort(number)
    }
  }
}

extension Message {
  fileprivate static var noRules: Message {
    Message(
      en: "the Ingress leads nowhere: add 'rules', or a 'defaultBackend' for all requests",
      ko: "Ingress가 보낼 곳이 없습니다: 'rules'나 모든 요청을 위한 'defaultBackend'를 추가하십시오")
  }

  fileprivate static func otherClass(_ className: Field) -> Message {
    Message(
      en: "the annotation names another class than 'ingressClassName: \(className.written)': remove the annotation",
      ko: "어노테이션의 클래스가 'ingressClassName: \(className.written)'과(와) 다릅니다: 어노테이션을 지우십시오")
  }

  fileprivate static var classAnnotation: Message {
    Message(
      en: "the annotation is the old way to name the class: use 'spec.ingressClassName'",
      ko: "어노테이션은 클래스를 정하는 옛 방법입니다: 'spec.ingressClassName'을 쓰십시오")
  }

  fileprivate static func addressAsHost(_ host: Field) -> Message {
    Message(
      en: "'\(host.written)' is an IP address, and rules are chosen by name: write a domain, or leave 'host' out",
      ko: "'\(host.written)'은(는) IP 주소인데 규칙은 이름으로 고릅니다: 도메인을 쓰거나 'host'를 지우십시오")
  }

  fileprivate static var noPaths: Message {
    Message(en: "the rule has no 'paths': add one such as '/'", ko: "규칙에 'paths'가 없습니다: '/' 같은 경로를 추가하십시오")
  }

  fileprivate static var noPathType: Message {
    Message(
      en: "'pathType' is missing: add 'Prefix', 'Exact' or 'ImplementationSpecific'",
      ko: "'pathType'이 없습니다: 'Prefix', 'Exact', 'ImplementationSpecific' 가운데 하나를 쓰십시오")
  }

  fileprivate static func relativePath(_ path: Field) -> Message {
    path.isEmpty
      ? Message(en: "'path' is missing: add one that begins with '/'", ko: "'path'가 없습니다: '/'로 시작하는 경로를 쓰십시오")
      : Message(
        en: "path '\(path.written)' does not begin with a slash: write '/\(path.written)'",
        ko: "경로 '\(path.written)'이(가) 슬래시로 시작하지 않습니다: '/\(path.written)'(으)로 쓰십시오")
  }

  fileprivate static func unclearPath(_ part: String) -> Message {
    Message(
      en: "'\(part)' in a path is read differently by different proxies: write the path without it",
      ko: "경로의 '\(part)'은(는) 프록시마다 다르게 읽습니다: 그것 없이 쓰십시오")
  }

  fileprivate static var serviceAndResource: Message {
    Message(
      en: "requests go to a Service or to another resource: keep one of the two",
      ko: "요청은 Service나 다른 리소스 가운데 하나로만 갑니다: 둘 가운데 하나만 두십시오")
  }

  fileprivate static var noBackend: Message {
    Message(
      en: "the backend names nothing: add 'service' with its 'name' and 'port'",
      ko: "백엔드에 대상이 없습니다: 'name'과 'port'를 가진 'service'를 추가하십시오")
  }

  fileprivate static var nameAndNumber: Message {
    Message(
      en: "a port is known by its name or by its number: keep one of the two",
      ko: "포트는 이름이나 번호 가운데 하나로 나타냅니다: 둘 가운데 하나만 두십시오")
  }

  fileprivate static var noPort: Message {
    Message(
      en: "the backend's Service has no port: add 'port' with a 'number' or a 'name'",
      ko: "백엔드의 Service에 포트가 없습니다: 'number'나 'name'을 가진 'port'를 추가하십시오")
  }
}
