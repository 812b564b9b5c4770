public import Findings
public import YAML

/// The custom kinds that are known: those of given definitions, and those of the embedded catalogue that no given
/// definition speaks of.
///
/// One instance serves one thread: what it has looked up it keeps.
public final class CustomKinds {
  /// A kind that a given definition defines, in its versions.
  private struct Definition {
    var served: [String: CustomResource] = [:]
    /// In the order of the definition.
    var servedVersions: [String] = []
  }

  /// What is known of the kind that an object says it is of.
  public enum Answer {
    case resource(CustomResource)
    /// A given definition has the kind without serving this version of it.
    case notServed(Finding)
    case unknown
  }

  /// By group and kind, a space between.
  private var definitions: [String: Definition] = [:]
  /// Keys of `definitions` in order.
  private var keys: [String] = []
  let embedded: EmbeddedKinds?
  private let fallback: CustomKinds?

  /// - Parameter fallback: asked for kinds of which the definitions say nothing.
  public init(_ given: CustomResourceDefinitions, fallback: CustomKinds? = nil) {
    self.fallback = fallback
    embedded = fallback == nil ? EmbeddedKinds() : nil
    for document in given.documents { add(document) }
  }

  private func add(_ document: Node) {
    guard let spec = document["spec"], let group = spec["group"]?.string, let kind = spec["names"]?["kind"]?.string
    else { return }
    let arena = SchemaArena()
    var definition = Definition()
    for version in spec["versions"]?.items.map({ $0 }) ?? [] {
      guard let name = version["name"]?.string, version["served"]?.bool ?? false else { continue }
      let schema = version["schema"]?["openAPIV3Schema"]
      definition.served[name] = CustomResource(
        apiVersion: group + "/" + name, kind: kind, isNamespaced: spec["scope"]?.text != "Cluster",
        definition: document,
        hasStatus: version["subresources"]?["status"] != nil, arena: arena, root: schema.map { arena.add($0) } ?? -1)
      definition.servedVersions.append(name)
    }
    let key = group + " " + kind
    if definitions[key] == nil { keys.append(key) }
    definitions[key] = definition
  }

  /// What is known of `apiVersion` and `kind`.
  public func answer(apiVersion: Node, kind: String) -> Answer {
    let written = apiVersion.text
    if let resource = resource(apiVersion: written, kind: kind) { return .resource(resource) }
    guard let served = servedVersions(group: Catalogue.group(of: written), kind) else { return .unknown }
    return .notServed(CustomKinds.notServed(apiVersion, kind, served: served))
  }

  /// The kind in one version, where it is known.
  public func resource(apiVersion: String, kind: String) -> CustomResource? {
    let group = Catalogue.group(of: apiVersion)
    if !definitions.isEmpty, let definition = definitions[group + " " + kind] {
      let version = String(apiVersion.dropFirst(group.count + 1))
      return definition.served[version]
    }
    if let fallback { return fallback.resource(apiVersion: apiVersion, kind: kind) }
    return embedded?.resource(apiVersion: apiVersion, kind: kind)
  }

  /// The versions that a given definition serves; `nil` where none is given. What a release of the embedded catalogue
  /// does not serve, another may.
  private func servedVersions(group: String, _ kind: String) -> [String]? {
    if let definition = definitions[group + " " + kind] { return definition.servedVersions.map { group + "/" + $0 } }
    return fallback?.servedVersions(group: group, kind)
  }

  /// What to say of a kind that is not known where one like it is.
  public func hint(apiVersion: String, kind: String) -> Message? {
    let group = Catalogue.group(of: apiVersion)
    let ofGroup = all.filter { Catalogue.group(of: $0.apiVersion) == group }
    let versions = ofGroup.filter { $0.kind == kind }.map { "'" + $0.apiVersion + "'" }.joined(separator: ", ")
    if !versions.isEmpty {
      return Message(
        en:
          "\(kind) is known in \(versions), not in '\(apiVersion)'; give its CustomResourceDefinition to have it checked",
        ko: "\(kind)은(는) '\(apiVersion)'이(가) 아니라 \(versions)만 압니다; 검사하려면 CustomResourceDefinition을 주세요")
    }
    let elsewhere = all.filter { $0.kind == kind }.map { "'" + $0.apiVersion + "'" }.joined(separator: ", ")
    if !elsewhere.isEmpty {
      return Message(
        en: "nothing is known of \(kind) in '\(apiVersion)'; there is one in \(elsewhere)",
        ko: "'\(apiVersion)'의 \(kind)에 대해 아는 것이 없습니다; \(elsewhere)에는 있습니다")
    }
    guard let near = Nearest.word(to: kind, among: ofGroup.map { $0.kind }) else { return nil }
    return Message(
      en: "nothing is known of \(kind) in '\(apiVersion)'; did you mean '\(near)'?",
      ko: "'\(apiVersion)'의 \(kind)에 대해 아는 것이 없습니다; '\(near)'을(를) 쓰려던 것인가요?")
  }

  /// All kinds in all their versions: `apiVersion` and `kind`. What is known does not change once it is made.
  private(set) lazy var all = listed()

  private func listed() -> [(apiVersion: String, kind: String)] {
    var all: [(apiVersion: String, kind: String)] = []
    for key in keys {
      guard let definition = definitions[key] else { continue }
      let words = key.split(separator: " ")
      guard words.count == 2 else { continue }
      for version in definition.servedVersions { all.append((words[0] + "/" + version, String(words[1]))) }
    }
    let others = fallback?.all ?? embedded?.all ?? []
    for other in others where definitions[Catalogue.group(of: other.apiVersion) + " " + other.kind] == nil {
      all.append(other)
    }
    return all
  }
}

extension CustomKinds {
  /// What to say of an object of a kind that a given definition has, but not in this version.
  fileprivate static func notServed(_ apiVersion: Node, _ kind: String, served: [String]) -> Finding {
    let path = FieldPath.root.field("apiVersion")
    var finding = Finding(
      id: "schema/unknown-kind", range: apiVersion.range, path: path,
      message: Message(
        en: "the CustomResourceDefinition of \(kind) does not serve '\(apiVersion.text)'",
        ko: "\(kind)의 CustomResourceDefinition은 '\(apiVersion.text)'을(를) 제공하지 않습니다"),
      server: ServerError(.noSuchKind, path))
    guard let last = served.last else { return finding }
    let list = served.map { "'" + $0 + "'" }.joined(separator: ", ")
    finding.message = Message(
      en: finding.message.en + "; write one of \(list)", ko: finding.message.text(in: "ko") + "; \(list) 중 하나를 쓰세요")
    if served.count == 1, !apiVersion.isAliased {
      finding.fix = Fix(
        title: Message(en: "write '\(last)'", ko: "'\(last)'(으)로 고치기"),
        edits: [Fix.Edit(range: apiVersion.range, replacement: last)])
    }
    return finding
  }
}
