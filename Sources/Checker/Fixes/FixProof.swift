import Findings
import Schema
import YAML

/// Tries the fixes of one document: a fix is offered only if the text with it has fewer errors and no new ones.
///
/// What vanishes together with a fault of form was its consequence, and is not said.
struct FixProof {
  let engine: Engine
  let kinds: CustomKinds
  let source: [UInt8]
  let part: SourceRange
  let versions: VersionSet
  private(set) var findings: [Finding]

  /// Trials of one document, each of which costs a check of it.
  private static let limit = 12
  /// Bytes above which fixes are tried all at once or not at all.
  private static let largePart = 256 << 10
  private var trials = 0
  /// Bytes that may still be judged to try fixes of the whole text.
  private(set) var budget: Int
  static let budget = 32 << 20
  /// Which findings vanish with others.
  private var isConsequence: [Bool] = []

  init(
    engine: Engine, among kinds: CustomKinds, source: [UInt8], part: SourceRange, versions: VersionSet,
    findings: [Finding], budget: Int
  ) {
    self.engine = engine
    self.kinds = kinds
    self.source = source
    self.part = part
    self.versions = versions
    self.findings = findings
    self.budget = budget
  }

  mutating func settle() {
    joinObjectsWithoutSeparator()
    dropConsequencesOfBadKeys()
    mendText()
    let fixes = findings.indices.filter { findings[$0].fix != nil }
    guard !fixes.isEmpty else { return }
    isConsequence = [Bool](repeating: false, count: findings.count)
    if budget <= 0 || !prove(fixes) {
      // One after the other, each together with those before it, so that all that remain may be put in at once.
      var proven: [Int] = []
      for index in fixes {
        if canTry, !isLarge, prove(proven + [index]) {
          proven.append(index)
        } else {
          findings[index].fix = nil
        }
      }
    }
    let isConsequence = isConsequence
    findings = findings.indices.filter { !isConsequence[$0] }.map { findings[$0] }
  }

  private var canTry: Bool { trials < FixProof.limit && budget > 0 }
  private var isLarge: Bool { part.end - part.start > FixProof.largePart }

  /// The findings as they are now, by the byte at which they begin.
  var settledByPlace: [Int: [Finding]] {
    var byPlace: [Int: [Finding]] = [:]
    for finding in findings { byPlace[finding.range.start, default: []].append(finding) }
    return byPlace
  }

  // MARK: Proof

  /// Whether some fixes, put in together, take away their errors and bring none. Consequences of them are dropped.
  private mutating func prove(_ indices: [Int]) -> Bool {
    let edits = indices.map { findings[$0].fix?.edits ?? [] }
    var distinct: [[Fix.Edit]] = []
    for edit in edits where !distinct.contains(edit) { distinct.append(edit) }
    guard let fixed = text(with: distinct) else { return false }
    let before = ErrorCount(findings)
    let after = ErrorCount(errors(in: fixed))
    guard after.isSubset(of: before) else { return false }
    var mended = ErrorCount([])
    for index in indices { mended.add(findings[index]) }
    guard after.total + mended.total <= before.total, mended.isGone(from: before, to: after) else { return false }
    dropConsequences(of: indices, after)
    return true
  }

  private mutating func dropConsequences(of indices: [Int], _ after: ErrorCount) {
    guard !indices.contains(where: { findings[$0].id.hasPrefix("validation/") }) else { return }
    var left = after
    for (index, finding) in findings.enumerated()
    where finding.severity == .error && finding.fix == nil && FixProof.mayBeConsequence(finding) {
      if !left.take(finding), finding.versions == nil { isConsequence[index] = true }
    }
  }

  /// What rules say, and a field that is missing because it stands under another name.
  private static func mayBeConsequence(_ finding: Finding) -> Bool {
    finding.id.hasPrefix("validation/") || finding.id == "schema/missing-required"
  }

  /// The document with fixes put in; `nil` where they overlap.
  func text(with fixes: [[Fix.Edit]]) -> [UInt8]? {
    var local: [[Fix.Edit]] = []
    for edits in fixes {
      var moved: [Fix.Edit] = []
      for edit in edits {
        guard edit.range.start >= part.start, edit.range.end <= part.end else { return nil }
        moved.append(
          Fix.Edit(
            range: SourceRange(edit.range.start - part.start, edit.range.end - part.start),
            replacement: edit.replacement))
      }
      local.append(moved)
    }
    let fixed = FixedText(Array(source[part.start..<part.end]), mending: local)
    return fixed.used.count == fixes.count ? fixed.bytes : nil
  }

