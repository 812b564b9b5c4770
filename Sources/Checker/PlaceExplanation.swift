public import Findings
public import Schema

/// The facts of one place of a kind, for a reader.
public struct PlaceExplanation: Sendable {
  public struct Field: Sendable {
    public var name: String
    public var type: String
    public var isRequired: Bool
    public var versions: VersionSet
    public var defaultValue: String?
    public var allowed: [String]
  }

  /// `Deployment:spec.strategy`.
  public var place: String
  public var apiVersion: String
  public var kind: String
  public var type: String
  public var versions: VersionSet
  /// Versions in which the schema requires it.
  public var required: VersionSet
  public var defaultValue: String?
  public var allowed: [String]
  /// `atomic`, `set`, `map(name)`.
  public var listType: String?
  public var fields: [Field]
  /// The field by the type that has it; `nil` for an object itself.
  public var name: FieldName?
}

extension Engine {
  /// The facts of a place written as `deployment.spec.strategy`.
  public func describe(_ place: String) throws(FragmentError) -> PlaceExplanation {
    do throws(PlaceError) {
      return PlaceExplanation(
        try catalogue.describe(path: place), name: try catalogue.place(explaining: place).fieldName)
    } catch {
      guard case .unknownKind(_, let near) = error else { throw FragmentError(message: error.message) }
      do throws(PlaceError) {
        let facts = try customKinds.describe(path: place)
        let way = facts.place.split(separator: ":", maxSplits: 1).dropFirst().first.map { String($0) }
        let type = Catalogue.group(of: facts.apiVersion) + "/" + facts.kind
        return PlaceExplanation(facts, name: way.map { FieldName(type: type, field: $0) })
      } catch {
        throw FragmentError(message: error.preferring(near).message)
      }
    }
  }
}

extension PlaceExplanation {
  fileprivate init(_ facts: PlaceDescription, name: FieldName?) {
    place = facts.place
    apiVersion = facts.apiVersion
    kind = facts.kind
    type = facts.type
    versions = facts.versions
    required = facts.required
    defaultValue = facts.defaultValue
    allowed = PlaceExplanation.texts(of: facts.allowed, facts.versions)
    listType = facts.listType
    fields = facts.fields.map {
      PlaceExplanation.Field(
        name: $0.name, type: $0.type, isRequired: !$0.required.isEmpty, versions: $0.versions,
        defaultValue: $0.defaultValue, allowed: PlaceExplanation.texts(of: $0.allowed, $0.versions))
    }
    self.name = name
  }

  /// Allowed values, with their versions where they are not those of their field.
  private static func texts(of values: [PlaceDescription.Value], _ versions: VersionSet) -> [String] {
    values.map { $0.versions == versions ? $0.text : "\($0.text) [\($0.versions.description)]" }
  }
}
