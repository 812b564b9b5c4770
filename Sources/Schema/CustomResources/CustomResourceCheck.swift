import Findings
import YAML

/// One walk over a custom resource and its schema.
///
/// First decoding, as for every object: fields that the schema does not have. Then defaults, then the schema. The cost
/// is that of the value times the schemas that speak of each place; schemas that make more of it than `limit` are not
/// judged.
struct CustomResourceCheck {
  let resource: CustomResource
  let arena: SchemaArena
  let catalogue: Catalogue
  let asked: VersionSet
  /// Where the walk began.
  let origin: Node
  /// How paths of the server begin: a fragment's own place.
  let prefix: FieldPath
  var findings: [Finding] = []
  /// Why it cannot be told whether the API server takes the object: the first reason.
  var unjudged: Message?
  /// The objects around the value.
  var enclosing: [SchemaValue] = []
  /// How often it was left open whether a value fits.
  private(set) var doubts = 0
  private var steps = 0
  private static let limit = 1_000_000

  /// What is asked of a value.
  enum Mode {
    /// Everything. Unknown fields directly in it are let be where `keepsUnknown`.
    case whole(keepsUnknown: Bool)
    /// Unknown fields alone.
    case fields(keepsUnknown: Bool)
    /// The schema without unknown fields: of metadata, which is decoded by itself, and of a part of `allOf`.
    case schema
    /// The same, without saying what is wrong.
    case test
  }
  /// Whether what the definition says in CEL is judged elsewhere.
  var rulesAreTold = false
  /// Whether the value is a default within its definition.
  var isDefault = false

  init(
    _ resource: CustomResource, _ node: Node, catalogue: Catalogue, asked: VersionSet, prefix: FieldPath = .root
  ) {
    self.resource = resource
    self.catalogue = catalogue
    self.asked = asked
    self.prefix = prefix
    arena = resource.arena
    origin = node
  }

  var isFull: Bool { findings.count >= StructureCheck.limit }

  /// Judges an object as a whole.
  mutating func judgeObject() {
    judgeNumbers()
    guard resource.root >= 0 else { return leave { .noSchema($0.resource) } }
    let root = arena[resource.root]
    note(rules: root, at: origin)
    let value = SchemaValue(node: origin, place: resource.root)
    let keeps = root.preservesUnknownFields
    let given = value.members(in: arena)
    // Dropped before it is judged, but not before it is decoded.
    let dropped = resource.hasStatus ? given.filter { $0.name == "status" } : []
    let kept = resource.hasStatus ? given.filter { $0.name != "status" } : given
    judgeMembers(of: value, dropped, root, .fields(keepsUnknown: keeps), isResource: true)
    _ = judgeType(origin, root, .schema)
    _ = judgeObject(value, kept, root, .whole(keepsUnknown: keeps), isResource: true)
    _ = judgeJunctors(value, root, .schema)
  }

  /// Judges a value by a schema; whether it fits, as far as can be told.
  @discardableResult
  mutating func judge(_ value: SchemaValue, _ number: Int32, _ mode: Mode) -> Bool {
    steps += 1
    guard steps < CustomResourceCheck.limit else {
      leave { _ in .tooCostly }
      return true
    }
    if isFull, mode.reports { return true }
    // A default fits its schema, or the definition would not have been taken; not so those of other places.
    if value.isDefault, mode.reports { return mode.isWhole || judge(value, number, .test) }
    let schema = arena[number]
    if mode.isWhole { note(rules: schema, at: value.node) }
    if case .fields(let keepsUnknown) = mode {
      judgeFields(value, schema, keepsUnknown: keepsUnknown || schema.preservesUnknownFields)
      return true
    }
    guard judgeType(value.node, schema, mode) else {
      // It is none of the values of `enum` either, and the API server says both.
      if mode.reports, !schema.allowed.isEmpty { _ = judgeAllowed(value.node, schema, mode) }
      return false
    }
    steps += schema.allowed.count
    var fits = schema.allowed.isEmpty || judgeAllowed(value.node, schema, mode)
    // Of null the server asks no more.
    if value.node.isNull || !fits && !mode.reports { return fits }
    switch value.node.kind {
    case .scalar: fits = judgeScalar(value.node, schema, mode) && fits
    case .sequence: fits = judgeList(value, schema, mode) && fits
    case .mapping:
      let members = value.members(in: arena)
      steps += members.count
      fits = judgeObject(value, members, schema, mode, isResource: schema.isEmbeddedResource && mode.isWhole) && fits
    }
    if !fits, !mode.reports { return false }
    return judgeJunctors(value, schema, mode) && fits
  }

  /// Looks for unknown fields alone.
  private mutating func judgeFields(_ value: SchemaValue, _ schema: StructuralSchema, keepsUnknown: Bool) {
    switch value.node.kind {
    case .scalar: break
    case .mapping:
      judgeMembers(
        of: value, value.members(in: arena), schema, .fields(keepsUnknown: keepsUnknown),
        isResource: schema.isEmbeddedResource)
    case .sequence:
      for item in value.items(in: arena) where !isFull {
        if schema.items >= 0 {
          judge(item, schema.items, .fields(keepsUnknown: keepsUnknown))
        } else if !keepsUnknown {
          refuseAllFields(in: item.node)
        }
      }
    }
  }

  /// That the first of all reasons counts.
  mutating func leave(_ reason: (CustomResourceCheck) -> Message) {
    doubts += 1
    if unjudged == nil { unjudged = reason(self) }
  }

  // MARK: - Rules in CEL

  /// Notes that rules judge a value; the place where they would be evaluated.
  private mutating func note(rules schema: StructuralSchema, at node: Node) {
    if schema.hasRules, !rulesAreTold, !node.isNull { leave { .rules(at: $0.path(node), $0.resource) } }
  }
}

extension CustomResourceCheck.Mode {
  /// Whether what is wrong is said.
  var reports: Bool { if case .test = self { false } else { true } }
  var isWhole: Bool { if case .whole = self { true } else { false } }
  var keepsUnknown: Bool {
    switch self {
    case .whole(let keeps), .fields(let keeps): keeps
    case .schema, .test: true
    }
  }
}

extension Message {
  fileprivate static func noSchema(_ resource: CustomResource) -> Message {
    Message(
      en: "the CustomResourceDefinition of \(resource.kind) has no schema for '\(resource.apiVersion)'",
      ko: "\(resource.kind)의 CustomResourceDefinition에 '\(resource.apiVersion)'의 스키마가 없습니다")
  }

  fileprivate static var tooCostly: Message {
    Message(en: "its schema and its value are too large to be compared", ko: "스키마와 값이 너무 커서 비교할 수 없습니다")
  }

  fileprivate static func rules(at path: FieldPath, _ resource: CustomResource) -> Message {
    let place = path.elements.isEmpty ? "" : "'\(path.description)'"
    guard resource.isEmbedded else {
      return Message(
        en: "rules in CEL, which are not evaluated, decide about " + (place.isEmpty ? "the whole object" : place),
        ko: (place.isEmpty ? "오브젝트 전체" : place) + "은(는) 아직 평가하지 않는 CEL 규칙이 판단합니다")
    }
    return Message(
      en: "rules in CEL decide about " + (place.isEmpty ? "the whole object" : place)
        + "; give the CustomResourceDefinition of \(resource.kind)",
      ko: (place.isEmpty ? "오브젝트 전체" : place) + "은(는) CEL 규칙이 판단합니다; \(resource.kind)의 CustomResourceDefinition을 주세요")
  }
}
