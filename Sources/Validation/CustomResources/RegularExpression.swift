/// The syntax of RE2, as Go's `regexp` reads it: whether a pattern is one. It matches nothing.
struct RegularExpression {
  static func isValid(_ pattern: String) -> Bool {
    var parser = RegularExpression(pattern)
    return parser.parse()
  }

  private let text: [Unicode.Scalar]
  private var position = 0
  private var groups: [Group] = [Group()]
  private var names: [String] = []
  /// Whether there may be a `:]` still to come.
  private var mayEndNamedClass = true

  /// The alternatives of a group as far as they are read.
  private struct Group {
    /// How often the last operand is repeated at most; 0 where there is none to repeat.
    var last = 0
    /// The most of all operands.
    var most = 1
    var isRepeated = false
  }

  /// Repetitions within repetitions may not come to more than this.
  private static let limit = 1000

  private init(_ pattern: String) {
    text = Array(pattern.unicodeScalars)
  }

  private var next: Unicode.Scalar? { position < text.count ? text[position] : nil }

  private func follows(_ word: StaticString) -> Bool {
    var index = position
    return word.withUTF8Buffer { bytes in
      for byte in bytes {
        guard index < text.count, text[index].value == UInt32(byte) else { return false }
        index += 1
      }
      return true
    }
  }

  private mutating func parse() -> Bool {
    while let scalar = next {
      switch scalar {
      case "(": guard open() else { return false }
      case ")": guard close() else { return false }
      case "|":
        position += 1
        endAlternative()
      case "*", "+", "?":
        position += 1
        guard repeatLast(1) else { return false }
      case "{":
        guard let most = bounds() else {
          position += 1
          addOperand()
          continue
        }
        guard most <= RegularExpression.limit, repeatLast(most) else { return false }
      case "[": guard characterClass() else { return false }
      case "\\": guard escape() else { return false }
      default:
        position += 1
        addOperand()
      }
    }
    return groups.count == 1
  }

  // MARK: Operands

  private mutating func addOperand(_ repetitions: Int = 1) {
    let index = groups.count - 1
    groups[index].last = repetitions
    groups[index].most = max(groups[index].most, repetitions)
    groups[index].isRepeated = false
  }

  private mutating func endAlternative() {
    let index = groups.count - 1
    groups[index].last = 0
    groups[index].isRepeated = false
  }

  private mutating func repeatLast(_ most: Int) -> Bool {
    if next == "?" { position += 1 }
    let index = groups.count - 1
    guard groups[index].last > 0, !groups[index].isRepeated else { return false }
    let product = groups[index].last * max(1, most)
    guard most < 2 || product <= RegularExpression.limit else { return false }
    addOperand(min(product, RegularExpression.limit))
    groups[index].isRepeated = true
    return true
  }

  /// `{2}`, `{2,}`, `{2,5}`: the largest number, one over the limit where the bounds are wrong; `nil` where the brace
  /// is only a brace.
  private mutating func bounds() -> Int? {
    let start = position
    position += 1
    guard let least = number() else { return restore(start) }
    var most = least
    if next == "," {
      position += 1
      if next == "}" {
        most = least
      } else {
        guard let number = number() else { return restore(start) }
        most = number
        if most < least { most = RegularExpression.limit + 1 }
      }
    }
    guard next == "}" else { return restore(start) }
    position += 1
    return most
  }

  private mutating func restore(_ start: Int) -> Int? {
    position = start
    return nil
  }

  /// A number without leading zeros; large ones stop just over the limit.
  private mutating func number() -> Int? {
    let start = position
    var value = 0
    while let digit = next, digit >= "0", digit <= "9" {
      value = min(value * 10 + Int(digit.value - 48), RegularExpression.limit + 1)
      position += 1
    }
    guard position > start, position == start + 1 || text[start] != "0" else { return nil }
    return value
  }

  // MARK: Groups

