/// A place in a pattern, and how the small parts that begin there are read. What returns `nil` may have read a part.
struct PatternReader {
  private let text: [Unicode.Scalar]
  private var position = 0
  /// Whether there may be a `:]` still to come.
  private var mayEndNamedClass = true

  init(_ pattern: String) {
    text = Array(pattern.unicodeScalars)
  }

  var next: Unicode.Scalar? { position < text.count ? text[position] : nil }

  mutating func skip(_ count: Int = 1) { position = min(position + count, text.count) }

  func follows(_ word: StaticString) -> Bool {
    var index = position
    return word.withUTF8Buffer { bytes in
      for byte in bytes {
        guard index < text.count, text[index].value == UInt32(byte) else { return false }
        index += 1
      }
      return true
    }
  }

  // MARK: Repetition

  /// `{2}`, `{2,}`, `{2,5}`; `nil`, with nothing read, where the brace is only a brace.
  mutating func bounds() -> RegularExpression.Bounds? {
    let start = position
    if let bounds = readBounds() { return bounds }
    position = start
    return nil
  }

  private mutating func readBounds() -> RegularExpression.Bounds? {
    skip()
    guard let least = number() else { return nil }
    var most: Int? = least
    if next == "," {
      skip()
      if next == "}" {
        most = nil
      } else {
        guard let number = number() else { return nil }
        most = number
      }
    }
    guard next == "}" else { return nil }
    skip()
    return RegularExpression.Bounds(least: least, most: most, isCounted: true)
  }

  /// A number without leading zeros; large ones stop just over the limit.
  private mutating func number() -> Int? {
    let start = position
    var value = 0
    while let digit = next, digit >= "0", digit <= "9" {
      value = min(value * 10 + Int(digit.value - 48), RegularExpression.Bounds.limit + 1)
      skip()
    }
    guard position > start, position == start + 1 || text[start] != "0" else { return nil }
    return value
  }

  // MARK: Groups

  /// The name of a group and what ends it; names may be given twice.
  mutating func groupName() -> Bool {
    let start = position
    while let scalar = next, ASCIISet.word.contains(scalar.value) { skip() }
    guard position > start, next == ">" else { return false }
    skip()
    return true
  }

  // MARK: Escapes

  /// The scalar for which an escape stands.
  mutating func escapedScalar() -> UInt32? {
    skip()
    guard let scalar = next else { return nil }
    skip()
    switch scalar {
    case "0"..."7":
      // A single digit would be a back-reference.
      if scalar != "0", !isOctal(next) { return nil }
      var value = scalar.value - 48
      for _ in 0..<2 {
        guard let digit = next, isOctal(digit) else { break }
        value = value * 8 + digit.value - 48
        skip()
      }
      return value
    case "x": return hexadecimal()
    case "a": return 7
    case "f": return 12
    case "n": return 10
    case "r": return 13
    case "t": return 9
    case "v": return 11
    case "_": return scalar.value
    default: return scalar.value < 0x80 && !ASCIISet.word.contains(scalar.value) ? scalar.value : nil
    }
  }

  private func isOctal(_ digit: Unicode.Scalar?) -> Bool {
    guard let digit else { return false }
    return digit >= "0" && digit <= "7"
  }

  private mutating func hexadecimal() -> UInt32? {
    let isBraced = next == "{"
    if isBraced { skip() }
    var value: UInt32 = 0
    var digits = 0
    while let digit = next, isBraced ? digit != "}" : digits < 2 {
      guard let number = UInt8(exactly: digit.value)?.hexadecimalValue else { return nil }
      value = value * 16 + UInt32(number)
      guard value <= 0x10_FFFF else { return nil }
      digits = min(digits + 1, 2)
      skip()
    }
    guard isBraced else { return digits == 2 ? value : nil }
    guard next == "}", digits > 0 else { return nil }
    skip()
    return value
  }

  // MARK: Classes

  enum Part {
    case read
    /// Something else is here; nothing is read.
    case absent
    case wrong
  }

