import Findings

/// What a line of shell holds, as far as here-documents need it.
struct ShellLine {
  struct Operator {
    var delimiter: String
    var isQuoted: Bool
    /// `<<-`.
    var stripsTabs: Bool
    /// Offsets in the line's text, `<<` to the end of the delimiter.
    var range: SourceRange
    /// The offset in `text` at which the operator was taken out.
    var place: Int
  }

  private(set) var operators: [Operator] = []
  /// The line without comments, here-document operators and the backslash at its end.
  private(set) var text: [UInt8] = []
  /// Whether a backslash at the end joins the next line.
  private(set) var isContinued = false

  init(_ line: ArraySlice<UInt8>) {
    var index = line.startIndex
    var quote: UInt8?
    var arithmetic = 0
    while index < line.endIndex {
      let byte = line[index]
      if byte == .backslash, quote != UInt8(ascii: "'") {
        if line.index(from: index + 1, while: \.isSpaceOrTab) == line.endIndex {
          isContinued = true
          break
        }
        text += line[index...].prefix(2)
        index += 2
        continue
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "#"), text.last?.isSpaceOrTab ?? true {
        break
      } else if line.has("$((", at: index) {
        arithmetic += 1
      } else if line.has("))", at: index), arithmetic > 0 {
        arithmetic -= 1
      } else if line.has("<<<", at: index) {
        text += line[index..<index + 3]
        index += 3
        continue
      } else if arithmetic == 0, operators.count < Limits.hereDocumentsOfALine, line.has("<<", at: index),
        let found = Self.operator(in: line, at: index, text.count)
      {
        operators.append(found)
        index = found.range.end
        continue
      }
      text.append(byte)
      index += 1
    }
    if isContinued { text.append(.space) }
  }

  private static func `operator`(in line: ArraySlice<UInt8>, at start: Int, _ place: Int) -> Operator? {
    var index = start + 2
    let stripsTabs = line.has("-", at: index)
    if stripsTabs { index += 1 }
    index = line.index(from: index, while: \.isSpaceOrTab)
    var delimiter: [UInt8] = []
    var isQuoted = false
    while index < line.endIndex {
      let byte = line[index]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        guard let close = line[(index + 1)...].firstIndex(of: byte) else { return nil }
        delimiter += line[(index + 1)..<close]
        isQuoted = true
        index = close + 1
      } else if byte == .backslash, index + 1 < line.endIndex {
        delimiter.append(line[index + 1])
        isQuoted = true
        index += 2
      } else if byte.isSpaceOrTab || "|;&<>()".utf8.contains(byte) {
        break
      } else {
        delimiter.append(byte)
        index += 1
      }
    }
    // `1 << 3` outside of arithmetic is not shell, but pages show it.
    guard let first = delimiter.first,
      isQuoted || first.isLetter || first == UInt8(ascii: "_") || first == UInt8(ascii: "!") || first >= 0x80
    else { return nil }
    return Operator(
      delimiter: String(bytes: delimiter), isQuoted: isQuoted, stripsTabs: stripsTabs,
      range: SourceRange(start, index), place: place)
  }
}
