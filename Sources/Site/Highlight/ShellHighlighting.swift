import Findings

/// Colours shell commands: comments, strings, variables, options, command words, here-documents.
///
/// A here-document that holds a manifest is coloured as YAML.
enum ShellHighlighting {
  static func tokens(of code: [UInt8]) -> [CodeToken] {
    var scanner = ShellScanner(code: code, range: SourceRange(0, code.count))
    scanner.scan()
    return scanner.tokens
  }
}

struct ShellScanner {
  private let code: [UInt8]
  private var index: Int
  private let end: Int
  /// Whether the next word is a command.
  private var expectsCommand = true
  /// Here-documents that begin with the next line.
  private var pending: [(word: [UInt8], stripsTabs: Bool)] = []
  private(set) var tokens: [CodeToken] = []

  init(code: [UInt8], range: SourceRange) {
    self.code = code
    index = range.start
    end = range.end
  }

  mutating func scan() {
    while index < end {
      switch code[index] {
      case UInt8(ascii: "\n"):
        index += 1
        expectsCommand = true
        while !pending.isEmpty { hereDocument(pending.removeFirst()) }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        index += 1
      case UInt8(ascii: "\\"):
        // A line that goes on: its next word is no command.
        index = min(end, index + 2)
      case UInt8(ascii: "#"):
        let start = index
        skip { $0 != UInt8(ascii: "\n") }
        tokens.append(CodeToken(.comment, start, index))
      case UInt8(ascii: "<") where hasHereDocument:
        redirectHereDocument()
      case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "{"), UInt8(ascii: "}"):
        tokens.append(CodeToken(.punctuation, index, index + 1))
        expectsCommand = code[index] != UInt8(ascii: ")") && code[index] != UInt8(ascii: "}")
        index += 1
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        tokens.append(CodeToken(.punctuation, index, index + 1))
        index += 1
      default:
        word()
      }
    }
  }

  /// A word with its quoted parts and variables.
  private mutating func word() {
    let start = index
    var plainStart = index
    var hasParts = false
    func flush(_ scanner: inout ShellScanner) {
      guard scanner.index > plainStart else { return }
      let kind: CodeToken.Kind? =
        !hasParts && scanner.expectsCommand
        ? .command : plainStart == start && scanner.code[start] == UInt8(ascii: "-") ? .option : nil
      if let kind { scanner.tokens.append(CodeToken(kind, plainStart, scanner.index)) }
    }
    while index < end, !ShellScanner.isEnd(code[index]) {
      switch code[index] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        flush(&self)
        hasParts = true
        quoted(code[index])
        plainStart = index
      case UInt8(ascii: "$"):
        flush(&self)
        hasParts = true
        variable()
        plainStart = index
      case UInt8(ascii: "\\") where index + 1 < end && code[index + 1] == UInt8(ascii: "\n"):
        flush(&self)
        expectsCommand = false
        return
      case UInt8(ascii: "\\"):
        index = min(end, index + 2)
      default:
        index += 1
      }
    }
    flush(&self)
    // `NAME=value command`: an assignment is followed by the command.
    let isAssignment = code[start..<index].contains(UInt8(ascii: "=")) && expectsCommand
    expectsCommand = isAssignment
  }

  private mutating func quoted(_ quote: UInt8) {
    var start = index
    index += 1
    while index < end, code[index] != quote {
      if quote == UInt8(ascii: "\""), code[index] == UInt8(ascii: "\\") {
        index = min(end, index + 2)
      } else if quote == UInt8(ascii: "\""), code[index] == UInt8(ascii: "$") {
        if index > start { tokens.append(CodeToken(.string, start, index)) }
        variable()
        start = index
      } else {
        index += 1
      }
    }
    index = min(end, index + 1)
    if index > start { tokens.append(CodeToken(.string, start, index)) }
  }

  /// `$NAME`, `${NAME}`, `$1`; the `$` of `$(` alone.
  private mutating func variable() {
    let start = index
    index += 1
    if index < end, code[index] == UInt8(ascii: "{") {
      skip { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\n") }
      index = min(end, index + 1)
    } else {
      skip { ShellScanner.isNameByte($0) }
      if index == start + 1, index < end, code[index] == UInt8(ascii: "?") || code[index] == UInt8(ascii: "@") {
        index += 1
      }
    }
    tokens.append(CodeToken(.variable, start, index))
  }

  private var hasHereDocument: Bool {
    index + 2 < end && code[index + 1] == UInt8(ascii: "<") && code[index + 2] != UInt8(ascii: "<")
  }

  /// `<<EOF`, `<<-'EOF'`: the document begins with the next line.
  private mutating func redirectHereDocument() {
    let start = index
    index += 2
    let stripsTabs = code[index] == UInt8(ascii: "-")
    if stripsTabs { index += 1 }
    skip { $0 == UInt8(ascii: " ") }
    let wordStart = index
    skip { !ShellScanner.isEnd($0) }
    let quotes: [UInt8] = [UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\")]
    let word = code[wordStart..<index].filter { !quotes.contains($0) }
    tokens.append(CodeToken(.punctuation, start, index))
    if !word.isEmpty { pending.append((word, stripsTabs)) }
  }

  private mutating func hereDocument(_ document: (word: [UInt8], stripsTabs: Bool)) {
    let start = index
    while index < end {
      let lineStart = index
      skip { $0 != UInt8(ascii: "\n") }
      var line = code[lineStart..<index]
      if document.stripsTabs { line = line.drop { $0 == UInt8(ascii: "\t") } }
      if line.elementsEqual(document.word) {
        body(SourceRange(start, lineStart))
        tokens.append(CodeToken(.punctuation, index - line.count, index))
        return
      }
      index = min(end, index + 1)
    }
    body(SourceRange(start, index))
  }

  private mutating func body(_ range: SourceRange) {
    guard !range.isEmpty else { return }
    let text = Array(code[range.start..<range.end])
    guard String(decoding: text, as: UTF8.self).contains("apiVersion:") else {
      tokens.append(CodeToken(.string, range.start, range.end))
      return
    }
    tokens += YAMLHighlighting.tokens(of: text).map {
      CodeToken($0.kind, $0.range.start + range.start, $0.range.end + range.start)
    }
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while index < end, condition(code[index]) { index += 1 }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "|"),
      UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }
}
