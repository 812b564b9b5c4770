/// The pretty form of findings, for a person at a terminal.
public struct TerminalText: Sendable {
  /// Columns to wrap notes and cut excerpts at.
  public var width: Int
  public var usesColor: Bool
  public var language: String

  public init(width: Int = 80, usesColor: Bool = false, language: String = "en") {
    self.width = max(40, width)
    self.usesColor = usesColor
    self.language = language
  }

  /// The plain line, the excerpt with carets, and what else there is to say, each line ended by a line break.
  public func text(of located: LocatedFinding) -> String {
    let finding = located.finding
    let position = located.position
    // Wide enough for the numbers of all lines that are shown.
    var lastLine = position.line
    for place in located.related { lastLine = max(lastLine, place.source.position(at: place.range.start).line) }
    let margin = String(repeating: " ", count: max(3, "\(lastLine)".utf8.count))
    var text = style("\(located.source.name):\(position.line):\(position.column):", "1") + " "
    text += style("\(finding.severity.rawValue):", severityStyle(finding.severity)) + " "
    text += "\(finding.message.text(in: language)) " + style("[\(finding.id)]", "2") + "\n"
    text += excerpt(
      of: located.range, in: located.source, margin: margin, mark: "^", code: severityStyle(finding.severity))
    if let server = finding.server {
      text += note(server.program ?? label(.server), server.description, margin: margin)
    }
    if let versions = finding.versions { text += note(label(.versions), versions.description, margin: margin) }
    if let reason = finding.reason { text += note(label(.why), reason.text(in: language), margin: margin) }
    if let advice = finding.advice { text += note(label(.how), advice.text(in: language), margin: margin) }
    if let fix = finding.fix { text += note(label(.fix), fix.title.text(in: language), margin: margin) }
    for place in located.related {
      let at = place.source.position(at: place.range.start)
      text += note(
        label(.see), "\(place.source.name):\(at.line):\(at.column): \(place.message.text(in: language))",
        margin: margin)
      text += excerpt(of: place.range, in: place.source, margin: margin, mark: "-", code: "1;34")
    }
    return text
  }

  /// The line of a place with marks below it.
  private func excerpt(
    of range: SourceRange, in source: SourceText, margin: String, mark: Character, code: String
  ) -> String {
    let line = source.line(at: range.start)
    let number = "\(line)"
    let lineStart = source.start(ofLine: line)
    let lineText = source.lineText(line)
    guard !lineText.isEmpty else { return "" }
    let before = source.text(of: SourceRange(lineStart, range.start))
    let lineEnd = lineStart + lineText.utf8.count
    let marked = source.text(of: SourceRange(range.start, min(range.end, lineEnd)))
    let room = width - margin.utf8.count - 4
    var (shown, indent) = (expandTabs(lineText), columns(of: expandTabs(before)))
    let carets = max(1, columns(of: marked))
    if columns(of: shown) > room, indent > room * 2 / 3 {
      // A caret far to the right: the part before it is cut.
      let cut = indent - room / 3
      shown = "…" + dropColumns(shown, cut + 1)
      indent -= cut
    }
    shown = prefixColumns(shown, room)
    let visible = max(1, min(carets, room - indent))
    let padding = String(repeating: " ", count: max(0, margin.utf8.count - number.utf8.count))
    return style(" \(padding)\(number) |", "2") + " \(shown)\n" + style(" \(margin) |", "2") + " "
      + String(repeating: " ", count: max(0, indent))
      + style(String(repeating: mark, count: visible), code)
      + "\n"
  }

  /// `   = why: …`, wrapped with a hanging indent.
  private func note(_ label: String, _ content: String, margin: String) -> String {
    let head = " \(margin) = \(label): "
    let indent = String(repeating: " ", count: columns(of: head))
    var lines: [String] = []
    var line = ""
    for word in content.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, columns(of: indent) + columns(of: line) + 1 + columns(of: String(word)) > width {
        lines.append(line)
        line = String(word)
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    lines.append(line)
    let first = " \(margin) = " + style("\(label):", "36") + " "
    return first + lines.joined(separator: "\n" + indent) + "\n"
  }

  // MARK: Words and colours

  private enum Label { case server, versions, why, how, fix, see }

  private func label(_ label: Label) -> String {
    let isKorean = language == "ko"
    return switch label {
    case .server: isKorean ? "API 서버" : "API server"
    case .versions: isKorean ? "버전" : "versions"
    case .why: isKorean ? "이유" : "why"
    case .how: isKorean ? "방법" : "how"
    case .fix: isKorean ? "고치기" : "fix"
    case .see: isKorean ? "참고" : "see"
    }
  }

  private func style(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private func severityStyle(_ severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "1;34"
    }
  }

  // MARK: Columns

  private func expandTabs(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\t" { result += "  " } else { result.unicodeScalars.append(scalar.value < 0x20 ? "·" : scalar) }
    }
    return result
  }

  private func columns(of text: String) -> Int {
    var count = 0
    for scalar in text.unicodeScalars { count += scalar == "\t" ? 2 : TerminalText.width(of: scalar) }
    return count
  }

  private func prefixColumns(_ text: String, _ limit: Int) -> String {
    guard columns(of: text) > limit else { return text }
    var (result, count) = ("", 0)
    for scalar in text.unicodeScalars {
      count += TerminalText.width(of: scalar)
      if count > limit - 1 { return result + "…" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private func dropColumns(_ text: String, _ drop: Int) -> String {
    var (result, count) = ("", 0)
    for scalar in text.unicodeScalars {
      if count >= drop { result.unicodeScalars.append(scalar) }
      count += TerminalText.width(of: scalar)
    }
    return result
  }

  /// Columns of a character: 2 for East Asian wide ones, 0 for combining marks (Unicode's EastAsianWidth, in brief).
  public static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
