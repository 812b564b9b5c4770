/// What the token of a literal stands for.
struct LiteralReader {
  let bytes: [UInt8]

  func literal(_ token: Token, isNegative: Bool = false) throws(CompileError) -> Literal {
    let text = bytes[Int(token.start)..<Int(token.end)]
    let value: Literal? =
      switch token.kind {
      case .null: .null
      case .true: .bool(true)
      case .false: .bool(false)
      case .integer: integer(text, isNegative: isNegative)
      case .unsigned: magnitude(text.dropLast()).map { .uint($0) }
      case .double: double(text, isNegative: isNegative)
      case .string: self.text(text, isBytes: false).map { .string(String(decoding: $0, as: UTF8.self)) }
      case .bytes: self.text(text.dropFirst(), isBytes: true).map { .bytes($0) }
      default: nil
      }
    guard let value else {
      throw CompileError(.badLiteral(String(decoding: text, as: UTF8.self)), at: token.start)
    }
    return value
  }

  // MARK: Numbers

  private func integer(_ text: ArraySlice<UInt8>, isNegative: Bool) -> Literal? {
    guard let magnitude = magnitude(text) else { return nil }
    if isNegative {
      return magnitude <= 1 << 63 ? .int(Int64(truncatingIfNeeded: 0 &- magnitude)) : nil
    }
    return Int64(exactly: magnitude).map { .int($0) }
  }

  private func magnitude(_ text: ArraySlice<UInt8>) -> UInt64? {
    let isHexadecimal = text.dropFirst().first == UInt8(ascii: "x")
    var value: UInt64 = 0
    for byte in isHexadecimal ? text.dropFirst(2) : text {
      guard let digit = byte.hexadecimalValue else { return nil }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: isHexadecimal ? 16 : 10)
      let (sum, isStillTooLarge) = product.addingReportingOverflow(UInt64(digit))
      if isTooLarge || isStillTooLarge { return nil }
      value = sum
    }
    return value
  }

  private func double(_ text: ArraySlice<UInt8>, isNegative: Bool) -> Literal? {
    var digits = String(decoding: text, as: UTF8.self)
    if text.first == UInt8(ascii: ".") { digits = "0" + digits }
    guard let value = Double(digits), value.isFinite else { return nil }
    return .double(isNegative ? -value : value)
  }

  // MARK: Texts

  /// The bytes of a text without its quotes and escapes; every line break in it is a line feed.
  private func text(_ token: ArraySlice<UInt8>, isBytes: Bool) -> [UInt8]? {
    var token = token
    let isRaw = token.first.map { $0 | 0x20 == UInt8(ascii: "r") } ?? false
    if isRaw { token = token.dropFirst() }
    let isLong = token.count >= 6 && token.first == token.dropFirst().first && token.first == token.dropFirst(2).first
    let content = Array(token.dropFirst(isLong ? 3 : 1).dropLast(isLong ? 3 : 1))
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = 0
    while index < content.count {
      let byte = content[index]
      if byte == 0x0D {
        result.append(0x0A)
        index += index + 1 < content.count && content[index + 1] == 0x0A ? 2 : 1
      } else if byte == UInt8(ascii: "\\"), !isRaw {
        guard appendEscape(content, &index, isBytes, to: &result) else { return nil }
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  private func appendEscape(
    _ content: [UInt8], _ index: inout Int, _ isBytes: Bool, to result: inout [UInt8]
  ) -> Bool {
    guard index + 1 < content.count else { return false }
    let letter = content[index + 1]
    var digits: Range<Int>?
    var base: UInt32 = 16
    switch letter {
    case UInt8(ascii: "a"): result.append(0x07)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "v"): result.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "?"):
      result.append(letter)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): digits = index + 2..<index + 4
    case UInt8(ascii: "u") where !isBytes: digits = index + 2..<index + 6
    case UInt8(ascii: "U") where !isBytes: digits = index + 2..<index + 10
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      digits = index + 1..<index + 4
      base = 8
    default: return false
    }
    guard let digits else {
      index += 2
      return true
    }
    guard digits.upperBound <= content.count else { return false }
    var value: UInt32 = 0
    for digit in content[digits] {
      guard let number = digit.hexadecimalValue, number < base else { return false }
      value = value &* base &+ number
    }
    index = digits.upperBound
    if isBytes {
      result.append(UInt8(truncatingIfNeeded: value))
      return true
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    result.append(contentsOf: Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter))
    return true
  }
}
