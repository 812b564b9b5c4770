import Findings
import YAML

extension StructureCheck {
  /// A value's path, from the root of the object.
  func path(_ index: Int32) -> FieldPath {
    let own = node(index).path.elements
    let skipped = origin.index == 0 ? 0 : node(origin.index).path.elements.count
    return FieldPath(prefix.elements + own.dropFirst(skipped))
  }

  /// The path in the server's message about a value that it failed to decode: without places in lists and keys of
  /// maps.
  func decodePath(_ index: Int32) -> FieldPath {
    let skipped = origin.index == 0 ? 0 : node(origin.index).path.elements.count
    var path: [FieldPath.Element] = prefix.elements.filter { if case .index = $0 { false } else { true } }
    var number = origin.shape
    for element in node(index).path.elements.dropFirst(skipped) {
      let shape = catalogue.shape(number)
      switch (element, shape.kind) {
      case (.field(let name), .object):
        path.append(element)
        let facts = catalogue.type(shape.operand)
        let found = name.withBytes { facts.index(of: $0) }
        guard found >= 0 else { return FieldPath(path) }
        number = facts.fields[found].shape
      // A schema may be an item or stand where items might.
      case (.index, .list), (.index, .schemaOrList), (.index, .schemaOrStrings): number = shape.operand
      case (.field(let name), .schemaOrBool), (.field(let name), .schemaOrList), (.field(let name), .schemaOrStrings):
        path.append(element)
        let facts = catalogue.type(catalogue.shape(shape.operand).operand)
        let found = name.withBytes { facts.index(of: $0) }
        guard found >= 0 else { return FieldPath(path) }
        number = facts.fields[found].shape
      case (.field, .map): number = shape.operand
      default: return FieldPath(path)
      }
    }
    return FieldPath(path)
  }

  /// The types of the objects around a value, the nearest first.
  func enclosingTypes(of index: Int32) -> [(type: TypeFacts, path: FieldPath)] {
    let elements = Array(
      node(index).path.elements.dropFirst(origin.index == 0 ? 0 : node(origin.index).path.elements.count))
    var types: [(type: TypeFacts, path: FieldPath)] = []
    var number = origin.shape
    for position in 0...elements.count {
      let shape = catalogue.shape(number)
      if shape.kind == .object {
        types.append((catalogue.type(shape.operand), FieldPath(prefix.elements + elements[..<position])))
      }
      guard position < elements.count else { break }
      switch (elements[position], shape.kind) {
      case (.field(let name), .object):
        let facts = catalogue.type(shape.operand)
        let found = name.withBytes { facts.index(of: $0) }
        guard found >= 0 else { return types.reversed() }
        number = facts.fields[found].shape
      case (_, .list), (_, .map): number = shape.operand
      default: return types.reversed()
      }
    }
    return types.reversed()
  }
}
