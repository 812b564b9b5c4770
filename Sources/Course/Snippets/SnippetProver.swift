import Checker
import Findings
import Resources
import YAML

/// Asks the engine what a snippet's author demands of it.
struct SnippetProver {
  let engine: Engine
  /// Lint rules that do not speak.
  var disabledRules: Set<String> = []
  var lints = true
  /// Objects that exist besides those of the snippet.
  var given: [Manifest] = []
  /// Pages of no course: what is no object is counted, not complained about.
  var isForeign = false

  /// What was found out, and what the author has to mend, in the file where it stands.
  func prove(_ snippet: Snippet) -> (proof: SnippetProof, findings: [LocatedFinding]) {
    switch snippet.demand {
    case .none: return (SnippetProof(outcome: .none), [])
    case .ignored(let reason): return (SnippetProof(outcome: .ignored(reason: reason)), [])
    case .fragment(let place): return proveFragment(snippet, of: place)
    case .valid: return proveObjects(snippet)
    case .invalid(let expectations): return proveRefusal(snippet, expectations)
    }
  }

  // MARK: Objects

  private func proveObjects(_ snippet: Snippet) -> (SnippetProof, [LocatedFinding]) {
    let checked = check(snippet)
    if checked.objects.isEmpty, let other = notAnObject(checked, snippet) { return other }
    if isForeign, !checked.stream.unreadable.isEmpty, isAbbreviated(snippet) {
      return notJudged(.abbreviated)
    }
    let findings = mended(checked, snippet)
    let errors = findings.contains { $0.severity == .error }
    var versions = checked.objects.isEmpty ? [] : snippet.versions
    for object in checked.objects { versions.formIntersection(object.verdict.accepted) }
    let unknown = checked.objects.first { !$0.verdict.unknown.isEmpty }
    let outcome: SnippetProof.Outcome =
      errors ? .failed : unknown.map { .notJudged($0.verdict.reason ?? .noSchema) } ?? .accepted
    var located = findings.map { locate($0, in: snippet) }
    if let unknown, !isForeign, !errors {
      located.append(
        locate(
          Finding(
            id: "snippet/not-judged", severity: .warning,
            range: unknown.manifest.node["kind"]?.range ?? SourceRange(0, 0),
            message: Message(
              en: "\(unknown.manifest.displayName) is not judged: \((unknown.verdict.reason ?? .noSchema).en)",
              ko: "\(unknown.manifest.displayName)는 판단하지 못했습니다: \((unknown.verdict.reason ?? .noSchema).text(in: "ko"))"
            )),
          in: snippet))
    }
    let proof = SnippetProof(
      outcome: outcome, versions: versions, findings: findings, objects: checked.objects)
    return (proof, located)
  }

  /// A YAML text without objects: unknown, and the author is asked what it is.
  private func notAnObject(_ checked: CheckedStream, _ snippet: Snippet) -> (SnippetProof, [LocatedFinding])? {
    guard checked.stream.unreadable.isEmpty else {
      return isForeign && isAbbreviated(snippet) ? notJudged(.abbreviated) : nil
    }
    let yaml = checked.stream.findings
    guard !isForeign else {
      let findings = oneForEachMapping(yaml)
      return (
        SnippetProof(outcome: .notJudged(.noKind), findings: findings), findings.map { locate($0, in: snippet) }
      )
    }
    let finding = Finding(
      id: "snippet/not-judged", severity: .warning, range: SourceRange(0, min(1, snippet.text.utf8.count)),
      message: Message(
        en: "no object with apiVersion and kind: add fragment=\"Kind:path\" or ignore=\"reason\" to the fence",
        ko: "apiVersion과 kind가 있는 오브젝트가 아닙니다: 펜스에 fragment=\"Kind:path\"나 ignore=\"이유\"를 쓰세요"))
    let findings = yaml + [finding]
    return (
      SnippetProof(outcome: .notJudged(.noKind), findings: yaml), findings.map { locate($0, in: snippet) }
    )
  }

  /// Lines that lost their indentation make many keys of one mapping double: in a text that is no object, that is
  /// one fault.
  private func oneForEachMapping(_ findings: [Finding]) -> [Finding] {
    var result: [Finding] = []
    for finding in findings {
      let same = result.firstIndex { $0.id == finding.id && $0.path.parent == finding.path.parent }
      guard finding.id == "yaml/duplicate-key", let same else {
        result.append(finding)
        continue
      }
      result[same].related.append(
        Related(range: finding.range, message: Message(en: "and this one too", ko: "이것도 마찬가지입니다")))
      result[same].advice = Message(
        en: "several keys stand twice: the lines have probably lost their indentation",
        ko: "여러 키가 두 번 있습니다: 들여쓰기가 사라진 것 같습니다")
    }
    return result
  }

  private func notJudged(_ reason: Message) -> (SnippetProof, [LocatedFinding]) {
    (SnippetProof(outcome: .notJudged(reason)), [])
  }

  /// Pages show the interesting part of a manifest, with dots for the rest.
  private func isAbbreviated(_ snippet: Snippet) -> Bool {
    snippet.text.split(separator: "\n").contains { line in
      let letters = line.filter { $0 != " " && $0 != "\t" && $0 != "#" && $0 != "-" }
      return letters == "..." || letters == "…" || letters == "...."
    }
  }

  // MARK: Fragments

