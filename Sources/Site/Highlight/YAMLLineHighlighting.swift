import Findings

/// Colours YAML that cannot be read: each line for itself, by what it looks like.
enum YAMLLineHighlighting {
  static func tokens(of code: [UInt8], in range: SourceRange) -> [CodeToken] {
    var tokens: [CodeToken] = []
    var start = range.start
    while start < range.end {
      var end = start
      while end < range.end, code[end] != UInt8(ascii: "\n"), code[end] != UInt8(ascii: "\r") { end += 1 }
      line(code, start, end, into: &tokens)
      start = end + 1
    }
    return tokens
  }

  private static func line(_ code: [UInt8], _ start: Int, _ lineEnd: Int, into tokens: inout [CodeToken]) {
    var index = start
    while index < lineEnd, isBlank(code[index]) || isDash(code, index, lineEnd) {
      if code[index] == UInt8(ascii: "-") { tokens.append(CodeToken(.punctuation, index, index + 1)) }
      index += 1
    }
    let end = commentStart(code, index, lineEnd)
    if let colon = colon(code, index, end) {
      if colon > index { tokens.append(CodeToken(.key, index, colon)) }
      tokens.append(CodeToken(.punctuation, colon, colon + 1))
      index = colon + 1
      while index < end, isBlank(code[index]) { index += 1 }
    }
    var last = end
    while last > index, isBlank(code[last - 1]) { last -= 1 }
    if last > index { tokens.append(CodeToken(kind(of: code[index..<last]), index, last)) }
    if end < lineEnd { tokens.append(CodeToken(.comment, end, lineEnd)) }
  }

  private static func kind(of value: ArraySlice<UInt8>) -> CodeToken.Kind {
    let text = String(decoding: value, as: UTF8.self)
    switch text {
    case "---", "...", "|", ">", "|-", ">-", "{", "}", "[", "]": return .punctuation
    case "true", "false", "null", "~": return .constant
    default: return Double(text) == nil ? .string : .number
    }
  }

  /// A dash that begins an item: followed by a blank or the end of the line.
  private static func isDash(_ code: [UInt8], _ index: Int, _ end: Int) -> Bool {
    code[index] == UInt8(ascii: "-") && (index + 1 == end || isBlank(code[index + 1]))
  }

  /// Where a comment begins: a `#` after a blank, outside of quotes.
  private static func commentStart(_ code: [UInt8], _ start: Int, _ end: Int) -> Int {
    var quote: UInt8?
    for index in start..<max(start, end) {
      let byte = code[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), index == start || isBlank(code[index - 1]) {
        quote = byte
      } else if byte == UInt8(ascii: "#"), index == start || isBlank(code[index - 1]) {
        return index
      }
    }
    return end
  }

  /// The first colon that is followed by a blank or the end.
  private static func colon(_ code: [UInt8], _ start: Int, _ end: Int) -> Int? {
    (start..<max(start, end)).first {
      code[$0] == UInt8(ascii: ":") && ($0 + 1 == end || isBlank(code[$0 + 1]))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
