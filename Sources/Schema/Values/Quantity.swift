/// An amount of a resource: an exact decimal number and the family of suffixes it was written with.
///
/// Reads what `k8s.io/apimachinery/pkg/api/resource` reads, which is looser than its published grammar: digits may be
/// missing altogether (`Mi` is 0).
public struct Quantity: Sendable {
  public enum Format: Sendable, Equatable {
    /// `500m`, `2k`, `1`.
    case decimalSI
    /// `64Mi`.
    case binarySI
    /// `12e6`.
    case decimalExponent
  }

  public let isNegative: Bool
  public let format: Format
  /// Decimal digits as numbers, the most significant first, without zeros at either end; empty for zero.
  let digits: [UInt8]
  /// The power of ten of the last digit.
  let exponent: Int64

  init(isNegative: Bool, digits: [UInt8], exponent: Int64, format: Format) {
    var significant = digits[...]
    var exponent = exponent
    while significant.first == 0 { significant = significant.dropFirst() }
    while significant.last == 0 {
      significant = significant.dropLast()
      exponent += 1
    }
    self.digits = Array(significant)
    self.isNegative = isNegative && !significant.isEmpty
    self.exponent = significant.isEmpty ? 0 : exponent
    self.format = format
  }

  /// A whole number.
  public init(_ value: Int64) {
    self.init(
      isNegative: value < 0, digits: Quantity.digits(of: value.magnitude), exponent: 0, format: .decimalSI)
  }

  public init?(_ text: String) {
    guard let quantity = text.withBytes({ Quantity($0) }) else { return nil }
    self = quantity
  }

  /// `nil` where the API server fails to decode the text. Spaces at both ends are ignored; line breaks are not, since
  /// the decoder sees them escaped.
  public init?(_ text: Bytes) {
    guard let parts = QuantityParts(text.withoutSpaces) else { return nil }
    var digits: [UInt8] = []
    digits.reserveCapacity(parts.whole.count + parts.fraction.count)
    for byte in parts.whole { digits.append(byte - UInt8(ascii: "0")) }
    for byte in parts.fraction { digits.append(byte - UInt8(ascii: "0")) }
    for _ in 0..<parts.powerOf1024 { Quantity.multiply(&digits, by: 1024) }
    var exponent = parts.powerOfTen - Int64(parts.fraction.count)

    // More precise than a billionth: rounded away from zero, so that asking for a little never becomes nothing.
    var hasRest = false
    while exponent < -9, !digits.isEmpty {
      hasRest = digits.removeLast() != 0 || hasRest
      exponent += 1
    }
    exponent = max(exponent, -9)
    if hasRest { Quantity.increment(&digits) }

    let exact = Quantity(isNegative: parts.isNegative, digits: digits, exponent: exponent, format: parts.format)
    guard parts.format == .binarySI else {
      self = exact
      return
    }
    let largest = Quantity(Int64.max)
    let magnitude = Quantity(isNegative: false, digits: exact.digits, exponent: exact.exponent, format: .binarySI)
    if magnitude > largest {
      self.init(
        isNegative: parts.isNegative, digits: largest.digits, exponent: largest.exponent, format: .binarySI)
    } else {
      self = exact
    }
  }

  /// Whether a text is a quantity; allocates nothing.
  public static func isValid(_ text: Bytes) -> Bool { QuantityParts(text.withoutSpaces) != nil }

  // MARK: Questions

  public var isZero: Bool { digits.isEmpty }
  /// -1, 0 or 1.
  public var sign: Int { isZero ? 0 : isNegative ? -1 : 1 }

  /// The API server's test for resources that are counted: whole after rounding up to thousandths.
  public var isWhole: Bool {
    guard let milli = scaled(by: 3) else { return exponent >= 0 }
    return milli % 1000 == 0
  }

  /// Rounded away from zero to a whole number; `nil` where it does not fit.
  public var value: Int64? { scaled(by: 0) }
  /// In thousandths, rounded away from zero; `nil` where it does not fit.
  public var milliValue: Int64? { scaled(by: 3) }

  /// The number times a power of ten, rounded away from zero.
  private func scaled(by power: Int64) -> Int64? {
    var magnitude: UInt64 = 0
    var position = exponent + power + Int64(digits.count)
    guard position <= 20 else { return nil }
    var hasRest = false
    for digit in digits {
      if position <= 0 {
        hasRest = true
        break
      }
      guard let next = Quantity.shifted(magnitude, adding: digit) else { return nil }
      magnitude = next
      position -= 1
    }
    if !hasRest, !isZero {
      while position > 0 {
        guard let next = Quantity.shifted(magnitude, adding: 0) else { return nil }
        magnitude = next
        position -= 1
      }
    }
    if hasRest { magnitude += 1 }
    guard magnitude <= UInt64(Int64.max) else { return nil }
    return isNegative ? -Int64(magnitude) : Int64(magnitude)
  }

  private static func shifted(_ magnitude: UInt64, adding digit: UInt8) -> UInt64? {
    let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
    let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
    return overflow || carry || sum == .max ? nil : sum
  }

  // MARK: Digits

  static func digits(of magnitude: UInt64) -> [UInt8] {
    var digits: [UInt8] = []
    var rest = magnitude
    while rest > 0 {
      digits.append(UInt8(rest % 10))
      rest /= 10
    }
    return digits.reversed()
  }

  static func multiply(_ digits: inout [UInt8], by factor: UInt32) {
    var carry: UInt32 = 0
    for index in digits.indices.reversed() {
      let product = UInt32(digits[index]) * factor + carry
      digits[index] = UInt8(product % 10)
      carry = product / 10
    }
    while carry > 0 {
      digits.insert(UInt8(carry % 10), at: 0)
      carry /= 10
    }
  }

  static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }
}

/// Amounts are compared by value, whatever suffix they were written with.
extension Quantity: Comparable {
  public static func == (left: Quantity, right: Quantity) -> Bool {
    left.isNegative == right.isNegative && left.exponent == right.exponent && left.digits == right.digits
  }

  public static func < (left: Quantity, right: Quantity) -> Bool {
    if left.sign != right.sign { return left.sign < right.sign }
    let order = compareMagnitudes(left, right)
    return left.isNegative ? order > 0 : order < 0
  }

  private static func compareMagnitudes(_ left: Quantity, _ right: Quantity) -> Int {
    let leftTop = left.exponent + Int64(left.digits.count)
    let rightTop = right.exponent + Int64(right.digits.count)
    if leftTop != rightTop { return leftTop < rightTop ? -1 : 1 }
    for (one, other) in zip(left.digits, right.digits) where one != other { return one < other ? -1 : 1 }
    return left.digits.count - right.digits.count
  }
}
