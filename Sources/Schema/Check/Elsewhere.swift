import Findings
import YAML

/// A place near an unknown field whose object knows a field of that name.
struct Elsewhere {
  /// The object as a reader finds it: `spec.template.spec`, `spec.containers[]`, empty for the root.
  var name: String
  /// The object, where the text has it and there is only one such.
  var object: Int32?
  /// The object, or the nearest value around it that the text has.
  var known: Int32
  /// What would not be missing if the field stood there.
  var home: FieldPath
  /// How far away it is: one for each step out of or into an object, and one for each object that does not exist yet.
  var distance: Int
  /// Whether it is around the unknown field.
  var isAround: Bool
  /// Whether the object is an item of a list whose items are told apart by name, or of none.
  var isNamed = true
  /// The field of the object around the unknown one that would be the object, where it does not exist yet.
  var wrapping: String?
  var type: TypeFacts?
}

extension StructureCheck {
  /// The nearest places that know a field of this name and form; several only where they are equally near.
  func elsewhere(_ name: Bytes, _ key: Int32, _ value: Int32, _ versions: VersionSet) -> [Elsewhere] {
    guard let object = node(key).parent else { return [] }
    var search = ElsewhereSearch(check: self, name: name, value: value, versions: versions)
    let enclosing = enclosingTypes(of: object.index)
    guard let own = enclosing.first else { return [] }
    var index = object.index
    var depth = own.path.elements.count
    for (steps, around) in enclosing.prefix(5).enumerated() {
      while depth > around.path.elements.count, nodes[Int(index)].parent >= 0 {
        index = nodes[Int(index)].parent
        depth -= 1
      }
      if steps > 0 { search.consider(around.type, index, around.path, "", distance: steps, isAround: true) }
      search.descend(around.type, index, around.path, "", distance: steps, depth: 1, avoiding: object.index)
    }
    return search.nearest.count > 1 ? sharing(search.nearest, with: object, own.type) : search.nearest
  }

  /// Of equally near places those that know most of the other fields that are unknown here.
  private func sharing(_ places: [Elsewhere], with object: Node, _ own: TypeFacts) -> [Elsewhere] {
    var best: (count: Int, places: [Elsewhere]) = (0, [])
    for place in places {
      guard let type = place.type else { continue }
      var count = 0
      for entry in object.entries where entry.key.withText({ own.index(of: $0) < 0 && type.index(of: $0) >= 0 }) {
        count += 1
      }
      if count > best.count { best = (count, []) }
      if count == best.count { best.places.append(place) }
    }
    return best.places.isEmpty ? places : best.places
  }
}

/// Looks through objects around a field and those inside of them. Bounded: three steps down, and a number of fields.
private struct ElsewhereSearch {
  let check: StructureCheck
  let name: Bytes
  let value: Int32
  let versions: VersionSet
  private(set) var nearest: [Elsewhere] = []
  private var budget = 6000
  /// Names that nearly every object has mean a place only where that place waits for it.
  private let isCommon: Bool

  init(check: StructureCheck, name: Bytes, value: Int32, versions: VersionSet) {
    self.check = check
    self.name = name
    self.value = value
    self.versions = versions
    isCommon = name.count <= 2 || name.hasBytes(of: "name")
  }

  private func raw(_ index: Int32) -> RawNode { check.nodes[Int(index)] }

  /// Whether a type knows the field, in a form that the value has.
  mutating func consider(
    _ type: TypeFacts, _ object: Int32?, _ path: FieldPath, _ suffix: String, distance: Int, isAround: Bool,
    isNamed: Bool = true, absent: FieldPath? = nil, wrapping: String? = nil, known: Int32 = 0
  ) {
    let found = type.index(of: name)
    guard found >= 0, !type.versions(of: name).isDisjoint(with: versions), fits(type.fields[found].shape) else {
      return
    }
    // A place that has the field already is named where there is no other.
    let isTaken = object.map { check.node($0).member(named: name.string).map { !$0.isNull } ?? false } ?? false
    if isTaken, isAround { return }
    if isCommon, isTaken || object == nil || isAround { return }
    var place = Elsewhere(
      name: path.description + suffix, object: object, known: object ?? known, home: absent ?? path.field(name.string),
      distance: distance + (isTaken ? 3 : 0), isAround: isAround, isNamed: isNamed && !isTaken)
    place.type = type
    place.wrapping = wrapping
    if let first = nearest.first {
      if place.distance > first.distance { return }
      if place.distance < first.distance { nearest = [] }
    }
    nearest.append(place)
  }

  private func fits(_ number: Int32) -> Bool {
    let kind = raw(value).kind
    if kind == .scalar, raw(value).type == .null { return true }
    switch check.catalogue.shape(number).kind {
    case .object, .map: return kind == .mapping
    case .list: return kind == .sequence
    case .any, .schemaOrBool, .schemaOrList, .schemaOrStrings: return true
    default: return kind == .scalar
    }
  }

  mutating func descend(
    _ type: TypeFacts, _ object: Int32?, _ path: FieldPath, _ suffix: String, distance: Int, depth: Int,
    avoiding own: Int32, isNamed: Bool = true, absent: FieldPath? = nil, known: Int32 = 0
  ) {
    let around = object ?? known
    for field in type.fields where !field.versions.isDisjoint(with: versions) {
      budget -= 1
      guard budget > 0 else { return }
      guard let (inner, isList) = objects(of: field.shape) else { continue }
      let member = object.flatMap { check.node($0).member(named: field.name.string) }
      let given = member.flatMap { $0.isNull ? nil : $0 }
      if let given, given.index <= own, own < raw(given.index).next { continue }
      // What does not exist yet is looked into only nearby.
      if given == nil, depth > 2 || distance > 2 { continue }
      var target = given?.index
      var fieldPath = path.field(field.name.string)
      var mark = suffix.isEmpty ? "" : suffix + "." + field.name.string
      if isList {
        let items = given?.items
        if let items, items.count == 1, let only = items.first {
          target = only.index
          fieldPath = fieldPath.index(0)
        } else {
          target = nil
          mark += "[]"
        }
      }
      if let found = target, raw(found).kind != .mapping { target = nil }
      let cost = distance + 1 + (given == nil ? 1 : 0)
      let missing = absent ?? (given == nil ? path.field(field.name.string) : nil)
      let named = isNamed && (!isList || field.mergeKey != nil)
      let shown = suffix.isEmpty ? fieldPath : path
      consider(
        inner, target, shown, mark, distance: cost, isAround: false, isNamed: named, absent: missing,
        wrapping: cost == 2 && distance == 0 && depth == 1 && !isList ? field.name.string : nil,
        known: given?.index ?? around)
      if depth < 3 {
        descend(
          inner, target, shown, mark, distance: cost, depth: depth + 1, avoiding: own, isNamed: named, absent: missing,
          known: given?.index ?? around)
      }
    }
  }

  private func objects(of number: Int32) -> (type: TypeFacts, isList: Bool)? {
    let shape = check.catalogue.shape(number)
    switch shape.kind {
    case .object: return (check.catalogue.type(shape.operand), false)
    case .list:
      let item = check.catalogue.shape(shape.operand)
      return item.kind == .object ? (check.catalogue.type(item.operand), true) : nil
    default: return nil
    }
  }
}
