/// Reads JSON as Go's decoder does: nothing is taken that JSON has not, as a comma after the last item, and a key may
/// come twice.
struct JSONText {
  enum Root {
    case object, null, other
  }

  private var rest: ArraySlice<UInt8>
  /// The brackets that are open.
  private var open: [UInt8] = []

  /// What a text holds; `nil` where it is no JSON.
  static func root(of bytes: some Sequence<UInt8>) -> Root? {
    var text = JSONText(rest: Array(bytes)[...])
    text.skipBlanks()
    let first = text.rest.first
    guard text.readsOneValue() else { return nil }
    switch first {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "n"): return .null
    default: return .other
    }
  }

  private init(rest: ArraySlice<UInt8>) { self.rest = rest }

  /// One value with nothing after it.
  private mutating func readsOneValue() -> Bool {
    while true {
      skipBlanks()
      guard let isWhole = readValue() else { return false }
      if isWhole {
        guard let isDone = readEnds() else { return false }
        if isDone { return true }
      }
    }
  }

  /// Whether a value ends, rather than begins, here; `nil` where there is none. Go gives up at a depth of 10,000.
  private mutating func readValue() -> Bool? {
    switch rest.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard let bracket = rest.popFirst(), open.count < 10_000 else { return nil }
      skipBlanks()
      if rest.first == bracket + 2 {
        rest = rest.dropFirst()
        return true
      }
      open.append(bracket)
      return bracket == UInt8(ascii: "[") || readKey() ? false : nil
    case UInt8(ascii: "\""): return readString() ? true : nil
    case UInt8(ascii: "t"): return read("true") ? true : nil
    case UInt8(ascii: "f"): return read("false") ? true : nil
    case UInt8(ascii: "n"): return read("null") ? true : nil
    default: return readNumber() ? true : nil
    }
  }

  /// Whether everything ends after a value, or another value follows; `nil` where neither does.
  private mutating func readEnds() -> Bool? {
    while true {
      skipBlanks()
      guard let bracket = open.last else { return rest.isEmpty ? true : nil }
      switch rest.popFirst() {
      case UInt8(ascii: ","):
        skipBlanks()
        return bracket == UInt8(ascii: "[") || readKey() ? false : nil
      case bracket + 2: open.removeLast()
      default: return nil
      }
    }
  }

  private mutating func readKey() -> Bool {
    guard readString() else { return false }
    skipBlanks()
    return rest.popFirst() == UInt8(ascii: ":")
  }

  private mutating func readString() -> Bool {
    guard rest.popFirst() == UInt8(ascii: "\"") else { return false }
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return true
      case ..<0x20: return false
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst() else { return false }
        if escaped == UInt8(ascii: "u") {
          for _ in 0..<4 {
            guard let digit = rest.popFirst(), isHexadecimal(digit) else { return false }
          }
        } else if !"\"\\/bfnrt".utf8.contains(escaped) {
          return false
        }
      default: break
      }
    }
    return false
  }

  /// A number that fits a `Double`.
  private mutating func readNumber() -> Bool {
    let start = rest
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "0") { rest = rest.dropFirst() } else if !readDigits() { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if !readDigits() { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      if !readDigits() { return false }
    }
    let text = String(decoding: start.prefix(start.count - rest.count), as: UTF8.self)
    return Double(text)?.isFinite ?? false
  }

  private mutating func readDigits() -> Bool {
    let count = rest.count
    rest = rest.drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return rest.count < count
  }

  private mutating func read(_ word: String) -> Bool {
    guard rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  private mutating func skipBlanks() { rest = rest.drop { " \t\r\n".utf8.contains($0) } }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  byte >= 48 && byte <= 57 || byte >= 65 && byte <= 70 || byte >= 97 && byte <= 102
}
