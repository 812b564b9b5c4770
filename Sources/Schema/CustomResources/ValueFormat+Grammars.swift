/// The grammars of formats, as the API server reads them.
extension ValueFormat {
  /// Base64 with padding, without line breaks, and not empty.
  static func isBase64(_ text: Bytes) -> Bool {
    guard text.count >= 4, text.count % 4 == 0 else { return false }
    var end = text.count
    for _ in 0..<2 where text.isByte(end - 1, "=") { end -= 1 }
    return text.part(0, end).allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }
  }

  static func isAddress(_ text: Bytes) -> Bool { IP(text).map { !$0.hasLeadingZeros } ?? false }

  static func isCIDR(_ text: Bytes) -> Bool { CIDR(text).map { !$0.address.hasLeadingZeros } ?? false }

  /// `2006-01-02`, a day that there is.
  static func isDate(_ text: Bytes) -> Bool {
    guard text.count == 10, text.isByte(4, "-"), text.isByte(7, "-") else { return false }
    guard let year = digits(text, 0, 4), let month = digits(text, 5, 7), let day = digits(text, 8, 10),
      (1...12).contains(month), day >= 1
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  /// A date, `T` in either case, `hh:mm:ss`, any character with digits, and `Z` or an offset.
  static func isDateTime(_ text: Bytes) -> Bool {
    guard text.count > 11, text[10] | 0x20 == UInt8(ascii: "t"), isDate(text.part(0, 10)) else { return false }
    let time = text.part(from: 11)
    guard time.count >= 9, time.isByte(2, ":"), time.isByte(5, ":"), let hour = digits(time, 0, 2),
      let minute = digits(time, 3, 5), let second = digits(time, 6, 8), hour <= 23, minute <= 59, second <= 59
    else { return false }
    var rest = time.part(from: 8)
    if rest.count >= 3, !isZone(rest) {
      var end = 1
      while end < rest.count, rest[end].isDigit { end += 1 }
      guard end > 1 else { return false }
      rest = rest.part(from: end)
    }
    return isZone(rest)
  }

  private static func isZone(_ text: Bytes) -> Bool {
    if text.count == 1 { return text[0] | 0x20 == UInt8(ascii: "z") }
    guard text.count == 6, text.isByte(0, "+") || text.isByte(0, "-"), text.isByte(3, ":") else { return false }
    return digits(text, 1, 3) != nil && digits(text, 4, 6) != nil
  }

  private static func digits(_ text: Bytes, _ start: Int, _ end: Int) -> Int? {
    guard end <= text.count else { return nil }
    var value = 0
    for byte in text.part(start, end) {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// Digits and a unit somewhere in the text, as `2 days` or `5 min`.
  static func isLooseDuration(_ text: Bytes) -> Bool {
    var index = 0
    var hasUnit = false
    while index < text.count {
      guard text[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index].isDigit { index += 1 }
      // Such a number is none in Go.
      if index - start > 18 { return false }
      while index < text.count, text[index] == 0x20 || (0x09...0x0D).contains(text[index]) { index += 1 }
      let unit = index
      while index < text.count, text[index].isLower || text[index].isUpper { index += 1 }
      if isUnit(text.part(unit, index)) { hasUnit = true }
    }
    return hasUnit
  }

  private static func isUnit(_ word: Bytes) -> Bool {
    let lowered = String(decoding: word.map { $0.lowercased }, as: UTF8.self)
    for unit in ["ns", "us", "ms", "s", "m", "h", "hr", "d", "w", "wk"] where lowered == unit { return true }
    for start in ["nano", "micro", "milli", "sec", "min", "hour", "day", "week"] where lowered.hasPrefix(start) {
      return true
    }
    return false
  }

  /// 6, 8 or 20 bytes in pairs with `:` or `-`, or in fours with `.`.
  static func isHardwareAddress(_ text: Bytes) -> Bool {
    guard text.count >= 14 else { return false }
    let isDotted = text.isByte(4, ".")
    let (width, separator) = isDotted ? (4, text[4]) : (2, text[2])
    guard isDotted || separator == UInt8(ascii: ":") || separator == UInt8(ascii: "-") else { return false }
    guard (text.count + 1) % (width + 1) == 0 else { return false }
    let groups = (text.count + 1) / (width + 1)
    guard [6, 8, 20].contains(isDotted ? groups * 2 : groups) else { return false }
    for index in text.indices {
      let isSeparator = index % (width + 1) == width
      guard isSeparator ? text[index] == separator : text[index].hexadecimalValue != nil else { return false }
    }
    return true
  }

  static func isSocialSecurityNumber(_ text: Bytes) -> Bool {
    var rest = text
    for (index, count) in [3, 2, 4].enumerated() {
      if index > 0, rest.isByte(0, "-") || rest.isByte(0, " ") { rest = rest.part(from: 1) }
      guard digits(rest, 0, count) != nil else { return false }
      rest = rest.part(from: count)
    }
    return rest.isEmpty
  }

  /// Hexadecimal digits in groups of 8, 4, 4, 4 and 12; the hyphens may be left out.
  static func isUUID(_ text: Bytes, version: UInt8) -> Bool {
    var rest = text
    for (index, count) in [8, 4, 4, 4, 12].enumerated() {
      if index > 0, rest.isByte(0, "-") { rest = rest.part(from: 1) }
      guard rest.count >= count, rest.part(0, count).allSatisfy({ $0.hexadecimalValue != nil }) else { return false }
      if index == 2, version > 0, rest[0] != UInt8(ascii: "0") + version { return false }
      if index == 3, version > 3, let variant = rest[0].hexadecimalValue, !(8...11).contains(variant) { return false }
      rest = rest.part(from: count)
    }
    return rest.isEmpty
  }

  /// Letters and digits, or labels and dots and at least two letters.
  static func hostname(_ text: Bytes) -> Answer {
    // Letters and symbols of other scripts may stand in names as well.
    guard text.allSatisfy({ $0 < 0x80 }) else { return .unknown }
    guard text.count <= 255 else { return .no }
    var labels: [Bytes] = []
    var start = 0
    for index in text.indices where text.isByte(index, ".") {
      labels.append(text.part(start, index))
      start = index + 1
    }
    let last = text.part(from: start)
    func isPart(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == UInt8(ascii: "+") || isSymbol(byte) }
    if labels.isEmpty {
      guard let first = last.first, isPart(first), last.count <= 63 else { return .no }
      let tail = last.part(from: last.isByte(1, "-") ? 2 : 1)
      return tail.allSatisfy(isPart) ? .yes : .no
    }
    for label in labels {
      guard let first = label.first, let end = label.last, label.count <= 63, isPart(first), isPart(end),
        label.allSatisfy({ isPart($0) || $0 == UInt8(ascii: "-") })
      else { return .no }
    }
    return (2...63).contains(last.count) && last.allSatisfy { $0.isLower || $0.isUpper } ? .yes : .no
  }

  /// ASCII of Unicode's categories of symbols.
  private static func isSymbol(_ byte: UInt8) -> Bool {
    for symbol in "$+<=>^`|~".utf8 where symbol == byte { return true }
    return false
  }

  /// The plain form `name@host` is one; without `@` none is; quotes, comments and display names are not looked at.
  static func email(_ text: Bytes) -> Answer {
    guard let at = text.firstIndex(of: "@") else { return .no }
    let (name, host) = (text.part(0, at), text.part(from: at + 1))
    func isAtoms(_ text: Bytes) -> Bool {
      var isStart = true
      for byte in text {
        if byte == UInt8(ascii: ".") {
          if isStart { return false }
          isStart = true
          continue
        }
        guard byte.isAlphanumeric || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte) else { return false }
        isStart = false
      }
      return !isStart
    }
    if isAtoms(name), isAtoms(host) { return .yes }
    let isPlain = text.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "@") }
    return isPlain ? .no : .unknown
  }

  /// What begins with a scheme or a slash; hosts and escapes that need a closer look are not judged.
  static func uri(_ text: Bytes) -> Answer {
    guard let first = text.first else { return .no }
    guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return .no }
    var rest = text
    if first != UInt8(ascii: "/") {
      guard first.isLower || first.isUpper, let colon = text.firstIndex(of: ":") else { return .no }
      let scheme = text.part(0, colon)
      guard scheme.allSatisfy({ $0.isAlphanumeric || "+-.".utf8.contains($0) }) else { return .no }
      rest = text.part(from: colon + 1)
    }
    return rest.allSatisfy { $0.isAlphanumeric || "/-._~?=&+,;".utf8.contains($0) } ? .yes : .unknown
  }
}
