import Findings
import Schema

extension KindValidation {
  /// groups.md 3.4
  static let networkPolicy = KindValidation(
    "networking.k8s.io/v1", "NetworkPolicy",
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db}
        spec:
          podSelector: {matchLabels: {app: db}}
          policyTypes: [Ingress, Egress]
          ingress:
          - from:
            - podSelector: {matchLabels: {app: web}}
              namespaceSelector: {matchLabels: {team: shop}}
            - ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}
            ports:
            - {port: 5432}
            - {port: 9000, endPort: 9010}
          egress: []
        """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db}
        spec:
          podSelector: {}
          policyTypes: [ingress] # ←
          ingress:
          - from:
            - ipBlock: # ←
                cidr: 10.0.0.1/8 # ←
                except: [192.168.0.0/16] # ←
              podSelector: {}
            - {} # ←
            ports:
            - port: "5432" # ←
            - port: 9000
              endPort: 8000 # ←
              protocol: tcp # ←
        """),
    ]
  ) { report, object in
    report.networkPolicy(object["spec"])
  }
}

extension Report {
  fileprivate mutating func networkPolicy(_ spec: Field) {
    labelSelector(spec["podSelector"])
    for rule in spec["ingress"].items { trafficRule(rule, peers: rule["from"]) }
    for rule in spec["egress"].items { trafficRule(rule, peers: rule["to"]) }
    let types = spec["policyTypes"]
    if types.count > 2 { return refuse(types, .manyTypes) }
    for type in types.items { expect(always: type, oneOf: ["Egress", "Ingress"]) }
  }

  private mutating func trafficRule(_ rule: Field, peers: Field) {
    for port in rule["ports"].items { trafficPort(port) }
    for peer in peers.items { self.peer(peer) }
  }

  private mutating func trafficPort(_ port: Field) {
    let (number, end) = (port["port"], port["endPort"])
    expect(given: port["protocol"], oneOf: .protocols)
    if number.isGiven { expectPortOrName(number) }
    guard end.isGiven else { return }
    guard let first = number.integer else { return refuse(end, .endWithoutNumber(number)) }
    if let last = end.integer, last < first { refuse(end, .endBeforeStart(end, number), as: .numberRange) }
    expectPort(end)
  }

  private mutating func peer(_ peer: Field) {
    let (pods, namespaces, block) = (peer["podSelector"], peer["namespaceSelector"], peer["ipBlock"])
    labelSelector(pods)
    labelSelector(namespaces)
    if block.isGiven { addressBlock(block) }
    if !pods.isGiven, !namespaces.isGiven, !block.isGiven {
      add(.networkPeer, at: peer, .required, .noPeer)
    } else if block.isGiven, pods.isGiven || namespaces.isGiven {
      add(.networkPeer, at: peer, .forbidden, .blockAndSelector)
    }
  }

  private mutating func addressBlock(_ block: Field) {
    let cidr = block["cidr"]
    require(cidr)
    guard !cidr.isEmpty else { return }
    expectCIDR(cidr, ignoringBlanks: false)
    guard let whole = cidr.text.flatMap({ CIDR($0) }) else { return }
    warnOfBlockSpelling(cidr)
    for exception in block["except"].items {
      expectCIDR(exception, ignoringBlanks: false)
      guard let part = exception.text.flatMap({ CIDR($0) }) else { continue }
      warnOfBlockSpelling(exception)
      if !whole.contains(part) || part.prefixLength == whole.prefixLength {
        refuse(exception, .notPartOf(exception, cidr), as: .networkPeer)
      }
    }
  }
}

extension Message {
  fileprivate static var manyTypes: Message {
    Message(
      en: "there are two types of traffic: write 'Ingress', 'Egress' or both",
      ko: "트래픽에는 두 종류가 있습니다: 'Ingress', 'Egress' 또는 둘 다 쓰십시오")
  }

  fileprivate static func endWithoutNumber(_ port: Field) -> Message {
    port.isGiven
      ? Message(
        en: "a range of ports begins with a number, and 'port' is a name: write its number, or remove 'endPort'",
        ko: "포트 범위는 번호로 시작하는데 'port'가 이름입니다: 번호로 쓰거나 'endPort'를 지우십시오")
      : Message(
        en: "a range of ports has a beginning: add 'port', or remove 'endPort'",
        ko: "포트 범위에는 시작이 있어야 합니다: 'port'를 추가하거나 'endPort'를 지우십시오")
  }

  fileprivate static func endBeforeStart(_ end: Field, _ port: Field) -> Message {
    Message(
      en: "the range ends at \(end.written), before it begins at \(port.written): write \(port.written) or more",
      ko: "범위의 끝 \(end.written)이(가) 시작 \(port.written)보다 작습니다: \(port.written) 이상을 쓰십시오")
  }

  fileprivate static var noPeer: Message {
    Message(
      en: "the peer says nothing: add 'podSelector', 'namespaceSelector' or 'ipBlock', or remove the list to mean all",
      ko: "상대가 정해지지 않았습니다: 'podSelector', 'namespaceSelector', 'ipBlock'을 추가하거나, 모두를 뜻한다면 목록을 지우십시오")
  }

  fileprivate static var blockAndSelector: Message {
    Message(
      en: "an 'ipBlock' stands alone in its peer: make the selectors an item of their own",
      ko: "'ipBlock'은 다른 것과 함께 쓸 수 없습니다: 셀렉터를 별도의 항목으로 나누십시오")
  }

  fileprivate static func notPartOf(_ exception: Field, _ cidr: Field) -> Message {
    Message(
      en: "'\(exception.written)' is no part of '\(cidr.written)': except smaller blocks inside it only",
      ko: "'\(exception.written)'은(는) '\(cidr.written)'의 일부가 아닙니다: 그 안의 더 작은 블록만 제외하십시오")
  }
}
