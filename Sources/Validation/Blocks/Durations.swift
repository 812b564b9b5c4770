import Findings
import Schema

extension Field {
  /// A span of time as Go writes it.
  var duration: GoDuration? { text.flatMap { GoDuration($0) } }
}

/// Statements about durations and pairs of bounds in configuration files.
extension Report {
  /// A duration lies between two, both included, or is zero where that means "off".
  @inline(never)
  mutating func expectDuration(_ field: Field, from low: String, to high: String? = nil, orZero: Bool = false) {
    guard let value = field.duration, let lowest = GoDuration(low) else { return }
    if orZero, value.nanoseconds == 0 { return }
    let highest = high.flatMap { GoDuration($0) } ?? GoDuration(nanoseconds: .max)
    if value < lowest || value > highest { refuse(field, .range(field, low, high), as: .duration) }
  }

  /// A duration is longer than nothing.
  @inline(never)
  mutating func expectPositiveDuration(_ field: Field) {
    guard let value = field.duration, value.nanoseconds <= 0 else { return }
    refuse(field, .positive(field), as: .duration)
  }

  /// A duration is shorter than another, or equal to it where that is allowed. Each has a default.
  @inline(never)
  mutating func expectOrder(
    _ small: Field, default smallDefault: String, below large: Field, default largeDefault: String,
    orEqual: Bool = false
  ) {
    guard small.isGiven || large.isGiven, let low = small.duration ?? GoDuration(smallDefault),
      let high = large.duration ?? GoDuration(largeDefault)
    else { return }
    guard low > high || (low == high && !orEqual) else { return }
    let written = (small.isGiven ? small.written : smallDefault, large.isGiven ? large.written : largeDefault)
    refuseOrder(small, large, written.0, written.1, orEqual: orEqual)
  }

  /// The same of numbers.
  @inline(never)
  mutating func expectOrder(
    _ small: Field, default smallDefault: Int64, below large: Field, default largeDefault: Int64, orEqual: Bool = false
  ) {
    guard small.isGiven || large.isGiven else { return }
    let (low, high) = (small.integer ?? smallDefault, large.integer ?? largeDefault)
    guard low > high || (low == high && !orEqual) else { return }
    refuseOrder(small, large, "\(low)", "\(high)", orEqual: orEqual)
  }

  private mutating func refuseOrder(_ small: Field, _ large: Field, _ low: String, _ high: String, orEqual: Bool) {
    let field = small.isGiven ? small : large
    refuse(field, .order(small, large, low, high, orEqual: orEqual), as: .thresholdOrder)
  }
}

extension Message {
  fileprivate static func range(_ field: Field, _ low: String, _ high: String?) -> Message {
    if let high {
      return Message(
        en: "\(field.name) '\(field.written)' is out of range: use \(low) to \(high)",
        ko: "\(field.name) '\(field.written)'은(는) 범위를 벗어났습니다: \(low)부터 \(high)까지 쓰십시오")
    }
    return Message(
      en: "\(field.name) '\(field.written)' is too short: use \(low) or more",
      ko: "\(field.name) '\(field.written)'은(는) 너무 짧습니다: \(low) 이상을 쓰십시오")
  }

  fileprivate static func positive(_ field: Field) -> Message {
    Message(
      en: "\(field.name) '\(field.written)' is no time to wait: use more than 0s",
      ko: "\(field.name) '\(field.written)'은(는) 기다릴 수 없는 기간입니다: 0s보다 긴 기간을 쓰십시오")
  }

  fileprivate static func order(
    _ small: Field, _ large: Field, _ low: String, _ high: String, orEqual: Bool
  ) -> Message {
    let (lowNote, highNote) = (small.isGiven ? "" : " (default)", large.isGiven ? "" : " (default)")
    return orEqual
      ? Message(
        en: "\(small.name) \(low)\(lowNote) is above \(large.name) \(high)\(highNote): lower it, or raise the other",
        ko: "\(small.name) \(low)이(가) \(large.name) \(high)보다 큽니다: 낮추거나 다른 쪽을 올리십시오")
      : Message(
        en:
          "\(small.name) \(low)\(lowNote) is not below \(large.name) \(high)\(highNote): lower it, or raise the other",
        ko: "\(small.name) \(low)이(가) \(large.name) \(high)보다 작지 않습니다: 낮추거나 다른 쪽을 올리십시오")
  }
}
