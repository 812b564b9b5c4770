import Findings
import Schema
import YAML

extension KindValidation {
  /// core.md 4.12. Two annotations that did something before 1.6 are judged still.
  static let node = KindValidation(
    "v1", "Node", scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Node
        metadata: {name: node-1}
        spec:
          podCIDR: 10.244.1.0/24
          taints:
          - {key: dedicated, value: gpu, effect: NoSchedule}
        status:
          capacity: {cpu: "4", memory: 8Gi, pods: "110"}
        """),
      Example(
        """
        apiVersion: v1
        kind: Node
        metadata: {name: node-1}
        spec:
          podCIDR: 10.244.1.0 # ←
          taints:
          - {key: dedicated, effect: NoSchedule}
          - {key: dedicated, effect: NoSchedule} # ←
          - key: gpu # ←
          - {key: spot, effect: noSchedule} # ←
        status:
          capacity:
            pods: 1.5 # ←
        """),
    ]
  ) { report, object in
    let (metadata, spec, status) = (object["metadata"], object["spec"], object["status"])
    report.taintsAnnotation(of: metadata)
    report.avoidedPods(of: metadata)
    report.taints(spec["taints"].reported(at: metadata, "taints"))
    report.nodeStatus(status, of: object)
    report.podBlocks(spec)
    if !spec["externalID"].isEmpty { report.warn(.deprecated, at: spec["externalID"], .externalID) }  // W45
  }
}

extension Report {
  fileprivate mutating func taints(_ taints: Field) {
    for (index, taint) in taints.items.enumerated() {
      let (key, effect) = (taint["key"], taint["effect"])
      expect(always: key, .qualifiedName)  // NODE7
      expect(taint["value"], .labelValue)  // NODE8
      require(effect)  // NODE9
      expect(effect, oneOf: ["NoExecute", "NoSchedule", "PreferNoSchedule"])  // NODE10
      for (position, other) in taints.items.enumerated() where position < index && other.isSameTaint(as: taint) {
        add(
          .duplicate, at: taint, .duplicate, .sameTaint(taint),
          related: [Related(range: other.range, message: Message(en: "the first is here", ko: "처음 쓰인 곳입니다"))])
        break  // NODE11
      }
    }
  }

  fileprivate mutating func nodeStatus(_ status: Field, of object: Field) {
    let (capacity, allocatable) = (status["capacity"], status["allocatable"])
    nodeAmounts(capacity, as: "capacity", of: status)
    // What can be used is all there is, where nothing else is said.
    nodeAmounts(allocatable.isGiven ? allocatable : capacity, as: "allocatable", of: status)
    let swap = status["nodeInfo"]["swap"]["capacity"]
    if let bytes = swap.integer, bytes <= 0 {
      refuse(
        swap.reported(at: object["metadata"], [.field("nodeSwapStatus"), .field("capacity")]), .noSwap,
        as: .numberRange)  // NODE14
    }
    inVersions(VersionSet("1.36-") ?? []) { $0.declaredFeatures(status["declaredFeatures"]) }
  }

  private mutating func nodeAmounts(_ list: Field, as name: StaticString, of status: Field) {
    for (key, value) in list.entries {
      amount(value.reported(at: status, [.field("\(name)"), .field(key.written)]), of: key)  // NODE12 NODE13
    }
  }

  private mutating func declaredFeatures(_ features: Field) {
    var previous: [UInt8] = []
    for (index, feature) in features.items.enumerated() {
      let name = Array((feature.text ?? "").utf8)
      if name.count > 253 || !isFeatureName(name) { refuse(feature, .featureName(feature), as: .nameFormat) }  // NODE15
      if index > 0, name == previous {
        add(.duplicate, at: feature, .duplicate, .featureOrder(feature))  // NODE16
      } else if index > 0, name.lexicographicallyPrecedes(previous) {
        refuse(feature, .featureOrder(feature))  // NODE17
      }
      previous = name
    }
  }

  fileprivate mutating func podBlocks(_ spec: Field) {
    let (one, many) = (spec["podCIDR"], spec["podCIDRs"])
    let first = many.items.first { _ in true }
    if !one.isEmpty, !one.hasTextOf(first ?? spec["podCIDRs"]) {
      // The single one counts where the two fields differ.
      podBlock(one.reported(at: spec, [.field("podCIDRs"), .index(0)]))
      return
    }
    for block in many.items { podBlock(block) }  // NODE18
    if many.count > 2 {
      refuse(many, .manyBlocks, as: .addressFormat)  // NODE19
    } else {
      expectOneOfEachFamily(many)  // NODE19
    }
  }

  private mutating func podBlock(_ block: Field) {
    expectCIDR(block, ignoringBlanks: false)
    warnOfBlockSpelling(block)  // W46
  }

  fileprivate mutating func taintsAnnotation(of metadata: Field) {
    let annotation = metadata["annotations"]["scheduler.alpha.kubernetes.io/taints"]
    guard !annotation.isEmpty else { return }
    guard let root = annotation.embeddedJSON, root.isSequence || root.isNull else {
      return refuse(annotation.reported(at: metadata, "annotations"), .noJSON("taints"))  // NODE2
    }
    inside(
      annotation, root, at: metadata, [.field("annotations"), .field("scheduler.alpha.kubernetes.io/taints")]
    ) { $0.taints($1) }  // NODE3
  }

  fileprivate mutating func avoidedPods(of metadata: Field) {
    let annotation = metadata["annotations"]["scheduler.alpha.kubernetes.io/preferAvoidPods"]
    guard !annotation.isEmpty else { return }
    guard let root = annotation.embeddedJSON, root.isMapping || root.isNull else {
      return refuse(
        annotation.reported(at: metadata, [.field("annotations"), .field("AvoidPods")]), .noJSON("preferAvoidPods"))
      // NODE4
    }
    let way: [FieldPath.Element] = [
      .field("annotations"), .field("scheduler.alpha.kubernetes.io/preferAvoidPods"),
    ]
    Field.reading(root) { root in
      for (index, entry) in root["preferAvoidPods"].items.enumerated() {
        let controller = entry["podSignature"]["podController"]
        let signature = way + [.index(index), .field("PodSignature")]
        if !controller.isGiven {
          add(.required, at: annotation.reported(at: metadata, signature), .required, .noController)  // NODE5
        } else if !controller["controller"].isTrue {
          let place = signature + [.field("PodController"), .field("Controller")]
          refuse(annotation.reported(at: metadata, place), .noController)  // NODE6
        }
      }
    }
  }
}

/// `[A-Z][a-zA-Z0-9]*`, then parts after slashes that may begin with any letter.
private func isFeatureName(_ name: [UInt8]) -> Bool {
  for (index, part) in name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).enumerated() {
    guard let first = part.first, isLetter(first), index > 0 || first <= UInt8(ascii: "Z") else { return false }
    for byte in part where !isLetter(byte) && !(byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) { return false }
  }
  return true
}

private func isLetter(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
}

extension Field {
  fileprivate func isSameTaint(as other: Field) -> Bool {
    for name in ["key", "effect"] as [StaticString] where (self[name].text ?? "") != (other[name].text ?? "") {
      return false
    }
    return true
  }
}

extension Message {
  fileprivate static func sameTaint(_ taint: Field) -> Message {
    let (key, effect) = (taint["key"].text ?? "", taint["effect"].text ?? "")
    return Message(
      en: "the node has the taint '\(key):\(effect)' already: give each key and effect once",
      ko: "노드에 테인트 '\(key):\(effect)'이(가) 이미 있습니다: 키와 효과의 쌍은 한 번만 쓰십시오")
  }

  fileprivate static var noSwap: Message {
    Message(en: "a node without swap leaves the field out: remove it", ko: "스왑이 없는 노드는 이 필드를 쓰지 않습니다: 지우십시오")
  }

  fileprivate static func featureName(_ feature: Field) -> Message {
    Message(
      en: "'\(feature.written)' is no name of a feature: write letters and digits such as 'GuaranteedQoSPodCPUResize'",
      ko: "'\(feature.written)'은(는) 기능 이름이 아닙니다: 'GuaranteedQoSPodCPUResize'처럼 글자와 숫자로 쓰십시오")
  }

  fileprivate static func featureOrder(_ feature: Field) -> Message {
    Message(
      en: "'\(feature.written)' does not come after the feature before it: sort the list, each name once",
      ko: "'\(feature.written)'이(가) 앞의 기능보다 뒤에 오지 않습니다: 목록을 정렬하고 이름은 한 번씩만 쓰십시오")
  }

  fileprivate static var manyBlocks: Message {
    Message(
      en: "a node has at most one block of each family: keep one IPv4 and one IPv6 block",
      ko: "노드의 블록은 계열마다 하나입니다: IPv4와 IPv6 블록을 하나씩만 두십시오")
  }

  fileprivate static func noJSON(_ key: String) -> Message {
    Message(
      en: "'\(key)' does not hold the JSON that it should: remove the annotation, which does nothing any more",
      ko: "'\(key)'의 값이 JSON이 아닙니다: 더 이상 쓰이지 않는 어노테이션이니 지우십시오")
  }

  fileprivate static var noController: Message {
    Message(
      en: "an entry names no controller of Pods: remove the annotation, which does nothing any more",
      ko: "항목에 Pod의 컨트롤러가 없습니다: 더 이상 쓰이지 않는 어노테이션이니 지우십시오")
  }

  fileprivate static var externalID: Message {
    Message(en: "'externalID' is not used any more: remove it", ko: "'externalID'는 더 이상 쓰이지 않습니다: 지우십시오")
  }
}
