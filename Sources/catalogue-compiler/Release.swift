import Foundation

/// The schemas of one minor version, as far as they are facts.
struct Release {
  struct Kind {
    let group: String
    let version: String
    let kind: String
    let type: String
    /// `nil` where a table knows it.
    var scope: String?
  }

  struct Field {
    let name: String
    let type: String
    let isRequired: Bool
    /// `atomic`, `set`, `map(port,protocol)`, `merge(name)`.
    let traits: [String]
    let allowed: [String]
    let defaultValue: String?
  }

  enum Problem: Error, CustomStringConvertible {
    case notDefinitions(minor: Int)
    case unknownShape(type: String, field: String)

    var description: String {
      switch self {
      case .notDefinitions(let minor): "the definitions of 1.\(minor) are not an object with '$defs'"
      case .unknownShape(let type, let field): "'\(type)' has a field '\(field)' of a shape this program does not know"
      }
    }
  }

  var minor: Int
  private(set) var kinds: [Kind] = []
  private(set) var types: [String: [Field]] = [:]

  init(minor: Int, json: Data) throws {
    self.minor = minor
    guard let root = try JSONSerialization.jsonObject(with: json) as? [String: Any],
      let definitions = (root["$defs"] ?? root["definitions"]) as? [String: Any]
    else { throw Problem.notDefinitions(minor: minor) }
    for (name, value) in definitions {
      guard let definition = value as? [String: Any] else { continue }
      let type = TypeName.short(name)
      if TypeName.special[type] != nil { continue }
      types[type] = try Release.fields(of: definition, type: type)
      // DeleteOptions and WatchEvent belong to every group; nobody writes them.
      let identities = definition["x-kubernetes-group-version-kind"] as? [[String: String]] ?? []
      guard identities.count == 1, let identity = identities.first, let version = identity["version"],
        let kind = identity["kind"]
      else { continue }
      kinds.append(Kind(group: identity["group"] ?? "", version: version, kind: kind, type: type))
    }
  }

  /// The types of configuration files, of one version: `kinds` names the definitions that a file holds.
  ///
  /// - Parameter known: Types that the API server's facts have already.
  init(minor: Int, configuration json: Data, known: Set<String>) throws {
    self.minor = minor
    guard let root = try JSONSerialization.jsonObject(with: json) as? [String: Any],
      let definitions = root["definitions"] as? [String: [String: Any]],
      let kinds = root["kinds"] as? [[String: String]]
    else { throw Problem.notDefinitions(minor: minor) }
    for (name, definition) in definitions {
      let type = TypeName.short(name)
      if TypeName.special[type] != nil || known.contains(type) { continue }
      types[type] = try Release.fields(of: definition, type: type)
    }
    for kind in kinds {
      guard let version = kind["version"], let name = kind["kind"], let schema = kind["schema"] else { continue }
      let type = TypeName.short(String(schema.split(separator: "/").last ?? ""))
      self.kinds.append(Kind(group: kind["group"] ?? "", version: version, kind: name, type: type, scope: "file"))
    }
  }

  private static func fields(of definition: [String: Any], type: String) throws -> [Field] {
    let required = Set(definition["required"] as? [String] ?? [])
    return try (definition["properties"] as? [String: [String: Any]] ?? [:]).map { name, schema in
      guard let shape = TypeName.of(schema) else { throw Problem.unknownShape(type: type, field: name) }
      // The identity of an object is in the list of kinds.
      let allowed = name == "kind" || name == "apiVersion" ? [] : schema["enum"] as? [String] ?? []
      return Field(
        name: name, type: shape, isRequired: required.contains(name), traits: traits(of: schema), allowed: allowed,
        defaultValue: scalarText(schema["default"]))
    }
  }

  private static func traits(of schema: [String: Any]) -> [String] {
    var traits: [String] = []
    let keys = schema["x-kubernetes-list-map-keys"] as? [String] ?? []
    switch schema["x-kubernetes-list-type"] as? String {
    case "map": traits.append("map(" + keys.joined(separator: ",") + ")")
    case "set": traits.append("set")
    case "atomic": traits.append("atomic")
    default: if schema["x-kubernetes-map-type"] as? String == "atomic" { traits.append("atomic") }
    }
    if let key = schema["x-kubernetes-patch-merge-key"] as? String { traits.append("merge(" + key + ")") }
    return traits
  }

  private static func scalarText(_ value: Any?) -> String? {
    switch value {
    case let text as String where !text.contains(" ") && !text.isEmpty: text
    case let number as NSNumber: number.description
    default: nil
    }
  }
}
