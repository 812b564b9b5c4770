import Findings
import Schema
import YAML

/// Defaults have to fit the schema at which they stand (groups.md 3.16). Rules in CEL are not asked here.
extension Report {
  mutating func defaults(of root: SchemaRoot) {
    defaults(root.schema, isInsideMeta: false, root)
  }

  private mutating func defaults(_ schema: Field, isInsideMeta: Bool, _ root: SchemaRoot) {
    let value = schema["default"]
    if value.isGiven {
      if !isInsideMeta, hasUnknownFields(value, schema) {
        refuse(root.placed(value), .prunedDefault, as: .structuralSchema)
      }
      expect(value, fits: schema, root)
    }
    if let items = schema.itemSchema { defaults(items, isInsideMeta: isInsideMeta, root) }
    let hasMeta = schema.isEmbeddedResource || schema.isAt(root.schema)
    let meta: Words = ["metadata", "kind", "apiVersion"]
    for (key, property) in schema["properties"].entries {
      defaults(property, isInsideMeta: isInsideMeta || hasMeta && meta.contains(key), root)
    }
  }

  /// Whether the server would drop some of a value. Of what no schema speaks it drops all fields.
  private func hasUnknownFields(_ value: Field, _ schema: Field?, keepsUnknown: Bool = false) -> Bool {
    let keepsUnknown = keepsUnknown || schema?.preservesUnknownFields ?? false
    if value.isList {
      let items = schema?.itemSchema
      if items == nil, keepsUnknown { return false }
      return value.items.contains { hasUnknownFields($0, items, keepsUnknown: keepsUnknown) }
    }
    guard let schema else { return value.entries.contains { _ in true } }
    let meta: Words = ["metadata", "kind", "apiVersion"]
    for (key, value) in value.entries where !(schema.isEmbeddedResource && meta.contains(key)) {
      if let property = schema.property(key.node?.text ?? "") {
        if hasUnknownFields(value, property) { return true }
      } else if schema["additionalProperties"].isGiven {
        if hasUnknownFields(value, schema.valueSchema) { return true }
      } else if !keepsUnknown {
        return true
      }
    }
    return false
  }

  private mutating func expect(_ value: Field, fits schema: Field, _ root: SchemaRoot) {
    guard let node = value.node, let schema = schema.node else { return }
    let judgement = check(default: node, against: schema, versions: versions)
    for finding in judgement.findings {
      guard let server = finding.server else { continue }
      let (part, more) = value.part(at: server.field.elements)
      inVersions(finding.versions ?? .all) { report in
        report.add(
          .structuralSchema, at: root.placed(part, more: more), server.kind, finding.message, advice: finding.advice,
          fix: finding.fix, range: finding.range)
      }
    }
    if let reason = judgement.unjudged { leaveUnjudged(.all, reason) }
  }
}

extension Field {
  /// The part of a value at a path in it, and what of the path is not there.
  fileprivate func part(at path: [FieldPath.Element]) -> (part: Field, more: [FieldPath.Element]) {
    guard let element = path.first else { return (self, []) }
    var part: Field?
    switch element {
    case .field(let name), .key(let name):
      for (key, value) in entries where value.isGiven && key.node?.text == name { part = value }
    case .index(let index):
      for (number, item) in items.enumerated() where number == index { part = item }
    }
    return part?.part(at: Array(path.dropFirst())) ?? (self, path)
  }
}

extension Node {
  /// The value of a number.
  fileprivate var number: Double? {
    switch scalar {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// Whether two values are the same in JSON. The order of keys does not count, nor does a key with null.
  func isEqual(to other: Node) -> Bool {
    if isScalar {
      guard other.isScalar, scalarType == other.scalarType else { return false }
      return scalarType == .string || scalarType == .bool ? text == other.text : isNull || number == other.number
    }
    if isSequence {
      guard other.isSequence, count == other.count else { return false }
      var others = other.items.makeIterator()
      for item in items {
        guard let other = others.next(), item.isEqual(to: other) else { return false }
      }
      return true
    }
    guard other.isMapping else { return false }
    var others: [String: Node] = [:]
    for (key, value) in other.entries where !value.isNull { others[key.text] = value }
    for (key, value) in entries where !value.isNull {
      guard let other = others.removeValue(forKey: key.text), value.isEqual(to: other) else { return false }
    }
    return others.isEmpty
  }
}

extension Message {
  fileprivate static var prunedDefault: Message {
    Message(
      en: "the default has fields that the schema does not name: remove them, or add them to 'properties'",
      ko: "기본값에 스키마에 없는 필드가 있습니다: 지우거나 'properties'에 추가하십시오")
  }
}
