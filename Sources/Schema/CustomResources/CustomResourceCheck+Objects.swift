import Findings
import YAML

/// Objects: their members, one by one and together.
extension CustomResourceCheck {
  mutating func judgeObject(
    _ value: SchemaValue, _ members: [SchemaValue.Member], _ schema: StructuralSchema, _ mode: Mode, isResource: Bool
  ) -> Bool {
    var fits = judgeCount(
      value.node, Int64(members.count), .properties, schema.minProperties, schema.maxProperties, mode)
    if !fits, !mode.reports { return false }
    if !schema.required.isEmpty {
      fits = judgeRequired(schema.required, in: value.node, members, mode) && fits
      if !fits, !mode.reports { return false }
    }
    if isResource, value.node.index != origin.index { judgeIdentity(of: value.node, members, schema) }
    return judgeMembers(of: value, members, schema, mode, isResource: isResource) && fits
  }

  private mutating func judgeRequired(
    _ required: [String], in node: Node, _ members: [SchemaValue.Member], _ mode: Mode
  ) -> Bool {
    var given: Set<String> = []
    for member in members { given.insert(member.name) }
    var fits = true
    for name in required where !given.contains(name) {
      guard mode.reports else { return false }
      fits = false
      if !isFull { missing(name, in: node) }
    }
    return fits
  }

  /// An object within an object says what it is, as every object does.
  private mutating func judgeIdentity(of node: Node, _ members: [SchemaValue.Member], _ schema: StructuralSchema) {
    for name in ["apiVersion", "kind"] {
      let member = members.first { $0.name == name }
      let isGiven = member.map { !$0.value.node.isNull && !($0.value.node.string?.isEmpty ?? false) } ?? false
      if !isGiven, !schema.required.contains(name) { missing(name, in: node) }
    }
    // Names and labels in it are judged as well, by rules that stand elsewhere.
    if members.contains(where: { $0.name == "metadata" && $0.value.node.count > 0 }) {
      leave { .embedded(at: $0.path(node)) }
    }
  }

  @discardableResult
  mutating func judgeMembers(
    of value: SchemaValue, _ members: [SchemaValue.Member], _ schema: StructuralSchema, _ mode: Mode, isResource: Bool
  ) -> Bool {
    let keepsUnknown = mode.keepsUnknown || schema.preservesUnknownFields
    let isPlace = value.place >= 0 && mode.looksAtFields
    if isPlace { enclosing.append(value) }
    defer { if isPlace { enclosing.removeLast() } }
    var fits = true
    for member in members {
      if isFull { return fits }
      if let key = member.key, key.isNull || !key.isScalar {
        if mode.looksAtFields { badKey(key) }
        continue
      }
      if isResource, let isRight = judgeIdentityField(member, schema, mode) {
        fits = isRight && fits
      } else if let property = schema.properties[member.name] {
        fits = judge(member.value, property, mode.inner) && fits
      } else {
        fits = judgeOther(member, of: value, schema, mode, keepsUnknown: keepsUnknown) && fits
      }
      if !fits, !mode.reports { return false }
    }
    return fits
  }

  /// A member that is not among the properties.
  private mutating func judgeOther(
    _ member: SchemaValue.Member, of value: SchemaValue, _ schema: StructuralSchema, _ mode: Mode, keepsUnknown: Bool
  ) -> Bool {
    switch schema.additional {
    case .schema(let number): return judge(member.value, number, mode.inner)
    case .allowed:
      if mode.looksAtFields, !keepsUnknown { refuseAllFields(in: member.value.node) }
      return true
    case .refused:
      guard mode.judges else { return true }
      if mode.reports { refusedKey(member, in: value.node) }
      return false
    case .unmentioned:
      if mode.looksAtFields, !keepsUnknown { unknownField(member, of: value, schema) }
      return true
    }
  }

  /// `apiVersion`, `kind` and `metadata` of an object are no unknown fields; `nil` for other members.
  private mutating func judgeIdentityField(
    _ member: SchemaValue.Member, _ schema: StructuralSchema, _ mode: Mode
  ) -> Bool? {
    guard member.name == "apiVersion" || member.name == "kind" || member.name == "metadata" else { return nil }
    if member.name == "metadata", mode.looksAtFields, !member.value.isDefault {
      let before = findings.count
      decodeMetadata(member.value.node)
      // What cannot be decoded is not judged.
      if findings.count > before { return true }
    }
    guard mode.judges else { return true }
    if let property = schema.properties[member.name] { return judge(member.value, property, mode.inIdentity) }
    if case .schema(let number) = schema.additional { return judge(member.value, number, mode.inIdentity) }
    return true
  }

  private mutating func decodeMetadata(_ node: Node) {
    let shape = "meta.v1.ObjectMeta".withBytes { catalogue.shapeNumber($0) }
    var check = StructureCheck(catalogue: catalogue, node: node, shape: shape, asked: asked, prefix: path(node))
    check.walk(node.index, shape, asked)
    findings += check.findings
  }

  /// Fields of values of which the schema says nothing at all.
  mutating func refuseAllFields(in node: Node) {
    switch node.kind {
    case .scalar: break
    case .sequence: for item in node.items where !isFull { refuseAllFields(in: item) }
    case .mapping:
      for (key, value) in node.entries where !isFull {
        let member = SchemaValue.Member(name: key.text, key: key, value: SchemaValue(node: value, place: -1))
        unknownField(member, of: SchemaValue(node: node, place: -1), nil)
      }
    }
  }
}

extension CustomResourceCheck.Mode {
  /// Whether unknown fields are looked for.
  var looksAtFields: Bool {
    switch self {
    case .whole, .fields: true
    case .schema, .test: false
    }
  }

  /// Whether the schema is looked at.
  var judges: Bool { if case .fields = self { false } else { true } }

  /// For members.
  var inner: Self {
    switch self {
    case .whole: .whole(keepsUnknown: false)
    case .fields: .fields(keepsUnknown: false)
    case .schema: .schema
    case .test: .test
    }
  }

  /// For what is decoded by itself.
  var inIdentity: Self { isWhole ? .schema : self }
}

extension Message {
  fileprivate static func embedded(at path: FieldPath) -> Message {
    Message(
      en: "names, labels and annotations of the object at '\(path.description)' are not judged",
      ko: "'\(path.description)'에 있는 오브젝트의 이름, 레이블, 애너테이션은 판단하지 않습니다")
  }
}
