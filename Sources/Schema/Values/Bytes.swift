import YAML

/// The text of a value, as it lies in memory. All grammars work on it, so that nothing is copied to be judged.
public typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
  @inline(__always)
  func isByte(_ index: Int, _ byte: Unicode.Scalar) -> Bool {
    index >= 0 && index < count && self[index] == UInt8(truncatingIfNeeded: byte.value)
  }

  /// A part of the text; bounds are clamped to it.
  func part(_ start: Int, _ end: Int) -> Bytes {
    let lower = Swift.min(Swift.max(0, start), count)
    return Bytes(rebasing: self[lower..<Swift.max(lower, Swift.min(end, count))])
  }

  func part(from start: Int) -> Bytes { part(start, count) }

  /// Without the spaces at both ends.
  var withoutSpaces: Bytes {
    var (start, end) = (0, count)
    while start < end, self[start] == 0x20 { start += 1 }
    while end > start, self[end - 1] == 0x20 { end -= 1 }
    return part(start, end)
  }

  func hasBytes(of word: StaticString) -> Bool {
    isEqual(to: Bytes(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  func firstIndex(of byte: Unicode.Scalar, from start: Int = 0) -> Int? {
    var index = start
    while index < count {
      if isByte(index, byte) { return index }
      index += 1
    }
    return nil
  }

  var string: String { String(decoding: self, as: UTF8.self) }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isLower: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
  var isUpper: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
  var isLowerAlphanumeric: Bool { isLower || isDigit }
  var isAlphanumeric: Bool { isLower || isUpper || isDigit }
  var lowercased: UInt8 { isUpper ? self | 0x20 : self }

  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt16? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension String {
  /// Gives the bytes of the text.
  func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}
