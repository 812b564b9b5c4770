import Findings
import Schema
import YAML

/// Where a schema stands, which decides what it may leave out.
private enum SchemaLevel {
  case root, item, field
}

/// The rules of a structural schema (groups.md 3.16): each value has a type, said once and outside of junctors, so
/// that the API server knows the whole shape without trying alternatives.
extension Report {
  mutating func structure(of root: SchemaRoot) {
    structure(root.schema, .root, root)
    completeness(of: root)
  }

  private mutating func structure(_ schema: Field, _ level: SchemaLevel, _ root: SchemaRoot) {
    let type = schema.schemaType
    if type == "array", schema.itemSchema == nil {
      add(.structuralSchema, at: root.placed(schema["items"]), .required, .noItems)
    }
    if let items = schema.itemSchema { structure(items, .item, root) }
    for (_, property) in schema["properties"].entries { structure(property, .field, root) }
    let values = schema["additionalProperties"]
    if values.isGiven, level == .root { forbid(root.placed(values), .mapAtRoot, as: .structuralSchema) }
    if let values = schema.valueSchema { structure(values, .field, root) }
    extensions(schema, root)
    valueRules(
      schema, root, skipsAnyOf: isIntOrStringPair(schema["anyOf"]),
      skipsFirstAllOf: schema["allOf"].items.first(where: { _ in true }).map { isIntOrStringPair($0["anyOf"]) } ?? false
    )
    types(schema, level, root)
    metadata(schema, level, root)
  }

  private mutating func types(_ schema: Field, _ level: SchemaLevel, _ root: SchemaRoot) {
    let (type, written) = (schema.schemaType, schema["type"])
    if schema.isEmbeddedResource, type != "object" {
      expectType(written, "object", .embeddedType, root)
    } else if type.isEmpty, !schema.isIntOrString, !schema.preservesUnknownFields {
      add(.structuralSchema, at: root.placed(written), .required, .noType)
    }
    if schema.isEmbeddedResource {
      forbid(root.placed(schema["additionalProperties"]), .embeddedMap, as: .structuralSchema)
      if !schema.preservesUnknownFields, schema["properties"].isEmpty {
        add(.structuralSchema, at: root.placed(schema["properties"]), .required, .embeddedNothing)
      }
    }
    if level == .root, !type.isEmpty, type != "object" {
      refuse(root.placed(written), .rootType, as: .structuralSchema)
    }
  }

  /// A type that has to be this, required where it is missing.
  mutating func expectType(_ type: Field, _ wanted: StaticString, _ message: Message, _ root: SchemaRoot) {
    guard !type.hasText(wanted) else { return }
    add(.structuralSchema, at: root.placed(type), type.isEmpty ? .required : .invalid, message)
  }

  /// What an object of the API has at its top: the root of the resource, and embedded ones.
  private mutating func metadata(_ schema: Field, _ level: SchemaLevel, _ root: SchemaRoot) {
    let isObject = level == .root || schema.isEmbeddedResource
    for name in ["kind", "apiVersion"] {
      guard isObject, let property = schema.property(name), property.schemaType != "string" else { continue }
      refuse(root.placed(property["type"]), .metaType(name, "string"), as: .structuralSchema)
    }
    guard let metadata = schema.property("metadata") else { return }
    if isObject, metadata.schemaType != "object" {
      refuse(root.placed(metadata["type"]), .metaType("metadata", "object"), as: .structuralSchema)
    }
    if level == .root, restrictsMetadata(metadata) {
      add(.structuralSchema, at: root.placed(metadata), .forbidden, .restrictedMetadata)
    }
  }

  /// Whether anything is said of metadata but its name.
  private func restrictsMetadata(_ metadata: Field) -> Bool {
    let names: Words = ["name", "generateName"]
    let properties = metadata["properties"]
    let onlyNames = properties.entries.allSatisfy { names.contains($0.key) }
    for (key, value) in metadata.entries {
      switch key.node?.text ?? "" {
      case "type", "default", "externalDocs", "example": continue
      case "$ref", "definitions", "dependencies", "patternProperties": continue
      case "enum", "allOf", "anyOf", "oneOf": if value.isEmpty { continue }
      case "items": if metadata.itemSchema == nil { continue }
      case "properties": if onlyNames { continue }
      default: break
      }
      if value.isWrittenOut { return true }
    }
    return false
  }

