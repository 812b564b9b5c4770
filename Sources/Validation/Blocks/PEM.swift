import Schema

/// A block of a text in PEM.
struct PEMBlock {
  let type: String
  let bytes: [UInt8]
  let hasHeaders: Bool

  /// All that are whole, in order of the text.
  static func all(in text: String) -> [PEMBlock] {
    let begin = "-----BEGIN "
    var (blocks, type): ([PEMBlock], String?) = ([], nil)
    var (body, hasHeaders): ([UInt8], Bool) = ([], false)
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = String(decoding: line, as: UTF8.self).trimmingBlanks
      guard let current = type else {
        if line.hasPrefix(begin), line.hasSuffix("-----"), line.utf8.count > begin.utf8.count + 5 {
          type = String(line.dropFirst(begin.utf8.count).dropLast(5))
          (body, hasHeaders) = ([], false)
        }
        continue
      }
      if line == "-----END \(current)-----" {
        if let bytes = Base64.decode(String(decoding: body, as: UTF8.self)) {
          blocks.append(PEMBlock(type: current, bytes: bytes, hasHeaders: hasHeaders))
        }
        type = nil
      } else if line.utf8.contains(UInt8(ascii: ":")) {
        hasHeaders = true
      } else {
        body.append(contentsOf: line.utf8)
      }
    }
    return blocks
  }
}

/// A value in DER: its tag, its content, and what follows it.
struct DERValue {
  let tag: UInt8
  let content: ArraySlice<UInt8>
  let rest: ArraySlice<UInt8>

  /// Tags of what certificates and requests are made of.
  static let (boolean, integer, bits, octets): (UInt8, UInt8, UInt8, UInt8) = (0x01, 0x02, 0x03, 0x04)
  static let (identifier, sequence): (UInt8, UInt8) = (0x06, 0x30)

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let tag = bytes.first, let first = bytes.dropFirst().first else { return nil }
    var body = bytes.dropFirst(2)
    var length = Int(first)
    if first >= 0x80 {
      let count = Int(first & 0x7F)
      guard count >= 1, count <= 3, body.count >= count else { return nil }
      length = body.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      body = body.dropFirst(count)
    }
    guard body.count >= length else { return nil }
    self.tag = tag
    content = body.prefix(length)
    rest = body.dropFirst(length)
  }

  /// The values one after the other in some bytes; as far as they can be read.
  static func all(in bytes: ArraySlice<UInt8>) -> [DERValue] {
    var (values, rest): ([DERValue], ArraySlice<UInt8>) = ([], bytes)
    while let value = DERValue(rest) {
      values.append(value)
      rest = value.rest
    }
    return values
  }
}

/// What is signed in a certificate or in a request for one, without its signature being verified.
struct SignedInformation {
  /// The values of its first part.
  let values: [DERValue]

  /// Reads a sequence of a sequence, which is signed, a sequence that names the algorithm, and a string of bits.
  init?(_ bytes: [UInt8]) {
    guard let whole = DERValue(bytes[...]), whole.tag == DERValue.sequence, whole.rest.isEmpty else { return nil }
    let parts = DERValue.all(in: whole.content)
    guard parts.count == 3, parts[0].tag == DERValue.sequence, parts[1].tag == DERValue.sequence,
      parts[2].tag == DERValue.bits
    else { return nil }
    values = DERValue.all(in: parts[0].content)
  }

  /// Whether it is a request: a version and a subject come first.
  var isRequest: Bool {
    values.count >= 3 && values[0].tag == DERValue.integer && values[1].tag == DERValue.sequence
      && values[2].tag == DERValue.sequence
  }

  /// The organizations in the subject of a request, which Kubernetes takes for groups.
  var organizations: [String] {
    guard isRequest else { return [] }
    var names: [String] = []
    for set in DERValue.all(in: values[1].content) {
      for attribute in DERValue.all(in: set.content) {
        let parts = DERValue.all(in: attribute.content)
        // 2.5.4.10
        guard parts.count == 2, parts[0].content.elementsEqual([0x55, 0x04, 0x0A]) else { continue }
        names.append(String(decoding: parts[1].content, as: UTF8.self))
      }
    }
    return names
  }

  /// Whether it is a certificate whose owner may sign others: its basic constraints say so.
  var isAuthority: Bool {
    for extensions in values where extensions.tag == 0xA3 {
      guard let list = DERValue(extensions.content) else { continue }
      for item in DERValue.all(in: list.content) {
        let parts = DERValue.all(in: item.content)
        // 2.5.29.19
        guard let name = parts.first, name.content.elementsEqual([0x55, 0x1D, 0x13]), let value = parts.last,
          value.tag == DERValue.octets, let constraints = DERValue(value.content),
          let first = DERValue(constraints.content)
        else { continue }
        return first.tag == DERValue.boolean && first.content.first == 0xFF
      }
    }
    return false
  }
}
