import Findings
import Schema
import YAML

extension KindValidation {
  /// core.md 4.1. What the server's allocator decides from its own ranges of addresses and ports is not judged.
  static let service = KindValidation(
    "v1", "Service", names: .label,
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports:
          - {name: http, port: 80, targetPort: http}
          - {name: metrics, port: 9100}
        """),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: NodePorts # ←
          selector: {app: web}
          ports:
          - {port: 80, targetPort: "8080"} # ←
        """),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          ports:
          - port: 80 # ←
          - {name: again, port: 80} # ←
          externalTrafficPolicy: Local # ←
        """),
    ]
  ) { report, object in
    report.service(ServiceScope(object["spec"]), of: object)
  }
}

extension Report {
  fileprivate mutating func service(_ service: ServiceScope, of object: Field) {
    let before = findings.count
    allocation(of: service)
    // The allocator works before validation, so that what it refuses hides the rest.
    guard findings.count == before else { return withdraw(first: before) }
    names(of: object)
    let spec = service.spec
    expect(service.type, oneOf: ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"])  // SVC4
    if !service.isHeadless, !service.isExternalName { require(spec["ports"], .noPorts) }  // SVC5
    if service.isHeadless, service.isLoadBalancer || service.isNodePort {
      refuse(
        service.addresses[0].reported(at: spec, [.field("clusterIPs"), .index(0)]), .headlessType(service.type),
        as: .clusterAddress)  // SVC6
    }
    if service.isExternalName { externalName(service) }
    ports(service)
    labels(spec["selector"])  // SVC24
    sessionAffinity(spec)
    externalAddresses(service)
    sourceRanges(service, of: object)
    loadBalancing(service)
    trafficPolicies(service)
    topologyAnnotations(object["metadata"]["annotations"])
    warnOfService(service)
  }

  /// Before 1.36 a name began with a letter.
  private mutating func names(of object: Field) {
    let name = object["metadata"]["name"]
    guard let text = name.text, Grammar.label.matches(text) else { return }  // SVC1
    inVersions(.strictServiceNames) { $0.expect(name, .label1035) }
  }

  private mutating func externalName(_ service: ServiceScope) {
    let spec = service.spec
    if let address = service.addresses.first {
      forbid(address.reported(at: spec, "clusterIPs"), .noAddressForName, as: .clusterAddress)  // SVC7
    }
    if !spec["ipFamilies"].isEmpty { forbid(spec["ipFamilies"], .noAddressForName) }  // SVC8
    forbid(spec["ipFamilyPolicy"], .noAddressForName)  // SVC9
    let name = spec["externalName"]
    let text = name.text ?? ""
    let trimmed = text.hasSuffix(".") ? String(text.dropLast()) : text
    if trimmed.isEmpty {
      add(.required, at: name, .required, .noExternalName)  // SVC10
    } else if !Grammar.subdomain.matches(trimmed) {
      expect(given: name, .subdomain)  // SVC11
    }
  }

  private mutating func ports(_ service: ServiceScope) {
    let ports = service.spec["ports"]
    for (index, port) in ports.items.enumerated() {
      let (name, number, target) = (port["name"], port["port"], port["targetPort"])
      if ports.count > 1 { require(name, .unnamedPort, as: .servicePortName) }  // SVC12
      expect(name, .label)  // SVC13
      expectServicePort(number, target)  // SVC15 SVC18
      expect(port["protocol"], oneOf: .protocols)  // SVC17
      expect(given: port["appProtocol"], .qualifiedName)  // SVC19
      if port["nodePort"].integer ?? 0 != 0, service.isClusterIP { forbid(port["nodePort"], .nodePort) }  // SVC20
      repetitions(of: port, among: ports.items.prefix(index), service)
    }
    expectUnique(ports, by: "name")  // SVC14
  }

  /// A port, and a port of the node, is given once for each protocol.
  private mutating func repetitions(
    of port: Field, among earlier: some Sequence<Field>, _ service: ServiceScope
  ) {
    var (isSameNode, isSamePort) = (false, false)
    let (number, node) = (port["port"].integer ?? 0, port["nodePort"].integer ?? 0)
    for other in earlier where other.hasProtocol(of: port) {
      let otherNode = other["nodePort"].integer ?? 0
      let hasNumber = other["port"].integer ?? 0 == number
      if !isSameNode, node != 0, node == otherNode {
        addDuplicate(port["nodePort"], of: other["nodePort"])  // SVC21
        isSameNode = true
      } else if !isSameNode, hasNumber, service.allocatesNodePorts, node == 0 || otherNode == 0 {
        // One number of a port gets one port of the node.
        add(.duplicate, at: port["nodePort"], .duplicate, .sharedNodePort(number))  // SVC21
        isSameNode = true
      }
      if !isSamePort, hasNumber {
        addDuplicate(port["port"].reported(at: port), of: other["port"])  // SVC23
        isSamePort = true
      }
    }
  }

  /// A bad port is copied to the target where none is given, and reported there as well.
  private mutating func expectServicePort(_ number: Field, _ target: Field) {
    let isUnset = target.isEmpty || target.integer == 0
    if let port = number.integer {
      expectPort(number)  // SVC15
      if isUnset, !(1...65_535).contains(port) { add(.portRange, at: target, .invalid, .copiedPort) }  // SVC18
    } else if !number.isGiven {
      expectPortOrName(number)  // SVC15
      if isUnset { expectPortOrName(target) }  // SVC18
    }
    if !isUnset { expectPortOrName(target) }  // SVC18
  }

  private mutating func sessionAffinity(_ spec: Field) {
    expect(spec["sessionAffinity"], oneOf: ["ClientIP", "None"])  // SVC26
    guard spec["sessionAffinity"].hasText("ClientIP") else { return }
    expect(spec["sessionAffinityConfig"]["clientIP"]["timeoutSeconds"], in: 1...86_400)  // SVC28
  }

  private mutating func externalAddresses(_ service: ServiceScope) {
    for address in service.spec["externalIPs"].items {
      expectIP(address)  // SVC46
      expectReachable(address)  // SVC47
    }
  }

  private mutating func sourceRanges(_ service: ServiceScope, of object: Field) {
    let spec = service.spec
    if !spec["loadBalancerSourceRanges"].isEmpty {
      let ranges = spec["loadBalancerSourceRanges"].reported(at: spec, "LoadBalancerSourceRanges")
      if !service.isLoadBalancer { forbid(ranges, .loadBalancerOnly("loadBalancerSourceRanges")) }  // SVC48
      for range in ranges.items { expectCIDR(range) }  // SVC49
      return
    }
    let annotations = object["metadata"]["annotations"]
    let list = annotations.entry("service.beta.kubernetes.io/load-balancer-source-ranges")
    guard list.isGiven else { return }
    if !service.isLoadBalancer { forbid(list, .loadBalancerOnly("load-balancer-source-ranges")) }  // SVC50
    let text = (list.text ?? "").trimmingBlanks
    guard !text.isEmpty else { return }
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      expectBlock(String(part).trimmingBlanks, of: list)  // SVC51
    }
  }

  private mutating func loadBalancing(_ service: ServiceScope) {
    let spec = service.spec
    if service.isLoadBalancer {
      expect(given: spec["loadBalancerClass"], .qualifiedName)  // SVC54
    } else {
      forbid(spec["allocateLoadBalancerNodePorts"], .loadBalancerOnly("allocateLoadBalancerNodePorts"))  // SVC52
      forbid(spec["loadBalancerClass"], .loadBalancerOnly("loadBalancerClass"))  // SVC55
    }
  }

  private mutating func trafficPolicies(_ service: ServiceScope) {
    let spec = service.spec
    let (external, health) = (spec["externalTrafficPolicy"], spec["healthCheckNodePort"])
    if service.isExternal {
      expect(external, oneOf: ["Cluster", "Local"])  // SVC58
    } else if !external.isEmpty {
      refuse(external, .noExternalTraffic)  // SVC56
    }
    if let port = health.integer, port != 0 {
      if service.isLoadBalancer, external.hasText("Local") {
        expectPort(health)  // SVC61
      } else {
        refuse(health, .noHealthCheck)  // SVC59
      }
    }
    expect(given: spec["internalTrafficPolicy"], oneOf: ["Cluster", "Local"])  // SVC63
    let distribution = spec["trafficDistribution"]
    let known: Words = ["PreferClose", "PreferSameZone", "PreferSameNode"]
    inVersions(.trafficDistribution) { $0.expect(given: distribution, oneOf: known) }  // SVC64
    guard known.contains(distribution) else { return }
    inVersions(.onlyPreferClose) { $0.expect(distribution, oneOf: ["PreferClose"]) }  // SVC64
  }
}

extension Field {
  private var protocolInUse: String { self["protocol"].isEmpty ? "TCP" : self["protocol"].text ?? "" }

  /// Whether two ports speak the same protocol; TCP where none is given.
  fileprivate func hasProtocol(of other: Field) -> Bool {
    protocolInUse == other.protocolInUse
  }
}

extension Message {
  fileprivate static var noPorts: Message {
    Message(
      en: "the Service listens nowhere: add 'ports' with at least one",
      ko: "Service가 여는 포트가 없습니다: 'ports'에 하나 이상 추가하십시오")
  }

  fileprivate static func headlessType(_ type: Field) -> Message {
    Message(
      en: "a Service without an address ('clusterIP: None') cannot be a \(type.written): remove one of the two",
      ko: "주소 없는 Service('clusterIP: None')는 \(type.written)이(가) 될 수 없습니다: 둘 가운데 하나를 지우십시오")
  }

  fileprivate static var noAddressForName: Message {
    Message(
      en: "an ExternalName is an alias in DNS without an address: remove this field",
      ko: "ExternalName은 주소 없는 DNS 별칭입니다: 이 필드를 지우십시오")
  }

  fileprivate static var noExternalName: Message {
    Message(
      en: "an ExternalName needs the name it stands for: add 'externalName'",
      ko: "ExternalName에는 가리킬 이름이 필요합니다: 'externalName'을 추가하십시오")
  }

  fileprivate static var unnamedPort: Message {
    Message(
      en: "a Service with several ports names each: add 'name'", ko: "포트가 여럿인 Service는 포트마다 이름이 필요합니다: 'name'을 추가하십시오")
  }

  fileprivate static var copiedPort: Message {
    Message(en: "'targetPort' is the port by default: mend that", ko: "'targetPort'의 기본값은 port입니다: 그것을 고치십시오")
  }

  fileprivate static var nodePort: Message {
    Message(
      en: "a ClusterIP Service opens no port on nodes: remove 'nodePort', or use 'type: NodePort'",
      ko: "ClusterIP Service는 노드의 포트를 열지 않습니다: 'nodePort'를 지우거나 'type: NodePort'를 쓰십시오")
  }

  fileprivate static func sharedNodePort(_ port: Int64) -> Message {
    Message(
      en: "two ports \(port) of one protocol would share a port of the node: give one another 'port'",
      ko: "같은 프로토콜의 포트 \(port) 두 개가 노드의 한 포트를 함께 쓰게 됩니다: 하나의 'port'를 바꾸십시오")
  }

  fileprivate static func loadBalancerOnly(_ field: String) -> Message {
    Message(
      en: "only a LoadBalancer has '\(field)': remove it, or use 'type: LoadBalancer'",
      ko: "'\(field)'은(는) LoadBalancer에만 있습니다: 지우거나 'type: LoadBalancer'를 쓰십시오")
  }

  fileprivate static var noExternalTraffic: Message {
    Message(
      en: "no traffic from outside reaches this Service: remove 'externalTrafficPolicy', or use 'type: NodePort' or "
        + "'LoadBalancer'",
      ko: "이 Service에는 외부 트래픽이 닿지 않습니다: 'externalTrafficPolicy'를 지우거나 'type: NodePort' 또는 'LoadBalancer'를 쓰십시오")
  }

  fileprivate static var noHealthCheck: Message {
    Message(
      en: "only a LoadBalancer with 'externalTrafficPolicy: Local' has a health check port: remove it, or write both",
      ko: "'externalTrafficPolicy: Local'인 LoadBalancer에만 상태 확인 포트가 있습니다: 지우거나 둘 다 쓰십시오")
  }
}
