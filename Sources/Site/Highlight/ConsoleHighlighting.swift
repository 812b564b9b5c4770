import Findings

/// Colours transcripts: commands after a prompt, and what they printed.
enum ConsoleHighlighting {
  /// Whether some line begins with the prompt `$ `.
  static func hasPrompt(_ code: [UInt8]) -> Bool {
    lines(of: code).contains { isPrompt(code, $0) }
  }

  static func tokens(of code: [UInt8]) -> [CodeToken] {
    var tokens: [CodeToken] = []
    var lines = lines(of: code)[...]
    while let line = lines.popFirst() {
      guard isPrompt(code, line) else {
        if !line.isEmpty { tokens.append(CodeToken(.output, line.start, line.end)) }
        continue
      }
      tokens.append(CodeToken(.prompt, line.start, line.start + 2))
      var command = SourceRange(line.start + 2, line.end)
      while command.end > command.start, code[command.end - 1] == UInt8(ascii: "\\"), let next = lines.popFirst() {
        command.end = next.end
      }
      if let word = hereDocumentWord(code[command.start..<command.end]) {
        while let next = lines.popFirst() {
          command.end = next.end
          if code[next.start..<next.end].elementsEqual(word) { break }
        }
      }
      var scanner = ShellScanner(code: code, range: command)
      scanner.scan()
      tokens += scanner.tokens
    }
    return tokens
  }

  private static func isPrompt(_ code: [UInt8], _ line: SourceRange) -> Bool {
    line.end - line.start >= 2 && (code[line.start] == UInt8(ascii: "$")) && code[line.start + 1] == UInt8(ascii: " ")
  }

  /// The word after `<<` that ends a here-document; `nil` where there is none.
  private static func hereDocumentWord(_ command: ArraySlice<UInt8>) -> [UInt8]? {
    let text = String(decoding: command, as: UTF8.self)
    guard let parts = Optional(text.split(separator: "<<", maxSplits: 1)), parts.count == 2 else { return nil }
    let word = parts[1].drop { $0 == "-" || $0 == " " }.prefix { !$0.isWhitespace && $0 != ">" && $0 != "|" }
    let bare = word.filter { $0 != "'" && $0 != "\"" }
    return bare.isEmpty ? nil : Array(bare.utf8)
  }

  /// Without their line breaks.
  private static func lines(of code: [UInt8]) -> [SourceRange] {
    var lines: [SourceRange] = []
    var start = 0
    while start < code.count {
      let end = code[start...].firstIndex(of: UInt8(ascii: "\n")) ?? code.count
      lines.append(SourceRange(start, end))
      start = end + 1
    }
    return lines
  }
}
