import Findings
import YAML

/// What reading `lab.yaml` has found wrong so far.
final class LabFindings {
  /// The languages in which every text must be; empty where that is not asked.
  let languages: [String]
  private(set) var findings: [Finding] = []

  init(languages: [String]) {
    self.languages = languages
  }

  func add(_ id: String, _ range: SourceRange, _ path: FieldPath, _ message: Message) {
    findings.append(Finding(id: id, range: range, path: path, message: message))
  }

  func add(_ id: String, _ node: Node, _ message: Message) { add(id, node.range, node.path, message) }
}

/// Reads one mapping of `lab.yaml`: unknown keys, wrong types and missing keys are findings.
struct LabMapping {
  let node: Node
  /// What the mapping is called in messages: `a requirement`.
  let what: String
  let findings: LabFindings
  private var known: [String] = []

  init(_ node: Node, _ what: String, _ findings: LabFindings) {
    self.node = node
    self.what = what
    self.findings = findings
    if !node.isMapping {
      findings.add(
        "lab/wrong-type", node,
        Message(en: "\(what) is a mapping: write 'key: value' lines", ko: "\(what)은(는) 매핑입니다: '키: 값' 줄로 쓰세요"))
    }
  }

  mutating func value(_ key: String) -> Node? {
    known.append(key)
    return node[named: key]
  }

  mutating func required(_ key: String) -> Node? {
    if let value = value(key) { return value }
    if node.isMapping {
      findings.add(
        "lab/missing-field", SourceRange(node.range.start, node.range.start), node.path.field(key),
        Message(en: "\(what) has no '\(key)': add it", ko: "\(what)에 '\(key)'가 없습니다: 추가하세요"))
    }
    return nil
  }

  /// A text that is not empty; numbers and booleans count as what was written.
  mutating func text(_ key: String) -> String? {
    guard let value = required(key) else { return nil }
    return text(value, key)
  }

  mutating func optionalText(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    return text(value, key)
  }

  private func text(_ value: Node, _ key: String) -> String? {
    guard value.isScalar, !value.text.isEmpty else {
      wrongType(value, key, Message(en: "a text", ko: "텍스트"))
      return nil
    }
    return value.text
  }

  mutating func integer(_ key: String, in range: ClosedRange<Int64>) -> Int? {
    guard let value = required(key) else { return nil }
    guard let number = value.integer, range.contains(number) else {
      wrongType(
        value, key,
        Message(
          en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
          ko: "\(range.lowerBound)부터 \(range.upperBound)까지의 정수"))
      return nil
    }
    return Int(number)
  }

  /// The items of a list; none where it is missing or no list.
  mutating func items(_ key: String, isRequired: Bool = false) -> [Node] {
    guard let value = isRequired ? required(key) : value(key) else { return [] }
    guard value.isSequence else {
      wrongType(value, key, Message(en: "a list", ko: "목록"))
      return []
    }
    return Array(value.items)
  }

  /// A list of words, with their places; `nil` where it is missing.
  mutating func references(_ key: String) -> [LabReference]? {
    guard value(key) != nil else { return nil }
    known.removeLast()
    return items(key).compactMap { item in
      guard item.isScalar, !item.text.isEmpty else {
        wrongType(item, key, Message(en: "a list of names", ko: "이름의 목록"))
        return nil
      }
      return LabReference(name: item.text, range: item.range)
    }
  }

  /// A text for each language, or one for all.
  mutating func localized(_ key: String) -> LocalizedText {
    guard let value = required(key) else { return LocalizedText() }
    return LabMapping.localized(value, key, findings)
  }

  static func localized(_ value: Node, _ key: String, _ findings: LabFindings) -> LocalizedText {
    if value.isScalar, !value.text.isEmpty { return LocalizedText(all: value.text) }
    var texts: [String: String] = [:]
    for entry in value.entries {
      guard entry.value.isScalar, !entry.value.text.isEmpty else {
        findings.add(
          "lab/wrong-type", entry.value,
          Message(en: "'\(entry.key.text)' of '\(key)' is a text", ko: "'\(key)'의 '\(entry.key.text)'는 텍스트입니다"))
        continue
      }
      let isKnown =
        findings.languages.isEmpty ? isLanguage(entry.key.text) : findings.languages.contains(entry.key.text)
      guard isKnown else {
        let known = findings.languages.isEmpty ? "en, ko …" : findings.languages.joined(separator: ", ")
        findings.add(
          "lab/unknown-field", entry.key,
          Message(
            en: "'\(entry.key.text)' is no language of the course: write \(known)",
            ko: "'\(entry.key.text)'는 이 코스의 언어가 아닙니다: \(known) 가운데 쓰세요"))
        continue
      }
      texts[entry.key.text] = entry.value.text
    }
    if value.entries.isEmpty {
      findings.add(
        "lab/wrong-type", value,
        Message(
          en: "'\(key)' is a text, or a text for each language: write '{en: …, ko: …}'",
          ko: "'\(key)'는 텍스트이거나 언어별 텍스트입니다: '{en: …, ko: …}'로 쓰세요"))
    }
    for language in findings.languages where texts[language] == nil && !value.entries.isEmpty {
      findings.add(
        "lab/missing-text", value,
        Message(
          en: "'\(key)' has no text in '\(language)': add it", ko: "'\(key)'에 '\(language)' 텍스트가 없습니다: 추가하세요"))
    }
    return LocalizedText(texts)
  }

  /// `en`, `ko`, `pt-BR`.
  private static func isLanguage(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 2 || first.utf8.count == 3 else { return false }
    return parts.count <= 2 && first.utf8.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
  }

  func wrongType(_ value: Node, _ key: String, _ wanted: Message) {
    findings.add(
      "lab/wrong-type", value, Message(en: "'\(key)' is \(wanted.en)", ko: "'\(key)'는 \(wanted.text(in: "ko"))입니다"))
  }

  /// Call last: whatever was not asked for is unknown.
  func finish() {
    for entry in node.entries where !known.contains(entry.key.text) {
      let key = entry.key.text
      let hint = Nearest.word(to: key, among: known)
      let takes = known.joined(separator: ", ")
      findings.add(
        "lab/unknown-field", entry.key,
        Message(
          en: "\(what) has no key '\(key)': " + (hint.map { "did you mean '\($0)'?" } ?? "it takes \(takes)"),
          ko: "\(what)에는 '\(key)' 키가 없습니다: " + (hint.map { "'\($0)'인가요?" } ?? "가능한 키는 \(takes)")))
    }
  }
}
