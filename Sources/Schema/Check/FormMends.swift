import Findings
import YAML

/// How values of the wrong form become what was meant.
extension StructureCheck {
  // MARK: Lists

  func mendList(_ finding: inout Finding, _ value: Node, _ number: Int32?) {
    finding.advice = Message(en: "write each item on its own line after '- '", ko: "항목마다 새 줄에 '- ' 다음에 쓰세요")
    guard let number else { return }
    let item = catalogue.shape(catalogue.shape(number).operand)
    if value.isMapping, item.kind == .object { return mendMap(&finding, value, catalogue.type(item.operand)) }
    guard value.isScalar, value.style != .literal, value.style != .folded, item.kind == .string,
      value.scalarType == .string
    else { return }
    let written = value.text
    let words = written.utf8.split(separator: UInt8(ascii: " "))
    guard words.count <= 1 else {
      // One item or several: that is for the author to say.
      guard words.count <= 8, !written.utf8.contains(where: { $0 == 0x22 || $0 == 0x27 || $0 == 0x5C }) else { return }
      let list = "[" + words.map { "\"" + String(decoding: $0, as: UTF8.self) + "\"" }.joined(separator: ", ") + "]"
      finding.advice = Message(en: "each word is an item of its own: \(list)", ko: "단어마다 항목 하나입니다: \(list)")
      return
    }
    let text = Lines(tree: tree).text(value.range)
    guard !value.isAliased, !text.isEmpty else { return }
    finding.fix = Fix(
      title: Message(en: "make it a list of one", ko: "항목이 하나인 목록으로 만들기"),
      edits: [Fix.Edit(range: value.range, replacement: "[" + text + "]")])
  }

  /// An object where a list of such objects is wanted, or names with values where a list of both is.
  private func mendMap(_ finding: inout Finding, _ value: Node, _ item: TypeFacts) {
    var isItem = value.count > 0
    var isPlain = value.count > 0
    for entry in value.entries {
      if entry.key.withText({ item.index(of: $0) }) < 0 { isItem = false }
      if !entry.value.isScalar || entry.value.isNull { isPlain = false }
    }
    let lines = Lines(tree: tree)
    if isItem {
      finding.advice = Message(
        en: "it is one item: write '- ' before its first field", ko: "항목 하나입니다: 첫 필드 앞에 '- '를 쓰세요")
      let edits =
        value.style == .flow && !value.isAliased
        ? [
          Fix.Edit(range: SourceRange(value.range.start, value.range.start), replacement: "["),
          Fix.Edit(range: SourceRange(value.range.end, value.range.end), replacement: "]"),
        ] : dashed(value, lines)
      finding.fix = edits.map {
        Fix(title: Message(en: "make it a list of one", ko: "항목이 하나인 목록으로 만들기"), edits: $0)
      }
      return
    }
    let pair = namesAndValues(of: item)
    guard isPlain, pair else { return }
    finding.advice = Message(
      en: "each item has a 'name' and a 'value'", ko: "항목마다 'name'과 'value'가 있습니다")
    finding.fix = pairs(value, lines).map {
      Fix(title: Message(en: "write 'name' and 'value'", ko: "'name'과 'value'로 쓰기"), edits: $0)
    }
  }

  private func namesAndValues(of item: TypeFacts) -> Bool {
    "name".withBytes { item.index(of: $0) } >= 0 && "value".withBytes { item.index(of: $0) } >= 0
  }

  /// A block mapping as the only item of a list.
  private func dashed(_ value: Node, _ lines: Lines) -> [Fix.Edit]? {
    guard lines.isBlock(value.index), let start = lines.start(ofKey: value.index + 1),
      let shift = lines.shift(SourceRange(start, lines.end(of: value.index)), by: 2), let first = shift.first,
      first.range.start == start
    else { return nil }
    let key = Int(nodes[Int(value.index + 1)].start)
    return [Fix.Edit(range: SourceRange(key, key), replacement: "- ")] + shift.dropFirst()
  }

