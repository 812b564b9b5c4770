import CEL
import Schema
import YAML

/// How large values of a schema can be in one request, as the API server reckons (groups.md 3.16).
extension Field {
  private static let requestBytes: UInt64 = 3 << 20

  var extent: Extent {
    let schema = self
    return Extent(
      // Keys are taken for texts of no length, which is what the server does.
      size: maximumSize, keySize: 0,
      field: { name in schema.celProperty(name)?.extent },
      entry: { (schema.itemSchema ?? schema.valueSchema)?.extent })
  }

  private var maximumSize: UInt64 {
    if isIntOrString { return limit("maxLength").map { $0.times(4) } ?? Field.requestBytes }
    switch schemaType {
    case "array": return limit("maxItems") ?? (Field.requestBytes - 2) / ((itemSchema?.minimumBytes ?? 0) + 1)
    case "object":
      guard let values = valueSchema else { return 1 }
      return limit("maxProperties") ?? (Field.requestBytes - 2) / (values.minimumBytes + 6)
    case "string":
      switch self["format"].text ?? "" {
      case "duration": return 32
      case "date", "date-time": return 40
      case "byte": return limit("maxLength") ?? Field.requestBytes
      default: break
      }
      if let length = limit("maxLength") { return length.times(4) }
      let words = self["enum"]
      guard !words.isEmpty else { return Field.requestBytes }
      return words.items.reduce(0) { max($0, UInt64($1.text?.utf8.count ?? 0)) }
    default: return 1
    }
  }

  private func limit(_ name: StaticString) -> UInt64? {
    self[name].integer.map { $0 < 0 ? 0 : UInt64($0) }
  }

  /// The fewest bytes that a value takes.
  private var minimumBytes: UInt64 {
    if isIntOrString { return 1 }
    switch schemaType {
    case "boolean": return 4
    case "integer", "number": return 1
    case "object" where valueSchema == nil:
      var sum: UInt64 = 2
      for name in self["required"].items {
        guard let text = name.text, let schema = property(text), !schema["default"].isGiven,
          PropertyName.escaped(text) != nil, schema.celType(isResource: false) != nil
        else { continue }
        sum += UInt64(text.utf8.count) + schema.minimumBytes + 4
      }
      return sum
    default: return 2
    }
  }

  /// How often a value of this schema can be in one request, where a list or map above has no limit.
  var maximumCount: UInt64 { Field.requestBytes / (minimumBytes + 1) }
}
