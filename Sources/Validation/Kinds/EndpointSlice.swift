import Findings
import Schema

extension KindValidation {
  /// groups.md 3.10
  static let endpointSlice = KindValidation(
    "discovery.k8s.io/v1", "EndpointSlice",
    examples: [
      Example(
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: db-1
          labels: {kubernetes.io/service-name: db}
        addressType: IPv4
        ports:
        - {name: postgres, port: 5432}
        endpoints:
        - addresses: [192.0.2.10]
          hints: {forZones: [{name: zone-a}]}
        """),
      Example(
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: db-1}
        addressType: IPv4
        ports:
        - {name: postgres, port: 5432}
        - {name: postgres, port: 5433} # ←
        endpoints:
        - addresses: [192.0.2.300] # ←
        - addresses: [127.0.0.1] # ←
        - addresses: ["fd00::1"] # ←
        - addresses: [] # ←
        """),
    ]
  ) { report, object in
    let type = object["addressType"]
    report.require(type)
    report.expect(type, oneOf: ["FQDN", "IPv4", "IPv6"])
    if type.hasText("FQDN") { report.inVersions(.deprecatedDomains) { $0.warn(.deprecated, at: type, .noDomains) } }
    report.ports(object["ports"])
    report.endpoints(object["endpoints"], type: type)
    // Of what its own controllers copy the API server does not warn.
    let author = object["metadata"]["labels"]["endpointslice.kubernetes.io/managed-by"]
    let controllers: Words = ["endpointslice-controller.k8s.io", "endpointslicemirroring-controller.k8s.io"]
    if type.hasText("IPv4"), !controllers.contains(author) {
      for endpoint in object["endpoints"].items {
        for address in endpoint["addresses"].items { report.warnOfSpelling(address) }
      }
    }
  }
}

extension Report {
  fileprivate mutating func ports(_ ports: Field) {
    if ports.count > 20_000 { return expect(ports, atMostItems: 20_000) }
    for port in ports.items {
      expect(port["name"], .label)
      expect(given: port["protocol"], oneOf: .protocols)
      expect(given: port["appProtocol"], .qualifiedName)
    }
    expectUnique(ports, by: "name", includingEmpty: true)
  }

  fileprivate mutating func endpoints(_ endpoints: Field, type: Field) {
    if endpoints.count > 1000 { return expect(endpoints, atMostItems: 1000) }
    for endpoint in endpoints.items {
      let addresses = endpoint["addresses"]
      require(addresses)
      expect(addresses, atMostItems: 100)
      for address in addresses.items { self.address(address, type: type, in: addresses) }
      expect(given: endpoint["nodeName"], .subdomain)
      expect(given: endpoint["hostname"], .label)
      hints(endpoint["hints"])
    }
  }

  private mutating func address(_ address: Field, type: Field, in addresses: Field) {
    let isIPv6 = type.hasText("IPv6")
    guard isIPv6 || type.hasText("IPv4") else {
      if type.hasText("FQDN") { fullDomain(address) }
      return
    }
    guard let read = address.text.flatMap({ IP($0) }) else { return expectIP(address) }
    let isOther = (read.isIPv6 && !read.isIPv4Mapped) != isIPv6
    if isIPv6 {
      // Before 1.36 any spelling was taken.
      inVersions(.strictAddresses) { $0.expectCanonicalIP(address) }
    } else {
      expectIP(address)
    }
    if isOther { refuse(address.reported(at: addresses), .otherFamily(address, type), as: .addressFormat) }
    expectReachable(address)
  }

  /// A domain of at least two labels, a dot at its end allowed.
  private mutating func fullDomain(_ address: Field) {
    require(address)
    guard let text = address.text, !text.isEmpty else { return }
    let labels = (text.hasSuffix(".") ? text.dropLast() : text[...]).split(
      separator: ".", omittingEmptySubsequences: false)
    let isDomain =
      labels.count > 1 && text.utf8.count <= 254 && labels.allSatisfy { Grammar.label.matches(String($0)) }
    if !isDomain { refuse(address, .noDomain(address), as: .nameFormat) }
  }

  private mutating func hints(_ hints: Field) {
    let (zones, nodes) = (hints["forZones"], hints["forNodes"])
    if zones.count > 8 { return expect(zones, atMostItems: 8) }
    for zone in zones.items { expect(zone["name"], .labelValue) }
    expectUnique(zones, by: "name", includingEmpty: true)
    inVersions(.hintsForNodes) { $0.hintsForNodes(nodes) }
  }

  private mutating func hintsForNodes(_ nodes: Field) {
    if nodes.count > 8 { return expect(nodes, atMostItems: 8) }
    for node in nodes.items { expect(always: node["name"], .subdomain) }
    expectUnique(nodes, by: "name", includingEmpty: true)
  }
}

extension Message {
  fileprivate static var noDomains: Message {
    Message(
      en: "domains as addresses are deprecated, and kube-proxy ignores them: use an ExternalName Service",
      ko: "도메인 주소는 더 이상 권장되지 않으며 kube-proxy가 무시합니다: ExternalName Service를 쓰십시오")
  }

  fileprivate static func otherFamily(_ address: Field, _ type: Field) -> Message {
    Message(
      en: "'\(address.written)' is no \(type.written) address: put it in a slice of its own type",
      ko: "'\(address.written)'은(는) \(type.written) 주소가 아닙니다: 그 타입의 슬라이스에 따로 두십시오")
  }

  fileprivate static func noDomain(_ address: Field) -> Message {
    Message(
      en: "'\(address.written)' is no full domain: write one such as 'db.example.com'",
      ko: "'\(address.written)'은(는) 완전한 도메인이 아닙니다: 'db.example.com'처럼 쓰십시오")
  }
}
