import Findings
import YAML

/// Reads a mapping of our own formats: unknown keys, wrong types and missing keys are findings.
struct StrictMapping {
  let node: Node
  /// What the mapping is called in messages: `drydock.yaml`, `the front matter`.
  let what: String
  let id: String
  private var known: [String] = []
  private(set) var findings: [Finding] = []

  /// A value that is no mapping gives a reader that finds nothing, and says so.
  init(_ node: Node, what: String, id: String) {
    self.node = node
    self.what = what
    self.id = id
    if !node.isMapping {
      add(
        node,
        Message(en: "\(what) is a mapping of keys: write 'key: value' lines", ko: "\(what)는 키의 매핑입니다: '키: 값'으로 쓰세요"))
    }
  }

  mutating func add(_ node: Node, _ message: Message) {
    findings.append(Finding(id: id, range: node.range, path: node.path, message: message))
  }

  mutating func value(_ key: String) -> Node? {
    known.append(key)
    return node[named: key]
  }

  mutating func required(_ key: String) -> Node? {
    if let value = value(key) { return value }
    if node.isMapping {
      findings.append(
        Finding(
          id: id, range: SourceRange(node.range.start, node.range.start), path: node.path.field(key),
          message: Message(en: "\(what) has no '\(key)': add it", ko: "\(what)에 '\(key)'가 없습니다: 추가하세요")))
    }
    return nil
  }

  /// A text; numbers and booleans count as the text that was written.
  mutating func text(_ key: String, isRequired: Bool = false) -> String? {
    guard let value = isRequired ? required(key) : value(key) else { return nil }
    guard value.isScalar else {
      add(value, Message(en: "'\(key)' is a text", ko: "'\(key)'는 텍스트입니다"))
      return nil
    }
    return value.text
  }

  mutating func integer(_ key: String) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.integer else {
      add(value, Message(en: "'\(key)' is a whole number", ko: "'\(key)'는 정수입니다"))
      return nil
    }
    return Int(exactly: number)
  }

  /// A list of texts, with their places.
  mutating func texts(_ key: String) -> [Node] {
    guard let value = value(key) else { return [] }
    guard value.isSequence else {
      add(
        value,
        Message(
          en: "'\(key)' is a list: write '[a, b]' or lines with '- '", ko: "'\(key)'는 목록입니다: '[a, b]'나 '- ' 줄로 쓰세요"))
      return []
    }
    return value.items.filter(\.isScalar)
  }

  /// A text for each language, or one text for all.
  mutating func localized(_ key: String, languages: [String], isRequired: Bool = false) -> LocalizedText {
    guard let value = isRequired ? required(key) : value(key) else { return LocalizedText() }
    if value.isScalar { return LocalizedText(all: value.text) }
    var texts: [String: String] = [:]
    for entry in value.entries {
      let language = entry.key.text
      if languages.contains(language) {
        texts[language] = entry.value.text
      } else {
        add(entry.key, Message(en: "'\(language)' is no language of the course", ko: "'\(language)'는 이 코스의 언어가 아닙니다"))
      }
    }
    for language in languages where texts[language] == nil {
      add(
        value,
        Message(en: "'\(key)' has no text in '\(language)': add it", ko: "'\(key)'에 '\(language)' 텍스트가 없습니다: 추가하세요"))
    }
    return LocalizedText(texts)
  }

  /// Call last: whatever was not asked for is unknown.
  mutating func finish() {
    for entry in node.entries where !known.contains(entry.key.text) {
      let key = entry.key.text
      let hint = nearest(to: key, among: known)
      add(
        entry.key,
        Message(
          en: "\(what) has no key '\(key)': "
            + (hint.map { "write '\($0)'" } ?? "it takes \(known.joined(separator: ", "))"),
          ko: "\(what)에는 '\(key)' 키가 없습니다: "
            + (hint.map { "'\($0)'로 쓰세요" } ?? "가능한 키는 \(known.joined(separator: ", "))")))
    }
  }
}

/// The word nearest to another by edits, where it is near enough to have been meant.
func nearest(to word: String, among words: [String]) -> String? {
  let best = words.map { (word: $0, distance: editDistance(word, $0)) }.min { $0.distance < $1.distance }
  guard let best, best.distance <= max(1, word.utf8.count / 3) else { return nil }
  return best.word
}

private func editDistance(_ left: String, _ right: String) -> Int {
  let (left, right) = (Array(left.utf8), Array(right.utf8))
  var previous = Array(0...right.count)
  for (row, byte) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      current.append(min(previous[column] + (byte == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
