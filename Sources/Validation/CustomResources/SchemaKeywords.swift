import Findings
import YAML

/// What the place of a schema decides of its keywords.
private struct KeywordScope {
  var allowsDefaults = true
  /// In `metadata`, `kind` or `apiVersion` of an object of the API.
  var isInsideMeta = false
  var isRoot = false
}

extension Words {
  fileprivate static let types: Words = ["array", "boolean", "integer", "number", "object", "string"]
  /// Keywords at the root that do not matter to the status, which the server takes out of the schema.
  fileprivate static let allowedWithStatus: Words = [
    "description", "type", "format", "title", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
    "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf", "required", "items", "properties",
    "externalDocs", "example", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-validations",
  ]
}

/// The rules of OpenAPI for schemas, as far as custom resources know its keywords (groups.md 3.16).
extension Report {
  mutating func keywords(of root: SchemaRoot) {
    keywords(root.schema, KeywordScope(isRoot: true), root)
  }

  /// The root of a schema whose resource has the subresource `status`.
  mutating func rootKeywords(of root: SchemaRoot, hasStatus: Bool) {
    let schema = root.schema
    if schema["nullable"].isTrue { forbid(root.placed(schema["nullable"]), .nullableRoot, as: .structuralSchema) }
    guard hasStatus else { return }
    let type = schema["type"]
    if !type.isEmpty, !type.hasText("object"), schema["id"].isEmpty, schema["$schema"].isEmpty, !schema["$ref"].isGiven
    {
      return refuse(root.placed(type), .rootType, as: .structuralSchema)
    }
    for (key, value) in schema.entries where !Words.allowedWithStatus.contains(key) {
      guard value.isWrittenOut else { continue }
      return refuse(
        root.placed(schema), .notWithStatus(key), as: .structuralSchema,
        related: [Related(range: key.range, message: Message(en: "it is here", ko: "여기에 있습니다"))])
    }
  }

  private mutating func keywords(_ schema: Field, _ scope: KeywordScope, _ root: SchemaRoot) {
    var inner = scope
    inner.isRoot = false
    let type = schema["type"]
    if !type.isEmpty, !Words.types.contains(type) {
      expect(root.placed(type), oneOf: .types, as: .structuralSchema)
      if type.hasText("null") { forbid(root.placed(type), .nullType, as: .structuralSchema) }
    }
    if !scope.allowsDefaults { forbid(root.placed(schema["default"]), .noDefaultHere, as: .structuralSchema) }
    unsupported(schema, root)
    if scope.isInsideMeta, schema.isEmbeddedResource {
      forbid(root.placed(schema["x-kubernetes-embedded-resource"]), .embeddedInMeta, as: .structuralSchema)
    }
    let values = schema["additionalProperties"]
    if !schema["properties"].isEmpty, values.isGiven, values.node?.bool != true {
      forbid(root.placed(values), .propertiesAndMap, as: .structuralSchema)
    }
    if let values = schema.valueSchema {
      var scope = inner
      if scope.isInsideMeta { scope.allowsDefaults = false }
      keywords(values, scope, root)
    }
    for (key, property) in schema["properties"].entries {
      var scope = inner
      let meta: Words = ["metadata", "kind", "apiVersion"]
      if meta.contains(key), self.isObject(schema, root) {
        scope.isInsideMeta = true
        if schema.isAt(root.schema) { scope.allowsDefaults = false }
      }
      keywords(property, scope, root)
    }
    for junctor in Words.junctors.words {
      for clause in schema.clauses(junctor) { keywords(clause, inner, root) }
    }
    for (_, definition) in schema["definitions"].entries { keywords(definition, inner, root) }
    for (_, dependency) in schema["dependencies"].entries where dependency.node?.isMapping ?? false {
      keywords(dependency, inner, root)
    }
    if let items = schema.itemSchema { keywords(items, inner, root) }
    if schema["items"].isList { for items in schema["items"].items { keywords(items, inner, root) } }
    listAndMapTypes(schema, root)
    validationRules(schema, root)
  }

