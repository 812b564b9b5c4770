public import Findings
import Lint
public import Resources
public import Schema
import Validation
public import YAML

/// The engine: text in, findings and verdicts out.
///
/// It keeps what it has looked up in the catalogue, so one engine serves one thread; make one for each.
public final class Engine {
  let catalogue = Catalogue()
  let customKinds: CustomKinds
  private let validator = Validator()
  private let linter = Linter()

  /// - Parameter definitions: CustomResourceDefinitions that count besides those embedded in the catalogue.
  public init(definitions: CustomResourceDefinitions = CustomResourceDefinitions()) {
    customKinds = CustomKinds(definitions, fallback: CustomKinds(CustomResourceDefinitions()))
  }

  // MARK: Objects

  /// Checks every document of a text as objects of the API server.
  ///
  /// Custom resources are judged by the CustomResourceDefinitions of the text and among the given objects, then by those
  /// of the engine, then by those embedded in the catalogue.
  ///
  /// - Parameters:
  ///   - given: objects that exist besides those of the text.
  ///   - provingFixes: whether fixes are tried, so that those that mend are offered, and of several findings about one
  ///     mistake its cause is left. Without, findings have no fixes; verdicts are the same.
  public func check(
    _ source: [UInt8], versions: VersionSet, limits: Limits = Limits(), given: [Manifest] = [],
    provingFixes: Bool = true
  ) -> CheckedStream {
    check(
      YAMLStream(parsing: source, limits: limits), versions: versions, limits: limits, given: given,
      provingFixes: provingFixes)
  }

  /// The same for a text that is read already.
  public func check(
    _ stream: YAMLStream, versions: VersionSet, limits: Limits = Limits(), given: [Manifest] = [],
    provingFixes: Bool = true
  ) -> CheckedStream {
    let kinds = kinds(defined: given, stream.documents)
    var checked = examine(stream, among: kinds, versions: versions)
    checked.findings.sortByPlace()
    if provingFixes {
      settle(&checked, among: kinds, versions: versions)
    } else {
      checked.dropFixes()
    }
    holdBack(&checked, given: given)
    checked.findings.sortByPlace()
    if checked.findings.count > limits.findings {
      let rest = checked.findings.count - limits.findings
      let place = checked.findings[limits.findings].range
      checked.findings.removeLast(rest)
      checked.findings.append(.tooMany(rest, at: place))
    }
    return checked
  }

  /// The custom kinds, with those that objects of the same set define.
  private func kinds(defined given: [Manifest], _ documents: [Tree]) -> CustomKinds {
    var definitions = CustomResourceDefinitions()
    for manifest in given { definitions.add(manifest.node) }
    for tree in documents where !definitions.add(tree.root) && tree.root["kind"]?.hasText("List") ?? false {
      for manifest in Manifest.manifests(in: tree.root) { definitions.add(manifest.node) }
    }
    return definitions.isEmpty ? customKinds : CustomKinds(definitions, fallback: customKinds)
  }

  /// What a text says of itself, its fixes not yet proven.
  func examine(_ stream: YAMLStream, among kinds: CustomKinds, versions: VersionSet) -> CheckedStream {
    var checked = CheckedStream(stream: stream, objects: [], otherDocuments: [], findings: stream.findings)
    for tree in stream.documents { check(tree, among: kinds, versions: versions, into: &checked) }
    for tree in stream.partialDocuments { checked.findings += identity(of: tree, versions: versions) }
    if !checked.objects.isEmpty {
      for node in checked.otherDocuments where node.isScalar { checked.findings.append(.strayText(node)) }
    }
    return checked
  }