  private func proveFragment(_ snippet: Snippet, of place: String) -> (SnippetProof, [LocatedFinding]) {
    do throws(FragmentError) {
      let found = try engine.checkFragment(text(of: snippet), of: place, versions: snippet.versions)
      let findings = withoutPlaceholders(found, snippet)
      let errors = findings.contains { $0.severity == .error }
      return (
        SnippetProof(
          outcome: errors ? .failed : .fragment(of: place), versions: errors ? [] : snippet.versions,
          findings: findings),
        findings.map { locate($0, in: snippet) }
      )
    } catch {
      let range = snippet.attributes["fragment"]?.range ?? snippet.fenceRange
      let finding = Finding(id: "snippet/bad-fragment", range: range, message: error.message)
      return (SnippetProof(outcome: .failed), [LocatedFinding(finding, in: snippet.page)])
    }
  }

  // MARK: Refusals

  /// The errors must be those that the author lists, no more and no fewer.
  private func proveRefusal(
    _ snippet: Snippet, _ expectations: [Snippet.Expectation]
  ) -> (SnippetProof, [LocatedFinding]) {
    let checked = check(snippet)
    let findings = mended(checked, snippet)
    var missing = expectations
    var shown: [Finding] = []
    var located: [LocatedFinding] = []
    for finding in findings {
      let match = missing.firstIndex {
        $0.id == finding.id && ($0.pointer == nil || $0.pointer == finding.path.jsonPointer)
      }
      if let match {
        missing.remove(at: match)
        shown.append(finding)
      } else if finding.severity == .error {
        var unexpected = finding
        unexpected.related.append(
          Related(
            range: finding.range,
            message: Message(
              en: "the fence does not list it: add \(finding.id)@\(finding.path.jsonPointer)",
              ko: "펜스에 없는 결과입니다: \(finding.id)@\(finding.path.jsonPointer)를 추가하세요")))
        located.append(locate(unexpected, in: snippet))
      }
    }
    for expectation in missing {
      let wanted = expectation.id + (expectation.pointer.map { "@\($0)" } ?? "")
      let got = findings.filter { $0.severity == .error }.map { "\($0.id)@\($0.path.jsonPointer)" }
      located.append(
        LocatedFinding(
          Finding(
            id: "snippet/expected-finding", range: expectation.range,
            message: Message(
              en:
                "'\(wanted)' does not appear: the engine finds \(got.isEmpty ? "nothing" : got.joined(separator: ", "))",
              ko: "'\(wanted)'가 나타나지 않습니다: 엔진의 결과는 \(got.isEmpty ? "없음" : got.joined(separator: ", "))입니다")),
          in: snippet.page))
    }
    var refused: VersionSet = []
    for object in checked.objects { refused.formUnion(object.verdict.refused) }
    if checked.objects.isEmpty { refused = snippet.versions }
    return (
      SnippetProof(
        outcome: located.isEmpty ? .refusedAsMeant : .failed, versions: refused, findings: shown,
        objects: checked.objects),
      located
    )
  }

  // MARK: What is common

  private func check(_ snippet: Snippet) -> CheckedStream {
    engine.check(text(of: snippet), versions: snippet.versions, given: given)
  }

  /// Placeholders are replaced by letters of the same length, so that every place stays where it is.
  private func text(of snippet: Snippet) -> [UInt8] {
    var bytes = Array(snippet.text.utf8)
    for range in placeholderRanges(snippet) {
      for index in range.start..<range.end { bytes[index] = UInt8(ascii: "x") }
    }
    return bytes
  }

  private func placeholderRanges(_ snippet: Snippet) -> [SourceRange] {
    let bytes = Array(snippet.text.utf8)
    var ranges: [SourceRange] = []
    for placeholder in snippet.placeholders where !placeholder.isEmpty {
      let pattern = Array(placeholder.utf8)
      var index = 0
      while index + pattern.count <= bytes.count {
        if bytes[index..<index + pattern.count].elementsEqual(pattern) {
          ranges.append(SourceRange(index, index + pattern.count))
          index += pattern.count
        } else {
          index += 1
        }
      }
    }
    return ranges
  }

  /// The findings that count: what a placeholder causes is not the author's fault.
  private func mended(_ checked: CheckedStream, _ snippet: Snippet) -> [Finding] {
    withoutPlaceholders(checked.findings, snippet)
  }

  private func withoutPlaceholders(_ findings: [Finding], _ snippet: Snippet) -> [Finding] {
    let placeholders = placeholderRanges(snippet)
    guard !placeholders.isEmpty else { return findings }
    return findings.filter { finding in
      !placeholders.contains { finding.range.start < $0.end && $0.start < finding.range.end }
    }
  }

  /// The finding in the file where the snippet's text stands; for an included text the fence is named too.
  func locate(_ finding: Finding, in snippet: Snippet) -> LocatedFinding {
    var located = LocatedFinding(finding, in: snippet.origin, through: snippet.map)
    // Of a fence without text there is the fence.
    if snippet.map.length == 0, snippet.includedAt == nil { located.range = snippet.fenceRange }
    if let include = snippet.includedAt {
      located.related.append(
        LocatedFinding.Place(
          source: include.source, range: include.range, message: .includedHere))
    }
    return located
  }
}

extension Message {
  fileprivate static let noKind = Message(en: "no apiVersion and kind", ko: "apiVersion과 kind가 없음")
  fileprivate static let noSchema = Message(en: "no schema for its kind", ko: "해당 종류의 스키마가 없음")
  fileprivate static let abbreviated = Message(en: "shortened with dots", ko: "점으로 줄인 텍스트")
}
