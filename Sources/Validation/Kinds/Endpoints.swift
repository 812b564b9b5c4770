import Findings
import Schema

extension KindValidation {
  /// core.md 4.2
  static let endpoints = KindValidation(
    "v1", "Endpoints",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Endpoints
        metadata: {name: db}
        subsets:
        - addresses: [{ip: 192.0.2.10}]
          ports: [{port: 5432}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Endpoints
        metadata: {name: db}
        subsets:
        - ports: [{port: 5432}] # ←
        - addresses:
          - ip: 127.0.0.1 # ←
          ports:
          - port: 0 # ←
          - {name: admin, port: 5433, protocol: tcp} # ←
        """),
    ]
  ) { report, object in
    let keeper = object["metadata"]["labels"]["endpoints.kubernetes.io/managed-by"]
    for subset in object["subsets"].items {
      let (ready, others) = (subset["addresses"], subset["notReadyAddresses"])
      if ready.isEmpty, others.isEmpty { report.add(.required, at: subset, .required, .noAddresses) }  // EP1
      for addresses in [ready, others] {
        for address in addresses.items {
          report.endpoint(address)
          if !keeper.hasText("endpoint-controller") { report.warnOfSpelling(address["ip"]) }  // W35
        }
      }
      report.endpointPorts(subset["ports"])
    }
  }
}

extension Report {
  fileprivate mutating func endpoint(_ address: Field) {
    expectIP(address["ip"])  // EP2
    expectReachable(address["ip"])  // EP3
    expect(address["hostname"], .label)  // EP4
    expect(given: address["nodeName"], .subdomain)  // EP5
  }

  fileprivate mutating func endpointPorts(_ ports: Field) {
    for port in ports.items {
      if ports.count > 1 { require(port["name"], as: .servicePortName) }  // EP6
      expect(port["name"], .label)  // EP7
      expect(always: port["port"], in: 1...65_535, as: .portRange)  // EP8
      expect(port["protocol"], oneOf: .protocols)  // EP9 EP10
      expect(given: port["appProtocol"], .qualifiedName)  // EP11
    }
  }
}

extension Message {
  fileprivate static var noAddresses: Message {
    Message(
      en: "the subset has no address: add 'addresses' or 'notReadyAddresses'",
      ko: "서브셋에 주소가 없습니다: 'addresses'나 'notReadyAddresses'를 추가하십시오")
  }
}
