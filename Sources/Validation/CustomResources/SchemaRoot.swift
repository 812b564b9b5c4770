import Findings
import YAML

/// The schema of a custom resource's version, and how the API server calls the fields in it.
///
/// It moves what all versions have in common to where v1beta1 had it, so that the schema of a definition with one
/// version is `spec.validation.openAPIV3Schema`; and it prints the names of properties in brackets.
struct SchemaRoot {
  /// `openAPIV3Schema`.
  let schema: Field
  /// Whether the server can make a structural schema of it, and so looks at its structure at all.
  let isConvertible: Bool
  private let object: Field
  private let path: [FieldPath.Element]
  private let depth: Int

  /// `schema` of a version; `path` is what the server calls it.
  init(_ schema: Field, of object: Field, at path: [FieldPath.Element]) {
    self.schema = schema["openAPIV3Schema"]
    isConvertible = self.schema.isConvertible
    self.object = object
    self.path = path + [.field("openAPIV3Schema")]
    depth = self.schema.path.elements.count
  }

  /// A field in the schema by its place as the server calls it; `more` leads on to what is not written.
  func placed(_ field: Field, more: [FieldPath.Element] = []) -> Field {
    var path = path
    var isMap = false
    var isSchema = true
    for element in field.path.elements.dropFirst(depth) {
      guard isSchema, case .field(let name) = element else {
        path.append(element)
        continue
      }
      path.append(isMap ? .key(name) : element)
      if isMap {
        isMap = false
      } else {
        switch name {
        case "properties", "patternProperties", "definitions", "dependencies": isMap = true
        case "items", "allOf", "anyOf", "oneOf", "not", "additionalProperties", "additionalItems": break
        default: isSchema = false
        }
      }
    }
    return field.reported(at: object, path + more)
  }
}

extension Field {
  /// The type of a schema, empty where it has none.
  var schemaType: String { self["type"].text ?? "" }
  var isIntOrString: Bool { self["x-kubernetes-int-or-string"].isTrue }
  var isEmbeddedResource: Bool { self["x-kubernetes-embedded-resource"].isTrue }
  var preservesUnknownFields: Bool { self["x-kubernetes-preserve-unknown-fields"].isTrue }

  /// Whether this keyword of a schema is there for the API server, to which an empty text and `false` mostly are as good
  /// as nothing.
  var isWrittenOut: Bool {
    guard let node else { return false }
    switch name {
    case "additionalProperties", "default", "$ref", "x-kubernetes-list-type", "x-kubernetes-map-type": return true
    default: return !node.isScalar || !isEmpty && node.bool != false
    }
  }

  /// The schema of a list's items, where there is one for all.
  var itemSchema: Field? { self["items"].node?.isMapping ?? false ? self["items"] : nil }

  /// The schema of a map's values, where there is one.
  var valueSchema: Field? { self["additionalProperties"].node?.isMapping ?? false ? self["additionalProperties"] : nil }

  /// The schema of a property.
  func property(_ name: String) -> Field? {
    let properties = self["properties"]
    guard properties.node?.member(named: name) != nil else { return nil }
    for (key, schema) in properties.entries where key.node?.text == name { return schema }
    return nil
  }

  /// The clauses of a junctor; `not` has one.
  func clauses(_ junctor: StaticString) -> [Field] {
    let field = self[junctor]
    return field.isList ? Array(field.items) : field.isGiven ? [field] : []
  }
}

extension Words {
  /// What joins schemas: further restrictions of a value.
  static let junctors: Words = ["allOf", "anyOf", "oneOf", "not"]
}
