import Findings
import Schema
import YAML

extension Words {
  static let accessModes: Words = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"]
  static let volumeModes: Words = ["Block", "Filesystem"]
}

extension Report {
  /// The spec of a PersistentVolumeClaim, also in templates of it (core.md 4.9).
  mutating func claimSpec(_ spec: Field, isTemplateOfVolume: Bool = false) {
    accessModes(spec["accessModes"])  // PVC1–PVC3
    labelSelector(spec["selector"])  // PVC4
    let storage = spec["resources"]["requests"]["storage"].reported(at: spec["resources"], [.key("storage")])
    if spec["resources"]["requests"].node?.member("storage") != nil {
      expectPositive(storage)  // PVC6
    } else {
      require(storage, .noStorage)  // PVC5
    }
    expect(spec["storageClassName"], .subdomain)  // PVC7
    expect(given: spec["volumeMode"], oneOf: .volumeModes)  // PVC8
    dataSources(spec, isTemplateOfVolume: isTemplateOfVolume)
    inVersions(.volumeAttributes) { $0.expect(spec["volumeAttributesClassName"], .subdomain) }  // PVC18
  }

  /// How a volume may be mounted; the API server names no item.
  mutating func accessModes(_ modes: Field) {
    require(modes, .noAccessModes)  // PV1 PVC1
    for mode in modes.items { expect(always: mode.reported(at: modes), oneOf: .accessModes) }  // PV2 PVC2
    inVersions(.withoutOncePod) { report in
      for mode in modes.items where mode.hasText("ReadWriteOncePod") {
        report.expect(mode.reported(at: modes), oneOf: ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce"])  // PV2 PVC2
      }
    }
    let known = modes.items.filter { Words.accessModes.contains($0) }
    let oncePod = known.filter { $0.hasText("ReadWriteOncePod") }
    if !oncePod.isEmpty, oncePod.count < known.count { forbid(modes, .oncePodAlone) }  // PV3 PVC3
  }

  /// An amount of more than nothing, which null is.
  mutating func expectPositive(_ field: Field) {
    let amount = field.isGiven ? field.quantity : Quantity(0)
    if let amount, amount.sign <= 0 { refuse(field, .noAmount(field), as: .quantity) }
  }

  private mutating func dataSources(_ spec: Field, isTemplateOfVolume: Bool) {
    let (source, reference) = (spec["dataSource"], spec["dataSourceRef"])
    let isCopied = !isTemplateOfVolume
    // The API server drops a reference to another namespace, then what it does not know as a source, and fills in the
    // one of the two that is missing.
    let hasReference = reference.isGiven && (reference["namespace"].isEmpty || !isCopied)
    let isDropped = isCopied && !hasReference && !source.isKnownDataSource
    if source.isGiven, !isDropped {
      dataSource(source)
      if isCopied, !hasReference { dataSource(source.reported(at: spec, "dataSourceRef")) }
    }
    guard hasReference else { return }
    dataSource(reference)
    if isTemplateOfVolume { expect(reference["namespace"], .label) }  // PVC15
    if !source.isGiven {
      if isCopied { dataSource(reference.reported(at: spec, "dataSource")) }
    } else if !reference["namespace"].isEmpty {
      refuse(spec, .sourceAndNamespace)  // PVC17
    } else if !source.isSameSource(as: reference) {
      refuse(spec, .differentSources)  // PVC16
    }
  }

  private mutating func dataSource(_ source: Field) {
    require(source["name"])  // PVC9 PVC12
    require(source["kind"])  // PVC9 PVC12
    if source["apiGroup"].isEmpty, !source["kind"].hasText("PersistentVolumeClaim") {
      refuse(source, .sourceWithoutGroup(source))  // PVC10 PVC13
    }
    expect(source["apiGroup"], .subdomain)  // PVC11 PVC14
  }
}

extension Field {
  /// Whether two references name one object in the same words: an empty group is not an absent one.
  fileprivate func isSameSource(as other: Field) -> Bool {
    for name in ["kind", "name"] as [StaticString]
    where (self[name].text ?? "") != (other[name].text ?? "") { return false }
    return self["apiGroup"].text == other["apiGroup"].text
  }

  /// A claim, or a snapshot.
  fileprivate var isKnownDataSource: Bool {
    self["kind"].hasText("PersistentVolumeClaim") && self["apiGroup"].isEmpty
      || self["kind"].hasText("VolumeSnapshot") && self["apiGroup"].hasText("snapshot.storage.k8s.io")
  }
}

extension Message {
  fileprivate static var noStorage: Message {
    Message(
      en: "the claim asks for no storage: add 'resources.requests.storage'",
      ko: "클레임이 요청하는 용량이 없습니다: 'resources.requests.storage'를 추가하십시오")
  }

  fileprivate static var noAccessModes: Message {
    Message(
      en: "'accessModes' is missing: say how the volume is mounted, such as 'ReadWriteOnce'",
      ko: "'accessModes'가 없습니다: 'ReadWriteOnce'처럼 볼륨을 어떻게 마운트할지 쓰십시오")
  }

  fileprivate static var oncePodAlone: Message {
    Message(
      en: "'ReadWriteOncePod' keeps all others out: let it stand alone",
      ko: "'ReadWriteOncePod'는 다른 모드와 함께 쓸 수 없습니다: 그것만 두십시오")
  }

  fileprivate static func noAmount(_ field: Field) -> Message {
    Message(
      en: "\(field.name) '\(field.written)' is nothing: write more than 0",
      ko: "\(field.name) '\(field.written)'은(는) 0보다 커야 합니다: 더 큰 양을 쓰십시오")
  }

  fileprivate static func sourceWithoutGroup(_ source: Field) -> Message {
    guard let kind = source["kind"].text, !kind.isEmpty else {
      return Message(
        en: "a source without 'apiGroup' is a claim: write 'kind: PersistentVolumeClaim', or add the group",
        ko: "'apiGroup'이 없는 소스는 클레임입니다: 'kind: PersistentVolumeClaim'을 쓰거나 그룹을 추가하십시오")
    }
    return Message(
      en: "'\(kind)' is no kind of the core group that can fill a volume: add its 'apiGroup', or use a "
        + "'PersistentVolumeClaim'",
      ko: "'\(kind)'은(는) 볼륨을 채울 수 있는 코어 그룹의 종류가 아닙니다: 'apiGroup'을 쓰거나 'PersistentVolumeClaim'을 쓰십시오")
  }

  fileprivate static var sourceAndNamespace: Message {
    Message(
      en: "'dataSourceRef' names a namespace, which 'dataSource' cannot: keep 'dataSourceRef' alone",
      ko: "'dataSourceRef'에 네임스페이스가 있는데 'dataSource'에는 쓸 수 없습니다: 'dataSourceRef'만 두십시오")
  }

  fileprivate static var differentSources: Message {
    Message(
      en: "'dataSource' and 'dataSourceRef' name different things: keep one",
      ko: "'dataSource'와 'dataSourceRef'가 서로 다릅니다: 하나만 두십시오")
  }
}
