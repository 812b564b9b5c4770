import Findings
import Schema
import YAML

/// The versions of a custom resource, and what they have in common.
private struct ResourceVersions {
  let object: Field
  let spec: Field
  let versions: [Field]
  /// What all versions have in common stands, for the server, once and outside of them.
  let sharesSchema: Bool
  let sharesSubresources: Bool
  let sharesColumns: Bool
  let sharesSelectableFields: Bool

  init(of object: Field) {
    self.object = object
    spec = object["spec"]
    let versions = Array(spec["versions"].items)
    self.versions = versions
    func share(_ name: StaticString) -> Bool {
      guard let first = versions.first?[name].node else { return versions.allSatisfy { !$0[name].isGiven } }
      return versions.dropFirst().allSatisfy { $0[name].node.map { first.isEqual(to: $0) } ?? false }
    }
    sharesSchema = share("schema")
    sharesSubresources = share("subresources")
    sharesColumns = share("additionalPrinterColumns")
    sharesSelectableFields = share("selectableFields")
  }

  /// The first version of a version's name, at which the server looks for all of that name.
  func first(namedAs version: Field) -> Field {
    versions.first { ($0["name"].text ?? "") == (version["name"].text ?? "") } ?? version
  }

  /// Whether what is stored is what the server notes: the name of the first such version, which it looks for once.
  var areStored: Bool {
    guard let stored = versions.first(where: { $0["storage"].isTrue }) else { return false }
    var isSought = true
    for version in versions {
      let isFound = isSought && (version["name"].text ?? "") == (stored["name"].text ?? "")
      if version["storage"].isTrue, !isFound { return false }
      if isFound { isSought = false }
    }
    return true
  }

  /// How the server calls a part of a version.
  func path(_ name: String, isShared: Bool, as shared: String, _ index: Int) -> [FieldPath.Element] {
    isShared ? [.field("spec"), .field(shared)] : [.field("spec"), .field("versions"), .index(index), .field(name)]
  }
}

extension Report {
  mutating func resourceVersions(of object: Field) {
    let all = ResourceVersions(of: object)
    let list = all.spec["versions"]
    if all.versions.isEmpty || all.versions.filter({ $0["storage"].isTrue }).count != 1 {
      refuse(list, all.versions.isEmpty ? .noVersions : .oneStorage)
    }
    if !all.areStored {
      refuse(list.reported(at: object, [.field("status"), .field("storedVersions")]), .oneStorage)
    }
    var names: Set<String> = []
    for (index, version) in all.versions.enumerated() {
      let name = version["name"]
      expect(always: name, .label1035)
      if index == 0, !name.isEmpty, !Grammar.label1035.matches(name.text ?? "") {
        expect(given: name.reported(at: all.spec, "version"), .label1035)
      }
      if !names.insert(name.text ?? "").inserted {
        refuse(name.reported(at: list), .versionTwice(name), as: .duplicate)
      }
      deprecation(version)
      if !version["schema"]["openAPIV3Schema"].isGiven {
        require(version["schema"]["openAPIV3Schema"], .noSchema, as: .structuralSchema)
      }
      parts(version, index, all)
    }
  }

  /// Parts that versions share are looked at once.
  private mutating func parts(_ version: Field, _ index: Int, _ all: ResourceVersions) {
    let isFirst = index == 0
    if !all.sharesSchema || isFirst, version["schema"]["openAPIV3Schema"].isGiven {
      let root = SchemaRoot(
        version["schema"], of: all.object, at: all.path("schema", isShared: all.sharesSchema, as: "validation", index))
      let hasStatus =
        all.sharesSchema
        ? all.versions.contains { $0["subresources"]["status"].isGiven }
        : all.first(namedAs: version)["subresources"]["status"].isGiven
      schema(root, hasStatus: hasStatus)
    }
    if !all.sharesSubresources || isFirst {
      let path = all.path("subresources", isShared: all.sharesSubresources, as: "subresources", index)
      scale(version["subresources"].reported(at: all.object, path)["scale"])
    }
    if !all.sharesColumns || isFirst {
      let path = all.path(
        "additionalPrinterColumns", isShared: all.sharesColumns, as: "additionalPrinterColumns", index)
      for column in version["additionalPrinterColumns"].reported(at: all.object, path).items { printerColumn(column) }
    }
    if !all.sharesSelectableFields || isFirst {
      inVersions(.selectableFields) { $0.selectableFields(version, index, all) }
    }
  }

