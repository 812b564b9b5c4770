import YAML

/// What CustomResourceDefinitions say of the form of objects, in records that they share.
struct CustomFacts {
  enum Problem: Error, CustomStringConvertible {
    case notReadable(String)
    case sameKey(String)

    var description: String {
      switch self {
      case .notReadable(let file): "'\(file)' holds a document that cannot be read"
      case .sameKey(let key): "two schemas have the key '\(key)': lengthen the keys"
      }
    }
  }

  /// Kinds by `group/version Kind`: scope, key of the schema, and what else holds.
  private(set) var kinds: [String: String] = [:]
  /// Schemas by their keys.
  private(set) var schemas: [String: String] = [:]

  /// Schemas shorter than this stay where they are.
  private static let least = 60

  /// Takes the definitions of a text; a later one takes the place of an earlier one.
  mutating func add(_ source: [UInt8], file: String) throws {
    var limits = Limits()
    limits.nesting = 200
    let stream = YAMLStream(parsing: source, limits: limits)
    guard stream.unreadable.isEmpty else { throw Problem.notReadable(file) }
    for document in stream.documents where document.root["kind"]?.hasText("CustomResourceDefinition") ?? false {
      try add(document.root)
    }
  }

  private mutating func add(_ definition: Node) throws {
    guard let spec = definition["spec"], let group = spec["group"]?.string, let kind = spec["names"]?["kind"]?.string
    else { return }
    for version in spec["versions"]?.items.map({ $0 }) ?? [] {
      guard let name = version["name"]?.string, version["served"]?.bool ?? false,
        let schema = version["schema"]?["openAPIV3Schema"]
      else { continue }
      let root = try record(text(of: schema))
      let hasStatus = version["subresources"]?["status"] != nil
      let scope = spec["scope"]?.text == "Cluster" ? "C" : "N"
      kinds["\(group)/\(name) \(kind)"] = scope + " " + root + (hasStatus ? " status" : "")
    }
  }

  // MARK: Schemas

  /// A schema as JSON with its keywords in order; longer schemas in it are records of their own.
  private mutating func text(of schema: Node) throws -> String {
    var members: [(name: String, text: String)] = []
    for (key, value) in schema.entries where !value.isNull {
      if let text = try text(of: key.text, value) { members.append((key.text, text)) }
    }
    return CustomFacts.object(members)
  }

  /// The value of a keyword; `nil` for one that is no fact about form.
  private mutating func text(of keyword: String, _ value: Node) throws -> String? {
    switch keyword {
    case "properties":
      var members: [(name: String, text: String)] = []
      for (key, value) in value.entries where value.isMapping { members.append((key.text, try reference(to: value))) }
      return CustomFacts.object(members)
    case "items", "not": return value.isMapping ? try reference(to: value) : nil
    case "additionalProperties": return value.isMapping ? try reference(to: value) : CustomFacts.json(value)
    case "allOf", "anyOf", "oneOf":
      var parts: [String] = []
      for part in value.items { parts.append(try reference(to: part)) }
      return "[" + parts.joined(separator: ",") + "]"
    // That there are rules is a fact; the rules themselves are not copied.
    case "x-kubernetes-validations": return value.count > 0 ? "true" : nil
    case "default", "enum", "exclusiveMaximum", "exclusiveMinimum", "format", "maxItems", "maxLength", "maxProperties",
      "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf", "nullable", "pattern", "required",
      "type", "uniqueItems", "x-kubernetes-embedded-resource", "x-kubernetes-int-or-string",
      "x-kubernetes-list-map-keys", "x-kubernetes-list-type", "x-kubernetes-map-type",
      "x-kubernetes-preserve-unknown-fields":
      return CustomFacts.json(value)
    default: return nil
    }
  }

  /// The schema itself, or where it stands. Its default, which belongs to the place, stays there.
  private mutating func reference(to schema: Node) throws -> String {
    let whole = try text(of: schema)
    guard whole.utf8.count >= CustomFacts.least else { return whole }
    guard let value = schema["default"] else {
      return CustomFacts.object([("$ref", CustomFacts.quoted(try record(whole)))])
    }
    var members: [(name: String, text: String)] = []
    for (key, value) in schema.entries where key.text != "default" && !value.isNull {
      if let text = try text(of: key.text, value) { members.append((key.text, text)) }
    }
    let key = try record(CustomFacts.object(members))
    return CustomFacts.object([("$ref", CustomFacts.quoted(key)), ("default", CustomFacts.json(value))])
  }

  /// The key of a schema: letters and digits made of its text, so that it stays the same when others change.
  private mutating func record(_ text: String) throws -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    var key = ""
    for _ in 0..<5 {
      let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
      key.append(digits[Int(hash & 31)])
      hash >>= 5
    }
    if let known = schemas[key], known != text { throw Problem.sameKey(key) }
    schemas[key] = text
    return key
  }

  // MARK: JSON

  private static func object(_ members: [(name: String, text: String)]) -> String {
    let sorted = members.sorted { isBefore($0.name, $1.name) }
    return "{" + sorted.map { quoted($0.name) + ":" + $0.text }.joined(separator: ",") + "}"
  }

  /// Numbers stay as they are written.
  private static func json(_ value: Node) -> String {
    switch value.kind {
    case .mapping:
      var members: [(name: String, text: String)] = []
      for (key, value) in value.entries { members.append((key.text, json(value))) }
      return object(members)
    case .sequence: return "[" + value.items.map { json($0) }.joined(separator: ",") + "]"
    case .scalar: return value.scalarType == .string ? quoted(value.text) : value.isNull ? "null" : value.text
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Order of bytes, the one in which the program searches.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  // MARK: Text

  /// A line a kind: `networking.istio.io/v1 Gateway N 4f1qz status`.
  var kindsText: String { CustomFacts.lines(kinds) }

  /// A line a schema: its key and its JSON.
  var schemasText: String { CustomFacts.lines(schemas) }

  private static func lines(_ records: [String: String]) -> String {
    records.keys.sorted(by: isBefore).map { $0 + " " + (records[$0] ?? "") + "\n" }.joined()
  }
}
