/// A block of addresses: `10.0.0.0/8`.
public struct CIDR: Sendable, Equatable {
  public let address: IP
  public let prefixLength: Int
  /// The prefix length begins with a zero (`10.0.0.0/08`).
  public let hasLeadingZerosInLength: Bool

  public init?(_ text: String) {
    guard let block = text.withBytes({ CIDR($0) }) else { return nil }
    self = block
  }

  public init?(_ text: Bytes) {
    guard let slash = text.firstIndex(of: "/"), let address = IP(text.part(0, slash)) else { return nil }
    let digits = text.part(from: slash + 1)
    guard !digits.isEmpty else { return nil }
    var length = 0
    for byte in digits {
      guard byte.isDigit, length <= 128 else { return nil }
      length = length * 10 + Int(byte - UInt8(ascii: "0"))
    }
    guard length <= address.bytes.count * 8 else { return nil }
    self.address = address
    prefixLength = length
    hasLeadingZerosInLength = digits.count > 1 && digits[0] == UInt8(ascii: "0")
  }

  private init(address: IP, prefixLength: Int) {
    self.address = address
    self.prefixLength = prefixLength
    hasLeadingZerosInLength = false
  }

  public var isIPv6: Bool { address.isIPv6 }

  /// The block with the bits after the prefix cleared.
  public var network: CIDR {
    var bytes = address.bytes
    for index in bytes.indices {
      let kept = min(8, max(0, prefixLength - index * 8))
      bytes[index] &= UInt8(truncatingIfNeeded: 0xFF00 >> kept)
    }
    return CIDR(address: IP(bytes: bytes), prefixLength: prefixLength)
  }

  /// Bits after the prefix are set (`10.0.0.1/8`).
  public var hasHostBits: Bool { network.address.bytes != address.bytes }

  public func contains(_ other: IP) -> Bool {
    other.isIPv6 == isIPv6
      && CIDR(address: other, prefixLength: prefixLength).network.address.bytes == network.address.bytes
  }

  /// Whether all addresses of another block lie in this one.
  public func contains(_ other: CIDR) -> Bool { other.prefixLength >= prefixLength && contains(other.address) }
}

extension CIDR: CustomStringConvertible {
  public var description: String { address.description + "/\(prefixLength)" }
}