  /// `[a-z]`
  mutating func bracketedClass(_ flags: RegularExpression.Parser.Flags) -> ScalarClass? {
    skip()
    var members = ScalarClass()
    let isNegated = next == "^"
    if isNegated { skip() }
    var isFirst = true
    while isFirst || next != "]" {
      isFirst = false
      switch namedClass(into: &members, flags) {
      case .read: continue
      case .wrong: return nil
      case .absent: break
      }
      switch classEscape(into: &members, flags) {
      case .read: continue
      case .wrong: return nil
      case .absent: break
      }
      guard let first = member() else { return nil }
      var last = first
      if next == "-", position + 1 < text.count, text[position + 1] != "]" {
        skip()
        guard let end = member(), end >= first else { return nil }
        last = end
      }
      members.insert(from: first, through: last, foldingCase: flags.foldsCase)
    }
    skip()
    members.complete(isNegated: isNegated)
    return members
  }

  private mutating func member() -> UInt32? {
    guard let scalar = next else { return nil }
    if scalar == "\\" { return escapedScalar() }
    skip()
    return scalar.value
  }

  /// `[:alpha:]`, `[:^alpha:]` within brackets.
  private mutating func namedClass(
    into members: inout ScalarClass, _ flags: RegularExpression.Parser.Flags
  ) -> Part {
    guard mayEndNamedClass, follows("[:") else { return .absent }
    var end = position + 2
    while end + 1 < text.count, text[end] != ":" || text[end + 1] != "]" { end += 1 }
    guard end + 1 < text.count else {
      mayEndNamedClass = false
      return .absent
    }
    skip(2)
    let isNegated = position < end && next == "^"
    if isNegated { skip() }
    guard let set = ASCIISet.named(string(position..<end)) else { return .wrong }
    position = end + 2
    members.insert(set, isNegated: isNegated, foldingCase: flags.foldsCase)
    return .read
  }

  /// `\d`, `\W`, `\pL`, `\P{Greek}`
  mutating func classEscape(into members: inout ScalarClass, _ flags: RegularExpression.Parser.Flags) -> Part {
    guard next == "\\", position + 1 < text.count else { return .absent }
    let letter = text[position + 1]
    let set: ASCIISet
    switch letter {
    case "d", "D": set = .digit
    case "s", "S": set = .space
    case "w", "W": set = .word
    case "p", "P":
      skip(2)
      return unicodeClass(into: &members, isNegated: letter == "P", flags) ? .read : .wrong
    default: return .absent
    }
    skip(2)
    members.insert(set, isNegated: letter.value < 0x61, foldingCase: flags.foldsCase)
    return .read
  }

  private mutating func unicodeClass(
    into members: inout ScalarClass, isNegated: Bool, _ flags: RegularExpression.Parser.Flags
  ) -> Bool {
    guard let first = next else { return false }
    skip()
    var range = (position - 1)..<position
    if first == "{" {
      let start = position
      while let scalar = next, scalar != "}" { skip() }
      guard next == "}" else { return false }
      range = start..<position
      skip()
    }
    var isNegated = isNegated
    if !range.isEmpty, text[range.lowerBound] == "^" {
      isNegated.toggle()
      range = (range.lowerBound + 1)..<range.upperBound
    }
    let name = looseName(range)
    if let categories = GeneralCategories.named(name) {
      members.insert(categories, isNegated: isNegated, foldingCase: flags.foldsCase)
    } else if name == "ascii" {
      members.insert(ASCIISet("\0\u{7F}"), isNegated: isNegated, foldingCase: flags.foldsCase)
    } else if let script = Script(named: name) {
      members.insert(script, isNegated: isNegated, foldingCase: flags.foldsCase)
    } else {
      return false
    }
    return true
  }

  /// Since 1.25 Go looks neither at case nor at what joins the words of a name.
  private func looseName(_ range: Range<Int>) -> String {
    var name = String.UnicodeScalarView()
    for scalar in text[range] where scalar != "_" && scalar != "-" && scalar != " " {
      name.append(scalar >= "A" && scalar <= "Z" ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
    }
    return String(name)
  }

  private func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }
}
