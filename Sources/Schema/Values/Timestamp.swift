/// A moment as RFC 3339 writes it.
public struct Timestamp: Sendable, Equatable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  public let nanoseconds: Int32

  /// What `metav1.Time` reads: upper-case `T`, `Z` or a numeric offset, fractions of any length.
  public init?(_ text: Bytes) { self.init(text, fractionDigits: nil) }

  public init?(_ text: String) {
    guard let stamp = text.withBytes({ Timestamp($0) }) else { return nil }
    self = stamp
  }

  /// What `metav1.MicroTime` reads: the same with exactly six digits of fraction.
  public init?(micro text: Bytes) { self.init(text, fractionDigits: 6) }

  public init?(micro text: String) {
    guard let stamp = text.withBytes({ Timestamp(micro: $0) }) else { return nil }
    self = stamp
  }

  private init?(_ text: Bytes, fractionDigits: Int?) {
    var reader = Reader(text: text)
    guard let year = reader.number(digits: 4), reader.skip("-"), let month = reader.number(digits: 2),
      reader.skip("-"), let day = reader.number(digits: 2), reader.skip("T"), let hour = reader.hour(),
      reader.skip(":"), let minute = reader.number(digits: 2), reader.skip(":"),
      let second = reader.number(digits: 2), let fraction = reader.fraction(), let offset = reader.offset(),
      reader.isAtEnd
    else { return nil }
    guard (1...12).contains(month), day >= 1, day <= Timestamp.days(inMonth: month, year: year), hour < 24,
      minute < 60, second < 60, fractionDigits == nil || fractionDigits == fraction.digits
    else { return nil }
    let days = Timestamp.daysSince1970(year: year, month: month, day: day)
    seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset)
    nanoseconds = fraction.nanoseconds
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days in the Gregorian calendar; the year is taken to begin in March, so that leap days come last.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = (month + 9) % 12
    let marchYear = shifted >= 10 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * shifted + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private struct Reader {
    let text: Bytes
    var index = 0

    var isAtEnd: Bool { index == text.count }

    mutating func skip(_ byte: Unicode.Scalar) -> Bool {
      guard text.isByte(index, byte) else { return false }
      index += 1
      return true
    }

    mutating func number(digits: Int) -> Int? {
      guard index + digits <= text.count else { return nil }
      var value = 0
      for byte in text.part(index, index + digits) {
        guard byte.isDigit else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      index += digits
      return value
    }

    /// The server's parser takes an hour of one digit, too.
    mutating func hour() -> Int? { text.isByte(index + 1, ":") ? number(digits: 1) : number(digits: 2) }

    mutating func fraction() -> (nanoseconds: Int32, digits: Int)? {
      guard text.isByte(index, ".") || text.isByte(index, ",") else { return (0, 0) }
      index += 1
      var (value, digits): (Int32, Int) = (0, 0)
      while index < text.count, text[index].isDigit {
        if digits < 9 { value = value * 10 + Int32(text[index] - UInt8(ascii: "0")) }
        digits += 1
        index += 1
      }
      guard digits > 0 else { return nil }
      for _ in min(digits, 9)..<9 { value *= 10 }
      return (value, digits)
    }

    /// Seconds east of Greenwich.
    mutating func offset() -> Int? {
      if skip("Z") { return 0 }
      let isWest = text.isByte(index, "-")
      guard isWest || text.isByte(index, "+") else { return nil }
      index += 1
      guard let hours = number(digits: 2), skip(":"), let minutes = number(digits: 2), hours <= 24, minutes <= 60
      else { return nil }
      return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
  }
}
