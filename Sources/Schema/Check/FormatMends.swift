import Findings
import YAML

/// How texts that are not of their format become what was meant, where only one thing can be.
extension StructureCheck {
  /// Units and signs that people write for those of Kubernetes; the amount stays the same.
  static func quantityMeant(by written: String) -> (text: String, isSafe: Bool)? {
    var text = Array(written.utf8)
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    while text.first == UInt8(ascii: " ") { text.removeFirst() }
    var number = text.prefix { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    var unit = String(decoding: text.dropFirst(number.count).drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
    guard !number.isEmpty else { return nil }
    var isSafe = true
    if let comma = number.firstIndex(of: UInt8(ascii: ",")) {
      // '1,000' may be a thousand.
      guard !number.contains(UInt8(ascii: ".")), number.distance(from: comma, to: number.endIndex) != 4 else {
        return nil
      }
      number[comma] = UInt8(ascii: ".")
    }
    if let known = units.first(where: { unit == "\($0.written)" }) {
      unit = "\(known.meant)"
      isSafe = known.isSafe
    }
    let meant = String(decoding: number, as: UTF8.self) + unit
    guard meant != written, meant.withBytes(Quantity.isValid) else { return nil }
    return (meant, isSafe)
  }

  private struct Unit {
    let written: StaticString
    let meant: StaticString
    /// Whether the written one can mean nothing else.
    let isSafe: Bool
  }

  private static let units = [
    Unit(written: "KB", meant: "k", isSafe: true), Unit(written: "kB", meant: "k", isSafe: true),
    Unit(written: "MB", meant: "M", isSafe: true), Unit(written: "GB", meant: "G", isSafe: true),
    Unit(written: "TB", meant: "T", isSafe: true), Unit(written: "KiB", meant: "Ki", isSafe: true),
    Unit(written: "MiB", meant: "Mi", isSafe: true), Unit(written: "GiB", meant: "Gi", isSafe: true),
    Unit(written: "TiB", meant: "Ti", isSafe: true), Unit(written: "K", meant: "k", isSafe: true),
    Unit(written: "ki", meant: "Ki", isSafe: true), Unit(written: "gi", meant: "Gi", isSafe: true),
    Unit(written: "ti", meant: "Ti", isSafe: true), Unit(written: "g", meant: "G", isSafe: false),
    // Of CPU it may be 'm'.
    Unit(written: "mi", meant: "Mi", isSafe: false), Unit(written: "mb", meant: "M", isSafe: false),
    Unit(written: "gb", meant: "G", isSafe: false), Unit(written: "B", meant: "", isSafe: true),
    Unit(written: "mC", meant: "m", isSafe: true), Unit(written: "millicores", meant: "m", isSafe: true),
  ]

  func mendQuantity(_ finding: inout Finding, _ value: Node) {
    let written = value.text
    guard var meant = StructureCheck.quantityMeant(by: written) else { return }
    if value.key?.hasText("cpu") ?? false, written.hasSuffix("mi") || written.hasSuffix("Mi") {
      meant = (String(written.dropLast()), true)
    }
    finding.message = Message(
      en: "'\(written)' is no quantity; write '\(meant.text)'", ko: "'\(written)'은(는) 수량이 아닙니다; '\(meant.text)'(으)로 쓰세요"
    )
    guard meant.isSafe, !value.isAliased else { return }
    finding.fix = Fix(
      title: Message(en: "write '\(meant.text)'", ko: "'\(meant.text)'(으)로 고치기"),
      edits: [Fix.Edit(range: value.range, replacement: meant.text)])
  }

  /// A field beside this one that takes plain text, where nothing in this one can have been encoded.
  func mendBase64(_ finding: inout Finding, _ value: Node) {
    guard let map = value.parent, map.isMapping, let key = map.key, let object = map.parent,
      let facts = enclosingTypes(of: object.index).first?.type,
      "stringData".withBytes({ facts.index(of: $0) }) >= 0, object.member(named: "stringData") == nil
    else { return }
    finding.message = Message(
      en: "'\(value.text)' is not base64; plain text goes to 'stringData'",
      ko: "'\(value.text)'은(는) base64가 아닙니다; 일반 텍스트는 'stringData'에 씁니다")
    for entry in map.entries {
      guard entry.value.string != nil, entry.value.withText({ StructureCheck.cannotBeBase64($0) }) else { return }
    }
    guard !key.isAliased, !map.isAliased else { return }
    finding.fix = Fix(
      title: Message(en: "write 'stringData'", ko: "'stringData'(으)로 고치기"),
      edits: [Fix.Edit(range: key.range, replacement: "stringData")])
  }

  /// Whether a text cannot even be base64 of which the end was lost.
  private static func cannotBeBase64(_ text: Bytes) -> Bool {
    var count = 0
    for byte in text where byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "=") { continue }
      if !byte.isAlphanumeric, byte != UInt8(ascii: "+"), byte != UInt8(ascii: "/") { return true }
      count += 1
    }
    return count % 4 == 1
  }
}
