import Findings
import Schema

/// What the API server accepts in a Service, and warns of (core.md 6).
extension Report {
  mutating func warnOfService(_ service: ServiceScope) {
    let spec = service.spec
    if !service.isExternalName, !service.isHeadless {
      for address in service.addresses { warnOfSpelling(address) }  // W28
    }
    for address in spec["externalIPs"].items { warnOfSpelling(address) }  // W28
    let balancer = spec["loadBalancerIP"]
    if let text = balancer.text, let address = IP(text), address.hasLeadingZeros || address.isIPv4Mapped {
      inVersions(.strictAddresses) { $0.warn(.addressSpelling, at: balancer, .ambiguousBalancer(balancer)) }  // W28
    } else {
      warnOfSpelling(balancer)  // W28
    }
    for range in spec["loadBalancerSourceRanges"].items { warnOfBlockSpelling(range) }  // W29
    warnOfIgnoredFields(service)
    let distribution = spec["trafficDistribution"]
    dropped(distribution, .trafficDistributionDropped)
    if distribution.hasText("PreferClose") {
      inVersions(.warnsOfPreferClose) { $0.warn(.deprecated, at: distribution, .preferClose) }  // W34
    }
    for port in spec["ports"].items { warnOfNodePort(port["nodePort"], of: service) }
  }

  private mutating func warnOfIgnoredFields(_ service: ServiceScope) {
    let spec = service.spec
    let (external, name) = (spec["externalIPs"], spec["externalName"])
    if service.isClusterIP, service.isHeadless {
      if !spec["loadBalancerIP"].isEmpty { warn(.deprecated, at: spec["loadBalancerIP"], .ignored("None")) }  // W30
      if !external.isEmpty { warn(.deprecated, at: external, .ignored("None")) }  // W30
      let affinity = spec["sessionAffinity"]
      if !affinity.isEmpty, !affinity.hasText("None") { warn(.deprecated, at: affinity, .ignored("None")) }  // W30
    } else if service.isExternalName {
      if !external.isEmpty { warn(.deprecated, at: external, .ignored("ExternalName")) }  // W32
    } else if !external.isEmpty {
      inVersions(.warnsOfExternalIPs) { $0.warn(.deprecated, at: external, .externalAddresses) }  // W31
    }
    if !service.isExternalName, !name.isEmpty { warn(.deprecated, at: name, .nameOfOtherType) }  // W33
  }

  /// A server opens the ports that its flags say: 30000 to 32767 where they say nothing.
  private mutating func warnOfNodePort(_ port: Field, of service: ServiceScope) {
    guard service.isNodePort || service.isLoadBalancer, let number = port.integer, number != 0 else { return }
    if !(30_000...32_767).contains(number) { warn(.portRange, at: port, .nodePortRange(number)) }  // SVC22
  }

  /// Two names of one annotation say the same.
  mutating func topologyAnnotations(_ annotations: Field) {
    let (hints, mode) = (
      annotations.entry("service.kubernetes.io/topology-aware-hints"),
      annotations.entry("service.kubernetes.io/topology-mode")
    )
    guard hints.isGiven else { return }
    inVersions(.topologyMode) { report in
      if mode.isGiven, !mode.hasTextOf(hints) {  // SVC2
        report.refuse(
          mode, .otherMode(hints),
          related: [Related(range: hints.range, message: Message(en: "the older one is here", ko: "이전 어노테이션입니다"))])
      }
      report.warn(.deprecated, at: hints, .oldHints)  // W27
    }
  }
}

extension Message {
  fileprivate static func ambiguousBalancer(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' can be read in two ways: write it without leading zeros, an IPv4 address as IPv4",
      ko: "'\(field.written)'은(는) 두 가지로 읽힐 수 있습니다: 앞자리 0 없이, IPv4 주소는 IPv4로 쓰십시오")
  }

  fileprivate static var preferClose: Message {
    Message(
      en: "'PreferClose' has a clearer name: write 'PreferSameZone'", ko: "'PreferClose'의 새 이름을 쓰십시오: 'PreferSameZone'")
  }

  fileprivate static func ignored(_ why: String) -> Message {
    why == "None"
      ? Message(
        en: "a Service without an address ('clusterIP: None') ignores this field: remove it",
        ko: "주소 없는 Service('clusterIP: None')는 이 필드를 무시합니다: 지우십시오")
      : Message(
        en: "a Service of type '\(why)' ignores this field: remove it",
        ko: "'\(why)' 타입의 Service는 이 필드를 무시합니다: 지우십시오")
  }

  fileprivate static var externalAddresses: Message {
    Message(
      en: "'externalIPs' is deprecated, as any user can claim any address: use a LoadBalancer or a Gateway",
      ko: "누구나 아무 주소나 차지할 수 있어 'externalIPs'는 더는 쓰지 않습니다: LoadBalancer나 Gateway를 쓰십시오")
  }

  fileprivate static var nameOfOtherType: Message {
    Message(
      en: "'externalName' means nothing here: remove it, or write 'type: ExternalName'",
      ko: "여기서 'externalName'에는 뜻이 없습니다: 지우거나 'type: ExternalName'을 쓰십시오")
  }

  fileprivate static func nodePortRange(_ port: Int64) -> Message {
    Message(
      en:
        "servers open the ports 30000 to 32767 of nodes and refuse \(port), unless they are set up otherwise: use one "
        + "of these",
      ko: "서버는 따로 설정하지 않으면 노드의 30000부터 32767까지의 포트를 열고 \(port)은(는) 거부합니다: 그 안에서 고르십시오")
  }

  fileprivate static func otherMode(_ hints: Field) -> Message {
    Message(
      en: "the older annotation 'topology-aware-hints' says '\(hints.written)': remove it",
      ko: "이전 어노테이션 'topology-aware-hints'에는 '\(hints.written)'(으)로 쓰였습니다: 그것을 지우십시오")
  }

  fileprivate static var oldHints: Message {
    Message(
      en: "the annotation has a new name: write 'service.kubernetes.io/topology-mode'",
      ko: "어노테이션의 이름이 바뀌었습니다: 'service.kubernetes.io/topology-mode'를 쓰십시오")
  }
}
