/// Standard base64 with padding, as `encoding/base64` reads it: line breaks inside are ignored.
public enum Base64 {
  public static func isValid(_ text: Bytes) -> Bool { decodedCount(text) != nil }

  /// How many bytes the text stands for; `nil` where it is no base64.
  public static func decodedCount(_ text: Bytes) -> Int? {
    var (letters, padding) = (0, 0)
    for byte in text where byte != 0x0A && byte != 0x0D {
      if byte == UInt8(ascii: "=") {
        padding += 1
      } else {
        guard padding == 0, value(of: byte) != nil else { return nil }
        letters += 1
      }
    }
    guard (letters + padding) % 4 == 0, padding <= 2, padding == 0 || letters % 4 >= 2 else { return nil }
    return letters * 3 / 4
  }

  public static func decode(_ text: Bytes) -> [UInt8]? {
    guard let count = decodedCount(text) else { return nil }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(count)
    var (bits, collected): (UInt32, Int) = (0, 0)
    for byte in text {
      guard let value = value(of: byte) else { continue }
      bits = bits << 6 | UInt32(value)
      collected += 6
      if collected >= 8 {
        collected -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(collected)))
      }
    }
    return decoded
  }

  public static func decode(_ text: String) -> [UInt8]? { text.withBytes { decode($0) } }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