  /// What hangs on objects that are not known is neither accepted nor refused.
  private func holdBack(_ checked: inout CheckedStream, given: [Manifest]) {
    guard checked.objects.contains(where: { !$0.verdict.accepted.isEmpty }) else { return }
    var classes = KnownClasses(given)
    for object in checked.objects { classes.add(object.manifest) }
    for index in checked.objects.indices where !checked.objects[index].verdict.accepted.isEmpty {
      guard !checked.objects[index].isCustom,
        let reason = validator.unknownReason(for: checked.objects[index].manifest, among: classes)
      else { continue }
      checked.objects[index].verdict.holdBack(checked.objects[index].verdict.accepted, reason)
    }
  }

  private func check(
    _ tree: Tree, among kinds: CustomKinds, versions: VersionSet, into checked: inout CheckedStream
  ) {
    let root = tree.root
    let isIdentified = root["apiVersion"] != nil || root["kind"] != nil || root.isIdentifiedInOtherCase
    guard isIdentified else {
      checked.otherDocuments.append(root)
      return
    }
    let manifests = Manifest.manifests(in: root)
    guard !manifests.isEmpty else {
      // One of the two is missing, or is no text: the catalogue says which.
      checked.findings += Schema.check(root, against: catalogue, versions: versions)
      return
    }
    let faults = checked.faults(in: tree.range)
    if manifests.count == 1 { soften(faults, readAs: manifests[0], versions: versions, &checked.findings) }
    var ofText = checked.findings[faults].filter { $0.severity == .error }
    // One fault of the text refuses all objects of a list; more need not be held against each.
    if manifests.count > 1, ofText.count > 1 { ofText.removeLast(ofText.count - 1) }
    for manifest in manifests {
      let object = check(manifest, among: kinds, ofText: ofText, versions: versions)
      checked.findings += object.findings
      checked.objects.append(object)
    }
  }

  /// The versions in which rules could not judge, and why.
  private struct Unjudged {
    var versions: VersionSet = []
    var reason: Message?
  }

  /// - Parameter ofText: what is wrong with the document as YAML, which refuses its objects too.
  private func check(
    _ manifest: Manifest, among kinds: CustomKinds, ofText: [Finding], versions: VersionSet
  ) -> CheckedObject {
    if let written = manifest.node["apiVersion"], let kind = manifest.node["kind"],
      catalogue.kind(written, kind) == nil
    {
      guard !catalogue.isUnknownFile(apiVersion: manifest.apiVersion, kind: manifest.kind) else {
        let verdict = Verdict(unknown: versions, reason: .fileOfAProgram)
        return CheckedObject(manifest: manifest, verdict: verdict, findings: [])
      }
      switch kinds.answer(apiVersion: written, kind: manifest.kind) {
      case .resource(let resource): return check(manifest, as: resource, ofText: ofText, versions: versions)
      case .notServed(let finding):
        return CheckedObject(
          manifest: manifest, verdict: Verdict(of: [finding] + ofText, versions: versions), findings: [finding])
      case .unknown: break
      }
    }
    var findings = Schema.check(
      manifest.node, against: catalogue, versions: versions, asDecoder: validator.covers(manifest))
    if let missing = findings.firstIndex(where: { $0.id == "schema/missing-schema" }) {
      let reason = kinds.hint(apiVersion: manifest.apiVersion, kind: manifest.kind) ?? findings[missing].message
      findings.remove(at: missing)
      return CheckedObject(
        manifest: manifest, verdict: Verdict(unknown: versions, reason: reason), findings: findings)
    }
    var unjudged = Unjudged()
    findings = judged(findings, manifest, versions, &unjudged)
    findings.sortByPlace()
    var verdict = Verdict(of: findings + ofText, versions: versions)
    verdict.holdBack(unjudged.versions, unjudged.reason)
    return CheckedObject(manifest: manifest, verdict: verdict, findings: findings)
  }

