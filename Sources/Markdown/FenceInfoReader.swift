import Findings

/// Reads the info string of a fence: Drydock's attributes, and the spellings of other tools.
///
/// Understood: `yaml key="value" key=value word {2-3,7}`; mdBook's `yaml,ignore`; pandoc's and Material's
/// `{ .yaml .no-copy hl_lines="2" }`; Hugo's `{hl_lines=[1,"3-4"]}`; MyST's `{code-block} yaml`; `yaml:web.yaml`.
struct FenceInfoReader {
  private let bytes: [UInt8]
  /// The info string without the space around it.
  let range: SourceRange
  private var index: Int
  private var attributes = FenceAttributes()
  private(set) var findings: [Finding] = []

  init(bytes: [UInt8], range: SourceRange) {
    self.bytes = bytes
    var start = range.start
    var end = range.end
    while start < end, bytes[start].isSpaceOrTab { start += 1 }
    while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
    self.range = SourceRange(start, end)
    index = start
  }

  /// The language word in lower case, and the attributes.
  mutating func read() -> (language: String, attributes: FenceAttributes) {
    var language = ""
    if peek == UInt8(ascii: "{"), !isLineGroup {
      language = braced()
    } else if let word = languageWord() {
      language = word
    }
    readAttributes(until: nil)
    return (language, attributes)
  }

  private var peek: UInt8? { index < range.end ? bytes[index] : nil }

  /// The word up to a space, `,`, `{` or `:`; `nil` where the first word is an attribute.
  private mutating func languageWord() -> String? {
    let text = bytes[index..<range.end]
    let end = text.index(from: index) { !$0.isSpaceOrTab && !",{:=".utf8.contains($0) }
    if end < range.end, bytes[end] == UInt8(ascii: "=") { return nil }
    let word = String(bytes: bytes[index..<end]).lowercased()
    index = end
    if peek == UInt8(ascii: ",") {
      // Words joined by commas belong to the language word, as mdBook writes them.
      while peek == UInt8(ascii: ",") {
        index += 1
        readAttribute(endingAt: ", \t{")
      }
    } else if peek == UInt8(ascii: ":") {
      let start = index + 1
      index = text.index(from: start) { !$0.isSpaceOrTab && $0 != UInt8(ascii: "{") }
      let range = SourceRange(start, index)
      attributes.all.append(
        FenceAttribute(name: "title", value: String(bytes: bytes[start..<index]), nameRange: range, valueRange: range))
    }
    return word
  }

  /// The language of `{ .yaml … }`, `{yaml}` or `{code-block} yaml`.
  private mutating func braced() -> String {
    index += 1
    let known = attributes.all.count
    readAttributes(until: UInt8(ascii: "}"))
    var language = ""
    if attributes.all.count > known, attributes.all[known].value == nil {
      let first = attributes.all.remove(at: known)
      let isClass = first.name.hasPrefix(".")
      language = isClass ? String(first.name.dropFirst()) : first.name
      if !isClass, index < range.end {
        // A directive: the language is its argument.
        index = bytes[..<range.end].index(from: index, while: \.isSpaceOrTab)
        if peek != UInt8(ascii: "{"), let word = languageWord(), !word.isEmpty { language = word }
      }
    }
    return language.lowercased()
  }

  /// Whether the braces here hold nothing but line numbers: `{2-3,7}`.
  private var isLineGroup: Bool {
    let text = bytes[..<range.end]
    let end = text.index(from: index + 1) {
      $0.isDigit || $0.isSpaceOrTab || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-")
    }
    return end < range.end && bytes[end] == UInt8(ascii: "}") && end > index + 1
  }

  private mutating func readAttributes(until closing: UInt8?) {
    let start = index
    while let byte = peek {
      if byte == closing {
        index += 1
        return
      } else if byte.isSpaceOrTab || byte == UInt8(ascii: ",") {
        index += 1
      } else if byte == UInt8(ascii: "{"), closing == nil {
        if isLineGroup {
          readLineGroup()
        } else {
          index += 1
          readAttributes(until: UInt8(ascii: "}"))
        }
      } else {
        readAttribute(endingAt: closing == nil ? " \t{" : " \t,}")
      }
    }
    if closing != nil { report(SourceRange(start - 1, start), .unclosedBrace) }
  }

