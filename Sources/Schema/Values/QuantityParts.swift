/// A quantity's text taken apart.
struct QuantityParts {
  var isNegative = false
  /// Digits before and after the point, as text.
  var whole: Bytes
  var fraction: Bytes
  var format: Quantity.Format = .decimalSI
  var powerOfTen: Int64 = 0
  var powerOf1024 = 0

  init?(_ text: Bytes) {
    guard !text.isEmpty else { return nil }
    var index = 0
    if text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
      isNegative = text[0] == UInt8(ascii: "-")
      index = 1
    }
    let wholeStart = index
    while index < text.count, text[index].isDigit { index += 1 }
    whole = text.part(wholeStart, index)
    fraction = text.part(index, index)
    if text.isByte(index, ".") {
      let start = index + 1
      index = start
      while index < text.count, text[index].isDigit { index += 1 }
      fraction = text.part(start, index)
    }
    guard readSuffix(text.part(from: index)) else { return nil }
  }

  private mutating func readSuffix(_ suffix: Bytes) -> Bool {
    guard let first = suffix.first else { return true }
    if suffix.count == 1 {
      switch first {
      case UInt8(ascii: "n"): powerOfTen = -9
      case UInt8(ascii: "u"): powerOfTen = -6
      case UInt8(ascii: "m"): powerOfTen = -3
      case UInt8(ascii: "k"): powerOfTen = 3
      case UInt8(ascii: "M"): powerOfTen = 6
      case UInt8(ascii: "G"): powerOfTen = 9
      case UInt8(ascii: "T"): powerOfTen = 12
      case UInt8(ascii: "P"): powerOfTen = 15
      case UInt8(ascii: "E"): powerOfTen = 18
      default: return false
      }
      return true
    }
    if suffix.count == 2, suffix[1] == UInt8(ascii: "i") {
      switch first {
      case UInt8(ascii: "K"): powerOf1024 = 1
      case UInt8(ascii: "M"): powerOf1024 = 2
      case UInt8(ascii: "G"): powerOf1024 = 3
      case UInt8(ascii: "T"): powerOf1024 = 4
      case UInt8(ascii: "P"): powerOf1024 = 5
      case UInt8(ascii: "E"): powerOf1024 = 6
      default: return false
      }
      format = .binarySI
      return true
    }
    guard first == UInt8(ascii: "e") || first == UInt8(ascii: "E") else { return false }
    return readExponent(suffix.part(from: 1))
  }

  private mutating func readExponent(_ text: Bytes) -> Bool {
    var digits = text
    let isBelowOne = text.isByte(0, "-")
    if isBelowOne || text.isByte(0, "+") { digits = text.part(from: 1) }
    guard !digits.isEmpty else { return false }
    var value: Int64 = 0
    for byte in digits {
      guard byte.isDigit else { return false }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      guard !overflow, !carry else { return false }
      value = sum
    }
    // The server keeps the exponent in 32 bits and drops the rest.
    powerOfTen = Int64(Int32(truncatingIfNeeded: isBelowOne ? -value : value))
    format = .decimalExponent
    return true
  }
}