  /// A custom resource: its definition and the rules for metadata decide.
  private func check(
    _ manifest: Manifest, as resource: CustomResource, ofText: [Finding], versions: VersionSet
  ) -> CheckedObject {
    let refusing = refusal(ofDefinition: resource, versions: versions)
    guard refusing != versions else {
      let verdict = Verdict(unknown: versions, reason: .definitionRefused(manifest.kind))
      return CheckedObject(manifest: manifest, verdict: verdict, findings: [], isCustom: true)
    }
    let judgement = Schema.check(
      manifest.node, as: resource, against: catalogue, versions: versions,
      rulesAreTold: resource.isEmbedded && validator.tellsRulesOfDefinition(of: manifest))
    let rules = validator.findings(
      for: manifest, versions: versions, definedAs: resource.isNamespaced ? .namespaced : .cluster)
    let findings = together(judgement.findings, rules, served: versions, asked: versions)
      .sortedByPlace()
    var verdict = Verdict(of: findings + ofText, versions: versions)
    if let reason = judgement.unjudged { verdict.holdBack(verdict.accepted, reason) }
    verdict.holdBack(refusing, .definitionRefused(manifest.kind))
    return CheckedObject(manifest: manifest, verdict: verdict, findings: findings, isCustom: true)
  }

  /// The versions of those asked for that refuse the definition of a custom kind, which then defines nothing.
  private func refusal(ofDefinition resource: CustomResource, versions: VersionSet) -> VersionSet {
    if let known = resource.refusal, known.asked == versions { return known.refused }
    guard let node = resource.definition, let definition = Manifest(node) else { return [] }
    let refused =
      node.tree.hasDuplicateKeys
      ? versions : check(definition, among: customKinds, ofText: [], versions: versions).verdict.refused
    resource.refusal = (versions, refused)
    return refused
  }

  /// What decoding and validation say together.
  ///
  /// The API server enforces neither the required fields nor the enumerations of its own OpenAPI, only hand-written
  /// rules: where those are known, they decide. It validates only what it could decode whole; a reader wants to mend
  /// everything at once, so here a field that cannot be decoded hides only what would be said of it and because of it.
  private func judged(
    _ decoding: [Finding], _ manifest: Manifest, _ versions: VersionSet, _ unjudged: inout Unjudged
  ) -> [Finding] {
    var served = versions
    for finding in decoding where finding.severity == .error {
      // Nothing is known of the object in these versions.
      if finding.id == "schema/unknown-kind" || finding.id == "schema/removed-api" {
        served.subtract(finding.versions ?? versions)
      }
    }
    guard !served.isEmpty else { return decoding }
    let judgement = validator.judge(manifest, versions: served)
    unjudged = Unjudged(versions: judgement.unjudged, reason: judgement.reason)
    return together(decoding, judgement.findings, served: served, asked: versions)
  }

  /// What decoding says, and of what rules say all that is no consequence of it.
  private func together(
    _ decoding: [Finding], _ rules: [Finding], served: VersionSet, asked: VersionSet
  ) -> [Finding] {
    var findings = decoding
    var undecoded: [FieldPath] = []
    var homes: [FieldPath] = []
    for finding in findings where finding.severity == .error {
      if let home = finding.home, finding.versions == nil { homes.append(home) }
      switch finding.id {
      case "schema/missing-required", "schema/unsupported-value", "schema/unknown-kind", "schema/removed-api": break
      default: undecoded.append(finding.path)
      }
    }
    for var finding in rules {
      if served != asked { finding.versions = (finding.versions ?? served).intersection(served) }
      // Such an answer takes the place of all others, so that only a well-written object gets it.
      if finding.server?.kind == .badRequest, !undecoded.isEmpty { continue }
      let isConsequence = undecoded.contains { path in
        finding.path.isWithin(path) || path.isWithin(finding.path)
          || (finding.server?.kind == .required && path.parent.isWithin(finding.path.parent))
      }
      if !isConsequence, !homes.contains(where: { finding.path.isWithin($0) }) { findings.append(finding) }
    }
    return findings
  }

