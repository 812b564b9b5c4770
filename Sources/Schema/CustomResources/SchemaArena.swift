import YAML

/// Structural schemas by number, each compiled when it is first asked for.
///
/// The schemas of one definition, or those of the whole embedded catalogue, where `{"$ref": "…"}` stands for a record.
final class SchemaArena {
  private enum Source {
    case node(Node)
    /// A record of the catalogue.
    case record(String)
  }

  private var sources: [Source] = []
  private var compiled: [StructuralSchema?] = []
  private var numbers: [String: Int32] = [:]
  private var patterns: [String: CompiledPattern] = [:]
  /// The text of a record of the catalogue; `nil` in a user's definition, where `$ref` has no meaning.
  private let record: ((String) -> Node?)?

  init(record: ((String) -> Node?)? = nil) {
    self.record = record
  }

  /// The number of the schema that a node writes.
  func add(_ node: Node) -> Int32 {
    if record != nil, let reference = node["$ref"]?.string { return add(record: reference) }
    return add(.node(node))
  }

  /// The number of a record's schema.
  func add(record key: String) -> Int32 {
    if let known = numbers[key] { return known }
    let number = add(.record(key))
    numbers[key] = number
    return number
  }

  private func add(_ source: Source) -> Int32 {
    sources.append(source)
    compiled.append(nil)
    return Int32(sources.count - 1)
  }

  subscript(number: Int32) -> StructuralSchema {
    if let known = compiled[Int(number)] { return known }
    let schema = StructuralSchema()
    // Before its parts are read, so that nothing is read twice.
    compiled[Int(number)] = schema
    switch sources[Int(number)] {
    case .node(let node): read(node, into: schema)
    case .record(let key): if let node = record?(key) { read(node, into: schema) }
    }
    return schema
  }

  /// A pattern, compiled once.
  func pattern(_ text: String) -> CompiledPattern {
    if let known = patterns[text] { return known }
    let pattern = CompiledPattern(text)
    patterns[text] = pattern
    return pattern
  }

  // MARK: Reading

  private func read(_ node: Node, into schema: StructuralSchema) {
    readValues(node, into: schema)
    readObject(node, into: schema)
    readList(node, into: schema)
    schema.allOf = node["allOf"]?.items.map { add($0) } ?? []
    schema.anyOf = node["anyOf"]?.items.map { add($0) } ?? []
    schema.oneOf = node["oneOf"]?.items.map { add($0) } ?? []
    if let not = node["not"], not.isMapping { schema.not = add(not) }
    if let rules = node["x-kubernetes-validations"] { schema.hasRules = rules.bool ?? (rules.count > 0) }
  }

  private func readValues(_ node: Node, into schema: StructuralSchema) {
    schema.type = node["type"].flatMap { SchemaArena.type($0.text) }
    schema.isNullable = node["nullable"]?.bool ?? false
    schema.isIntOrString = node["x-kubernetes-int-or-string"]?.bool ?? false
    schema.preservesUnknownFields = node["x-kubernetes-preserve-unknown-fields"]?.bool ?? false
    schema.isEmbeddedResource = node["x-kubernetes-embedded-resource"]?.bool ?? false
    schema.allowed = node["enum"]?.items.map { $0 } ?? []
    schema.minimum = bound(node["minimum"], isExclusive: node["exclusiveMinimum"])
    schema.maximum = bound(node["maximum"], isExclusive: node["exclusiveMaximum"])
    schema.multipleOf = bound(node["multipleOf"], isExclusive: nil)
    schema.minLength = node["minLength"]?.integer
    schema.maxLength = node["maxLength"]?.integer
    schema.pattern = node["pattern"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    schema.defaultValue = node["default"]
    guard let format = node["format"]?.string else { return }
    switch schema.type {
    case nil, .string: schema.format = ValueFormat(name: format)
    case .integer: schema.isInt32 = format == "int32"
    default: break
    }
  }

  private func readObject(_ node: Node, into schema: StructuralSchema) {
    if let properties = node["properties"] {
      for (key, value) in properties.entries where value.isMapping {
        let name = key.text
        let number = add(value)
        if schema.properties[name] == nil { schema.propertyNames.append(name) }
        schema.properties[name] = number
        // Records carry no default: it stays where the property is.
        if let value = value["default"] {
          schema.defaults.append(StructuralSchema.Default(name: name, schema: number, value: value))
        }
      }
    }
    if let additional = node["additionalProperties"] {
      if additional.isMapping {
        schema.additional = .schema(add(additional))
      } else if let isAllowed = additional.bool {
        schema.additional = isAllowed ? .allowed : .refused
      }
    }
    schema.required = node["required"]?.items.map { $0.text } ?? []
    schema.minProperties = node["minProperties"]?.integer
    schema.maxProperties = node["maxProperties"]?.integer
  }

  private func readList(_ node: Node, into schema: StructuralSchema) {
    if let items = node["items"], items.isMapping { schema.items = add(items) }
    switch node["x-kubernetes-list-type"]?.text {
    case "set": schema.listType = .set
    case "map": schema.listType = .map
    default: break
    }
    schema.listMapKeys = node["x-kubernetes-list-map-keys"]?.items.map { $0.text } ?? []
    schema.minItems = node["minItems"]?.integer
    schema.maxItems = node["maxItems"]?.integer
    schema.hasUniqueItems = node["uniqueItems"]?.bool ?? false
  }

  private static func type(_ word: String) -> StructuralSchema.ValueType? {
    switch word {
    case "object": .object
    case "array": .array
    case "string": .string
    case "integer": .integer
    case "number": .number
    case "boolean": .boolean
    default: nil
    }
  }

  private func bound(_ node: Node?, isExclusive: Node?) -> StructuralSchema.Bound? {
    guard let node, let value = node.number else { return nil }
    return StructuralSchema.Bound(value: value, isExclusive: isExclusive?.bool ?? false, text: node.text)
  }
}

extension Node {
  /// The number, where the scalar is one.
  var number: Double? {
    switch scalar {
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }
}
