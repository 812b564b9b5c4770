public import Findings
import Schema

/// The facts of one place of a kind, for a reader.
public struct PlaceExplanation: Sendable {
  public struct Field: Sendable {
    public var name: String
    public var type: String
    public var isRequired: Bool
    public var versions: VersionSet
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
}

extension Engine {
  /// The facts of a place written as `deployment.spec.strategy`.
  public func describe(_ place: String) throws(FragmentError) -> PlaceExplanation {
    do throws(PlaceError) {
      return PlaceExplanation(try catalogue.describe(path: place))
    } catch {
      guard case .unknownKind(_, let near) = error else { throw FragmentError(message: error.message) }
      do throws(PlaceError) {
        return PlaceExplanation(try customKinds.describe(path: place))
      } catch {
        throw FragmentError(message: error.preferring(near).message)
      }
    }
  }
}

extension PlaceExplanation {
  fileprivate init(_ facts: PlaceDescription) {
    place = facts.place
    apiVersion = facts.apiVersion
    kind = facts.kind
    type = facts.type
    versions = facts.versions
    required = facts.required
    defaultValue = facts.defaultValue
    allowed = facts.allowed.map { value in
      value.versions == facts.versions ? value.text : "\(value.text) [\(value.versions.description)]"
    }
    listType = facts.listType
    fields = facts.fields.map {
      PlaceExplanation.Field(name: $0.name, type: $0.type, isRequired: !$0.required.isEmpty, versions: $0.versions)
    }
  }
}
