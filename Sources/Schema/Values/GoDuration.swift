/// A span of time as Go's `time.ParseDuration` reads it: `1h30m`, `1.5s`, `-300ms`, `0`.
public struct GoDuration: Sendable, Equatable, Comparable {
  public let nanoseconds: Int64

  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  public init?(_ text: String) {
    guard let duration = text.withBytes({ GoDuration($0) }) else { return nil }
    self = duration
  }

  public init?(_ text: Bytes) {
    var rest = text
    let isNegative = text.isByte(0, "-")
    if isNegative || text.isByte(0, "+") { rest = text.part(from: 1) }
    if rest.hasBytes(of: "0") {
      nanoseconds = 0
      return
    }
    guard !rest.isEmpty else { return nil }
    var total: UInt64 = 0
    while !rest.isEmpty {
      guard let (part, length) = GoDuration.part(of: rest) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow, sum <= 1 << 63 else { return nil }
      total = sum
      rest = rest.part(from: length)
    }
    if isNegative {
      nanoseconds = Int64(truncatingIfNeeded: 0 &- total)
    } else {
      guard let value = Int64(exactly: total) else { return nil }
      nanoseconds = value
    }
  }

  public static func < (left: GoDuration, right: GoDuration) -> Bool { left.nanoseconds < right.nanoseconds }

  /// The first number with its unit, and how many bytes it takes.
  private static func part(of text: Bytes) -> (UInt64, Int)? {
    var index = 0
    var whole: UInt64 = 0
    while index < text.count, text[index].isDigit {
      let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
      guard !overflow, product <= 1 << 63 else { return nil }
      whole = product + UInt64(text[index] - UInt8(ascii: "0"))
      index += 1
    }
    var digits = index
    // What exceeds eighteen digits of fraction is too small to count.
    var (fraction, scale): (UInt64, UInt64) = (0, 1)
    if text.isByte(index, ".") {
      index += 1
      let start = index
      while index < text.count, text[index].isDigit {
        if index - start < 18 {
          fraction = fraction * 10 + UInt64(text[index] - UInt8(ascii: "0"))
          scale *= 10
        }
        index += 1
      }
      digits += index - start
    }
    guard digits > 0 else { return nil }
    let unitStart = index
    while index < text.count, !text[index].isDigit, text[index] != UInt8(ascii: ".") { index += 1 }
    guard let unit = unit(text.part(unitStart, index)) else { return nil }
    let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
    guard !overflow else { return nil }
    let small = UInt64(Double(fraction) * (Double(unit) / Double(scale)))
    let (sum, carry) = product.addingReportingOverflow(small)
    return carry ? nil : (sum, index)
  }

  private static func unit(_ text: Bytes) -> UInt64? {
    if text.hasBytes(of: "ns") { return 1 }
    if text.hasBytes(of: "us") || text.hasBytes(of: "\u{B5}s") || text.hasBytes(of: "\u{3BC}s") { return 1_000 }
    if text.hasBytes(of: "ms") { return 1_000_000 }
    if text.hasBytes(of: "s") { return 1_000_000_000 }
    if text.hasBytes(of: "m") { return 60_000_000_000 }
    if text.hasBytes(of: "h") { return 3_600_000_000_000 }
    return nil
  }
}
