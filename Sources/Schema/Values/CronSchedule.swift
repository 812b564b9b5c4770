public import Findings

/// When a CronJob fires, as robfig/cron v3 reads it: five fields, or a descriptor (`@daily`, `@every 1h`).
///
/// Impossible dates (30 February) are schedules that never fire.
public struct CronSchedule: Sendable, Equatable {
  public enum Problem: Error, Equatable {
    case empty
    case fieldCount(Int)
    case unknownDescriptor(String)
    case badDuration(String)
    case badNumber(String, field: Field)
    case outOfRange(String, field: Field)
    case backwards(String, field: Field)
    case tooManyHyphens(String, field: Field)
    case tooManySlashes(String, field: Field)
    case zeroStep(String, field: Field)
  }

  public enum Field: Int, Sendable, CaseIterable {
    case minute, hour, dayOfMonth, month, dayOfWeek

    var bounds: (lower: Int, upper: Int) {
      switch self {
      case .minute: (0, 59)
      case .hour: (0, 23)
      case .dayOfMonth: (1, 31)
      case .month: (1, 12)
      case .dayOfWeek: (0, 6)
      }
    }
  }

  /// Bits of the values at which each field fires, in the order of `Field`; all zero for `@every`.
  public private(set) var fields: [UInt64] = [0, 0, 0, 0, 0]
  /// Whether day of month and day of week were left open (`*` or `?`): then the other alone decides the day.
  public private(set) var isAnyDayOfMonth = false
  public private(set) var isAnyDayOfWeek = false
  /// The span of `@every`.
  public private(set) var every: GoDuration?

  public init(_ text: String) throws(Problem) {
    guard !text.isEmpty else { throw .empty }
    if text.utf8.first == UInt8(ascii: "@") {
      try readDescriptor(text)
      return
    }
    let words = text.unicodeScalars.split(whereSeparator: CronSchedule.isBlank)
    guard words.count == 5 else { throw .fieldCount(words.count) }
    for field in Field.allCases { try read(String(words[field.rawValue]), as: field) }
  }

  public func fires(_ field: Field, at value: Int) -> Bool {
    value >= 0 && value < 64 && fields[field.rawValue] & (1 << UInt64(value)) != 0
  }

  /// Unicode's white space, by which the parser separates fields.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private mutating func readDescriptor(_ text: String) throws(Problem) {
    switch text {
    case "@yearly", "@annually": try readFields("0", "0", "1", "1", "*")
    case "@monthly": try readFields("0", "0", "1", "*", "*")
    case "@weekly": try readFields("0", "0", "*", "*", "0")
    case "@daily", "@midnight": try readFields("0", "0", "*", "*", "*")
    case "@hourly": try readFields("0", "*", "*", "*", "*")
    default:
      guard text.hasPrefix("@every ") else { throw .unknownDescriptor(text) }
      let span = String(text.dropFirst(7))
      guard let duration = GoDuration(span) else { throw .badDuration(span) }
      every = duration
    }
  }

  private mutating func readFields(
    _ minute: String, _ hour: String, _ dayOfMonth: String, _ month: String, _ dayOfWeek: String
  ) throws(Problem) {
    try read(minute, as: .minute)
    try read(hour, as: .hour)
    try read(dayOfMonth, as: .dayOfMonth)
    try read(month, as: .month)
    try read(dayOfWeek, as: .dayOfWeek)
  }

  /// A list; empty parts are skipped, so a lone comma never fires.
  private mutating func read(_ text: String, as field: Field) throws(Problem) {
    for part in text.split(separator: ",") {
      let (bits, isAny) = try CronSchedule.bits(of: String(part), field: field)
      fields[field.rawValue] |= bits
      if isAny, field == .dayOfMonth { isAnyDayOfMonth = true }
      if isAny, field == .dayOfWeek { isAnyDayOfWeek = true }
    }
  }

  private static func bits(of part: String, field: Field) throws(Problem) -> (UInt64, isAny: Bool) {
    let halves = part.split(separator: "/", omittingEmptySubsequences: false)
    let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count >= 1 else { throw .badNumber(part, field: field) }
    var (start, end) = field.bounds
    // All that follows a star up to the slash is ignored.
    let isOpen = ends[0] == "*" || ends[0] == "?"
    if !isOpen {
      start = try number(String(ends[0]), part, field: field)
      switch ends.count {
      case 1: end = start
      case 2: end = try number(String(ends[1]), part, field: field)
      default: throw .tooManyHyphens(part, field: field)
      }
    }
    var step = 1
    switch halves.count {
    case 1: break
    case 2:
      guard let value = Int(halves[1]), value >= 0 else { throw .badNumber(part, field: field) }
      step = value
      // A number with a step means from there to the end.
      if !isOpen, ends.count == 1 { end = field.bounds.upper }
    default: throw .tooManySlashes(part, field: field)
    }
    guard start >= field.bounds.lower, end <= field.bounds.upper else { throw .outOfRange(part, field: field) }
    guard start <= end else { throw .backwards(part, field: field) }
    guard step > 0 else { throw .zeroStep(part, field: field) }
    var bits: UInt64 = 0
    var value = start
    while value <= end {
      bits |= 1 << UInt64(value)
      // A step beyond the range takes the first value only.
      value += min(step, 64)
    }
    return (bits, isOpen && step == 1)
  }

  private static func number(_ text: String, _ part: String, field: Field) throws(Problem) -> Int {
    let names = field == .month ? months : field == .dayOfWeek ? days : []
    let lowercased = text.lowercased()
    for (index, name) in names.enumerated() where name == lowercased { return index + field.bounds.lower }
    guard let value = Int(text), value >= 0 else { throw .badNumber(part, field: field) }
    return value
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
}