  private mutating func schema(_ root: SchemaRoot, hasStatus: Bool) {
    inVersions(.unknownFormats) { $0.formats(root.schema) }
    let warned = findings.count
    rootKeywords(of: root, hasStatus: hasStatus)
    var isWhole = false
    let ofRoot = findings.count
    if root.isConvertible {
      let start = findings.count
      structure(of: root)
      if findings.count == start { defaults(of: root) }
      isWhole = findings.count == start
    }
    keywords(of: root)
    if isWhole { compileRules(of: root, faultsFrom: ofRoot) }
    // What else cannot be converted is said only where nothing else is wrong.
    if !root.isConvertible, findings.count == warned {
      refuse(root.placed(root.schema), .notStructural, as: .structuralSchema)
    }
  }

  private mutating func deprecation(_ version: Field) {
    let warning = version["deprecationWarning"]
    guard let text = warning.text else { return }
    if !version["deprecated"].isTrue {
      refuse(warning, .notDeprecated)
    } else if text.isEmpty || text.utf8.count > 256
      || !text.unicodeScalars.allSatisfy({ $0.isPrintable })
    {
      refuse(warning, .badWarning)
    }
  }

  // MARK: Subresources and columns

  private mutating func scale(_ scale: Field) {
    guard scale.isGiven else { return }
    let (desired, current, selector) = (
      scale["specReplicasPath"], scale["statusReplicasPath"], scale["labelSelectorPath"]
    )
    require(desired)
    expectPath(desired, below: [".spec."])
    require(current)
    expectPath(current, below: [".status."])
    expectPath(selector, below: [".spec.", ".status."])
  }

  private mutating func expectPath(_ field: Field, below places: Words) {
    guard let text = field.text, !text.isEmpty else { return }
    if !places.words.contains(where: { text.hasPrefix("\($0)") }) { refuse(field, .otherPath(field, places)) }
  }

  private mutating func printerColumn(_ column: Field) {
    require(column["name"])
    let path = column["jsonPath"].reported(at: column, "JSONPath")
    require(column["type"])
    refuseOthers(column["type"], ["integer", "number", "string", "boolean", "date"])
    refuseOthers(
      column["format"], ["int32", "int64", "float", "double", "byte", "date", "date-time", "password"])
    require(path)
    if let text = path.text, !text.isEmpty, !text.hasPrefix(".") { refuse(path, .otherPath(path, ["."])) }
  }

  /// One of some words, of which the server says only that the value is wrong.
  private mutating func refuseOthers(_ field: Field, _ words: Words) {
    if !field.isEmpty, !words.contains(field) { refuse(field, .noSuchWord(field, words), as: .notSupported) }
  }

  // MARK: Selectable fields

  private mutating func selectableFields(_ version: Field, _ index: Int, _ all: ResourceVersions) {
    let path = all.path("selectableFields", isShared: all.sharesSelectableFields, as: "selectableFields", index)
    let fields = version["selectableFields"].reported(at: all.object, path)
    guard !fields.isEmpty else { return }
    let schema = version["schema"]["openAPIV3Schema"]
    // The server looks for the schema where the fields are, and finds none if only one of the two is shared.
    guard all.sharesSchema == all.sharesSelectableFields, schema.isGiven else {
      return refuse(fields, schema.isGiven ? .schemaElsewhere : .noSchema)
    }
    guard schema.isConvertible else { return }
    var known: Set<String> = []
    for field in fields.items {
      let path = field["jsonPath"]
      guard let text = path.text, !text.isEmpty else {
        require(path)
        continue
      }
      guard let place = SchemaPath(text, in: schema, allowsKeys: false) else {
        refuse(path, .notSelectable(path))
        continue
      }
      let type = place.schema?.schemaType ?? ""
      if place.root == "metadata" || !["string", "boolean", "integer"].contains(type) {
        refuse(path, .notSelectable(path))
      }
      if !known.insert(place.text).inserted { add(.duplicate, at: path, .duplicate, .selectedTwice(path)) }
    }
    if known.count > 8 { expect(fields, atMostItems: 8) }
  }
}