  /// `NAME: value` as an item with a name and a value.
  private func pairs(_ value: Node, _ lines: Lines) -> [Fix.Edit]? {
    guard lines.isBlock(value.index) else { return nil }
    var edits: [Fix.Edit] = []
    for entry in value.entries {
      let (key, text) = (entry.key, entry.value)
      guard !text.isAliased, text.style != .literal, text.style != .folded, let line = lines.start(ofKey: key.index),
        lines.start(of: text.range.start) == line, text.range.end <= lines.end(of: text.index)
      else { return nil }
      let indent = String(repeating: " ", count: lines.column(of: key.index))
      edits.append(Fix.Edit(range: SourceRange(key.range.start, key.range.start), replacement: "- name: "))
      let isText = text.scalarType == .string
      edits.append(
        Fix.Edit(
          range: SourceRange(key.range.end, text.range.start),
          replacement: newline(at: line) + indent + "  value: " + (isText ? "" : "\"")))
      if !isText {
        edits.append(Fix.Edit(range: SourceRange(text.range.end, text.range.end), replacement: "\""))
      }
    }
    return edits
  }

  // MARK: Maps

  /// Items that are objects without their dashes; two with the same key stay wrong, and are not offered.
  func withoutDashes(_ value: Node) -> [Fix.Edit]? {
    guard value.style == .block, !value.isAliased, value.count > 0 else { return nil }
    var edits: [Fix.Edit] = []
    var names: [String] = []
    for item in value.items {
      guard item.isMapping, item.style == .block, !item.isAliased, let first = item.entries.first(where: { _ in true })
      else { return nil }
      for entry in item.entries {
        guard !names.contains(entry.key.text), names.count < 64 else { return nil }
        names.append(entry.key.text)
      }
      var dash = first.key.range.start - 1
      while dash >= 0, tree.source[dash] == UInt8(ascii: " ") { dash -= 1 }
      guard dash >= 0, tree.source[dash] == UInt8(ascii: "-") else { return nil }
      edits.append(Fix.Edit(range: SourceRange(dash, dash + 1), replacement: " "))
    }
    return edits
  }

  /// `app:web` is one word where a mapping is wanted.
  func mendWord(_ finding: inout Finding, _ value: Node) {
    let text = value.text
    guard value.style == .plain, !value.isAliased, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      !text.utf8.contains(UInt8(ascii: " ")), colon != text.utf8.startIndex
    else { return }
    let key = text.utf8.distance(from: text.utf8.startIndex, to: colon)
    guard key + 1 < text.utf8.count else { return }
    mendColon(of: text, at: value.range.start + key, &finding)
  }

  /// `replicas:3` between braces is one word, a key without a value. Whether that is so.
  func mendKey(_ key: Node, _ value: Node, in facts: TypeFacts, _ finding: inout Finding) -> Bool {
    let text = key.text
    guard key.style == .plain, !key.isAliased, value.isNull, value.range.start == value.range.end,
      let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), key.range.end - key.range.start == text.utf8.count
    else { return false }
    let name = String(text[..<colon])
    guard name.withBytes({ facts.index(of: $0) }) >= 0, key.parent?.member(named: name) == nil else { return false }
    mendColon(of: text, at: key.range.start + name.utf8.count, &finding)
    return true
  }

  private func mendColon(of text: String, at colon: Int, _ finding: inout Finding) {
    let place = colon + 1
    finding.message = Message(
      en: "'\(text)' has no space after the colon, so it is one word: write the space",
      ko: "'\(text)'은(는) 콜론 뒤에 공백이 없어 한 단어입니다: 공백을 쓰세요")
    finding.fix = Fix(
      title: Message(en: "write a space after the colon", ko: "콜론 뒤에 공백 쓰기"),
      edits: [Fix.Edit(range: SourceRange(place, place), replacement: " ")])
  }

  // MARK: Texts

  /// What YAML makes of a plain scalar, where that is not what it looks like.
  func reading(of value: Node) -> Message? {
    let text = value.text
    guard let read = readText(of: value), read != text else { return nil }
    return value.scalarType == .bool
      ? Message(en: "YAML reads '\(text)' as \(read)", ko: "YAML은 '\(text)'을(를) \(read)(으)로 읽습니다")
      : Message(en: "YAML reads '\(text)' as the number \(read)", ko: "YAML은 '\(text)'을(를) 수 \(read)(으)로 읽습니다")
  }

  /// A boolean or a number as it is written again.
  func readText(of value: Node) -> String? {
    switch value.scalar {
    case .bool(let bool): return bool ? "true" : "false"
    case .integer(let number): return "\(number)"
    case .float(let number):
      guard number.isFinite else { return nil }
      return Int64(exactly: number).map { "\($0)" } ?? "\(number)"
    case .null, .string, nil: return nil
    }
  }
}
