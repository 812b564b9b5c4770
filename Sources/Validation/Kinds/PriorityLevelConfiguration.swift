import Findings

extension KindValidation {
  /// groups.md 3.14
  static let priorityLevelConfiguration = KindValidation(
    "flowcontrol.apiserver.k8s.io/v1", "PriorityLevelConfiguration", earlier: .flowControlBetas, scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: flowcontrol.apiserver.k8s.io/v1
        kind: PriorityLevelConfiguration
        metadata: {name: shop}
        spec:
          type: Limited
          limited:
            nominalConcurrencyShares: 20
            limitResponse:
              type: Queue
              queuing: {queues: 32, handSize: 6, queueLengthLimit: 50}
        """),
      Example(
        """
        apiVersion: flowcontrol.apiserver.k8s.io/v1
        kind: PriorityLevelConfiguration
        metadata: {name: shop}
        spec:
          type: Limited
          limited:
            lendablePercent: 150 # ←
            limitResponse:
              type: Queue
              queuing: {queues: 256, handSize: 8} # ←
          exempt: {} # ←
        """),
    ]
  ) { report, object in
    report.priorityLevel(object["spec"], of: object)
  }
}

extension Report {
  fileprivate mutating func priorityLevel(_ spec: Field, of object: Field) {
    let (type, limited, exempt) = (spec["type"], spec["limited"], spec["exempt"])
    let name = object["metadata"]["name"]
    let annotations = object["metadata"]["annotations"]
    if object["apiVersion"].hasText("flowcontrol.apiserver.k8s.io/v1") {
      forbid(
        annotations["flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares"].reported(at: annotations),
        .oldAnnotation)
    }
    if name.hasText("exempt") != type.hasText("Exempt") { refuse(type, .exemptName(name)) }
    switch type.text ?? "" {
    case "Exempt":
      forbid(limited, .otherLevel(limited, type))
      shares(exempt)
    case "Limited":
      forbid(exempt, .otherLevel(exempt, type))
      if limited.isGiven { limitedLevel(limited) } else { require(limited) }
    default: expect(always: type, oneOf: ["Exempt", "Limited"])
    }
    if name.hasText("exempt"), !type.hasText("Exempt") || limited.isGiven { refuse(spec, .fixedSpec(name)) }
    if name.hasText("catch-all"), !spec.isCatchAllLevel { refuse(spec, .fixedSpec(name)) }
  }

  private mutating func shares(_ level: Field) {
    expect(level.nominalShares, in: 0...)
    expect(level["lendablePercent"], in: 0...100)
  }

  private mutating func limitedLevel(_ limited: Field) {
    shares(limited)
    expect(limited["borrowingLimitPercent"], in: 0...)
    let response = limited["limitResponse"]
    let queuing = response["queuing"]
    switch response["type"].text ?? "" {
    case "Reject": forbid(queuing, .queueOfReject)
    case "Queue": if queuing.isGiven { queues(queuing) } else { require(queuing, .noQueues) }
    default: expect(always: response["type"], oneOf: ["Queue", "Reject"])
    }
  }

  private mutating func queues(_ queuing: Field) {
    expectPositiveOrDefault(queuing["queueLengthLimit"])
    let queues = expectPositiveOrDefault(queuing["queues"]) ?? 64
    if queues > 10_000_000 { expect(queuing["queues"], in: 1...10_000_000) }
    let hand = expectPositiveOrDefault(queuing["handSize"]) ?? 8
    guard hand > 0 else { return }
    if hand > queues {
      refuse(queuing["handSize"], .handOfMore(hand, queues), as: .numberRange)
    } else if exceedsHash(queues, hand) {
      refuse(queuing["handSize"], .wideHand(hand, queues), as: .numberRange)
    }
  }

  /// A number of which 0 is filled in, like an absent one.
  @discardableResult
  private mutating func expectPositiveOrDefault(_ field: Field) -> Int64? {
    guard let number = field.integer, number != 0 else { return nil }
    expect(field, in: 1...)
    return number
  }

  /// Whether it takes more than 60 bits to deal a hand of that many queues.
  private func exceedsHash(_ queues: Int64, _ hand: Int64) -> Bool {
    guard queues > 1 else { return false }
    var hands: Int64 = 1
    for _ in 0..<hand {
      let (product, overflow) = hands.multipliedReportingOverflow(by: queues)
      if overflow || product > 1 << 60 { return true }
      hands = product
    }
    return false
  }
}

extension Field {
  /// The shares of a level, which v1beta1 and v1beta2 called by another name.
  fileprivate var nominalShares: Field {
    let former = self["assuredConcurrencyShares"]
    return former.isGiven ? former.reported(at: self, "nominalConcurrencyShares") : self["nominalConcurrencyShares"]
  }

  /// The server's own level for what no other takes.
  fileprivate var isCatchAllLevel: Bool {
    let limited = self["limited"]
    return self["type"].hasText("Limited") && !self["exempt"].isGiven
      && limited.nominalShares.integer == 5 && (limited["lendablePercent"].integer ?? 0) == 0
      && !limited["borrowingLimitPercent"].isGiven && limited["limitResponse"]["type"].hasText("Reject")
      && !limited["limitResponse"]["queuing"].isGiven
  }
}

extension Message {
  fileprivate static var oldAnnotation: Message {
    Message(
      en: "the annotation belongs to v1beta3, and v1 keeps a zero anyway: remove it",
      ko: "이 어노테이션은 v1beta3용이며 v1은 0을 그대로 둡니다: 지우십시오")
  }

  fileprivate static func exemptName(_ name: Field) -> Message {
    Message(
      en: "only the level named 'exempt' is of type Exempt: write 'type: Limited', or that name",
      ko: "이름이 'exempt'인 수준만 Exempt 타입입니다: 'type: Limited'나 그 이름을 쓰십시오")
  }

  fileprivate static func otherLevel(_ block: Field, _ type: Field) -> Message {
    Message(
      en: "a level of type \(type.written) has no '\(block.name)': remove it",
      ko: "\(type.written) 타입에는 '\(block.name)'이(가) 없습니다: 지우십시오")
  }

  fileprivate static var queueOfReject: Message {
    Message(
      en: "requests that are rejected wait in no queue: remove 'queuing', or use 'type: Queue'",
      ko: "거절되는 요청은 줄을 서지 않습니다: 'queuing'을 지우거나 'type: Queue'를 쓰십시오")
  }

  fileprivate static var noQueues: Message {
    Message(
      en: "requests are to wait in queues: add 'queuing', which may be {}",
      ko: "요청이 기다릴 줄이 없습니다: 'queuing'을 추가하십시오. {}도 됩니다")
  }

  fileprivate static func handOfMore(_ hand: Int64, _ queues: Int64) -> Message {
    Message(
      en: "a hand of \(hand) cannot be dealt from \(queues) queues: use a smaller 'handSize'",
      ko: "줄 \(queues)개에서 \(hand)개를 고를 수 없습니다: 더 작은 'handSize'를 쓰십시오")
  }

  fileprivate static func wideHand(_ hand: Int64, _ queues: Int64) -> Message {
    Message(
      en: "a hand of \(hand) out of \(queues) queues takes more than the 60 bits of the hash: use fewer of either",
      ko: "줄 \(queues)개 가운데 \(hand)개를 고르려면 해시의 60비트가 모자랍니다: 둘 가운데 하나를 줄이십시오")
  }
}
