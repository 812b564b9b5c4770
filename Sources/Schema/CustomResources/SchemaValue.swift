import YAML

/// A value under judgement: what is written, and the schema whose defaults fill in what is not.
struct SchemaValue {
  let node: Node
  /// The structural schema of its place; -1 where there is none. Schemas in `anyOf` and the like have no defaults.
  let place: Int32
  /// Whether it is a default, or within one, rather than written.
  var isDefault = false

  /// A member of an object, with the key under which it is written.
  struct Member {
    let name: String
    let key: Node?
    let value: SchemaValue
  }

  /// The members of an object after defaults, and without the nulls that the API server drops.
  func members(in arena: SchemaArena) -> [Member] {
    guard node.isMapping else { return [] }
    let schema = place < 0 ? nil : arena[place]
    var members: [Member] = []
    var written: Set<String> = []
    let hasDefaults = schema?.defaults.isEmpty == false
    for (key, value) in node.entries {
      let name = key.text
      let place = schema.map { SchemaValue.place(of: name, in: $0) } ?? -1
      // Null where it is not allowed counts as not given.
      if value.isNull, place >= 0, !arena[place].isNullable { continue }
      if hasDefaults { written.insert(name) }
      members.append(Member(name: name, key: key, value: SchemaValue(node: value, place: place, isDefault: isDefault)))
    }
    for missing in schema?.defaults ?? [] where !written.contains(missing.name) {
      let value = SchemaValue(node: missing.value, place: missing.schema, isDefault: true)
      members.append(Member(name: missing.name, key: nil, value: value))
    }
    return members
  }

  /// The items of a list.
  func items(in arena: SchemaArena) -> [SchemaValue] {
    let place = place < 0 ? -1 : arena[place].items
    let fallback = place < 0 ? nil : arena[place].defaultValue
    return node.items.map { item in
      if item.isNull, let fallback, !arena[place].isNullable {
        return SchemaValue(node: fallback, place: place, isDefault: true)
      }
      return SchemaValue(node: item, place: place, isDefault: isDefault)
    }
  }

  private static func place(of name: String, in schema: StructuralSchema) -> Int32 {
    if let property = schema.properties[name] { return property }
    if case .schema(let number) = schema.additional { return number }
    return -1
  }
}
