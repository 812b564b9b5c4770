import Findings
import Schema
import YAML

extension Report {
  /// An IP address in its one canonical form (groups.md 3.4).
  mutating func expectCanonicalIP(_ field: Field) {
    guard let text = field.text ?? (field.isGiven ? nil : "") else { return }
    guard let address = IP(text) else { return refuse(field, .noAddress(field), as: .addressFormat) }
    if address.isIPv4Mapped {
      refuse(field, .mappedAddress(field), as: .addressFormat)
    } else if address.description != text {
      expectForm(field, "\(address)")
    }
  }

  /// A block of addresses in its one canonical form.
  mutating func expectCanonicalCIDR(_ field: Field) {
    guard let text = field.text ?? (field.isGiven ? nil : "") else { return }
    guard let block = CIDR(text) else { return refuse(field, .noBlock(field.written), as: .addressFormat) }
    if block.address.isIPv4Mapped {
      refuse(field, .mappedAddress(field), as: .addressFormat)
    } else if block.network.description != text {
      expectForm(field, "\(block.network)")
    }
  }

  /// At most one block of each family; those that cannot be read are judged for themselves.
  mutating func expectOneOfEachFamily(_ list: Field) {
    guard list.count == 2 else { return }
    let blocks = list.items.compactMap { $0.text.flatMap { CIDR($0) } }
    if blocks.count == 2, blocks[0].isIPv6 == blocks[1].isIPv6 {
      refuse(list, .sameFamily(list), as: .addressFormat)
    }
  }

  /// The API server accepts any spelling of an IPv6 address in older fields, and warns of all but one. What it refuses
  /// since 1.36 it warned of before.
  mutating func warnOfSpelling(_ field: Field) {
    guard let text = field.text, let address = IP(text), address.description != text else { return }
    if address.isIPv4Mapped || address.hasLeadingZeros {
      inVersions(.ambiguousAddresses) { $0.warn(.addressSpelling, at: field, .otherForm(field, "\(address)")) }
    } else if address.isIPv6 {
      inVersions(.unusualAddresses) { $0.warn(.addressSpelling, at: field, .otherForm(field, "\(address)")) }
    }
  }

  mutating func warnOfBlockSpelling(_ field: Field) {
    guard let text = field.text, let block = CIDR(text) else { return }
    if block.hasHostBits || block.hasLeadingZerosInLength || block.address.hasLeadingZeros
      || block.address.isIPv4Mapped
    {
      inVersions(.ambiguousAddresses) { $0.warn(.addressSpelling, at: field, .otherForm(field, "\(block.network)")) }
    } else if block.isIPv6, block.description != text {
      inVersions(.unusualAddresses) { $0.warn(.addressSpelling, at: field, .otherForm(field, "\(block)")) }
    }
  }

  private mutating func expectForm(_ field: Field, _ form: String) {
    add(
      .addressFormat, at: field, .invalid, .otherForm(field, form), detail: "must be in canonical form (\"\(form)\")",
      fix: field.replacing(with: form))
  }
}

extension Field {
  /// An edit that writes another text in its place, quoted since addresses hold colons.
  fileprivate func replacing(with text: String) -> Fix? {
    guard let node, node.isScalar, !node.isAliased else { return nil }
    return Fix(
      title: Message(en: "write '\(text)'", ko: "'\(text)'(으)로 쓰기"),
      edits: [Fix.Edit(range: node.range, replacement: "\"\(text)\"")])
  }
}

extension Message {
  fileprivate static func mappedAddress(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is an IPv4 address in IPv6 form: write it as IPv4",
      ko: "'\(field.written)'은(는) IPv6 형태의 IPv4 주소입니다: IPv4로 쓰십시오")
  }

  fileprivate static func otherForm(_ field: Field, _ form: String) -> Message {
    Message(
      en: "'\(field.written)' can be spelled in several ways: write '\(form)'",
      ko: "'\(field.written)'은(는) 여러 가지로 쓸 수 있는 주소입니다: '\(form)'(으)로 쓰십시오")
  }

  fileprivate static func sameFamily(_ list: Field) -> Message {
    Message(
      en: "\(list.name) has two blocks of one family: keep one IPv4 and one IPv6 block",
      ko: "\(list.name)에 같은 계열의 블록이 둘 있습니다: IPv4와 IPv6 블록을 하나씩만 두십시오")
  }
}
