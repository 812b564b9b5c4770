/// An IP address, read as the API server's lenient parser reads it, with what a strict one would object to.
public struct IP: Sendable, Equatable {
  /// 4 or 16 bytes.
  public let bytes: [UInt8]
  /// Some part of an IPv4 address begins with a zero (`010.0.0.1`).
  public let hasLeadingZeros: Bool

  public var isIPv6: Bool { bytes.count == 16 }

  /// An IPv4 address in IPv6 clothes (`::ffff:10.0.0.1`).
  public var isIPv4Mapped: Bool {
    isIPv6 && bytes[0..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
  }

  public init?(_ text: String) {
    guard let address = text.withBytes({ IP($0) }) else { return nil }
    self = address
  }

  public init?(_ text: Bytes) {
    if text.firstIndex(of: ":") != nil {
      guard let (bytes, hasLeadingZeros) = IP.readIPv6(text) else { return nil }
      self.bytes = bytes
      self.hasLeadingZeros = hasLeadingZeros
    } else {
      guard let (bytes, hasLeadingZeros) = IP.readIPv4(text) else { return nil }
      self.bytes = bytes
      self.hasLeadingZeros = hasLeadingZeros
    }
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    hasLeadingZeros = false
  }

  private static func readIPv4(_ text: Bytes) -> (bytes: [UInt8], hasLeadingZeros: Bool)? {
    var bytes: [UInt8] = []
    var hasLeadingZeros = false
    var index = 0
    while bytes.count < 4 {
      if !bytes.isEmpty {
        guard text.isByte(index, ".") else { return nil }
        index += 1
      }
      let start = index
      var value = 0
      while index < text.count, text[index].isDigit {
        value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
        guard value <= 255 else { return nil }
        index += 1
      }
      guard index > start else { return nil }
      if index - start > 1, text[start] == UInt8(ascii: "0") { hasLeadingZeros = true }
      bytes.append(UInt8(value))
    }
    return index == text.count ? (bytes, hasLeadingZeros) : nil
  }

  private static func readIPv6(_ text: Bytes) -> (bytes: [UInt8], hasLeadingZeros: Bool)? {
    var bytes: [UInt8] = []
    var hasLeadingZeros = false
    // Where `::` stands for the groups that are missing.
    var gap: Int?
    var index = 0
    if text.isByte(0, ":") {
      guard text.isByte(1, ":") else { return nil }
      gap = 0
      index = 2
    }
    while index < text.count {
      guard bytes.count < 16 else { return nil }
      let start = index
      var group: UInt16 = 0
      while index < text.count, let digit = text[index].hexadecimalValue, index - start < 4 {
        group = group << 4 | digit
        index += 1
      }
      if text.isByte(index, ".") {
        guard bytes.count <= 12, let tail = readIPv4(text.part(from: start)) else { return nil }
        bytes += tail.bytes
        hasLeadingZeros = tail.hasLeadingZeros
        index = text.count
        break
      }
      guard index > start else { return nil }
      bytes.append(UInt8(group >> 8))
      bytes.append(UInt8(truncatingIfNeeded: group))
      if index == text.count { break }
      guard text.isByte(index, ":") else { return nil }
      index += 1
      if text.isByte(index, ":") {
        guard gap == nil else { return nil }
        gap = bytes.count
        index += 1
      } else if index == text.count {
        return nil
      }
    }
    if let gap {
      guard bytes.count < 16 else { return nil }
      bytes.insert(contentsOf: [UInt8](repeating: 0, count: 16 - bytes.count), at: gap)
    }
    return bytes.count == 16 ? (bytes, hasLeadingZeros) : nil
  }
}

/// The canonical form: RFC 5952 for IPv6.
extension IP: CustomStringConvertible {
  public var description: String {
    guard isIPv6 else { return "\(bytes[0]).\(bytes[1]).\(bytes[2]).\(bytes[3])" }
    if isIPv4Mapped { return "::ffff:\(bytes[12]).\(bytes[13]).\(bytes[14]).\(bytes[15])" }
    let groups = (0..<8).map { UInt16(bytes[$0 * 2]) << 8 | UInt16(bytes[$0 * 2 + 1]) }
    // The first longest run of at least two zero groups becomes `::`.
    var (gapStart, gapCount) = (8, 1)
    var start = 0
    while start < 8 {
      var end = start
      while end < 8, groups[end] == 0 { end += 1 }
      if end - start > gapCount { (gapStart, gapCount) = (start, end - start) }
      start = max(end, start + 1)
    }
    var text = ""
    var index = 0
    while index < 8 {
      if index == gapStart {
        text += "::"
        index += gapCount
        continue
      }
      if !text.isEmpty, !text.hasSuffix(":") { text += ":" }
      text += String(groups[index], radix: 16)
      index += 1
    }
    return text
  }
}
