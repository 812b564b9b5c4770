import Findings

/// What can be said of a kind that the catalogue does not have.
enum Stranger {
  case removed(RemovedAPI)
  /// Another version or group has a kind of that name.
  case elsewhere(String)
  /// The group and version exist without such a kind.
  case unknownKind(near: String?)
  /// Neither group nor version exists, and it looks like one that does.
  case unknownGroup(near: String?)
  /// A group of somebody else's: a custom resource.
  case foreign
}

extension Catalogue {
  /// Found out once for each name, for streams of many custom resources.
  func stranger(apiVersion: String, kind: String) -> Stranger {
    let key = apiVersion + " " + kind
    if let known = strangers[key] { return known }
    let stranger = findStranger(apiVersion: apiVersion, kind: kind)
    if strangers.count < 1000 { strangers[key] = stranger }
    return stranger
  }

  /// Whether servers of some versions serve a group and version without being told to.
  func serves(_ apiVersion: String, in versions: VersionSet) -> Bool {
    servedVersions[apiVersion].map { !$0.isDisjoint(with: versions) } ?? false
  }

  private func findStranger(apiVersion: String, kind: String) -> Stranger {
    if let removal = removal(apiVersion: apiVersion, kind: kind) { return .removed(removal) }
    var home: KindFacts?
    // A name like 'Policy' has many homes: what programs read from files is meant only where the group says so.
    var fileHome: KindFacts?
    var siblings: [String] = []
    var groups: [String] = []
    for known in objectKinds {
      if known.name == kind, known.scope == .file {
        if fileHome.map({ Catalogue.isPreferred(known, $0) }) ?? true { fileHome = known }
      } else if known.name == kind, home.map({ Catalogue.isPreferred(known, $0) }) ?? true {
        home = known
      }
      if known.apiVersion == apiVersion { siblings.append(known.name) }
      if groups.last != known.apiVersion { groups.append(known.apiVersion) }
    }
    let isGroupKnown = !siblings.isEmpty
    if !isGroupKnown, isOfOthers(apiVersion, among: groups) { return .foreign }
    if let home { return .elsewhere(home.apiVersion) }
    if isGroupKnown {
      if let fileHome { return .elsewhere(fileHome.apiVersion) }
      let near = Nearest.word(to: kind, among: siblings)
      return .unknownKind(near: near ?? Nearest.word(to: kind, among: objectKinds.map { $0.name }))
    }
    let near = Nearest.word(to: apiVersion, among: groups)
    let groupName = Catalogue.group(of: apiVersion)
    let ofGroup = groups.first { Catalogue.group(of: $0) == groupName }
    if near == nil, ofGroup == nil, !groupName.isEmpty { return .foreign }
    if let fileHome { return .elsewhere(fileHome.apiVersion) }
    return .unknownGroup(near: near ?? ofGroup)
  }

  /// Whether a group is a domain of somebody else's, whose kinds may have names that built-in ones have too.
  private func isOfOthers(_ apiVersion: String, among groups: [String]) -> Bool {
    let group = Catalogue.group(of: apiVersion)
    guard group.utf8.contains(UInt8(ascii: ".")), !group.hasSuffix(".k8s.io") else { return false }
    return Nearest.word(to: apiVersion, among: groups) == nil
      && !groups.contains { Catalogue.group(of: $0) == group }
  }
}
