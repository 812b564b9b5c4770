import Findings
import Schema
import YAML

/// What the API server's allocator refuses before validation looks at a Service (core.md 4.1). Which addresses and
/// ports of nodes are free only the cluster knows.
extension Report {
  mutating func allocation(of service: ServiceScope) {
    let before = findings.count
    if !service.isExternalName {
      clusterAddresses(service)
      if findings.count == before { stacks(service) }
    }
    if findings.count == before, service.isNodePort || service.isLoadBalancer { nodePorts(service) }
  }

  private mutating func clusterAddresses(_ service: ServiceScope) {
    let spec = service.spec
    let (one, many, families) = (spec["clusterIP"], spec["clusterIPs"], spec["ipFamilies"])
    if !many.isEmpty {
      if one.isEmpty {
        refuse(many, .addressesAlone, as: .clusterAddress)  // SVC32
      } else if let first = many.items.first(where: { _ in true }), !first.hasTextOf(one) {
        refuse(many, .differentAddresses(one), as: .clusterAddress)  // SVC31
      }
    }
    for family in families.items { expect(always: family, oneOf: ["IPv4", "IPv6"]) }  // SVC33
    var seen = FieldsByText()
    for family in families.items {
      if let first = seen.insert(family) { addDuplicate(family, of: first) }  // SVC34
    }
    expect(given: spec["ipFamilyPolicy"], oneOf: ["PreferDualStack", "RequireDualStack", "SingleStack"])  // SVC35
    let addresses = service.addresses
    let before = findings.count
    for (index, address) in addresses.enumerated() {
      if index > 0 || !address.hasText("None") {
        expectIP(service.place(of: address))  // SVC37
      } else if addresses.count > 1 {
        refuse(many, .noneAndMore, as: .clusterAddress)  // SVC36
      }
    }
    let hasUnreadable = findings.count > before
    if addresses.count > 2 { refuse(many, .threeAddresses, as: .clusterAddress) }  // SVC38
    if !hasUnreadable { familiesOfAddresses(service) }
  }

  private mutating func familiesOfAddresses(_ service: ServiceScope) {
    let versions = service.addresses.map { address in address.text.flatMap { IP($0) }?.isIPv6 }
    if versions.count == 2, let first = versions[0], first == versions[1] {
      refuse(service.spec["clusterIPs"], .oneFamily, as: .clusterAddress)  // SVC39
    }
    guard !versions.contains(nil) else { return }
    for (index, family) in service.spec["ipFamilies"].items.enumerated() where index < versions.count {
      guard let isIPv6 = versions[index], family.hasText("IPv4") || family.hasText("IPv6") else { continue }
      if isIPv6 != family.hasText("IPv6") {
        refuse(service.place(of: service.addresses[index]), .otherFamily(family), as: .clusterAddress)  // SVC40
      }
    }
  }

  /// A Service has one family of addresses where it does not ask for two; but two where it has neither an address nor a
  /// selector, and does not say.
  private mutating func stacks(_ service: ServiceScope) {
    let policy = service.spec["ipFamilyPolicy"]
    let isForOthers = service.isHeadless && service.spec["selector"].isEmpty
    guard policy.hasText("SingleStack") || !policy.isGiven && !isForOthers else { return }
    if service.addresses.count == 2 || service.spec["ipFamilies"].count == 2 {
      refuse(policy, .twoStacks, as: .clusterAddress)  // SVC41
    }
  }

  /// A port of the node is taken once, whatever the protocol; ports of one number share theirs.
  private mutating func nodePorts(_ service: ServiceScope) {
    let ports = service.spec["ports"]
    var (asked, shared): ([Int64: Int64], [Int64: Int64]) = ([:], [:])
    for port in ports.items {
      let (number, node) = (port["port"].integer ?? 0, port["nodePort"].integer ?? 0)
      if node != 0, asked[number] == nil { asked[number] = node }
    }
    var taken: [Int64: Field] = [:]
    for port in ports.items {
      let (number, node) = (port["port"].integer ?? 0, port["nodePort"].integer ?? 0)
      guard node != 0 || service.allocatesNodePorts else { continue }
      let wanted = shared[number] == nil ? asked[number] ?? 0 : node
      if wanted != 0, wanted != shared[number] {
        if let other = taken[wanted] { return refuse(port["nodePort"], .takenNodePort(wanted, other)) }  // SVC22
        taken[wanted] = port
      }
      // What the allocator chooses is no other port's.
      if shared[number] == nil { shared[number] = wanted }
    }
    let health = service.spec["healthCheckNodePort"]
    if service.isLoadBalancer, service.spec["externalTrafficPolicy"].hasText("Local"), let port = health.integer,
      let other = taken[port]
    {
      add(.invalid, at: health, .internalError, .takenNodePort(port, other))  // SVC61
    }
  }
}

extension ServiceScope {
  /// The place of an address: the API server copies a single one to the list.
  fileprivate func place(of address: Field) -> Field {
    spec["clusterIPs"].isEmpty ? address.reported(at: spec, [.field("clusterIPs"), .index(0)]) : address
  }
}

extension Message {
  fileprivate static var addressesAlone: Message {
    Message(
      en: "the first of 'clusterIPs' stands in 'clusterIP' too: add it there, or write 'clusterIP' alone",
      ko: "'clusterIPs'의 첫 주소는 'clusterIP'에도 있어야 합니다: 추가하거나 'clusterIP'만 쓰십시오")
  }

  fileprivate static func differentAddresses(_ one: Field) -> Message {
    Message(
      en: "'clusterIP' is '\(one.written)' and the first of 'clusterIPs' is not: write the same",
      ko: "'clusterIP'는 '\(one.written)'인데 'clusterIPs'의 첫 주소와 다릅니다: 같게 쓰십시오")
  }

  fileprivate static var noneAndMore: Message {
    Message(en: "'None' means no address: let it stand alone", ko: "'None'은 주소가 없다는 뜻입니다: 그것만 두십시오")
  }

  fileprivate static var threeAddresses: Message {
    Message(en: "a Service has at most one address of each family: keep two", ko: "Service의 주소는 계열마다 하나입니다: 두 개만 두십시오")
  }

  fileprivate static var oneFamily: Message {
    Message(
      en: "both addresses are of one family: write one IPv4 and one IPv6 address",
      ko: "두 주소가 같은 계열입니다: IPv4와 IPv6 주소를 하나씩 쓰십시오")
  }

  fileprivate static func otherFamily(_ family: Field) -> Message {
    Message(
      en: "'ipFamilies' says \(family.written) here: write an address of that family",
      ko: "'ipFamilies'에는 \(family.written)(으)로 쓰였습니다: 그 계열의 주소를 쓰십시오")
  }

  fileprivate static var twoStacks: Message {
    Message(
      en: "two families need 'ipFamilyPolicy: PreferDualStack' or 'RequireDualStack': write one of them",
      ko: "두 계열을 쓰려면 'ipFamilyPolicy: PreferDualStack'이나 'RequireDualStack'이 필요합니다: 하나를 쓰십시오")
  }

  fileprivate static func takenNodePort(_ port: Int64, _ other: Field) -> Message {
    let name = other["name"].text ?? "\(other["port"].integer ?? 0)"
    return Message(
      en: "port \(port) of nodes is taken by port '\(name)' of this Service: choose another",
      ko: "노드의 포트 \(port)은(는) 이 Service의 포트 '\(name)'이(가) 씁니다: 다른 포트를 고르십시오")
  }
}