  private func isObject(_ schema: Field, _ root: SchemaRoot) -> Bool {
    schema.isEmbeddedResource || schema.isAt(root.schema)
  }

  private mutating func unsupported(_ schema: Field, _ root: SchemaRoot) {
    for keyword in ["id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref"]
      as [StaticString]
    {
      let field = schema[keyword]
      guard field.isGiven else { continue }
      switch "\(keyword)" {
      case "id", "patternProperties", "definitions": if field.isEmpty { continue }
      default: break
      }
      forbid(root.placed(field), .unsupportedKeyword(field), as: .structuralSchema)
    }
    if schema["items"].isList, !schema["items"].isEmpty {
      forbid(root.placed(schema["items"]), .severalItems, as: .structuralSchema)
    }
    if schema["uniqueItems"].isTrue {
      forbid(root.placed(schema["uniqueItems"]), .uniqueItems, as: .structuralSchema)
    }
    let preserves = schema["x-kubernetes-preserve-unknown-fields"]
    if preserves.node?.bool == false { refuse(root.placed(preserves), .onlyTrue(preserves), as: .structuralSchema) }
  }
}

extension Field {
  /// Whether both are the same value in the manifest.
  func isAt(_ other: Field) -> Bool { isGiven && other.isGiven && node == other.node }
}

extension Message {
  fileprivate static var nullableRoot: Message {
    Message(en: "a resource cannot be null: remove 'nullable'", ko: "리소스는 null일 수 없습니다: 'nullable'을 지우십시오")
  }

  fileprivate static func notWithStatus(_ key: Field) -> Message {
    let name = key.node?.text ?? ""
    return Message(
      en: "with the subresource 'status' the root cannot have '\(name)', which would be lost: move it into a property",
      ko: "'status' 하위 리소스가 있으면 최상위에 '\(name)'을(를) 쓸 수 없습니다: 속성 안으로 옮기십시오")
  }

  fileprivate static var nullType: Message {
    Message(
      en: "null is no type: write the type of other values, and 'nullable: true'",
      ko: "null은 타입이 아닙니다: 다른 값의 타입과 'nullable: true'를 쓰십시오")
  }

  fileprivate static var noDefaultHere: Message {
    Message(
      en: "the API server itself fills in these fields: remove 'default'", ko: "이 필드는 API 서버가 직접 채웁니다: 'default'를 지우십시오"
    )
  }

  fileprivate static var embeddedInMeta: Message {
    Message(en: "metadata holds no resources: remove this", ko: "metadata에는 리소스가 들어가지 않습니다: 지우십시오")
  }

  fileprivate static var propertiesAndMap: Message {
    Message(
      en: "an object has certain fields or is a map: keep 'properties' or 'additionalProperties'",
      ko: "객체는 정해진 필드를 갖거나 맵입니다: 'properties'나 'additionalProperties' 하나만 두십시오")
  }

  fileprivate static func unsupportedKeyword(_ field: Field) -> Message {
    Message(
      en: "schemas of custom resources do not know '\(field.name)': remove it, and write out what it refers to",
      ko: "사용자 정의 리소스의 스키마에는 '\(field.name)'을(를) 쓸 수 없습니다: 지우고 가리키는 내용을 직접 쓰십시오")
  }

  fileprivate static var severalItems: Message {
    Message(
      en: "all items of an array have one schema: write it in place of the list",
      ko: "배열의 항목은 모두 같은 스키마를 씁니다: 목록 대신 스키마 하나를 쓰십시오")
  }

  fileprivate static var uniqueItems: Message {
    Message(
      en: "to compare all items with each other takes too long: write 'x-kubernetes-list-type: set' instead",
      ko: "모든 항목을 서로 비교하면 너무 오래 걸립니다: 대신 'x-kubernetes-list-type: set'을 쓰십시오")
  }

  fileprivate static func onlyTrue(_ field: Field) -> Message {
    Message(en: "'\(field.name)' is true or absent: remove it", ko: "'\(field.name)'은(는) true이거나 없어야 합니다: 지우십시오")
  }
}
