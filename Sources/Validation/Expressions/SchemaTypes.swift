import CEL
import Schema
import YAML

/// The types by which rules in CEL see a schema of custom resources.
extension Field {
  /// The type of values of this schema; `nil` where rules cannot see them, as those of which the type is not said.
  func celType(isResource: Bool) -> CELType? {
    if isIntOrString { return .dyn }
    switch schemaType {
    case "array": return itemSchema.flatMap { $0.celType(isResource: $0.isEmbeddedResource) }.map { .list($0) }
    case "object":
      if let values = valueSchema {
        return values.celType(isResource: values.isEmbeddedResource).map { .map(.string, $0) }
      }
      return .object(objectType(isResource: isResource))
    case "string":
      switch self["format"].text ?? "" {
      case "byte": return .bytes
      case "duration": return .duration
      case "date", "date-time": return .timestamp
      default: return .string
      }
    case "boolean": return .bool
    case "number": return .double
    case "integer": return .int
    default: return nil
    }
  }

  /// Two schemas are two types, however alike they are.
  private func objectType(isResource: Bool) -> ObjectType {
    let schema = self
    let name = "schema \(node?.index ?? -1)"
    return ObjectType(name: name, title: isResource ? "object" : schema.typeTitle) { field in
      if isResource, schema.lacksTypeAndMeta {
        if field == "kind" || field == "apiVersion" { return .string }
        if field == "metadata" {
          return .object(
            ObjectType(name: name + " metadata", fields: [("name", .string), ("generateName", .string)]))
        }
      }
      return schema.celProperty(field).flatMap { $0.celType(isResource: $0.isEmbeddedResource) }
    }
  }

  /// How a reader knows the schema: by the name of its property.
  private var typeTitle: String {
    let name = name
    return name == "openAPIV3Schema" ? "self" : name
  }

  /// Whether the API server adds what every resource has, because the schema does not say all of it.
  private var lacksTypeAndMeta: Bool {
    guard property("kind")?.schemaType == "string", property("apiVersion")?.schemaType == "string",
      let metadata = property("metadata"), metadata.schemaType == "object"
    else { return true }
    return metadata.property("name")?.schemaType != "string"
      || metadata.property("generateName")?.schemaType != "string"
  }

  /// The schema of a property by the name that it has in CEL.
  func celProperty(_ name: String) -> Field? {
    for (key, schema) in self["properties"].entries {
      guard let text = key.node?.text, PropertyName.escaped(text) == name else { continue }
      return schema
    }
    return nil
  }
}

/// Names of properties, which need not be names in CEL.
enum PropertyName {
  /// The name in CEL; `nil` for a property that CEL cannot name.
  static func escaped(_ name: String) -> String? {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, !(first >= 48 && first <= 57) else { return nil }
    if reserved.contains(name) { return "__\(name)__" }
    var result = ""
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "."): result += "__dot__"
      case UInt8(ascii: "-"): result += "__dash__"
      case UInt8(ascii: "/"): result += "__slash__"
      case UInt8(ascii: "_"):
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "_") {
          result += "__underscores__"
          index += 1
        } else {
          result += "_"
        }
      case 48...57, 65...90, 97...122: result.unicodeScalars.append(Unicode.Scalar(bytes[index]))
      default: return nil
      }
      index += 1
    }
    return result
  }

  private static let reserved = [
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let",
    "loop", "package", "namespace", "return", "var", "void", "while",
  ]
}
