import Findings
import Schema
import YAML

extension KindValidation {
  /// core.md 4.11; the order of a limit's values is judged in `Blocks/Limits.swift`.
  static let limitRange = KindValidation(
    "v1", "LimitRange", metadata: .commonWithoutName,
    examples: [
      Example(
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: defaults}
        spec:
          limits:
          - type: Container
            min: {cpu: 50m, memory: 32Mi}
            defaultRequest: {cpu: 100m, memory: 64Mi}
            default: {cpu: 500m, memory: 256Mi}
            max: {cpu: "2", memory: 1Gi}
          - type: PersistentVolumeClaim
            max: {storage: 50Gi}
        """),
      Example(
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: defaults}
        spec:
          limits:
          - type: Container
            default: {cpu: 500m}
            defaultRequest:
              cpu: "1" # ←
            maxLimitRequestRatio: {memory: 0.5} # ←
          - type: Pod
            default: {cpu: 500m} # ←
            max: {gpu: "1"} # ←
          - type: container # ←
          - type: PersistentVolumeClaim # ←
        """),
    ]
  ) { report, object in
    let limits = object["spec"]["limits"]
    for limit in limits.items { report.limit(limit) }
    report.expectUnique(limits, by: "type", includingEmpty: true)  // LR3
  }
}

extension Report {
  fileprivate mutating func limit(_ limit: Field) {
    let type = limit["type"]
    limitType(type)
    if type.hasText("Pod") {
      if !limit["default"].isEmpty { forbid(limit["default"], .defaultOfPod, as: .limitOrder) }  // LR5
      if !limit["defaultRequest"].isEmpty { forbid(limit["defaultRequest"], .defaultOfPod, as: .limitOrder) }  // LR5
    }
    if type.hasText("PersistentVolumeClaim"), !limit["min"].hasStorage, !limit["max"].hasStorage {
      add(.required, at: limit["limits"], .required, .noStorage)  // LR6
    }
    limitValues(limit)  // LR4, LR7–LR15
  }

  private mutating func limitType(_ type: Field) {
    let known: Words = ["Container", "PersistentVolumeClaim", "Pod"]
    expect(always: type, .qualifiedName)  // LR1
    guard let text = type.text, Grammar.qualifiedName.matches(text) else { return }
    if !type.isQualified, !known.contains(type) { refuse(type, .unknownType(type, known)) }  // LR2
  }
}

extension Field {
  fileprivate var hasStorage: Bool { node?.member("storage") != nil }
}

extension Message {
  fileprivate static var defaultOfPod: Message {
    Message(
      en: "defaults are given to containers: move it to a limit of 'type: Container'",
      ko: "기본값은 컨테이너에 줍니다: 'type: Container'인 제한으로 옮기십시오")
  }

  fileprivate static var noStorage: Message {
    Message(
      en: "a limit of claims bounds their storage: add 'min.storage' or 'max.storage'",
      ko: "클레임의 제한은 스토리지의 범위를 정합니다: 'min.storage'나 'max.storage'를 추가하십시오")
  }

  fileprivate static func unknownType(_ type: Field, _ known: Words) -> Message {
    if let meant = known.nearest(to: type.written) {
      return Message(
        en: "type '\(type.written)' is not known: did you mean '\(meant)'",
        ko: "타입 '\(type.written)'은(는) 알 수 없습니다: '\(meant)'을(를) 쓰려고 했습니까")
    }
    return Message(
      en: "type '\(type.written)' is not known: use one of \(known.list)",
      ko: "타입 '\(type.written)'은(는) 알 수 없습니다: \(known.list) 가운데 하나를 쓰십시오")
  }
}
