/// Cuts an expression into tokens, as the grammar of cel-go does.
struct Lexer {
  let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// All tokens, with one for the end.
  mutating func tokens() throws(CompileError) -> [Token] {
    var tokens: [Token] = []
    while true {
      skipBlanks()
      let start = position
      guard start < bytes.count else { break }
      let kind = try kindOfNext()
      tokens.append(Token(kind: kind, start: Int32(start), end: Int32(position)))
    }
    tokens.append(Token(kind: .end, start: Int32(bytes.count), end: Int32(bytes.count)))
    return tokens
  }

  private func byte(_ ahead: Int = 0) -> UInt8 { position + ahead < bytes.count ? bytes[position + ahead] : 0 }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      default: return
      }
    }
  }

  private mutating func kindOfNext() throws(CompileError) -> Token.Kind {
    let first = byte()
    if first.isLetter || first == UInt8(ascii: "_") { return try word() }
    if first.isDigit || (first == UInt8(ascii: ".") && byte(1).isDigit) { return number() }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      try quoted(isRaw: false)
      return .string
    }
    if first == UInt8(ascii: "`") { return try escapedIdentifier() }
    return try sign()
  }

  // MARK: Words

  private mutating func word() throws(CompileError) -> Token.Kind {
    // A prefix of a text: `r`, `b`, `br` in any case.
    var prefix = 0
    let isBytes = byte() | 0x20 == UInt8(ascii: "b")
    if isBytes { prefix = 1 }
    let isRaw = byte(prefix) | 0x20 == UInt8(ascii: "r")
    if isRaw { prefix += 1 }
    if prefix > 0, byte(prefix) == UInt8(ascii: "\"") || byte(prefix) == UInt8(ascii: "'") {
      position += prefix
      try quoted(isRaw: isRaw)
      return isBytes ? .bytes : .string
    }
    let start = position
    while byte().isLetter || byte().isDigit || byte() == UInt8(ascii: "_") { position += 1 }
    let word = bytes[start..<position]
    if word.elementsEqual("in".utf8) { return .in }
    if word.elementsEqual("true".utf8) { return .true }
    if word.elementsEqual("false".utf8) { return .false }
    if word.elementsEqual("null".utf8) { return .null }
    return .identifier
  }

  private mutating func escapedIdentifier() throws(CompileError) -> Token.Kind {
    let start = position
    position += 1
    while byte().isLetter || byte().isDigit || "_.-/ ".utf8.contains(byte()) { position += 1 }
    guard byte() == UInt8(ascii: "`"), position > start + 1 else { throw unexpected(at: start) }
    position += 1
    return .escapedIdentifier
  }

  // MARK: Numbers

  private mutating func number() -> Token.Kind {
    if byte() == UInt8(ascii: "0"), byte(1) == UInt8(ascii: "x"), byte(2).hexadecimalValue != nil {
      position += 2
      while byte().hexadecimalValue != nil { position += 1 }
      return unsignedOr(.integer)
    }
    skipDigits()
    var isDouble = false
    if byte() == UInt8(ascii: "."), byte(1).isDigit {
      isDouble = true
      position += 1
      skipDigits()
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let hasSign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
      if byte(hasSign ? 2 : 1).isDigit {
        isDouble = true
        position += hasSign ? 2 : 1
        skipDigits()
      }
    }
    return isDouble ? .double : unsignedOr(.integer)
  }

  private mutating func skipDigits() {
    while byte().isDigit { position += 1 }
  }

  private mutating func unsignedOr(_ kind: Token.Kind) -> Token.Kind {
    guard byte() | 0x20 == UInt8(ascii: "u") else { return kind }
    position += 1
    return .unsigned
  }

  // MARK: Texts

  /// Goes past a text in one or three quotes. What its escapes mean is looked at later.
  private mutating func quoted(isRaw: Bool) throws(CompileError) {
    let start = position
    let quote = byte()
    let isLong = byte(1) == quote && byte(2) == quote
    position += isLong ? 3 : 1
    while position < bytes.count {
      let next = bytes[position]
      if next == quote, !isLong || (byte(1) == quote && byte(2) == quote) {
        position += isLong ? 3 : 1
        return
      }
      if !isLong, next == 0x0A || next == 0x0D { break }
      position += next == UInt8(ascii: "\\") && !isRaw ? 2 : 1
    }
    throw CompileError(.openText, at: Int32(start))
  }

  // MARK: Signs

  private mutating func sign() throws(CompileError) -> Token.Kind {
    let (first, second) = (byte(), byte(1))
    let isEqual = second == UInt8(ascii: "=")
    position += 1
    switch first {
    case UInt8(ascii: "."): return .dot
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "-"): return .minus
    case UInt8(ascii: "+"): return .plus
    case UInt8(ascii: "*"): return .star
    case UInt8(ascii: "/"): return .slash
    case UInt8(ascii: "%"): return .percent
    case UInt8(ascii: "("): return .leftParenthesis
    case UInt8(ascii: ")"): return .rightParenthesis
    case UInt8(ascii: "["): return .leftBracket
    case UInt8(ascii: "]"): return .rightBracket
    case UInt8(ascii: "{"): return .leftBrace
    case UInt8(ascii: "}"): return .rightBrace
    case UInt8(ascii: "!"): return isEqual ? pair(.notEqual) : .not
    case UInt8(ascii: "<"): return isEqual ? pair(.lessOrEqual) : .less
    case UInt8(ascii: ">"): return isEqual ? pair(.greaterOrEqual) : .greater
    case UInt8(ascii: "=") where isEqual: return pair(.equal)
    case UInt8(ascii: "&") where second == first: return pair(.and)
    case UInt8(ascii: "|") where second == first: return pair(.or)
    default: throw unexpected(at: position - 1)
    }
  }

  private mutating func pair(_ kind: Token.Kind) -> Token.Kind {
    position += 1
    return kind
  }

  /// The whole character at a place, where none is understood.
  private func unexpected(at start: Int) -> CompileError {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return CompileError(.unexpected(String(decoding: bytes[start..<end], as: UTF8.self)), at: Int32(start))
  }
}

extension UInt8 {
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var hexadecimalValue: UInt32? {
    if isDigit { return UInt32(self - UInt8(ascii: "0")) }
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f") ? UInt32(lower - UInt8(ascii: "a") + 10) : nil
  }
}
