import Findings
import Schema

extension Report {
  /// An IP address in a form that all programs read alike (core.md 1.5).
  mutating func expectIP(_ field: Field) {
    guard let text = field.text ?? (field.isGiven ? nil : "") else { return }
    guard let address = IP(text) else {
      return refuse(field, .noAddress(field), as: .addressFormat)
    }
    // Strict since 1.36; older servers take both.
    if address.hasLeadingZeros || address.isIPv4Mapped {
      inVersions(.strictAddresses) {
        $0.refuse(field, .ambiguousAddress(field, address), as: .addressFormat)
      }
    }
  }

  /// A block of addresses, which some kinds read with the blanks at its ends.
  mutating func expectCIDR(_ field: Field, ignoringBlanks: Bool = true) {
    guard let text = field.text ?? (field.isGiven ? nil : "") else { return }
    expectBlock(ignoringBlanks ? text.trimmingBlanks : text, of: field)
  }

  /// A text that is a field's, or a part of it, is a block of addresses.
  mutating func expectBlock(_ text: String, of field: Field) {
    guard let block = CIDR(text) else {
      return refuse(field, .noBlock(field.isGiven ? text : field.written), as: .addressFormat)
    }
    if block.address.hasLeadingZeros || block.hasLeadingZerosInLength || block.address.isIPv4Mapped || block.hasHostBits
    {
      inVersions(.strictAddresses) {
        $0.refuse(field, .ambiguousBlock(text, block), as: .addressFormat)
      }
    }
  }

  /// An address that other machines can reach.
  mutating func expectReachable(_ field: Field) {
    guard let text = field.text, let address = IP(text) else { return }
    let bytes = address.bytes
    let isSpecial =
      if address.isIPv6 {
        bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] <= 1  // :: and ::1
          || bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80  // fe80::/10
          || bytes[0] == 0xFF && bytes[1] & 0x0F == 2  // ff02::/16
      } else {
        bytes == [0, 0, 0, 0] || bytes[0] == 127 || bytes[0] == 169 && bytes[1] == 254
          || bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0
      }
    if isSpecial { refuse(field, .unreachable(field), as: .addressFormat) }
  }
}

extension String {
  var trimmingBlanks: String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || (scalar.value >= 9 && scalar.value <= 13) }
    var scalars = unicodeScalars[...]
    while let first = scalars.first, isBlank(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, isBlank(last) { scalars = scalars.dropLast() }
    return String(scalars)
  }
}

extension Message {
  static func noAddress(_ field: Field) -> Message {
    field.isGiven
      ? Message(
        en: "'\(field.written)' is no IP address: write one such as '10.0.0.1' or 'fd00::1'",
        ko: "'\(field.written)'은(는) IP 주소가 아닙니다: '10.0.0.1'이나 'fd00::1'처럼 쓰십시오")
      : Message(en: "'\(field.name)' is missing: add an IP address", ko: "'\(field.name)'이(가) 없습니다: IP 주소를 쓰십시오")
  }

  fileprivate static func ambiguousAddress(_ field: Field, _ address: IP) -> Message {
    address.isIPv4Mapped
      ? Message(
        en: "'\(field.written)' is an IPv4 address in IPv6 form: write it as IPv4",
        ko: "'\(field.written)'은(는) IPv6 형태의 IPv4 주소입니다: IPv4로 쓰십시오")
      : Message(
        en: "'\(field.written)' has leading zeros: write '\(address)'",
        ko: "'\(field.written)'에 앞자리 0이 있습니다: '\(address)'(으)로 쓰십시오")
  }

  static func noBlock(_ text: String) -> Message {
    Message(
      en: "'\(text)' is no block of addresses: write one such as '10.0.0.0/8'",
      ko: "'\(text)'은(는) CIDR이 아닙니다: '10.0.0.0/8'처럼 쓰십시오")
  }

  fileprivate static func ambiguousBlock(_ text: String, _ block: CIDR) -> Message {
    Message(
      en: "'\(text)' can be read in two ways: write '\(block.network)'",
      ko: "'\(text)'은(는) 두 가지로 읽힐 수 있습니다: '\(block.network)'(으)로 쓰십시오")
  }

  fileprivate static func unreachable(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is a loopback, link-local or unspecified address: use one that other machines reach",
      ko: "'\(field.written)'은(는) 루프백, 링크 로컬 또는 미지정 주소입니다: 다른 장치에서 닿을 수 있는 주소를 쓰십시오")
  }
}
