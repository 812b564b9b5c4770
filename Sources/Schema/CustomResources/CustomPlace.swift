public import Findings
import YAML

/// A value at some place of a custom kind.
public struct CustomPlace: CustomStringConvertible {
  public let resource: CustomResource
  /// The place; list items have the index 0.
  public let path: FieldPath
  /// `VirtualService:spec.http`.
  public let description: String
  let schema: Int32
  /// Whether the value must be given.
  let isRequired: Bool
}

extension CustomKinds {
  /// Finds a place written as `VirtualService:spec.http` or `VirtualService:spec.http[]`; the kind may be written with
  /// its group and version before it.
  public func place(_ text: String) throws(PlaceError) -> CustomPlace {
    try place(text, separator: ":", stepsIntoItems: false)
  }

  /// Finds a place written as `virtualservice.spec.http`; items of lists need not be marked.
  public func place(explaining text: String) throws(PlaceError) -> CustomPlace {
    // The group of a written version has dots as well.
    let kind = text.utf8.lastIndex(of: UInt8(ascii: "/")) ?? text.startIndex
    let dot = text.utf8[kind...].firstIndex(of: UInt8(ascii: ".")) ?? text.endIndex
    let fields = dot == text.endIndex ? "" : text[text.utf8.index(after: dot)...]
    return try place(text[..<dot] + ":" + fields, separator: ":", stepsIntoItems: true)
  }

  private func place(
    _ text: String, separator: Character, stepsIntoItems: Bool
  ) throws(PlaceError) -> CustomPlace {
    let halves = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
    let kindText = String(halves[0])
    guard let resource = resource(written: kindText), resource.root >= 0 else {
      throw .unknownKind(kindText, suggestion: Nearest.word(to: kindText, among: all.map { $0.kind }))
    }
    let arena = resource.arena
    var (number, path, written) = (resource.root, FieldPath.root, resource.kind)
    var isRequired = false
    var offset = kindText.utf8.count + 1
    for part in (halves.count > 1 ? String(halves[1]) : "").split(separator: ".") {
      let name = String(part.prefix(while: { $0 != "[" }))
      while stepsIntoItems, let inner = arena.inner(number, &path) { number = inner }
      let schema = arena[number]
      guard !schema.propertyNames.isEmpty else { throw .notAnObject(written, offset: offset) }
      guard let property = schema.properties[name] else {
        throw .unknownField(
          name, in: written, offset: offset, suggestion: Nearest.word(to: name, among: schema.propertyNames))
      }
      isRequired = schema.required.contains(name)
      number = property
      path = path.field(name)
      written += (written == resource.kind ? ":" : ".") + name
      if part.utf8.count > name.utf8.count {
        guard let inner = arena.inner(number, &path) else {
          throw .notAnObject(written, offset: offset + name.utf8.count)
        }
        number = inner
        written += part.dropFirst(name.count)
      }
      offset += part.utf8.count + 1
    }
    return CustomPlace(resource: resource, path: path, description: written, schema: number, isRequired: isRequired)
  }

  /// The kind that somebody means, in any case, also in the plural; of several the newest stable version.
  private func resource(written text: String) -> CustomResource? {
    if let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) {
      return resource(apiVersion: String(text[..<slash]), kind: String(text[text.utf8.index(after: slash)...]))
    }
    let lowered = text.lowercased()
    let names = [lowered] + Catalogue.singulars(of: lowered)
    let candidates = all.filter { names.contains($0.kind.lowercased()) }
    let exact = candidates.filter { $0.kind == text }
    let best = (exact.isEmpty ? candidates : exact).min { left, right in
      let (first, second) = (Catalogue.rank(of: left.apiVersion), Catalogue.rank(of: right.apiVersion))
      return first == second ? left.apiVersion < right.apiVersion : first > second
    }
    return best.flatMap { resource(apiVersion: $0.apiVersion, kind: $0.kind) }
  }

  // MARK: - For a reader

  /// What `drydock explain virtualservice.spec.http` shows.
  public func describe(path: String) throws(PlaceError) -> PlaceDescription {
    let place = try place(explaining: path)
    let arena = place.resource.arena
    let schema = arena[place.schema]
    var path = place.path
    var number = place.schema
    while let inner = arena.inner(number, &path) { number = inner }
    let object = arena[number]
    let required = Set(object.required)
    return PlaceDescription(
      place: place.description, apiVersion: place.resource.apiVersion, kind: place.resource.kind,
      type: arena.typeName(place.schema), required: place.isRequired ? .all : [],
      defaultValue: schema.defaultValue.map { $0.shownText },
      allowed: schema.allowedValues, listType: schema.listTypeName, mergeKey: nil, versions: .all, since: nil,
      removedIn: nil,
      fields: object.propertyNames.sorted().map { name in
        // A default belongs to the property, not to the schema that several may share.
        let value = object.defaults.first { $0.name == name }?.value
        return PlaceDescription.Field(
          name: name, type: arena.typeName(object.property(name)), required: required.contains(name) ? .all : [],
          versions: .all, defaultValue: value.map { $0.shownText }, allowed: arena[object.property(name)].allowedValues)
      })
  }
}

extension SchemaArena {
  /// What a list or a map holds.
  fileprivate func inner(_ number: Int32, _ path: inout FieldPath) -> Int32? {
    let schema = self[number]
    if schema.items >= 0 {
      path = path.index(0)
      return schema.items
    }
    if case .schema(let value) = schema.additional, schema.propertyNames.isEmpty { return value }
    return nil
  }

  /// A type's name for a reader.
  fileprivate func typeName(_ number: Int32) -> String {
    let schema = self[number]
    switch schema.type {
    case .array: return schema.items >= 0 ? "list of " + typeName(schema.items) : "list"
    case .object:
      if case .schema(let value) = schema.additional, schema.propertyNames.isEmpty {
        return "map of " + typeName(value)
      }
      return "object"
    case .string: return "string"
    case .integer: return "integer"
    case .number: return "number"
    case .boolean: return "boolean"
    case nil: return schema.isIntOrString ? "integer or string" : "any value"
    }
  }
}

extension StructuralSchema {
  fileprivate var allowedValues: [PlaceDescription.Value] {
    allowed.map { PlaceDescription.Value(text: $0.shownText, versions: .all) }
  }

  fileprivate var listTypeName: String? {
    switch listType {
    case .atomic: nil
    case .set: "set"
    case .map: "map(" + listMapKeys.joined(separator: ",") + ")"
    }
  }
}

extension Node {
  /// A value for a reader: a text without its quotes, anything else as JSON.
  fileprivate var shownText: String { isScalar ? text : canonicalText }
}
