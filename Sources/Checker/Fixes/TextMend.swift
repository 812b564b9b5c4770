import Findings
import YAML

/// A change that may make broken YAML what was meant.
struct TextMend {
  var title: Message
  var edits: [Fix.Edit]
  /// What to say of the mistake once the change has proven right.
  var message: Message?
  /// Where the mistake is, if not where the parser stopped.
  var range: SourceRange?

  /// Whether a finding is about a text as YAML, so that a change of the text may mend it.
  static func isAbout(_ finding: Finding) -> Bool {
    if finding.id == "yaml/syntax" || finding.id == "yaml/bad-key" || finding.id == "yaml/unknown-alias" { return true }
    guard finding.id == "schema/unknown-field", case .field(let name)? = finding.path.elements.last else {
      return false
    }
    return name.utf8.first == 0xC2
  }

  /// Changes worth trying, the likeliest first. Few, for each one costs a check of the document.
  static func candidates(for finding: Finding, in source: [UInt8], _ part: SourceRange) -> [TextMend] {
    let text = TextLines(source: source, part: part)
    let line = text.start(of: finding.range.start)
    var mends = blanks(in: text)
    if !mends.isEmpty { return mends }
    mends += closings(at: line, in: text)
    if let begin = finding.related.first { mends += closings(at: text.start(of: begin.range.start), in: text) }
    mends += quotes(at: line, in: text)
    mends += spaceAfterDash(at: line, in: text)
    if let above = text.lineAbove(line) { mends += spaceAfterDash(at: above, in: text) }
    if let above = text.lineAbove(line) { mends += spaceAfterColon(at: above, in: text) }
    mends += spaceAfterColon(at: line, in: text)
    if let colon = missingColon(finding, text) { mends.append(colon) }
    if let comment = comment(finding, text) { mends.append(comment) }
    mends += indentations(at: line, in: text)
    mends += indentationsAbove(line, in: text)
    return mends
  }

  // MARK: Blanks that are none

  /// Tabs and no-break spaces that indent lines, made spaces.
  private static func blanks(in text: TextLines) -> [TextMend] {
    var mends: [TextMend] = []
    for width in [2, 4, 8, 0] {
      var edits: [Fix.Edit] = []
      var hasTabs = false
      for line in text.lines {
        var index = line
        while index < text.part.end {
          if text.source[index] == UInt8(ascii: " ") {
            index += 1
          } else if text.source[index] == UInt8(ascii: "\t") {
            edits.append(
              Fix.Edit(range: SourceRange(index, index + 1), replacement: String(repeating: " ", count: width)))
            hasTabs = true
            index += 1
          } else if text.source[index] == 0xC2, index + 1 < text.part.end, text.source[index + 1] == 0xA0 {
            edits.append(Fix.Edit(range: SourceRange(index, index + 2), replacement: " "))
            index += 2
          } else {
            break
          }
        }
      }
      guard !edits.isEmpty else { return [] }
      mends.append(
        TextMend(
          title: hasTabs
            ? Message(en: "indent with spaces", ko: "공백으로 들여쓰기")
            : Message(en: "make them spaces", ko: "공백으로 바꾸기"), edits: edits,
          message: hasTabs
            ? nil
            : Message(
              en: "no-break spaces indent this line, which are letters to YAML: make them spaces",
              ko: "줄바꿈 없는 공백으로 들여썼는데 YAML에서는 글자입니다: 공백으로 바꾸세요")))
      if !hasTabs { break }
    }
    return mends
  }

  // MARK: Quotes

