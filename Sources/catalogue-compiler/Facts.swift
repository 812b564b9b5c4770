/// What holds in which versions, gathered over all releases and written as text.
struct Facts {
  struct Kind {
    let scope: String
    var type: String
    var versions = MinorVersions([])
  }

  struct Field {
    var versions = MinorVersions([])
    var required = MinorVersions([])
    /// Of the newest version: they describe how objects are merged, which no verdict depends on.
    var traits: [String] = []
    var allowed: [String: MinorVersions] = [:]
    var defaultValue: String?
  }

  /// A field's type belongs to its identity: where it changed, the field has a line for each.
  struct FieldKey: Hashable {
    let name: String
    let type: String
  }

  struct TypeFacts {
    var versions = MinorVersions([])
    var fields: [FieldKey: Field] = [:]
  }

  var kinds: [String: Kind] = [:]
  var types: [String: TypeFacts] = [:]

  init(releases: [Release], supplement: Supplement = Supplement()) throws {
    for release in releases.sorted(by: { $0.minor < $1.minor }) { add(release) }
    for (type, field, allowed) in supplement.allowedValues { allow(allowed, type: type, field: field) }
    for (type, field, value) in supplement.defaults {
      for key in types[type]?.fields.keys.filter({ $0.name == field }) ?? [] {
        types[type]?.fields[key]?.defaultValue = value
      }
    }
  }

  var fieldCount: Int { types.values.reduce(0) { $0 + $1.fields.count } }

  private mutating func add(_ release: Release) {
    for kind in release.kinds {
      let apiVersion = kind.group.isEmpty ? kind.version : kind.group + "/" + kind.version
      let scope = kind.scope ?? Scope.of(group: kind.group, kind: kind.kind)
      kinds[apiVersion + " " + kind.kind, default: Kind(scope: scope, type: kind.type)].versions.insert(release.minor)
    }
    for (name, fields) in release.types {
      types[name, default: TypeFacts()].versions.insert(release.minor)
      for field in fields {
        let key = FieldKey(name: field.name, type: field.type)
        var facts = types[name]?.fields[key] ?? Field()
        facts.versions.insert(release.minor)
        if field.isRequired { facts.required.insert(release.minor) }
        facts.traits = field.traits
        for value in field.allowed { facts.allowed[value, default: MinorVersions([])].insert(release.minor) }
        if let value = field.defaultValue { facts.defaultValue = value }
        types[name]?.fields[key] = facts
      }
    }
  }

  private mutating func allow(_ allowed: [Supplement.Value], type: String, field: String) {
    for key in types[type]?.fields.keys.filter({ $0.name == field }) ?? [] {
      guard let versions = types[type]?.fields[key]?.versions else { continue }
      for value in allowed {
        types[type]?.fields[key]?.allowed[value.text] = MinorVersions(
          versions.minors.filter { $0 >= value.since })
      }
    }
  }

  /// A line a kind: `apps/v1 Deployment N apps.v1.Deployment`, in order of bytes.
  var kindsText: String {
    lines(
      kinds.keys.sorted(by: Facts.isBefore).compactMap { name in
        kinds[name].map { kind in
          join([name, kind.scope, kind.type, kind.versions.suffix(among: .all)])
        }
      })
  }

  /// A block a type: its name, then a line a field, indented by a space, in order of bytes.
  var typesText: String {
    var all: [String] = []
    for name in types.keys.sorted(by: Facts.isBefore) {
      guard let type = types[name] else { continue }
      all.append(join([name, type.versions.suffix(among: .all)]))
      let fields = type.fields.sorted {
        $0.key.name == $1.key.name
          ? $0.value.versions.minors.lexicographicallyPrecedes($1.value.versions.minors)
          : Facts.isBefore($0.key.name, $1.key.name)
      }
      for (key, field) in fields { all.append(line(key, field, in: type)) }
    }
    return lines(all)
  }

  private func line(_ key: FieldKey, _ field: Field, in type: TypeFacts) -> String {
    var words = [" " + key.name, key.type]
    if !field.required.minors.isEmpty { words.append("required" + field.required.suffix(among: field.versions)) }
    words += field.traits
    if !field.allowed.isEmpty {
      let values = field.allowed.keys.sorted(by: Facts.isBefore)
        .map { $0 + (field.allowed[$0]?.suffix(among: field.versions) ?? "") }
      words.append("enum(" + values.joined(separator: "|") + ")")
    }
    if let value = field.defaultValue { words.append("default=" + value) }
    words.append(field.versions.suffix(among: type.versions))
    return join(words)
  }

  private func join(_ words: [String]) -> String { words.filter { !$0.isEmpty }.joined(separator: " ") }
  private func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// Order of bytes, the one in which the program searches.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
