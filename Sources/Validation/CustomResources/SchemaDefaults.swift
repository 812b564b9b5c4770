import Findings
import YAML

/// Defaults have to fit the schema at which they stand (groups.md 3.16). Patterns, formats, junctors and rules in CEL
/// are not asked here.
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

  /// Whether the server would drop some of a value.
  private func hasUnknownFields(_ value: Field, _ schema: Field) -> Bool {
    if value.isList {
      guard let items = schema.itemSchema else { return false }
      return value.items.contains { hasUnknownFields($0, items) }
    }
    let isMap = schema["additionalProperties"].isGiven && schema["additionalProperties"].node?.bool != false
    let meta: Words = ["metadata", "kind", "apiVersion"]
    for (key, value) in value.entries {
      if let property = schema.property(key.node?.text ?? "") {
        if hasUnknownFields(value, property) { return true }
      } else if let values = schema.valueSchema {
        if hasUnknownFields(value, values) { return true }
      } else if !schema.preservesUnknownFields, !isMap, !(schema.isEmbeddedResource && meta.contains(key)) {
        return true
      }
    }
    return false
  }

  private mutating func expect(_ value: Field, fits schema: Field, _ root: SchemaRoot) {
    guard let node = value.node else { return }
    if !schema.takesType(of: node) { add(.structuralSchema, at: root.placed(value), .typeInvalid, .otherType(schema)) }
    let words = schema["enum"]
    if !words.isEmpty, !words.items.contains(where: { $0.node.map { node.isEqual(to: $0) } ?? false }) {
      add(.structuralSchema, at: root.placed(value), .notSupported, .notInEnumeration(value))
    }
    if node.isMapping {
      fields(value, schema, root)
    } else if node.isSequence {
      size(value, value.count, schema, "Items", root)
      guard let items = schema.itemSchema else { return }
      for item in value.items { expect(item, fits: items, root) }
    } else if node.scalarType == .string {
      size(value, node.text.unicodeScalars.count, schema, "Length", root)
    } else if let number = node.number {
      bounds(value, number, schema, root)
    }
  }

  private mutating func fields(_ value: Field, _ schema: Field, _ root: SchemaRoot) {
    for name in schema["required"].items {
      let text = name.text ?? ""
      guard value.node?.member(named: text) == nil else { continue }
      add(.structuralSchema, at: root.placed(value, more: [.field(text)]), .required, .noRequired(text))
    }
    size(value, value.count, schema, "Properties", root)
    for (key, value) in value.entries {
      guard let inner = schema.property(key.node?.text ?? "") ?? schema.valueSchema else { continue }
      expect(value, fits: inner, root)
    }
  }

  private mutating func size(_ value: Field, _ size: Int, _ schema: Field, _ unit: String, _ root: SchemaRoot) {
    let (least, most): (Field, Field) =
      switch unit {
      case "Items": (schema["minItems"], schema["maxItems"])
      case "Length": (schema["minLength"], schema["maxLength"])
      default: (schema["minProperties"], schema["maxProperties"])
      }
    if let limit = most.integer, size > limit {
      add(.structuralSchema, at: root.placed(value), unit == "Length" ? .tooLong : .tooMany, .outOfBounds(most))
    }
    if let limit = least.integer, size < limit {
      refuse(root.placed(value), .outOfBounds(least), as: .structuralSchema)
    }
  }

  private mutating func bounds(_ value: Field, _ number: Double, _ schema: Field, _ root: SchemaRoot) {
    let (least, most, step) = (schema["minimum"], schema["maximum"], schema["multipleOf"])
    if let limit = least.node?.number, number < limit || number == limit && schema["exclusiveMinimum"].isTrue {
      refuse(root.placed(value), .outOfBounds(least), as: .structuralSchema)
    }
    if let limit = most.node?.number, number > limit || number == limit && schema["exclusiveMaximum"].isTrue {
      refuse(root.placed(value), .outOfBounds(most), as: .structuralSchema)
    }
    if let step = step.node?.integer, step > 0, let whole = value.integer, whole % step != 0 {
      refuse(root.placed(value), .outOfBounds(schema["multipleOf"]), as: .structuralSchema)
    }
  }
}

extension Field {
  /// Whether a value is of the type that a schema has.
  fileprivate func takesType(of node: Node) -> Bool {
    if node.isNull { return true }
    if isIntOrString { return node.isScalar && (node.scalarType == .string || node.integer != nil) }
    switch schemaType {
    case "string": return node.isScalar && node.scalarType == .string
    case "integer": return node.isScalar && node.scalarType != .string && node.integer != nil
    case "number": return node.number != nil
    case "boolean": return node.isScalar && node.scalarType == .bool
    case "array": return node.isSequence
    case "object": return node.isMapping
    default: return true
    }
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

  fileprivate static func otherType(_ schema: Field) -> Message {
    let type = schema.schemaType
    return Message(
      en: "the default is not of type \(type): write a value that is", ko: "기본값이 \(type) 타입이 아닙니다: 그 타입의 값을 쓰십시오")
  }

  fileprivate static func notInEnumeration(_ value: Field) -> Message {
    Message(
      en: "'\(value.written)' is not among the values of 'enum': use one of them",
      ko: "'\(value.written)'은(는) 'enum'에 없는 값입니다: 그 가운데 하나를 쓰십시오")
  }

  fileprivate static func noRequired(_ name: String) -> Message {
    Message(
      en: "the default lacks '\(name)', which the schema requires: add it",
      ko: "기본값에 스키마가 요구하는 '\(name)'이(가) 없습니다: 추가하십시오")
  }

  fileprivate static func outOfBounds(_ limit: Field) -> Message {
    Message(
      en: "the default does not meet '\(limit.name): \(limit.written)' of its own schema: change one of them",
      ko: "기본값이 스키마의 '\(limit.name): \(limit.written)'에 맞지 않습니다: 둘 가운데 하나를 바꾸십시오")
  }
}