  private mutating func extensions(_ schema: Field, _ root: SchemaRoot) {
    guard schema.isIntOrString else { return }
    if schema.preservesUnknownFields {
      refuse(root.placed(schema["x-kubernetes-preserve-unknown-fields"]), .intOrStringAlone, as: .structuralSchema)
    }
    if schema.isEmbeddedResource {
      refuse(root.placed(schema["x-kubernetes-embedded-resource"]), .intOrStringAlone, as: .structuralSchema)
    }
  }

  /// What `x-kubernetes-int-or-string` may be spelt out as: an integer or a string, in this order.
  private func isIntOrStringPair(_ clauses: Field) -> Bool {
    guard clauses.count == 2 else { return false }
    for (index, clause) in clauses.items.enumerated() {
      let written = clause.entries.reduce(0) { $1.value.isGiven ? $0 + 1 : $0 }
      guard written == 1, clause["type"].hasText(index == 0 ? "integer" : "string") else { return false }
    }
    return true
  }

  // MARK: Junctors

  private mutating func valueRules(
    _ schema: Field, _ root: SchemaRoot, skipsAnyOf: Bool, skipsFirstAllOf: Bool = false
  ) {
    for junctor in Words.junctors.words {
      let clauses = schema.clauses(junctor)
      if clauses.isEmpty || skipsAnyOf && "\(junctor)" == "anyOf" { continue }
      for (index, clause) in clauses.enumerated() {
        nested(clause, root, skipsAnyOf: skipsFirstAllOf && index == 0 && "\(junctor)" == "allOf")
      }
    }
    let pattern = schema["pattern"]
    if let text = pattern.text, !text.isEmpty, RegularExpression(text) == nil {
      refuse(root.placed(pattern), .badPattern(pattern), as: .structuralSchema)
    }
  }

  /// A schema under a junctor: it restricts values, and says nothing of what they are.
  private mutating func nested(_ clause: Field, _ root: SchemaRoot, skipsAnyOf: Bool = false) {
    valueRules(clause, root, skipsAnyOf: skipsAnyOf)
    if let items = clause.itemSchema { nested(items, root) }
    for (key, property) in clause["properties"].entries {
      nested(property, root)
      if key.hasText("metadata") { add(.structuralSchema, at: root.placed(property), .forbidden, .nestedMetadata) }
    }
    for keyword in [
      "type", "additionalProperties", "default", "title", "description", "nullable",
      "x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource", "x-kubernetes-int-or-string",
      "x-kubernetes-list-map-keys", "x-kubernetes-list-type", "x-kubernetes-map-type", "x-kubernetes-validations",
    ] as [StaticString] {
      let field = clause[keyword]
      guard field.isWrittenOut, !field.isList || !field.isEmpty else { continue }
      forbid(root.placed(field), .onlyOutside(field), as: .structuralSchema)
    }
  }

  // MARK: Completeness

  /// What the junctors of the root speak of is said outside of them too.
  private mutating func completeness(of root: SchemaRoot) {
    for junctor in Words.junctors.words {
      for clause in root.schema.clauses(junctor) { completeness(clause, in: root.schema, root) }
    }
  }

  private mutating func completeness(_ clause: Field, in schema: Field, _ root: SchemaRoot) {
    for junctor in Words.junctors.words {
      for inner in clause.clauses(junctor) { completeness(inner, in: schema, root) }
    }
    if let items = clause.itemSchema {
      if let outer = schema.itemSchema {
        completeness(items, in: outer, root)
      } else {
        addMissing(root.placed(schema["items"]), items)
      }
    }
    for (key, property) in clause["properties"].entries {
      let name = key.node?.text ?? ""
      if let outer = schema.property(name) {
        completeness(property, in: outer, root)
      } else {
        addMissing(root.placed(schema["properties"], more: [.key(name)]), property)
      }
    }
  }

  private mutating func addMissing(_ place: Field, _ inner: Field) {
    add(
      .structuralSchema, at: place, .required, .onlyInJunctor(inner),
      related: [Related(range: inner.range, message: Message(en: "it is restricted here", ko: "여기에서 제한합니다"))])
  }
}
