/// The normal form: the largest suffix of the family that leaves no fraction.
extension Quantity: CustomStringConvertible {
  public var description: String {
    guard !isZero else { return "0" }
    let kibi = Quantity(1024)
    let magnitude = Quantity(isNegative: false, digits: digits, exponent: exponent, format: format)
    if format == .binarySI, magnitude >= kibi, let whole = magnitude.value {
      return (isNegative ? "-" : "") + Quantity.binaryText(whole)
    }
    return decimalText(asExponent: format == .decimalExponent)
  }

  private static func binaryText(_ whole: Int64) -> String {
    var rest = whole
    var power = 0
    while rest != 0, rest % 1024 == 0, power < 6 {
      rest /= 1024
      power += 1
    }
    return "\(rest)" + binarySuffixes[power]
  }

  private func decimalText(asExponent: Bool) -> String {
    var power = exponent
    var zeros = 0
    while power % 3 != 0 {
      power -= 1
      zeros += 1
    }
    var text = isNegative ? "-" : ""
    for digit in digits { text.unicodeScalars.append(Unicode.Scalar(digit + UInt8(ascii: "0"))) }
    text += String(repeating: "0", count: zeros)
    if power == 0 { return text }
    let index = Int(max(-10, min(power / 3, 10))) + 3
    if !asExponent, index >= 0, index < Quantity.decimalSuffixes.count {
      return text + Quantity.decimalSuffixes[index]
    }
    return text + "e\(power)"
  }

  private static let binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
  /// From 10⁻⁹ in steps of 10³.
  private static let decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]
}