extension Unicode.Scalar {
  /// Whether it leaves ink, or is the blank of ASCII.
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}

extension Message {
  fileprivate static var noVersions: Message {
    Message(en: "the resource has no version: add one to 'versions'", ko: "리소스의 버전이 없습니다: 'versions'에 추가하십시오")
  }

  fileprivate static var oneStorage: Message {
    Message(
      en: "objects are stored in exactly one version: write 'storage: true' at one",
      ko: "객체는 한 버전으로만 저장됩니다: 한 곳에만 'storage: true'를 쓰십시오")
  }

  fileprivate static func versionTwice(_ name: Field) -> Message {
    Message(
      en: "version '\(name.written)' is given twice: give each another name",
      ko: "버전 '\(name.written)'이(가) 두 번 쓰였습니다: 서로 다르게 쓰십시오")
  }

  fileprivate static var noSchema: Message {
    Message(
      en: "the version has no schema: add 'schema.openAPIV3Schema' with 'type: object'",
      ko: "버전에 스키마가 없습니다: 'schema.openAPIV3Schema'에 'type: object'를 쓰십시오")
  }

  fileprivate static var schemaElsewhere: Message {
    Message(
      en: "the API server refuses versions that share their selectable fields or their schema and not both: let both "
        + "differ or none",
      ko: "API 서버는 버전들이 selectableFields와 스키마 가운데 하나만 같은 경우를 거절합니다: 둘 다 같거나 다르게 쓰십시오")
  }

  fileprivate static var notStructural: Message {
    Message(
      en: "the schema is not structural: remove '$schema' and other keywords of JSON Schema drafts",
      ko: "구조적 스키마가 아닙니다: '$schema' 같은 JSON Schema 초안의 키워드를 지우십시오")
  }

  fileprivate static var notDeprecated: Message {
    Message(
      en: "only a deprecated version warns: add 'deprecated: true', or remove 'deprecationWarning'",
      ko: "더 이상 쓰지 않는 버전만 경고합니다: 'deprecated: true'를 추가하거나 'deprecationWarning'을 지우십시오")
  }

  fileprivate static var badWarning: Message {
    Message(
      en: "a warning is a line of 1 to 256 bytes without control characters: rewrite it",
      ko: "경고는 제어 문자 없는 1~256바이트의 한 줄입니다: 다시 쓰십시오")
  }

  fileprivate static func otherPath(_ field: Field, _ places: Words) -> Message {
    Message(
      en: "\(field.name) '\(field.written)' begins elsewhere: begin it with \(places.list)",
      ko: "\(field.name) '\(field.written)'의 시작이 다릅니다: \(places.list)(으)로 시작하십시오")
  }

  fileprivate static func noSuchWord(_ field: Field, _ words: Words) -> Message {
    if let meant = words.nearest(to: field.written) {
      return Message(
        en: "\(field.name) '\(field.written)' is not known: did you mean '\(meant)'",
        ko: "\(field.name) '\(field.written)'은(는) 알 수 없는 값입니다: '\(meant)'을(를) 쓰려고 했습니까")
    }
    return Message(
      en: "\(field.name) '\(field.written)' is not known: use one of \(words.list)",
      ko: "\(field.name) '\(field.written)'은(는) 알 수 없는 값입니다: \(words.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static func notSelectable(_ path: Field) -> Message {
    Message(
      en:
        "'\(path.written)' leads to no string, boolean or integer of the schema: name such a field, as in '.spec.title'",
      ko: "'\(path.written)'은(는) 스키마의 문자열, 불리언, 정수 필드가 아닙니다: '.spec.title'처럼 쓰십시오")
  }

  fileprivate static func selectedTwice(_ path: Field) -> Message {
    Message(en: "'\(path.written)' is given twice: remove one", ko: "'\(path.written)'이(가) 두 번 쓰였습니다: 하나를 지우십시오")
  }
}
