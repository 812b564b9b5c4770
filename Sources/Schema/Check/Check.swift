public import Findings
public import YAML

/// Checks an object's form against the catalogue, in all asked versions at once.
///
/// Finds unknown fields, wrong types, missing and unsupported values, and kinds that are unknown or gone. A `List` is
/// checked item by item.
///
/// - Parameters:
///   - root: the value of the document, or of an item of a list.
///   - versions: those to judge for; a finding that holds only in some of them says in which.
///   - asDecoder: whether to look only for what the API server's decoder minds. Required fields and enumerations are
///     then left to the rules of the kind, which alone enforce them.
public func check(
  _ root: Node, against catalogue: Catalogue, versions: VersionSet, asDecoder: Bool = false
) -> [Finding] {
  if root.hasKindList, let items = root["items"], items.isSequence {
    return items.items.flatMap { check($0, against: catalogue, versions: versions, asDecoder: asDecoder) }
  }
  let identity = Identity.read(root)
  guard let apiVersion = identity.apiVersion, let kind = identity.kind else { return identity.findings }
  var known = identifyKind(apiVersion, kind, in: catalogue, versions: versions)
  let reader =
    known.kind.map { ConfigurationReader(of: $0) }
    ?? (known.findings.contains { $0.severity == .error }
      ? catalogue.configurationReader(ofGroup: apiVersion.text) : nil)
  reader?.speak(in: &known.findings, versions: versions)
  guard let facts = known.kind, !known.versions.isEmpty else { return known.findings }
  var structure = StructureCheck(
    catalogue: catalogue, node: root, shape: facts.shape, asked: versions, isDecoder: asDecoder)
  structure.walk(root.index, facts.shape, known.versions)
  structure.sayWhereItStopped(root)
  reader?.speak(in: &structure.findings, versions: versions)
  return known.findings + structure.findings
}

/// Checks a fragment: a value that stands at some place of a kind.
public func check(
  _ node: Node, as reference: TypeReference, against catalogue: Catalogue, versions: VersionSet
) -> [Finding] {
  let active = versions.intersection(reference.versions)
  var structure = StructureCheck(
    catalogue: catalogue, node: node, shape: reference.shape, asked: versions, prefix: reference.path)
  if !active.isEmpty { structure.walk(node.index, reference.shape, active) }
  structure.sayWhereItStopped(node)
  let missing = versions.subtracting(active)
  if !missing.isEmpty {
    structure.findings.append(
      Finding(
        id: "schema/unknown-field", range: structure.place(of: node.index), path: reference.path,
        message: Message(
          en: "'\(reference.description)' exists in \(reference.versions.description) only",
          ko: "'\(reference.description)'은(는) \(reference.versions.description)에만 있습니다"),
        versions: structure.stated(missing)))
  }
  ConfigurationReader(of: reference.kind)?.speak(in: &structure.findings, versions: versions)
  return structure.findings
}

extension StructureCheck {
  fileprivate mutating func sayWhereItStopped(_ root: Node) {
    if isFull { findings.append(.stopped(at: place(of: root.index), after: findings.count)) }
  }
}

extension Finding {
  /// That a check did not go to the end of an object.
  static func stopped(at range: SourceRange, after count: Int) -> Finding {
    Finding(
      id: "schema/too-many-findings", severity: .info, range: range, path: .root,
      message: Message(
        en: "there may be more findings; the check of this object stopped after \(count)",
        ko: "발견된 문제가 더 있을 수 있습니다; 이 객체의 검사는 \(count)개에서 멈췄습니다"))
  }
}

extension Node {
  fileprivate var hasKindList: Bool {
    guard isMapping, let kind = self["kind"], let apiVersion = self["apiVersion"] else { return false }
    return kind.hasText("List") && apiVersion.hasText("v1")
  }
}
