import Findings
import Schema
import YAML

extension KindValidation {
  /// mesh.md 9
  static let serviceEntry = KindValidation(
    "networking.istio.io/v1", "ServiceEntry",
    earlier: ["networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"], metadata: .general,
    examples: [
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: payments}
        spec:
          hosts: [payments.example.com]
          location: MESH_EXTERNAL
          resolution: DNS
          ports:
          - {number: 443, name: https, protocol: TLS}
        """),
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: payments}
        spec:
          hosts: ["*"] # ←
          resolution: STATIC
          addresses: [10.0.0.0/24]
          ports:
          - {number: 443, name: https, protocol: TLS}
          - {number: 443, name: more, protocol: NONE} # ←
          endpoints:
          - address: payments.example.com # ←
          workloadSelector: {labels: {app: payments}} # ←
          exportTo: ["*", shop] # ←
        """),
    ]
  ) { report, object in
    report.serviceEntry(object["spec"])
  }
}

extension Report {
  fileprivate mutating func serviceEntry(_ spec: Field) {
    let (hosts, endpoints, selector, resolution) = (
      spec["hosts"], spec["endpoints"], spec["workloadSelector"], spec["resolution"]
    )
    demand(hosts)
    for host in hosts.items {
      if host.hasText("*") {
        deny(host, .everyHost)
        continue
      }
      demandHost(host)
      let text = host.text ?? ""
      if text.hasPrefix("*"), !resolution.isEmpty, !resolution.hasText("NONE"), !resolution.hasText("DYNAMIC_DNS") {
        warn(.mesh, at: host, .unresolvedWildcard(host))
      }
    }
    workloadSelector(selector, labels: "labels")
    if endpoints.isGiven, selector.isGiven {
      deny(selector, .selectorAndEndpoints, related: [Related(range: endpoints.range, message: .firstOne)])
    }
    let ports = Array(spec["ports"].items)
    denyRepeated(ports.map { $0["name"] }) { .meshRepeated($0) }
    denyRepeated(ports.map { $0["number"] }) { .meshRepeated($0) }
    for port in ports { servicePort(port) }
    addresses(spec)
    for endpoint in endpoints.items { self.endpoint(endpoint) }
    resolve(spec)
    severalHosts(spec, ports)
    exportTo(spec["exportTo"])
  }

  private mutating func servicePort(_ port: Field) {
    demandLabel(port["name"])
    demandPort(port["number"])
    demandPort(port["targetPort"])
    let name = port["protocol"]
    if name.isEmpty || MeshProtocol(name) == nil { deny(name, .noProtocol(name)) }
  }

  private mutating func endpoint(_ endpoint: Field) {
    let (address, ports) = (endpoint["address"], endpoint["ports"])
    if !address.isGiven, !endpoint["network"].isGiven { deny(address, .meshMissing(address)) }
    if let text = address.text, text.hasPrefix("unix://") {
      let path = text.dropFirst(7)
      let isPath = path.hasPrefix("/") || path.hasPrefix("@")
      if !isPath || text.hasSuffix("/") { deny(address, .noSocket(address)) }
      if ports.isGiven { deny(ports, .portsOfSocket) }
    }
    for (name, port) in ports.entries {
      let text = name.node?.text ?? ""
      if text.utf8.count > 62 || !MeshHost.isLabel(text) { deny(name, .noPortName(name)) }
      demandPort(port)
    }
  }

  private mutating func addresses(_ spec: Field) {
    let resolution = spec["resolution"]
    let isNamed = resolution.isGiven && !resolution.hasText("STATIC") && !resolution.hasText("NONE")
    for address in spec["addresses"].items {
      let text = address.text ?? ""
      if IP(text) == nil, CIDR(text) == nil {
        deny(address, .noEntryAddress(address))
      } else if isNamed, CIDR(text) != nil {
        deny(address, .blockWithDNS)
      }
    }
  }

  /// How traffic finds its way, and whether the endpoints fit that.
  private mutating func resolve(_ spec: Field) {
    let (resolution, endpoints, hosts) = (spec["resolution"], spec["endpoints"], spec["hosts"])
    if resolution.isEmpty || resolution.hasText("NONE") {
      if endpoints.isGiven { deny(endpoints, .endpointsUnused) }
    } else if resolution.hasText("STATIC") {
      for endpoint in endpoints.items {
        let text = endpoint["address"].text ?? ""
        if IP(text) == nil, !text.hasPrefix("unix://"), !endpoint["address"].isEmpty {
          deny(endpoint["address"], .noStaticAddress(endpoint["address"]))
        }
      }
    } else if resolution.hasText("DNS") || resolution.hasText("DNS_ROUND_ROBIN") {
      if resolution.hasText("DNS_ROUND_ROBIN"), endpoints.count > 1 { deny(endpoints, .oneEndpoint) }
      guard endpoints.isEmpty, !spec["workloadSelector"].isGiven else { return }
      for host in hosts.items where !MeshHost.isName(host.text ?? "", allowsWildcard: false) && !host.hasText("*") {
        deny(host, .noName(host))
      }
    }
  }

