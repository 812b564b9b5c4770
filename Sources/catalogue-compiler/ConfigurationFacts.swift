import Foundation

/// Facts about configuration that programs read from files.
extension Facts {
  enum SupplementProblem: Error, CustomStringConvertible {
    case line(String)

    var description: String {
      switch self {
      case .line(let text): "the supplement of configuration has a line that means nothing: '\(text)'"
      }
    }
  }

  /// The types of one version, taken to hold in all versions but for what the supplement says.
  ///
  /// - Parameter served: The facts of what API servers serve, whose types are not repeated.
  init(configuration json: Data, served: String, supplement: String = Facts.configurationSupplement) throws {
    let known = served.split(separator: "\n").filter { !$0.hasPrefix(" ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    var release = try Release(minor: MinorVersions.oldest, configuration: json, known: Set(known))
    var releases: [Release] = []
    for minor in MinorVersions.all.minors {
      release.minor = minor
      releases.append(release)
    }
    try self.init(releases: releases, supplement: Supplement(""))
    for line in supplement.split(separator: "\n") where !line.hasPrefix("#") { try apply(String(line)) }
  }

  /// One line of the supplement, in the order of the text:
  ///
  ///     kind group/version Kind type [@versions]
  ///     like new-prefix old-prefix            types that are copies, with all that they refer to under the prefix
  ///     type.field type-word [@versions]      a field of a new or an old type
  ///     type.field @versions
  ///     type.field none
  ///     type.field enum a b c
  ///     type.field = default
  private mutating func apply(_ line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 2 else { throw SupplementProblem.line(line) }
    switch words[0] {
    case "kind":
      guard words.count >= 4 else { throw SupplementProblem.line(line) }
      let versions = words.count > 4 ? MinorVersions(range: words[4]) : .all
      guard let versions, types[words[3]] != nil else { throw SupplementProblem.line(line) }
      kinds[words[1] + " " + words[2]] = Kind(scope: "file", type: words[3], versions: versions)
    case "like":
      guard words.count == 3 else { throw SupplementProblem.line(line) }
      copyTypes(from: words[2], to: words[1])
    default:
      guard let dot = words[0].lastIndex(of: ".") else { throw SupplementProblem.line(line) }
      let type = String(words[0][..<dot])
      try applyField(String(words[0][words[0].index(after: dot)...]), of: type, Array(words.dropFirst()), line)
    }
  }

  private mutating func copyTypes(from old: String, to new: String) {
    for (name, facts) in types where name.hasPrefix(old) {
      var copy = TypeFacts(versions: facts.versions)
      for (key, field) in facts.fields {
        copy.fields[FieldKey(name: key.name, type: key.type.replacingOccurrences(of: old, with: new))] = field
      }
      types[new + name.dropFirst(old.count)] = copy
    }
  }

  private mutating func applyField(_ name: String, of type: String, _ words: [String], _ line: String) throws {
    let keys = types[type]?.fields.keys.filter { $0.name == name } ?? []
    switch words[0] {
    case "none":
      for key in keys { types[type]?.fields[key] = nil }
    case "enum", "=":
      guard !keys.isEmpty, words.count > 1 else { throw SupplementProblem.line(line) }
      for key in keys {
        if words[0] == "=" {
          types[type]?.fields[key]?.defaultValue = words[1]
        } else {
          let versions = types[type]?.fields[key]?.versions ?? .all
          for word in words.dropFirst() {
            let value = Supplement.value(word)
            types[type]?.fields[key]?.allowed[value.text] = MinorVersions(
              versions.minors.filter { $0 >= value.since })
          }
        }
      }
    default:
      if let versions = MinorVersions(range: words[0]) {
        guard !keys.isEmpty else { throw SupplementProblem.line(line) }
        for key in keys { types[type]?.fields[key]?.versions = versions }
        return
      }
      let versions = words.count > 1 ? MinorVersions(range: words[1]) : .all
      guard let versions else { throw SupplementProblem.line(line) }
      for key in keys { types[type]?.fields[key] = nil }
      types[type, default: TypeFacts(versions: .all)].fields[FieldKey(name: name, type: words[0])] = Field(
        versions: versions)
    }
  }
}
