/// What a scalar means to the API server's YAML decoder.
///
/// The decoder is go-yaml v2 behind sigs.k8s.io/yaml: YAML 1.1 booleans and octals, no base-60 numbers, and
/// timestamps stay text.
public enum ScalarType: UInt8, Sendable {
  case null, bool, integer, float, string
}

/// A scalar's value after resolution.
public enum Scalar: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// Also integers that fit no `Int64`.
  case float(Double)
  case string(String)
}

/// Resolution of plain scalars.
enum ScalarResolution {
  static func type(of text: UnsafeBufferPointer<UInt8>) -> ScalarType {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"): return text.count == 1 ? .null : .string
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"):
      return word(text)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number(text)
    default: return .string
    }
  }

  static func bool(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "t"), UInt8(ascii: "T"): true
    case UInt8(ascii: "o"), UInt8(ascii: "O"): text.count == 2
    default: false
    }
  }

  private static func word(_ text: UnsafeBufferPointer<UInt8>) -> ScalarType {
    switch text.count {
    case 1:
      let byte = text[0] | 0x20
      return byte == UInt8(ascii: "y") || byte == UInt8(ascii: "n") ? .bool : .string
    case 2: return isWord(text, "no") || isWord(text, "on") ? .bool : .string
    case 3: return isWord(text, "yes") || isWord(text, "off") ? .bool : .string
    case 4: return isWord(text, "true") ? .bool : isWord(text, "null") ? .null : .string
    case 5: return isWord(text, "false") ? .bool : .string
    default: return .string
    }
  }

  /// Whether the text is the word in lower case, capitalised or in upper case.
  private static func isWord(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    let pattern = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard text.count == pattern.count else { return false }
    let upperTail = text.count > 1 && text[1] & 0x20 == 0
    for index in text.indices {
      let isUpper = text[index] & 0x20 == 0
      guard text[index] | 0x20 == pattern[index] else { return false }
      if index > 0, isUpper != upperTail { return false }
      if index == 0, !isUpper, upperTail { return false }
    }
    return true
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> ScalarType {
    if integer(text) != nil { return .integer }
    // Digits that no 64 bits hold, and octal look-alikes such as 08, are floats to the decoder.
    if isSpecialFloat(text) { return .float }
    // Beyond what a float holds, it is no number at all.
    return isFloat(text) && float(text).isFinite ? .float : .string
  }

  private static func isSpecialFloat(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = UnsafeBufferPointer(rebasing: text[...])
    let isSigned = rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-")
    if isSigned { rest = UnsafeBufferPointer(rebasing: rest.dropFirst()) }
    guard rest.count == 4, rest[0] == UInt8(ascii: ".") else { return false }
    let word = UnsafeBufferPointer(rebasing: rest.dropFirst())
    if isWord(word, "inf") { return true }
    return !isSigned
      && (isWord(word, "nan")
        || (word[0], word[1], word[2]) == (UInt8(ascii: "N"), UInt8(ascii: "a"), UInt8(ascii: "N")))
  }

  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, underscores left out.
  private static func isFloat(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    func skipDigits() -> Int {
      let start = index
      while index < text.count, isDigit(text[index]) || (text[index] == UInt8(ascii: "_") && index > start) {
        index += 1
      }
      return index - start
    }
    if text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-") { index = 1 }
    let whole = skipDigits()
    var fraction = 0
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      fraction = skipDigits()
    }
    guard whole > 0 || fraction > 0 else { return false }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
      guard skipDigits() > 0 else { return false }
    }
    return index == text.count
  }

  /// The value of decimal, `0x`, `0o`, `0b` and leading-zero octal integers; underscores are left out.
  static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    var index = 0
    var isNegative = false
    if let first = text.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      isNegative = first == UInt8(ascii: "-")
      index = 1
      while index < text.count, text[index] == UInt8(ascii: "_") { index += 1 }
    }
    guard index < text.count, isDigit(text[index]) else { return nil }
    var radix: UInt64 = 10
    if text[index] == UInt8(ascii: "0"), index + 1 < text.count {
      switch text[index + 1] | 0x20 {
      case UInt8(ascii: "x"): (radix, index) = (16, index + 2)
      case UInt8(ascii: "o"): (radix, index) = (8, index + 2)
      case UInt8(ascii: "b"): (radix, index) = (2, index + 2)
      default: (radix, index) = (8, index + 1)
      }
      guard index < text.count else { return nil }
    }
    var magnitude: UInt64 = 0
    var digits = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: "_") { continue }
      let digit: UInt64
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt64(byte - UInt8(ascii: "a")) + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = UInt64(byte - UInt8(ascii: "A")) + 10
      default: return nil
      }
      guard digit < radix else { return nil }
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      magnitude = sum
      digits += 1
    }
    guard digits > 0 else { return nil }
    if isNegative { return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
    return Int64(exactly: magnitude)
  }

  /// The value of a scalar whose type is `.float`.
  static func float(_ text: UnsafeBufferPointer<UInt8>) -> Double {
    if isSpecialFloat(text) {
      let isInfinity = text[text.count - 1] | 0x20 == UInt8(ascii: "f")
      return isInfinity ? (text[0] == UInt8(ascii: "-") ? -.infinity : .infinity) : .nan
    }
    var digits = String(decoding: text, as: UTF8.self).filter { $0 != "_" }
    if digits.utf8.first == UInt8(ascii: "+") { digits.removeFirst() }
    if digits.utf8.first == UInt8(ascii: ".") { digits = "0" + digits }
    if digits.hasPrefix("-.") { digits = "-0" + digits.dropFirst() }
    return Double(digits) ?? .nan
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
