/// A JSON value to be written. Objects keep the order of their members, so that output is the same everywhere.
public indirect enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  public static func == (left: JSON, right: JSON) -> Bool { left.text == right.text }

  /// Compact text, without spaces or line breaks.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Text on lines, indented by two spaces, as people read it.
  public var indentedText: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text
  }

  private func write(to text: inout String, indentation: Int? = nil) {
    func newline(_ depth: Int) {
      guard indentation != nil else { return }
      text += "\n" + String(repeating: "  ", count: depth)
    }
    let depth = (indentation ?? 0) + 1
    let inner = indentation == nil ? nil : depth
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += "\(value)"
    case .string(let value): JSON.quote(value, into: &text)
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        newline(depth)
        item.write(to: &text, indentation: inner)
      }
      if !items.isEmpty { newline(depth - 1) }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        newline(depth)
        JSON.quote(member.0, into: &text)
        text += indentation == nil ? ":" : ": "
        member.1.write(to: &text, indentation: inner)
      }
      if !members.isEmpty { newline(depth - 1) }
      text += "}"
    }
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