  private mutating func open() -> Bool {
    position += 1
    guard next == "?" else { return begin() }
    if follows("?P<") || follows("?<") {
      position += follows("?P<") ? 3 : 2
      var name = ""
      while let scalar = next, scalar != ">" {
        guard isWord(scalar) else { return false }
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard next == ">", !name.isEmpty, !names.contains(name) else { return false }
      position += 1
      names.append(name)
      return begin()
    }
    return flags()
  }

  private mutating func begin() -> Bool {
    groups.append(Group())
    return groups.count <= RegularExpression.limit
  }

  /// `(?i)`, `(?i-s:`
  private mutating func flags() -> Bool {
    position += 1
    var isNegative = false
    var isSet = false
    while let scalar = next {
      position += 1
      switch scalar {
      case "i", "m", "s", "U": isSet = true
      case "-":
        guard !isNegative else { return false }
        isNegative = true
        isSet = false
      case ":", ")":
        guard !isNegative || isSet else { return false }
        return scalar == ")" || begin()
      default: return false
      }
    }
    return false
  }

  private mutating func close() -> Bool {
    guard groups.count > 1, let group = groups.popLast() else { return false }
    position += 1
    addOperand(group.most)
    return true
  }

  // MARK: Escapes and classes

  private mutating func escape() -> Bool {
    position += 1
    guard let scalar = next else { return false }
    if scalar == "Q" {
      position += 1
      while position < text.count, !follows("\\E") {
        position += 1
        addOperand()
      }
      if position < text.count { position += 2 }
      return true
    }
    if scalar == "A" || scalar == "z" || scalar == "b" || scalar == "B" || isClassLetter(scalar) {
      position += 1
    } else if scalar == "p" || scalar == "P" {
      guard unicodeClass() else { return false }
    } else {
      guard escapedScalar() != nil else { return false }
    }
    addOperand()
    return true
  }

  /// The scalar for which the rest of an escape stands.
  private mutating func escapedScalar() -> UInt32? {
    guard let scalar = next else { return nil }
    position += 1
    switch scalar {
    case "0"..."7":
      // A single digit would be a back-reference.
      if scalar != "0" { guard let digit = next, digit >= "0", digit <= "7" else { return nil } }
      var value = scalar.value - 48
      for _ in 0..<2 {
        guard let digit = next, digit >= "0", digit <= "7" else { break }
        value = value * 8 + digit.value - 48
        position += 1
      }
      return value
    case "x": return hexadecimal()
    case "a": return 7
    case "f": return 12
    case "n": return 10
    case "r": return 13
    case "t": return 9
    case "v": return 11
    default: return scalar.value < 0x80 && !(isWord(scalar) && scalar != "_") ? scalar.value : nil
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    let isBraced = next == "{"
    if isBraced { position += 1 }
    var value: UInt32 = 0
    var digits = 0
    while let digit = next, isBraced || digits < 2 {
      if isBraced, digit == "}" { break }
      guard let number = hexadecimalValue(digit) else { return nil }
      value = value * 16 + number
      guard value <= 0x10FFFF else { return nil }
      digits += 1
      position += 1
    }
    guard isBraced else { return digits == 2 ? value : nil }
    guard next == "}", digits > 0 else { return nil }
    position += 1
    return value
  }

  private func hexadecimalValue(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "0"..."9": scalar.value - 48
    case "a"..."f": scalar.value - 87
    case "A"..."F": scalar.value - 55
    default: nil
    }
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z") || (scalar >= "0" && scalar <= "9")
      || scalar == "_"
  }

  private func isClassLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "d" || scalar == "D" || scalar == "s" || scalar == "S" || scalar == "w" || scalar == "W"
  }

  /// `\pL`, `\p{Greek}`, `\P{^Lu}`. Names of scripts, all longer than two letters, are taken as they are.
  private mutating func unicodeClass() -> Bool {
    position += 1
    guard let first = next else { return false }
    position += 1
    var name = ""
    if first == "{" {
      while let scalar = next, scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard next == "}" else { return false }
      position += 1
      if name.hasPrefix("^") { name = String(name.dropFirst()) }
    } else {
      name.unicodeScalars.append(first)
    }
    switch name.utf8.count {
    case 0: return false
    case 1: return "CLMNPSZ".utf8.contains(name.utf8.first ?? 0)
    case 2:
      let categories: [StaticString] = [
        "Cc", "Cf", "Cn", "Co", "Cs", "LC", "Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "No", "Pc",
        "Pd",
        "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Yi", "Zl", "Zp", "Zs",
      ]
      return categories.contains { "\($0)" == name }
    default:
      return name.unicodeScalars.allSatisfy { isWord($0) } && name.unicodeScalars.first.map { $0 <= "Z" } ?? false
    }
  }

  private mutating func characterClass() -> Bool {
    position += 1
    if next == "^" { position += 1 }
    var isFirst = true
    while isFirst || next != "]" {
      guard let scalar = next else { return false }
      isFirst = false
      if follows("[:"), let end = endOfNamedClass() {
        guard isNamedClass(String(String.UnicodeScalarView(text[position..<end]))) else { return false }
        position = end
        continue
      }
      if scalar == "\\", position + 1 < text.count {
        let letter = text[position + 1]
        if letter == "p" || letter == "P" {
          position += 1
          guard unicodeClass() else { return false }
          continue
        }
        if isClassLetter(letter) {
          position += 2
          continue
        }
      }
      guard let low = classScalar() else { return false }
      if next == "-", position + 1 < text.count, text[position + 1] != "]" {
        position += 1
        guard let high = classScalar(), high >= low else { return false }
      }
    }
    position += 1
    addOperand()
    return true
  }

  private mutating func classScalar() -> UInt32? {
    guard let scalar = next else { return nil }
    position += 1
    return scalar == "\\" ? escapedScalar() : scalar.value
  }

  /// The place after `:]`.
  private mutating func endOfNamedClass() -> Int? {
    guard mayEndNamedClass else { return nil }
    var index = position + 2
    while index + 1 < text.count {
      if text[index] == ":", text[index + 1] == "]" { return index + 2 }
      index += 1
    }
    mayEndNamedClass = false
    return nil
  }

  private func isNamedClass(_ name: String) -> Bool {
    let names: [StaticString] = [
      "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper",
      "word",
      "xdigit",
    ]
    return names.contains { name == "[:\($0):]" || name == "[:^\($0):]" }
  }
}