  /// Of a document that broke: at least whether its kind exists.
  private func identity(of tree: Tree, versions: VersionSet) -> [Finding] {
    guard Manifest(tree.root) != nil else { return [] }
    return Schema.check(tree.root, against: catalogue, versions: versions)
      .filter { $0.id == "schema/removed-api" || $0.id == "schema/unknown-kind" }
  }

  // MARK: Fragments

  /// Checks a text as the value at a place of a kind, `Deployment:spec.template.spec`.
  public func checkFragment(
    _ source: [UInt8], of place: String, versions: VersionSet
  ) throws(FragmentError) -> [Finding] {
    let stream = YAMLStream(parsing: source)
    var findings = stream.findings
    do throws(PlaceError) {
      let reference = try catalogue.place(place)
      for tree in stream.documents {
        findings += Schema.check(tree.root, as: reference, against: catalogue, versions: versions)
      }
    } catch {
      let custom = try customPlace(place, orElse: error)
      for tree in stream.documents {
        findings += Schema.check(tree.root, as: custom, against: catalogue, versions: versions).findings
      }
    }
    // A fragment shows some of the fields: that others are missing is its point.
    return findings.filter { $0.id != "schema/missing-required" && $0.id != "schema/alternatives" }
      .sortedByPlace()
  }

  /// A place of a custom kind, where the catalogue has no such kind.
  private func customPlace(_ place: String, orElse error: PlaceError) throws(FragmentError) -> CustomPlace {
    guard case .unknownKind(_, let near) = error else { throw FragmentError(message: error.message) }
    do throws(PlaceError) {
      return try customKinds.place(place)
    } catch {
      throw FragmentError(message: error.preferring(near).message)
    }
  }

  // MARK: Lint

  /// What the lint rules say of objects that are considered together; for each object its findings.
  public func lint(_ objects: [Manifest], among cluster: ClusterState) -> [[Finding]] {
    var findings: [[Finding]] = []
    for object in objects { findings.append(linter.findings(for: object, in: cluster)) }
    return findings
  }
}

/// Why a place of a fragment cannot be found in the catalogue.
public struct FragmentError: Error, Sendable {
  public var message: Message

  public init(message: Message) {
    self.message = message
  }
}

extension Node {
  /// Whether it would be an object if upper and lower case did not count: `Kind`, `apiversion`.
  fileprivate var isIdentifiedInOtherCase: Bool {
    var names = 0
    for entry in entries {
      let name = entry.key.text
      for wanted in ["apiVersion", "kind"] where name.utf8.count == wanted.utf8.count {
        if name.lowercasedASCII == wanted.lowercasedASCII { names += 1 }
      }
    }
    return names == 2
  }
}

extension String {
  fileprivate var lowercasedASCII: [UInt8] {
    utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
  }
}

extension Finding {
  fileprivate static func strayText(_ node: Node) -> Finding {
    let text = node.text
    return Finding(
      id: "yaml/stray-text", range: node.range,
      message: Message(
        en: "'\(text)' is text, not an object: make it a comment with '#'",
        ko: "'\(text)'는 오브젝트가 아니라 텍스트입니다: '#'을 붙여 주석으로 만드세요"),
      reason: Message(
        en: "kubectl takes every document between '---' lines for an object",
        ko: "kubectl은 '---' 사이의 모든 문서를 오브젝트로 읽습니다"))
  }

  fileprivate static func tooMany(_ rest: Int, at range: SourceRange) -> Finding {
    Finding(
      id: "yaml/too-many-findings", severity: .info, range: range,
      message: Message(
        en: "\(rest) more findings are not shown: mend the first ones", ko: "결과 \(rest)개를 더 보이지 않습니다: 앞의 것부터 고치세요"))
  }
}

extension Message {
  fileprivate static func definitionRefused(_ kind: String) -> Message {
    Message(
      en: "the CustomResourceDefinition of \(kind) is refused itself: mend it first",
      ko: "\(kind)의 CustomResourceDefinition 자체가 거부됩니다: 먼저 그것을 고치세요")
  }
}
