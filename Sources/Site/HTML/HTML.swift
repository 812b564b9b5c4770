/// HTML under construction: text is escaped unless it is called markup.
struct HTML {
  private(set) var text = ""

  init() {}

  init(_ markup: String) { text = markup }

  /// Adds markup as it is. Only literals and what this type made may come here.
  mutating func markup(_ markup: String) { text += markup }

  /// Adds text, escaped for content and for attribute values in double quotes.
  mutating func text(_ value: String) { HTML.escape(value.utf8, into: &text) }

  /// Adds bytes of UTF-8, escaped.
  mutating func text(_ bytes: ArraySlice<UInt8>) { HTML.escape(bytes, into: &text) }

  /// Adds an element with text in it.
  mutating func element(_ name: String, class classes: String? = nil, _ value: String) {
    open(name, class: classes)
    text(value)
    markup("</\(name)>")
  }

  /// Adds a start tag. Attributes come in the order given.
  mutating func open(_ name: String, class classes: String? = nil, _ attributes: [(String, String?)] = []) {
    text += "<\(name)"
    if let classes { attribute("class", classes) }
    for (name, value) in attributes { attribute(name, value) }
    text += ">"
  }

  private mutating func attribute(_ name: String, _ value: String?) {
    text += " \(name)"
    guard let value else { return }
    text += "=\""
    HTML.escape(value.utf8, into: &text)
    text += "\""
  }

  static func escaped(_ value: String) -> String {
    var text = ""
    escape(value.utf8, into: &text)
    return text
  }

  private static func escape(_ bytes: some Collection<UInt8>, into text: inout String) {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): plain += "&amp;".utf8
      case UInt8(ascii: "<"): plain += "&lt;".utf8
      case UInt8(ascii: ">"): plain += "&gt;".utf8
      case UInt8(ascii: "\""): plain += "&quot;".utf8
      case UInt8(ascii: "'"): plain += "&#39;".utf8
      // HTML has no way to write the other control characters.
      case 0..<9, 11, 12, 14..<32, 127: plain += "\u{FFFD}".utf8
      default: plain.append(byte)
      }
    }
    text += String(decoding: plain, as: UTF8.self)
  }
}
