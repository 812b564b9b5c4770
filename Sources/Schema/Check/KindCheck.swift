import Findings
import YAML

/// Which kind an object is of, in which of the asked versions, and what is to say of the others.
func identifyKind(
  _ apiVersion: Node, _ kind: Node, in catalogue: Catalogue, versions: VersionSet
) -> (kind: KindFacts?, versions: VersionSet, findings: [Finding]) {
  guard let known = catalogue.kind(apiVersion, kind) else {
    return (nil, [], [unknownKind(apiVersion, kind, in: catalogue, versions: versions)])
  }
  if known.scope == .subresource {
    return (
      nil, [],
      [
        noSuchKind(
          kind, at: "kind",
          Message(
            en: "\(known.name) is no object of its own and cannot be applied",
            ko: "\(known.name)은(는) 독립된 객체가 아니므로 적용할 수 없습니다"), replacement: nil, field: "kind")
      ]
    )
  }
  let active = versions.intersection(known.versions)
  let missing = versions.subtracting(known.versions)
  if missing.isEmpty && known.isServedByDefault { return (known, active, []) }

  var findings: [Finding] = []
  let later = VersionSet.minors(known.versions.removedIn?.minor ?? 99, nil).intersection(missing)
  if !later.isEmpty {
    findings.append(removed(apiVersion, kind, in: catalogue, known, later, asked: versions))
  }
  let earlier = missing.subtracting(later)
  if !earlier.isEmpty, let since = known.versions.since {
    findings.append(
      Finding(
        id: "schema/unknown-kind", range: apiVersion.range, path: FieldPath.root.field("apiVersion"),
        message: Message(
          en: "\(known.name) of '\(known.apiVersion)' exists since \(since.description)",
          ko: "'\(known.apiVersion)'의 \(known.name)은(는) \(since.description)부터 있습니다"),
        server: ServerError(.noSuchKind, FieldPath.root.field("apiVersion")),
        versions: earlier == versions ? nil : earlier))
  }
  if !known.isServedByDefault, !active.isEmpty {
    findings.append(
      Finding(
        id: "schema/not-served", severity: .warning, range: apiVersion.range,
        path: FieldPath.root.field("apiVersion"),
        message: Message(
          en: "'\(known.apiVersion)' is off unless the cluster's administrator enables it",
          ko: "'\(known.apiVersion)'은(는) 클러스터 관리자가 켜지 않으면 제공되지 않습니다"),
        server: ServerError(.noSuchKind, FieldPath.root.field("apiVersion")),
        versions: active == versions ? nil : active))
  }
  return (known, active, findings)
}

/// The finding about a kind that is gone in some of the asked versions.
private func removed(
  _ apiVersion: Node, _ kind: Node, in catalogue: Catalogue, _ known: KindFacts, _ missing: VersionSet,
  asked: VersionSet
) -> Finding {
  let removal = catalogue.removal(apiVersion: known.apiVersion, kind: known.name)
  return removedFinding(
    apiVersion, kind.text, minor: removal?.minor ?? known.versions.removedIn?.minor ?? 0, removal,
    versions: missing == asked ? nil : missing)
}

private func removedFinding(
  _ apiVersion: Node, _ kind: String, minor: Int, _ removal: RemovedAPI?, versions: VersionSet?
) -> Finding {
  let (old, path) = (apiVersion.text, FieldPath.root.field("apiVersion"))
  var finding = Finding(
    id: "schema/removed-api", range: apiVersion.range, path: path,
    message: Message(
      en: "\(kind) of '\(old)' was removed in 1.\(minor)", ko: "'\(old)'의 \(kind)은(는) 1.\(minor)에서 없어졌습니다"),
    server: ServerError(.noSuchKind, path), versions: versions)
  if let replacement = removal?.replacement {
    finding.message = Message(
      en: finding.message.en + "; write '\(replacement)'",
      ko: finding.message.text(in: "ko") + "; '\(replacement)'을(를) 쓰세요")
    finding.advice =
      removal?.changes
      ?? Message(en: "nothing else in the manifest changes", ko: "매니페스트에서 그 밖에 바뀌는 것은 없습니다")
    // Where only the version changes, changing it mends the manifest.
    if removal?.changes == nil, !apiVersion.isAliased {
      finding.fix = Fix(
        title: Message(en: "write '\(replacement)'", ko: "'\(replacement)'(으)로 고치기"),
        edits: [Fix.Edit(range: apiVersion.range, replacement: replacement)])
    }
  } else {
    finding.message = Message(
      en: finding.message.en + " and nothing replaces it", ko: finding.message.text(in: "ko") + "; 대신하는 API는 없습니다")
    finding.advice = removal?.changes
  }
  return finding
}

/// The finding about a kind that the catalogue does not have.
private func unknownKind(_ apiVersion: Node, _ kind: Node, in catalogue: Catalogue, versions: VersionSet) -> Finding {
  let (group, name) = (apiVersion.text, kind.text)
  let missing = catalogue.serves(group, in: versions) ? "kind" : "apiVersion"
  switch catalogue.stranger(apiVersion: group, kind: name) {
  case .removed(let removal): return removedFinding(apiVersion, name, minor: removal.minor, removal, versions: nil)
  case .elsewhere(let home):
    return noSuchKind(
      apiVersion, at: "apiVersion",
      Message(
        en: "'\(group)' has no kind \(name); write '\(home)'", ko: "'\(group)'에는 \(name) 종류가 없습니다; '\(home)'을(를) 쓰세요"),
      replacement: home, field: missing)
  case .unknownKind(let near):
    return noSuchKind(
      kind, at: "kind",
      Message(
        en: "'\(group)' has no kind '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        ko: "'\(group)'에는 '\(name)' 종류가 없습니다" + (near.map { "; '\($0)'을(를) 쓰려던 것인가요?" } ?? "")),
      replacement: near, field: missing)
  case .unknownGroup(let near):
    return noSuchKind(
      apiVersion, at: "apiVersion",
      Message(
        en: "there is no '\(group)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        ko: "'\(group)'은(는) 없습니다" + (near.map { "; '\($0)'을(를) 쓰려던 것인가요?" } ?? "")), replacement: near,
      field: "apiVersion")
  case .foreign:
    return Finding(
      id: "schema/missing-schema", severity: .warning, range: kind.range, path: FieldPath.root.field("kind"),
      message: Message(
        en: "nothing is known of \(name) in '\(group)'; give its CustomResourceDefinition to have it checked",
        ko: "'\(group)'의 \(name)에 대해 아는 것이 없습니다; 검사하려면 CustomResourceDefinition을 주세요"),
      server: ServerError(.noSuchKind, FieldPath.root.field("apiVersion")))
  }
}

private func noSuchKind(
  _ node: Node, at name: String, _ message: Message, replacement: String?, field: String
) -> Finding {
  var finding = Finding(
    id: "schema/unknown-kind", range: node.range, path: FieldPath.root.field(name), message: message,
    server: ServerError(.noSuchKind, FieldPath.root.field(field)))
  if let replacement, !node.isAliased {
    finding.fix = Fix(
      title: Message(en: "write '\(replacement)'", ko: "'\(replacement)'(으)로 고치기"),
      edits: [Fix.Edit(range: node.range, replacement: replacement)])
  }
  return finding
}
