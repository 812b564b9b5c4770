import Findings
public import Resources
public import Schema
import YAML

extension Engine {
  /// The fields on the way from an object to a place in it. Types of custom kinds have no names: their fields are told
  /// apart by the kind and the whole way.
  func fieldNames(in object: Manifest, to path: FieldPath) -> [FieldName] {
    guard catalogue.kind(apiVersion: object.apiVersion, kind: object.kind) == nil else {
      return catalogue.fieldNames(apiVersion: object.apiVersion, kind: object.kind, to: path)
    }
    var names: [FieldName] = []
    var way = ""
    for case .field(let name) in path.elements {
      way += way.isEmpty ? name : "." + name
      names.append(FieldName(type: object.group + "/" + object.kind, field: way))
    }
    return names
  }

  /// The fields that an object sets, by the types that have them.
  public func fieldNames(in object: Manifest) -> Set<FieldName> {
    var names: Set<FieldName> = []
    collect(object.node, at: .root, into: &names) { path in
      self.fieldNames(in: object, to: path).last
    }
    return names
  }

  /// The same of a text that is the value at a place of a kind.
  public func fieldNames(inFragment source: [UInt8], of place: String) -> Set<FieldName> {
    var names: Set<FieldName> = []
    guard let reference = try? catalogue.place(place) else { return names }
    if let name = reference.fieldName { names.insert(name) }
    for tree in YAMLStream(parsing: source).documents {
      collect(tree.root, at: .root, into: &names) { path in
        self.catalogue.fieldNames(from: reference, to: path).last
      }
    }
    return names
  }

  /// Depth is bounded by the reader's limit of nesting.
  private func collect(
    _ node: Node, at path: FieldPath, into names: inout Set<FieldName>, name: (FieldPath) -> FieldName?
  ) {
    for entry in node.entries {
      let inner = path.field(entry.key.text)
      if let name = name(inner) { names.insert(name) }
      collect(entry.value, at: inner, into: &names, name: name)
    }
    var index = 0
    for item in node.items {
      collect(item, at: path.index(index), into: &names, name: name)
      index += 1
    }
  }
}