  /// The value of a line in quotes.
  private static func quotes(at line: Int, in text: TextLines) -> [TextMend] {
    guard let value = text.value(ofLine: line), value.end > value.start else { return [] }
    let first = text.source[value.start]
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    let isCollection =
      first == UInt8(ascii: "[") || first == UInt8(ascii: "|") || first == UInt8(ascii: ">")
      || first == UInt8(ascii: "{") && !(value.start + 1 < value.end && text.source[value.start + 1] == first)
    guard !isQuoted, !isCollection else { return [] }
    let words = Array(text.source[value.start..<value.end])
    let needsSingle = words.contains(UInt8(ascii: "\"")) || words.contains(UInt8(ascii: "\\"))
    if needsSingle, words.contains(UInt8(ascii: "'")) { return [] }
    let quote = needsSingle ? "'" : "\""
    let shown = String(decoding: words, as: UTF8.self)
    return [
      TextMend(
        title: Message(en: "quote it", ko: "따옴표로 감싸기"),
        edits: [
          Fix.Edit(range: SourceRange(value.start, value.start), replacement: quote),
          Fix.Edit(range: SourceRange(value.end, value.end), replacement: quote),
        ],
        message: Message(
          en: "'\(shown)' is not text to YAML as it stands: quote it",
          ko: "'\(shown)'은(는) 이대로는 YAML에서 텍스트가 아닙니다: 따옴표로 감싸세요"),
        range: value)
    ]
  }