extension CronSchedule.Field {
  /// What the field is called, with its range.
  public var name: Message {
    switch self {
    case .minute: Message(en: "minute (0-59)", ko: "분(0-59)")
    case .hour: Message(en: "hour (0-23)", ko: "시(0-23)")
    case .dayOfMonth: Message(en: "day of month (1-31)", ko: "일(1-31)")
    case .month: Message(en: "month (1-12 or jan-dec)", ko: "월(1-12 또는 jan-dec)")
    case .dayOfWeek: Message(en: "day of week (0-6 or sun-sat)", ko: "요일(0-6 또는 sun-sat)")
    }
  }
}

extension CronSchedule.Problem {
  public var message: Message {
    switch self {
    case .empty: Message(en: "give a schedule", ko: "스케줄을 적으세요")
    case .fieldCount(let count):
      Message(
        en: "a schedule has 5 fields (minute, hour, day of month, month, day of week), here are \(count)",
        ko: "스케줄은 필드가 5개(분, 시, 일, 월, 요일)인데 \(count)개가 있습니다")
    case .unknownDescriptor(let text):
      Message(
        en: "'\(text)' is none of @yearly, @monthly, @weekly, @daily, @hourly and @every with a duration",
        ko: "'\(text)'은(는) @yearly, @monthly, @weekly, @daily, @hourly, @every 중 어느 것도 아닙니다")
    case .badDuration(let text):
      Message(
        en: "'\(text)' after @every is no duration such as 1h30m", ko: "@every 뒤의 '\(text)'은(는) 1h30m 같은 기간이 아닙니다")
    case .badNumber(let part, let field):
      Message(
        en: "'\(part)' cannot be read as \(field.name.en)",
        ko: "'\(part)'을(를) \(field.name.text(in: "ko"))(으)로 읽을 수 없습니다")
    case .outOfRange(let part, let field):
      Message(
        en: "'\(part)' is outside the range of \(field.name.en)",
        ko: "'\(part)'이(가) \(field.name.text(in: "ko")) 범위를 벗어납니다")
    case .backwards(let part, let field):
      Message(
        en: "the range '\(part)' of \(field.name.en) ends before it starts",
        ko: "\(field.name.text(in: "ko"))의 범위 '\(part)'은(는) 끝이 시작보다 앞섭니다")
    case .tooManyHyphens(let part, _):
      Message(en: "'\(part)' has more than one hyphen", ko: "'\(part)'에 하이픈이 둘 이상입니다")
    case .tooManySlashes(let part, _):
      Message(en: "'\(part)' has more than one slash", ko: "'\(part)'에 슬래시가 둘 이상입니다")
    case .zeroStep(let part, _):
      Message(en: "the step of '\(part)' must be at least 1", ko: "'\(part)'의 간격은 1 이상이어야 합니다")
    }
  }
}
