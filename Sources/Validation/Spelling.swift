import Findings
import Schema
import YAML

/// What was meant by a text that is not of its grammar.
struct Spelling {
  let text: String
  /// Whether it is the same thing, only written right: without the blanks or curly quotes around it, or the scheme
  /// before a host. A name in other letters is another name, to which other objects may refer.
  let isSame: Bool

  init?(of field: Field, as grammar: Grammar) {
    guard let written = field.node?.text, !written.isEmpty, written.utf8.count <= 1024 else { return nil }
    let bare = Spelling.bare(written)
    if bare != written, grammar.matches(bare) {
      self.init(text: bare, isSame: true)
      return
    }
    switch grammar {
    case .subdomain, .wildcardSubdomain:
      if let host = Spelling.host(in: bare), grammar.matches(host.name) {
        self.init(text: host.name, isSame: !host.isShortened && field.name == "host")
        return
      }
    case .label, .label1035, .portName: break
    default: return nil
    }
    let letters = Spelling.lowercased(bare, dots: grammar == .subdomain)
    guard grammar.matches(letters) else { return nil }
    self.init(text: letters, isSame: false)
  }

  private init(text: String, isSame: Bool) {
    self.text = text
    self.isSame = isSame
  }

  var advice: Message {
    Message(en: "'\(text)' would do", ko: "'\(text)'(이)라면 됩니다")
  }

  func fix(of field: Field) -> Fix? {
    guard isSame, let node = field.node, !node.isAliased, !field.isKey else { return nil }
    return Fix(
      title: Message(en: "write '\(text)'", ko: "'\(text)'(으)로 쓰기"),
      edits: [Fix.Edit(range: node.range, replacement: text)])
  }

  /// Without what word processors and copying leave around a text.
  private static func bare(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isAround(first) { scalars.removeFirst() }
    while let last = scalars.last, isAround(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func isAround(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x200B, 0x2018...0x201F, 0xFEFF: true
    default: false
    }
  }

  /// The host of an address, and whether more than a scheme and a last slash was left out.
  private static func host(in text: String) -> (name: String, isShortened: Bool)? {
    var bytes = Array(text.utf8)
    var isAddress = false
    for scheme in ["https://", "http://"] as [StaticString] where text.hasPrefix("\(scheme)") {
      bytes.removeFirst(scheme.utf8CodeUnitCount)
      isAddress = true
    }
    if bytes.last == UInt8(ascii: "/") {
      bytes.removeLast()
      isAddress = true
    }
    let end = bytes.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    guard isAddress || end != nil else { return nil }
    return (String(decoding: bytes[..<(end ?? bytes.count)], as: UTF8.self), end != nil)
  }

  private static func lowercased(_ text: String, dots: Bool) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "_"), UInt8(ascii: " "): bytes.append(UInt8(ascii: "-"))
      case UInt8(ascii: ".") where !dots: bytes.append(UInt8(ascii: "-"))
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
