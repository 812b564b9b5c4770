public import YAML

/// A value that is a number or a text: a port or its name, a count or a percentage.
public enum IntOrString: Sendable, Equatable {
  case int(Int32)
  case string(String)

  /// `nil` for null and for what the API server fails to decode: a fraction, a boolean, a number beyond 32 bits.
  public init?(_ node: Node) {
    if let text = node.string {
      self = .string(text)
    } else if let number = node.integer, let small = Int32(exactly: number) {
      self = .int(small)
    } else {
      return nil
    }
  }

  /// The percentage, where the text is one.
  public var percentage: Percentage? {
    guard case .string(let text) = self else { return nil }
    return Percentage(text)
  }

  /// The number, or that share of a total, rounded as asked; `nil` for a text that is no percentage.
  public func scaled(total: Int64, roundingUp: Bool) -> Int64? {
    switch self {
    case .int(let value): return Int64(value)
    case .string: return percentage?.of(total, roundingUp: roundingUp)
    }
  }
}

extension IntOrString: CustomStringConvertible {
  public var description: String {
    switch self {
    case .int(let value): "\(value)"
    case .string(let text): text
    }
  }
}

/// `[0-9]+%`; above 100 is a matter of the field.
public struct Percentage: Sendable, Equatable {
  public let value: Int64

  public init?(_ text: String) {
    guard let percentage = text.withBytes({ Percentage($0) }) else { return nil }
    self = percentage
  }

  public init?(_ text: Bytes) {
    guard text.count >= 2, text.isByte(text.count - 1, "%") else { return nil }
    var value: Int64 = 0
    for byte in text.part(0, text.count - 1) {
      guard byte.isDigit, value < 1_000_000_000_000 else { return nil }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    self.value = value
  }

  /// The share of a total, rounded up or down; saturates.
  public func of(_ total: Int64, roundingUp: Bool) -> Int64 {
    let (product, overflow) = total.multipliedReportingOverflow(by: value)
    if overflow { return total < 0 ? .min : .max }
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: 100)
    return roundingUp && rest > 0 ? quotient + 1 : quotient
  }
}
