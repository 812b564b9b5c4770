/// A set of ASCII characters.
struct ASCIISet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  /// Characters from a text of pairs: the first and the last of each range.
  init(_ pairs: StaticString) {
    self.init()
    pairs.withUTF8Buffer { bytes in
      var index = 0
      while index + 1 < bytes.count {
        insert(from: UInt32(bytes[index]), through: UInt32(bytes[index + 1]))
        index += 2
      }
    }
  }

  static let word = ASCIISet("09AZ__az")
  static let digit = ASCIISet("09")
  static let space = ASCIISet("\t\n\u{0C}\r  ")

  func contains(_ scalar: UInt32) -> Bool {
    scalar < 64 ? low & (1 << UInt64(scalar)) != 0 : scalar < 128 && high & (1 << UInt64(scalar - 64)) != 0
  }

  mutating func insert(_ scalar: UInt32) {
    if scalar < 64 { low |= 1 << UInt64(scalar) } else if scalar < 128 { high |= 1 << UInt64(scalar - 64) }
  }

  mutating func insert(from first: UInt32, through last: UInt32) {
    guard first <= last, first < 128 else { return }
    for scalar in first...min(last, 127) { insert(scalar) }
  }

  mutating func formUnion(_ other: ASCIISet) {
    low |= other.low
    high |= other.high
  }

  var inverted: ASCIISet {
    var inverted = self
    inverted.low = ~low
    inverted.high = ~high
    return inverted
  }

  /// With the other case of each letter.
  var foldingCase: ASCIISet {
    let letters: UInt64 = 0x07FF_FFFE
    var folding = self
    folding.high |= (high & letters) << 32 | (high >> 32) & letters
    return folding
  }

  /// What stands between `[:` and `:]`.
  static func named(_ name: String) -> ASCIISet? {
    switch name {
    case "alnum": ASCIISet("09AZaz")
    case "alpha": ASCIISet("AZaz")
    case "ascii": ASCIISet("\0\u{7F}")
    case "blank": ASCIISet("\t\t  ")
    case "cntrl": ASCIISet("\0\u{1F}\u{7F}\u{7F}")
    case "digit": digit
    case "graph": ASCIISet("!~")
    case "lower": ASCIISet("az")
    case "print": ASCIISet(" ~")
    case "punct": ASCIISet("!/:@[`{~")
    case "space": ASCIISet("\t\r  ")
    case "upper": ASCIISet("AZ")
    case "word": word
    case "xdigit": ASCIISet("09AFaf")
    default: nil
    }
  }
}
