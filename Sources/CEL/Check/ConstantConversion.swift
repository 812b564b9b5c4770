import Schema

/// Conversions of what is constant, which the API server tries when it plans an expression.
enum ConstantConversion {
  enum Outcome {
    case value(Literal)
    /// It succeeds, or it is not known; either way nothing is refused.
    case unknown
    case fails
  }

  static func convert(_ value: Literal, by function: String) -> Outcome {
    switch function {
    case "int": toInt(value)
    case "uint": toUInt(value)
    case "double": toDouble(value)
    case "bool": toBool(value)
    case "string": toString(value)
    case "bytes": toBytes(value)
    case "duration": toDuration(value)
    case "timestamp": toTimestamp(value)
    default: .unknown
    }
  }

  private static func outcome(_ value: Literal?) -> Outcome { value.map { .value($0) } ?? .fails }

  private static func toInt(_ value: Literal) -> Outcome {
    switch value {
    case .int: .value(value)
    case .uint(let number): outcome(Int64(exactly: number).map { .int($0) })
    case .double(let number):
      // The bounds themselves are refused, as cel-go does.
      number > -0x1p63 && number < 0x1p63 ? .value(.int(Int64(number))) : .fails
    case .string(let text): outcome(integer(text).map { .int($0) })
    default: .unknown
    }
  }

  /// What Go's `ParseInt` reads in base 10.
  private static func integer(_ text: String) -> Int64? {
    guard let first = text.utf8.first, first.isDigit || (text.utf8.count > 1 && "+-".utf8.contains(first)) else {
      return nil
    }
    guard text.utf8.dropFirst().allSatisfy({ $0.isDigit }) else { return nil }
    return Int64(text)
  }

  private static func toUInt(_ value: Literal) -> Outcome {
    switch value {
    case .uint: .value(value)
    case .int(let number): outcome(UInt64(exactly: number).map { .uint($0) })
    case .double(let number): number >= 0 && number < 0x1p64 ? .value(.uint(UInt64(number))) : .fails
    case .string(let text):
      text.utf8.allSatisfy({ $0.isDigit }) ? outcome(UInt64(text).map { .uint($0) }) : .fails
    default: .unknown
    }
  }

  private static func toDouble(_ value: Literal) -> Outcome {
    switch value {
    case .double: return .value(value)
    case .int(let number): return .value(.double(Double(number)))
    case .uint(let number): return .value(.double(Double(number)))
    case .string(let text):
      let isPlain = text.utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
      if isPlain {
        guard let number = Double(text), number.isFinite else { return .fails }
        return .value(.double(number))
      }
      // Infinity, what is no number, and hexadecimal forms are read by Go too.
      let isOther = text.utf8.contains { "iInNxX".utf8.contains($0) }
      return isOther ? .unknown : .fails
    default: return .unknown
    }
  }

  private static func toBool(_ value: Literal) -> Outcome {
    guard case .string(let text) = value else { return .unknown }
    if ["1", "t", "T", "TRUE", "true", "True"].contains(text) { return .value(.bool(true)) }
    if ["0", "f", "F", "FALSE", "false", "False"].contains(text) { return .value(.bool(false)) }
    return .fails
  }

  private static func toString(_ value: Literal) -> Outcome {
    switch value {
    case .string: return .value(value)
    case .bool(let flag): return .value(.string(flag ? "true" : "false"))
    case .int(let number): return .value(.string("\(number)"))
    case .uint(let number): return .value(.string("\(number)"))
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else { return .fails }
      return .value(.string(text))
    default: return .unknown
    }
  }

  private static func toBytes(_ value: Literal) -> Outcome {
    guard case .string(let text) = value else { return .unknown }
    return .value(.bytes(Array(text.utf8)))
  }

  private static func toDuration(_ value: Literal) -> Outcome {
    guard case .string(let text) = value else { return .unknown }
    return GoDuration(text) == nil ? .fails : .unknown
  }

  /// Moments lie between the years 1 and 9999.
  private static func toTimestamp(_ value: Literal) -> Outcome {
    let seconds: Int64? =
      switch value {
      case .string(let text): Timestamp(text)?.seconds
      case .int(let number): number
      default: 0
      }
    guard let seconds, seconds >= -62_135_596_800, seconds <= 253_402_300_799 else { return .fails }
    return .unknown
  }
}

extension Literal {
  /// The value as a reader knows it.
  var written: String {
    switch self {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return "\(number)"
    case .uint(let number): return "\(number)u"
    case .double(let number): return "\(number)"
    case .string(let text): return text
    case .bytes: return "bytes"
    }
  }
}