  /// The errors of a text that stands for the document.
  mutating func errors(in text: [UInt8]) -> [Finding] {
    trials += 1
    budget -= text.count
    return engine.examine(YAMLStream(parsing: text), among: kinds, versions: versions).findings
      .filter { $0.severity == .error }
  }

  // MARK: Text

  /// Two objects without `---` between them look like keys given twice, and like fields of the wrong kind.
  private mutating func joinObjectsWithoutSeparator() {
    let begins = findings.filter { $0.id == "yaml/duplicate-key" && $0.path.description == "apiVersion" }
    guard !begins.isEmpty,
      findings.contains(where: { $0.id == "yaml/duplicate-key" && $0.path.description == "kind" })
    else { return }
    findings = begins.map { begin in
      var finding = begin
      finding.message = Message(
        en: "another object begins here: write '---' on a line before it",
        ko: "여기서 다른 오브젝트가 시작됩니다: 앞 줄에 '---'을 쓰세요")
      finding.reason = Message(
        en: "without it both are read as one, whose keys stand twice", ko: "없으면 둘을 하나로 읽어 키가 두 번 나옵니다")
      finding.related = begin.related.map {
        Related(range: $0.range, message: Message(en: "the object before begins here", ko: "앞의 오브젝트는 여기서 시작합니다"))
      }
      let place = SourceRange(begin.range.start, begin.range.start)
      finding.fix = Fix(
        title: Message(en: "write '---' before it", ko: "앞에 '---' 쓰기"),
        edits: [Fix.Edit(range: place, replacement: "---\n")])
      return finding
    }
  }

  /// What is said of the value that a key makes unreadable.
  private mutating func dropConsequencesOfBadKeys() {
    let text = TextLines(source: source, part: part)
    let lines = findings.filter { $0.id == "yaml/bad-key" }.prefix(100).map { text.start(of: $0.range.start) }
    guard !lines.isEmpty else { return }
    findings.removeAll {
      $0.severity == .error && !$0.id.hasPrefix("yaml/") && lines.contains(text.start(of: $0.range.start))
    }
  }

  /// Looks for what makes a text of broken YAML a sound object, and takes it where there is one way only.
  private mutating func mendText() {
    guard !isLarge else { return }
    for index in findings.indices where TextMend.isAbout(findings[index]) {
      var found: (mend: TextMend, tree: Tree?)?
      for mend in TextMend.candidates(for: findings[index], in: source, part) {
        guard canTry, let text = text(with: [mend.edits]) else { break }
        guard errors(in: text).isEmpty else { continue }
        let tree = YAMLStream(parsing: text).documents.first
        // Another way that means the same is no other way.
        if let known = found {
          guard let tree, known.tree?.hasSameContent(as: tree) ?? false else { return }
          continue
        }
        found = (mend, tree)
      }
      guard let mend = found?.mend else { continue }
      findings[index].fix = Fix(title: mend.title, edits: mend.edits)
      if let message = mend.message { findings[index].message = message }
      if let range = mend.range {
        findings[index].range = range
        // Where the parser lost its way says less than the mistake itself.
        if findings[index].id == "yaml/syntax" { findings[index].related = [] }
      }
      let cause = findings[index]
      findings.removeAll { $0.severity == .error && $0 != cause }
      return
    }
  }
}

/// Errors counted by what they are about.
private struct ErrorCount {
  private(set) var total = 0
  private var counts: [String: Int] = [:]

  init(_ findings: [Finding]) {
    for finding in findings where finding.severity == .error { add(finding) }
  }

  private static func key(_ finding: Finding) -> String { finding.id + "@" + finding.path.description }

  mutating func add(_ finding: Finding) {
    total += 1
    counts[ErrorCount.key(finding), default: 0] += 1
  }

  /// Takes one away; whether there was one.
  mutating func take(_ finding: Finding) -> Bool {
    let key = ErrorCount.key(finding)
    guard let count = counts[key], count > 0 else { return false }
    counts[key] = count - 1
    return true
  }

  func isSubset(of other: ErrorCount) -> Bool {
    for (key, count) in counts where count > other.counts[key] ?? 0 { return false }
    return true
  }

  /// Whether after a change all of these are gone.
  func isGone(from before: ErrorCount, to after: ErrorCount) -> Bool {
    for (key, count) in counts where (before.counts[key] ?? 0) - (after.counts[key] ?? 0) < count { return false }
    return true
  }
}