  /// Traffic of TCP has no host in it, so one port cannot serve several.
  private mutating func severalHosts(_ spec: Field, _ ports: [Field]) {
    let resolution = spec["resolution"]
    guard spec["hosts"].count > 1, !resolution.isEmpty, !resolution.hasText("NONE"), spec["addresses"].isEmpty else {
      return
    }
    for port in ports {
      switch MeshProtocol(port["protocol"]) {
      case .tcp, .mongo, .redis, .mysql: deny(port["protocol"], .severalHosts)
      default: break
      }
    }
  }
}

extension Message {
  fileprivate static var everyHost: Message {
    Message(
      en: "an entry is for hosts that it names: write them instead of '*'",
      ko: "항목은 이름이 있는 호스트를 위한 것입니다: '*' 대신 호스트를 쓰십시오")
  }

  fileprivate static func unresolvedWildcard(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' cannot be looked up: use 'resolution: NONE' or DYNAMIC_DNS, or name the host",
      ko: "'\(field.written)'은(는) 조회할 수 없습니다: 'resolution: NONE'이나 DYNAMIC_DNS를 쓰거나 호스트를 쓰십시오")
  }

  fileprivate static var selectorAndEndpoints: Message {
    Message(
      en: "endpoints are listed or selected: keep 'endpoints' or 'workloadSelector'",
      ko: "엔드포인트는 나열하거나 고릅니다: 'endpoints'나 'workloadSelector' 하나만 두십시오")
  }

  fileprivate static func noEntryAddress(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no address and no block: write one such as '10.1.2.3' or '10.0.0.0/24'",
      ko: "'\(field.written)'은(는) 주소도 블록도 아닙니다: '10.1.2.3'이나 '10.0.0.0/24'처럼 쓰십시오")
  }

  fileprivate static func noSocket(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no socket: write 'unix:///path' or 'unix://@name'",
      ko: "'\(field.written)'은(는) 소켓이 아닙니다: 'unix:///경로'나 'unix://@이름'으로 쓰십시오")
  }

  fileprivate static var portsOfSocket: Message {
    Message(en: "a socket has no ports: remove 'ports'", ko: "소켓에는 포트가 없습니다: 'ports'를 지우십시오")
  }

  fileprivate static func noPortName(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no name of a port: use letters, digits and inner hyphens, at most 62",
      ko: "'\(field.written)'은(는) 포트 이름이 아닙니다: 글자, 숫자, 안쪽의 하이픈만 62자까지 쓰십시오")
  }

  fileprivate static var blockWithDNS: Message {
    Message(
      en: "a host that is looked up has single addresses: write them without '/'",
      ko: "조회하는 호스트에는 주소를 하나씩 씁니다: '/' 없이 쓰십시오")
  }

  fileprivate static var endpointsUnused: Message {
    Message(
      en:
        "without a resolution traffic goes where the client sends it: remove 'endpoints', or write 'resolution: STATIC'",
      ko: "resolution이 없으면 트래픽은 클라이언트가 보낸 곳으로 갑니다: 'endpoints'를 지우거나 'resolution: STATIC'을 쓰십시오")
  }

  fileprivate static func noStaticAddress(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no address, and STATIC looks nothing up: write an address, or 'resolution: DNS'",
      ko: "'\(field.written)'은(는) 주소가 아니며 STATIC은 조회하지 않습니다: 주소나 'resolution: DNS'를 쓰십시오")
  }

  fileprivate static var oneEndpoint: Message {
    Message(
      en: "DNS_ROUND_ROBIN has one endpoint: keep one, or write 'resolution: DNS'",
      ko: "DNS_ROUND_ROBIN에는 엔드포인트가 하나입니다: 하나만 두거나 'resolution: DNS'를 쓰십시오")
  }

  fileprivate static func noName(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' cannot be looked up: write a full DNS name, or add 'endpoints'",
      ko: "'\(field.written)'은(는) 조회할 수 없습니다: 온전한 DNS 이름을 쓰거나 'endpoints'를 추가하십시오")
  }

  fileprivate static var severalHosts: Message {
    Message(
      en: "bytes of TCP do not say which host they are for: make an entry for each host, or give 'addresses'",
      ko: "TCP 데이터에는 호스트가 없습니다: 호스트마다 항목을 만들거나 'addresses'를 쓰십시오")
  }
}
