public import Findings

/// The facts of one place of a kind, for a reader.
public struct PlaceDescription: Sendable {
  public struct Value: Sendable, Equatable {
    public let text: String
    /// Those of the place's versions in which the value is allowed.
    public let versions: VersionSet
  }

  public struct Field: Sendable, Equatable {
    public let name: String
    public let type: String
    /// Versions in which it must be given; empty for an optional field.
    public let required: VersionSet
    public let versions: VersionSet
    public let defaultValue: String?
    public let allowed: [Value]
  }

  /// `Deployment:spec.strategy`.
  public let place: String
  public let apiVersion: String
  public let kind: String
  /// `DeploymentStrategy`, `list of Container`, `map of string`.
  public let type: String
  public let required: VersionSet
  public let defaultValue: String?
  public let allowed: [Value]
  /// `atomic`, `set`, `map(name)`.
  public let listType: String?
  /// The field by which items are told apart when two lists are merged.
  public let mergeKey: String?
  public let versions: VersionSet
  /// The version that first had it; `nil` where the oldest one of the catalogue did.
  public let since: KubernetesVersion?
  /// The version that no longer has it; `nil` where the newest one still does.
  public let removedIn: KubernetesVersion?
  /// Of an object, or of the objects in a list or map.
  public let fields: [Field]
}

extension Catalogue {
  /// What `drydock explain deployment.spec.strategy` shows.
  public func describe(path: String) throws(PlaceError) -> PlaceDescription {
    let reference = try place(explaining: path)
    let field = reference.field.map { $0.type.fields[$0.index] }
    return PlaceDescription(
      place: reference.description, apiVersion: reference.kind.apiVersion, kind: reference.kind.name,
      type: typeName(reference.shape), required: field?.required ?? [], defaultValue: field?.defaultText?.string,
      allowed: field?.values(in: reference.versions) ?? [],
      listType: field?.listType?.string, mergeKey: field?.mergeKey?.string, versions: reference.versions,
      since: reference.versions.since, removedIn: reference.versions.removedIn, fields: fields(of: reference.shape))
  }

  private func fields(of number: Int32) -> [PlaceDescription.Field] {
    let shape = shape(number)
    switch shape.kind {
    case .list, .map: return fields(of: shape.operand)
    case .object:
      return type(shape.operand).fields.map {
        PlaceDescription.Field(
          name: $0.name.string, type: typeName($0.shape), required: $0.required, versions: $0.versions,
          defaultValue: $0.defaultText?.string, allowed: $0.values(in: $0.versions))
      }
    default: return []
    }
  }

  /// A type's name for a reader.
  private func typeName(_ number: Int32) -> String {
    let shape = shape(number)
    switch shape.kind {
    case .string: return "string"
    case .bool: return "boolean"
    case .int32, .int64: return "integer"
    case .double: return "number"
    case .bytes: return "base64 string"
    case .time, .microTime: return "time"
    case .quantity: return "quantity"
    case .duration: return "duration"
    case .intOrString: return "integer or string"
    case .any: return "any value"
    case .embedded: return "object of its own kind"
    case .schemaOrBool: return "schema or boolean"
    case .schemaOrList: return "schema or list of schemas"
    case .schemaOrStrings: return "schema or list of strings"
    case .list: return "list of " + typeName(shape.operand)
    case .map: return "map of " + typeName(shape.operand)
    case .object:
      let name = type(shape.operand).name.string
      return name.split(separator: ".").last.map { String($0) } ?? name
    }
  }
}

extension FieldFacts {
  /// The values that it allows in some versions.
  fileprivate func values(in versions: VersionSet) -> [PlaceDescription.Value] {
    allowed.map { PlaceDescription.Value(text: $0.text.string, versions: $0.versions.intersection(versions)) }
  }
}
