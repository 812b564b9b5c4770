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

  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.integer, let integer = Int(exactly: number), range.contains(integer) else {
      add(
        value,
        Message(
          en: "'\(key)' is a whole number from \(range.lowerBound) to \(range.upperBound)",
          ko: "'\(key)'는 \(range.lowerBound)에서 \(range.upperBound)까지의 정수입니다"))
      return nil
    }
    return integer
  }

  /// The items of a list; none where the value is no list.
  mutating func list(_ key: String, isRequired: Bool = false) -> [Node] {
    guard let value = isRequired ? required(key) : value(key) else { return [] }
    guard value.isSequence else {
      add(
        value,
        Message(
          en: "'\(key)' is a list: write '[a, b]' or lines with '- '", ko: "'\(key)'는 목록입니다: '[a, b]'나 '- ' 줄로 쓰세요"))
      return []
    }
    return Array(value.items)
  }

  /// A list of texts, with their places.
  mutating func texts(_ key: String) -> [Node] {
    var texts: [Node] = []
    for item in list(key) {
      if item.isScalar, !item.isNull {
        texts.append(item)
      } else {
        add(item, Message(en: "'\(key)' is a list of texts: write one here", ko: "'\(key)'는 텍스트의 목록입니다: 텍스트를 쓰세요"))
      }
    }
    return texts
  }

  /// A list of names of files or folders, each once.
  mutating func names(_ key: String) -> [Node] {
    var names: [Node] = []
    for item in texts(key) where isName(item) {
      if names.contains(where: { $0.text == item.text }) {
        add(item, .twice(item.text))
      } else {
        names.append(item)
      }
    }
    return names
  }

  /// Whether a text can name a file or folder of the course; says so where it cannot.
  mutating func isName(_ node: Node) -> Bool {
    let name = node.text
    let isName =
      !name.isEmpty && !name.hasPrefix(".")
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
    if !isName {
      add(
        node,
        Message(
          en: "'\(name)' cannot name a file: write letters, digits and '-'",
          ko: "'\(name)'는 파일 이름이 될 수 없습니다: 글자, 숫자, '-'로 쓰세요"))
    }
    return isName
  }

  /// A text for each language, or one text for all.
  mutating func localized(_ key: String, languages: [String], isRequired: Bool = false) -> LocalizedText {
    guard let value = isRequired ? required(key) : value(key) else { return LocalizedText() }
    if value.isScalar { return LocalizedText(all: value.text) }
    guard value.isMapping else {
      add(
        value,
        Message(
          en: "'\(key)' is a text, or a mapping with a text for each language",
          ko: "'\(key)'는 텍스트이거나, 언어마다 텍스트가 있는 매핑입니다"))
      return LocalizedText()
    }
    var texts: [String: String] = [:]
    for entry in value.entries {
      let language = entry.key.text
      if languages.contains(language) {
        if entry.value.isScalar, !entry.value.isNull { texts[language] = entry.value.text }
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
      let hint = Nearest.word(to: key, among: known)
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

extension Message {
  static func twice(_ name: String) -> Message {
    Message(en: "'\(name)' is listed twice: keep one", ko: "'\(name)'가 두 번 있습니다: 하나만 남기세요")
  }
}