  /// A quote or bracket that a line opens and nothing closes.
  private static func closings(at line: Int, in text: TextLines) -> [TextMend] {
    guard let value = text.value(ofLine: line) else { return [] }
    let written = text.source[value.start..<value.end]
    let closing: UInt8
    switch written.first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let quote = written.first, !written.dropFirst().contains(quote) else { return [] }
      closing = quote
    case UInt8(ascii: "[") where !written.contains(UInt8(ascii: "]")): closing = UInt8(ascii: "]")
    case UInt8(ascii: "{") where !written.contains(UInt8(ascii: "}")): closing = UInt8(ascii: "}")
    default: return []
    }
    let sign = String(decoding: [closing], as: UTF8.self)
    return [
      TextMend(
        title: Message(en: "close it with \(sign)", ko: "\(sign)(으)로 닫기"),
        edits: [Fix.Edit(range: SourceRange(value.end, value.end), replacement: sign)],
        message: Message(
          en: "what begins here is never closed: write \(sign) at its end",
          ko: "여기서 시작한 것이 닫히지 않았습니다: 끝에 \(sign)을(를) 쓰세요"), range: value)
    ]
  }

  /// `-name: web` is a key that begins with a dash.
  private static func spaceAfterDash(at line: Int, in text: TextLines) -> [TextMend] {
    let dash = line + text.indentation(ofLine: line)
    guard dash + 1 < text.part.end, text.source[dash] == UInt8(ascii: "-"),
      TextLines.isNameByte(text.source[dash + 1]), text.source[dash + 1] != UInt8(ascii: "-")
    else { return [] }
    return [
      TextMend(
        title: Message(en: "write a space after the dash", ko: "'-' 뒤에 공백 쓰기"),
        edits: [Fix.Edit(range: SourceRange(dash + 1, dash + 1), replacement: " ")],
        message: Message(
          en: "a '-' begins an item only with a space after it: write the space",
          ko: "'-' 뒤에 공백이 있어야 항목이 시작됩니다: 공백을 쓰세요"), range: SourceRange(dash, text.end(ofLine: line)))
    ]
  }

  /// A file name above a manifest.
  private static func comment(_ finding: Finding, _ text: TextLines) -> TextMend? {
    let name = text.source[finding.range.start..<min(finding.range.end, text.part.end)]
    guard name.count > 5, name.suffix(5).elementsEqual(".yaml".utf8) || name.suffix(4).elementsEqual(".yml".utf8) else {
      return nil
    }
    let start = SourceRange(finding.range.start, finding.range.start)
    return TextMend(
      title: Message(en: "make it a comment", ko: "주석으로 만들기"), edits: [Fix.Edit(range: start, replacement: "# ")])
  }

  // MARK: Colons

  /// `app:web` is one word.
  private static func spaceAfterColon(at line: Int, in text: TextLines) -> [TextMend] {
    guard let colon = text.tightColon(inLine: line) else { return [] }
    let words = String(decoding: text.source[colon.word.start..<colon.word.end], as: UTF8.self)
    return [
      TextMend(
        title: Message(en: "write a space after the colon", ko: "콜론 뒤에 공백 쓰기"),
        edits: [Fix.Edit(range: SourceRange(colon.after, colon.after), replacement: " ")],
        message: Message(
          en: "'\(words)' has no space after the colon, so it is one word: write the space",
          ko: "'\(words)'은(는) 콜론 뒤에 공백이 없어 한 단어입니다: 공백을 쓰세요"), range: colon.word)
    ]
  }

  private static func missingColon(_ finding: Finding, _ text: TextLines) -> TextMend? {
    guard finding.range.end > finding.range.start + 1 else { return nil }
    let written = text.source[finding.range.start..<min(finding.range.end, text.part.end)]
    guard written.allSatisfy({ TextLines.isNameByte($0) }) else { return nil }
    let end = SourceRange(finding.range.end, finding.range.end)
    return TextMend(
      title: Message(en: "write the ':'", ko: "':' 쓰기"), edits: [Fix.Edit(range: end, replacement: ":")])
  }

  // MARK: Indentation

  /// The line, with the lines that hang on it, at the indentations of the lines above.
  private static func indentations(at line: Int, in text: TextLines) -> [TextMend] {
    let own = text.indentation(ofLine: line)
    var columns: [(column: Int, line: Int)] = []
    var above = text.lineAbove(line)
    var steps = 0
    while let current = above, steps < 40, columns.count < 7 {
      steps += 1
      above = text.lineAbove(current)
      guard text.hasContent(current) else { continue }
      for column in text.columns(ofLine: current)
      where column != own && !columns.contains(where: { $0.column == column }) {
        columns.append((column, current))
      }
    }
    let hanging = text.block(ofLine: line)
    var mends: [TextMend] = []
    for (column, sibling) in columns.sorted(by: { abs($0.column - own) < abs($1.column - own) }) {
      guard let edits = text.shift(hanging, by: column - own) else { continue }
      let name = text.word(ofLine: sibling)
      mends.append(
        TextMend(
          title: Message(en: "align it with '\(name)'", ko: "'\(name)'에 맞추기"), edits: edits,
          message: Message(
            en: "this line is indented by \(own) columns and belongs at \(column): align it with '\(name)'",
            ko: "이 줄은 \(own)칸 들여썼는데 \(column)칸이어야 합니다: '\(name)'에 맞추세요")))
    }
    return mends
  }

  /// The nearest line above that is indented less, at the indentation of this one: it ended the mapping too early.
  private static func indentationsAbove(_ line: Int, in text: TextLines) -> [TextMend] {
    let own = text.indentation(ofLine: line)
    var above = text.lineAbove(line)
    while let current = above, !text.hasContent(current) || text.indentation(ofLine: current) >= own {
      above = text.lineAbove(current)
    }
    guard let culprit = above else { return [] }
    let column = text.indentation(ofLine: culprit)
    let name = text.word(ofLine: culprit)
    let sibling = text.word(ofLine: line)
    let start = culprit + (text.columns(ofLine: culprit).last ?? 0)
    var mends: [TextMend] = []
    for lines in [SourceRange(culprit, text.end(ofLine: culprit)), text.block(ofLine: culprit)] {
      guard let edits = text.shift(lines, by: own - column) else { continue }
      mends.append(
        TextMend(
          title: Message(en: "align it with '\(sibling)'", ko: "'\(sibling)'에 맞추기"), edits: edits,
          message: Message(
            en: "'\(name)' is indented by \(column) columns and belongs at \(own): align it with '\(sibling)' below",
            ko: "'\(name)'은(는) \(column)칸 들여썼는데 \(own)칸이어야 합니다: 아래의 '\(sibling)'에 맞추세요"),
          range: SourceRange(start, start + name.utf8.count)))
    }
    return mends
  }
}
