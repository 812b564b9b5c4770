/// The bytes that Markdown and shells give a meaning.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")

  var isSpaceOrTab: Bool { self == .space || self == .tab }
  var isLineBreak: Bool { self == .lineFeed || self == .carriageReturn }
  var isSpace: Bool { isSpaceOrTab || isLineBreak }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
  var isASCIIPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Whether a text stands at an index.
  func has(_ text: StaticString, at index: Int) -> Bool {
    guard index >= startIndex, index + text.utf8CodeUnitCount <= endIndex else { return false }
    for offset in 0..<text.utf8CodeUnitCount where self[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// The first index from one on whose byte does not satisfy a condition.
  func index(from start: Int, while condition: (UInt8) -> Bool) -> Int {
    var index = start
    while index < endIndex, condition(self[index]) { index += 1 }
    return index
  }
}

extension String {
  init(bytes: some Collection<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }
}
