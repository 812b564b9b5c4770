public import Findings
import Lint
public import Resources
import Schema
import Validation
public import YAML

/// The engine: text in, findings and verdicts out.
///
/// It keeps what it has looked up in the catalogue, so one engine serves one thread; make one for each.
public final class Engine {
  let catalogue = Catalogue()
  private let validator = Validator()
  private let linter = Linter()

  public init() {}

  // MARK: Objects

  /// Checks every document of a text as objects of the API server.
  ///
  /// - Parameter given: Objects that exist besides those of the text.
  public func check(
    _ source: [UInt8], versions: VersionSet, limits: Limits = Limits(), given: [Manifest] = []
  ) -> CheckedStream {
    let stream = YAMLStream(parsing: source, limits: limits)
    var checked = CheckedStream(stream: stream, objects: [], otherDocuments: [], findings: stream.findings)
    for tree in stream.documents { check(tree, versions: versions, into: &checked) }
    for tree in stream.partialDocuments { checked.findings += identity(of: tree, versions: versions) }
    if !checked.objects.isEmpty {
      for node in checked.otherDocuments where node.isScalar { checked.findings.append(.strayText(node)) }
    }
    holdBack(&checked, given: given)
    checked.findings.sort(by: Finding.isOrderedBefore)
    if checked.findings.count > limits.findings {
      let rest = checked.findings.count - limits.findings
      let place = checked.findings[limits.findings].range
      checked.findings.removeLast(rest)
      checked.findings.append(.tooMany(rest, at: place))
    }
    return checked
  }

  /// What hangs on objects that are not known is neither accepted nor refused.
  private func holdBack(_ checked: inout CheckedStream, given: [Manifest]) {
    let classes = KnownClasses(given + checked.manifests)
    for index in checked.objects.indices where !checked.objects[index].verdict.accepted.isEmpty {
      let object = checked.objects[index]
      guard let reason = validator.unknownReason(for: object.manifest, among: classes) else { continue }
      checked.objects[index].verdict.unknown.formUnion(object.verdict.accepted)
      checked.objects[index].verdict.accepted = []
      checked.objects[index].verdict.reason = reason
    }
  }

  private func check(_ tree: Tree, versions: VersionSet, into checked: inout CheckedStream) {
    let root = tree.root
    let isIdentified = root["apiVersion"] != nil || root["kind"] != nil
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
    let ofText = checked.stream.firstError(in: tree.range)
    for manifest in manifests {
      let object = check(manifest, ofText: ofText, versions: versions)
      checked.findings += object.findings
      checked.objects.append(object)
    }
  }

  /// - Parameter ofText: what is first wrong with the document as YAML, which refuses its objects too.
  private func check(_ manifest: Manifest, ofText: Finding?, versions: VersionSet) -> CheckedObject {
    guard !ClientConfiguration.isKind(manifest) else {
      let verdict = Verdict(unknown: versions, reason: ClientConfiguration.reason)
      return CheckedObject(manifest: manifest, verdict: verdict, findings: [])
    }
    var findings = Schema.check(manifest.node, against: catalogue, versions: versions)
    if let missing = findings.firstIndex(where: { $0.id == "schema/missing-schema" }) {
      let verdict = Verdict(unknown: versions, reason: findings[missing].message)
      findings.remove(at: missing)
      return CheckedObject(manifest: manifest, verdict: verdict, findings: findings)
    }
    findings = judged(findings, manifest, versions)
    if findings.count > 1 { findings.sort(by: Finding.isOrderedBefore) }
    let refusing = ofText.map { findings + [$0] } ?? findings
    return CheckedObject(
      manifest: manifest, verdict: Verdict(of: refusing, versions: versions), findings: findings)
  }

  /// What decoding and validation say together.
  ///
  /// The API server enforces neither the required fields nor the enumerations of its own OpenAPI, only hand-written
  /// rules: where those are known, they decide. It validates only what it could decode whole; a reader wants to mend
  /// everything at once, so here a field that cannot be decoded hides only what would be said of it and because of it.
  private func judged(_ decoding: [Finding], _ manifest: Manifest, _ versions: VersionSet) -> [Finding] {
    var findings = decoding
    if validator.covers(manifest) {
      findings.removeAll { $0.id == "schema/missing-required" || $0.id == "schema/unsupported-value" }
    }
    var undecoded: [FieldPath] = []
    var served = versions
    for finding in findings where finding.severity == .error {
      switch finding.id {
      case "schema/missing-required", "schema/unsupported-value": break
      // Nothing is known of the object in these versions.
      case "schema/unknown-kind", "schema/removed-api": served.subtract(finding.versions ?? versions)
      default: undecoded.append(finding.path)
      }
    }
    guard !served.isEmpty else { return findings }
    for var finding in validator.findings(for: manifest, versions: served) {
      if served != versions { finding.versions = (finding.versions ?? served).intersection(served) }
      // Such an answer takes the place of all others, so that only a well-written object gets it.
      if finding.server?.kind == .badRequest, !undecoded.isEmpty { continue }
      let isConsequence = undecoded.contains { path in
        finding.path.isWithin(path) || path.isWithin(finding.path)
          || (finding.server?.kind == .required && path.parent.isWithin(finding.path.parent))
      }
      if !isConsequence { findings.append(finding) }
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
    let reference: TypeReference
    do throws(PlaceError) {
      reference = try catalogue.place(place)
    } catch {
      throw FragmentError(message: error.message)
    }
    let stream = YAMLStream(parsing: source)
    var findings = stream.findings
    for tree in stream.documents {
      findings += Schema.check(tree.root, as: reference, against: catalogue, versions: versions)
        // A fragment shows some of the fields: that others are missing is its point.
        .filter { $0.id != "schema/missing-required" }
    }
    return findings.sorted(by: Finding.isOrderedBefore)
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

/// Kinds that programs read from files and no API server serves.
enum ClientConfiguration {
  static func isKind(_ manifest: Manifest) -> Bool {
    switch (manifest.apiVersion, manifest.kind) {
    case ("v1", "Config"): true
    default:
      isGroup(manifest.group)
    }
  }

  private static func isGroup(_ group: String) -> Bool {
    group.utf8.ends(in: "config.k8s.io") || group.utf8.ends(in: "kubeadm.k8s.io") || group == "kind.x-k8s.io"
      || group.utf8.starts(with: "kubelet.config".utf8)
  }

  static let reason = Message(
    en: "a file that a program reads, not an object of the API server",
    ko: "API 서버의 오브젝트가 아니라 프로그램이 읽는 파일")
}

extension YAMLStream {
  /// The first error that begins in a part of the text.
  fileprivate func firstError(in part: SourceRange) -> Finding? {
    guard !findings.isEmpty else { return nil }
    // Findings are in order: those before the part are skipped by halves.
    var (low, high) = (0, findings.count)
    while low < high {
      let middle = (low + high) / 2
      if findings[middle].range.start < part.start { low = middle + 1 } else { high = middle }
    }
    while low < findings.count, findings[low].range.start < max(part.end, part.start + 1) {
      if findings[low].severity == .error { return findings[low] }
      low += 1
    }
    return nil
  }
}

extension String.UTF8View {
  /// Whether these are the last bytes; `hasSuffix` compares characters, which costs far more.
  fileprivate func ends(in ending: StaticString) -> Bool {
    let bytes = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
    return suffix(bytes.count).elementsEqual(bytes)
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