  private mutating func readLineGroup() {
    let start = index
    while let byte = peek, byte != UInt8(ascii: "}") { index += 1 }
    let value = SourceRange(start + 1, index)
    index += 1
    attributes.all.append(
      FenceAttribute(
        name: "hl_lines", value: String(bytes: bytes[value.start..<value.end]), nameRange: SourceRange(start, index),
        valueRange: value))
  }

  /// One attribute; a name always takes at least one byte.
  private mutating func readAttribute(endingAt enders: StaticString) {
    func ends(_ byte: UInt8) -> Bool {
      (0..<enders.utf8CodeUnitCount).contains { enders.utf8Start[$0] == byte }
    }
    let text = bytes[..<range.end]
    let start = index
    index = text.index(from: start) { !ends($0) && $0 != UInt8(ascii: "=") }
    let nameRange = SourceRange(start, index)
    guard peek == UInt8(ascii: "=") else {
      if index == start { index = min(range.end, index + 1) } else { add(nameRange, value: nil, at: nil) }
      return
    }
    index += 1
    if index == start + 1 { report(SourceRange(start, index), .noName) }
    guard let first = peek, !ends(first) || first == UInt8(ascii: "{") else {
      report(nameRange, .noValue(String(bytes: bytes[start..<nameRange.end])))
      return add(nameRange, value: "", at: SourceRange(index, index))
    }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuoted(first, name: nameRange)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let closing = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
      let valueStart = index + 1
      index = text.index(from: valueStart) { $0 != closing }
      add(nameRange, value: String(bytes: bytes[valueStart..<index]), at: SourceRange(valueStart, index))
      if index < range.end { index += 1 } else { report(SourceRange(valueStart - 1, valueStart), .unclosedBrace) }
    default:
      let valueStart = index
      index = text.index(from: valueStart) { !ends($0) }
      add(nameRange, value: String(bytes: bytes[valueStart..<index]), at: SourceRange(valueStart, index))
    }
  }

  private mutating func readQuoted(_ quote: UInt8, name: SourceRange) {
    let valueStart = index + 1
    var value: [UInt8] = []
    index = valueStart
    while let byte = peek, byte != quote {
      if byte == .backslash, index + 1 < range.end, bytes[index + 1] == quote || bytes[index + 1] == .backslash {
        index += 1
      }
      value.append(bytes[index])
      index += 1
    }
    add(name, value: String(bytes: value), at: SourceRange(valueStart, index))
    if peek == quote { index += 1 } else { report(SourceRange(valueStart - 1, valueStart), .unclosedQuote) }
  }

  private mutating func add(_ name: SourceRange, value: String?, at valueRange: SourceRange?) {
    attributes.all.append(
      FenceAttribute(
        name: String(bytes: bytes[name.start..<name.end]), value: value, nameRange: name, valueRange: valueRange))
  }

  private mutating func report(_ range: SourceRange, _ message: Message) {
    findings.append(Finding(id: "snippet/attribute-syntax", range: range, message: message))
  }
}

extension Message {
  fileprivate static let unclosedQuote = Message(
    en: "this quote is never closed: end the value with the same quote", ko: "따옴표가 닫히지 않았습니다: 같은 따옴표로 값을 끝내세요")
  fileprivate static let unclosedBrace = Message(
    en: "this bracket is never closed: close it on the same line", ko: "괄호가 닫히지 않았습니다: 같은 줄에서 닫으세요")
  fileprivate static let noName = Message(
    en: "'=' follows no name: write an attribute as name=\"value\"", ko: "'=' 앞에 이름이 없습니다: 이름=\"값\"으로 쓰세요")
  fileprivate static func noValue(_ name: String) -> Message {
    Message(en: "'\(name)=' has no value: write \(name)=\"value\"", ko: "'\(name)='에 값이 없습니다: \(name)=\"값\"으로 쓰세요")
  }
}
