public import Findings

/// A field by the type that has it, so that it is the same field wherever the type is used: the `livenessProbe` of a
/// Pod's container and of a Deployment's are both `core.v1.Container.livenessProbe`.
public struct FieldName: Sendable, Hashable {
  public let type: String
  public let field: String

  public init(type: String, field: String) {
    self.type = type
    self.field = field
  }
}

extension TypeReference {
  /// The field that the reference ends in; `nil` for an object itself.
  public var fieldName: FieldName? {
    field.map { FieldName(type: $0.type.name.string, field: $0.type.fields[$0.index].name.string) }
  }
}

extension Catalogue {
  /// The fields on the way from an object of a kind to a place in it, as far as the catalogue knows the way.
  public func fieldNames(apiVersion: String, kind: String, to path: FieldPath) -> [FieldName] {
    guard let facts = self.kind(apiVersion: apiVersion, kind: kind) else { return [] }
    return fieldNames(from: facts.shape, along: path)
  }

  /// The same from a place; the field that the place itself is comes first.
  public func fieldNames(from place: TypeReference, to path: FieldPath) -> [FieldName] {
    (place.fieldName.map { [$0] } ?? []) + fieldNames(from: place.shape, along: path)
  }

  private func fieldNames(from start: Int32, along path: FieldPath) -> [FieldName] {
    var names: [FieldName] = []
    var number = start
    for element in path.elements {
      let shape = shape(number)
      switch (shape.kind, element) {
      case (.list, .index), (.map, .key), (.map, .field): number = shape.operand
      case (.object, .field(let name)), (.object, .key(let name)):
        let facts = type(shape.operand)
        let index = name.withBytes { facts.index(of: $0) }
        guard index >= 0 else { return names }
        names.append(FieldName(type: facts.name.string, field: name))
        number = facts.fields[index].shape
      default: return names
      }
    }
    return names
  }
}
