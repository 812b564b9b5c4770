import Findings

/// A grade for a person at a terminal.
public struct GradeText: Sendable {
  public var width: Int
  public var usesColor: Bool

  public init(width: Int = 80, usesColor: Bool = false) {
    self.width = max(40, width)
    self.usesColor = usesColor
  }

  /// A line for each requirement, under those that do not hold what is said and the near miss; last the sum.
  public func text(of grade: Grade) -> String {
    if grade.status == .error { return error(grade) }
    var text = ""
    for result in grade.results { text += block(result, grade.language) }
    text += String(repeating: "─", count: width) + "\n"
    let isKorean = grade.language == "ko"
    let sum = isKorean ? "\(grade.maxPoints)점 중 \(grade.points)점" : "\(grade.points) of \(grade.maxPoints) points"
    let end = grade.status == .pass ? (isKorean ? " · 모두 충족했습니다" : " · everything holds") : ""
    return text + style(sum + end, grade.status == .pass ? "1;32" : "1") + "\n"
  }

  private func error(_ grade: Grade) -> String {
    guard let unreadable = grade.unreadable else { return grade.message + "\n" }
    let terminal = TerminalText(width: width, usesColor: usesColor, language: grade.language)
    let hint = grade.language == "ko" ? "YAML을 읽을 수 없어 채점하지 않았습니다." : "Nothing was graded: the YAML cannot be read."
    return terminal.text(of: unreadable) + hint + "\n"
  }

  private func block(_ result: Grade.Result, _ language: String) -> String {
    let (mark, code) =
      switch result.state {
      case .passed: ("✓", "32")
      case .failed: ("✗", "31")
      case .blocked: ("–", "33")
      case .unknown: ("?", "35")
      }
    let points = "\(result.points)/\(result.maxPoints)"
    // Two columns before the title, two between it and the points.
    let room = max(20, width - points.utf8.count - 4)
    let lines = wrap(result.title, to: room)
    var text = ""
    for (index, line) in lines.enumerated() {
      if index == 0 {
        let gap = String(repeating: " ", count: max(1, width - 2 - columns(line) - points.utf8.count))
        text += style(mark, code) + " " + line + gap + style(points, "2") + "\n"
      } else {
        text += "  " + line + "\n"
      }
    }
    guard result.state != .passed else { return text }
    for line in wrap(result.message, to: width - 4) where !line.isEmpty { text += "    " + line + "\n" }
    guard result.state == .failed || result.state == .unknown else { return text }
    for step in result.trace.prefix(3) {
      let words = step.message.text(in: language)
      // Where no feedback was written the near miss is the message already.
      if words == result.message, step.source == nil { continue }
      var place = ""
      if let source = step.source {
        let at = source.position(at: step.range.start)
        place = "\(source.name):\(at.line):\(at.column): "
      }
      for (index, line) in wrap(place + words, to: width - 6).enumerated() {
        text += style((index == 0 ? "    → " : "      ") + line, "2") + "\n"
      }
    }
    return text
  }

  private func wrap(_ text: String, to room: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if !line.isEmpty, columns(line) + 1 + columns(String(word)) > room {
        lines.append(line)
        line = String(word)
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    lines.append(line)
    return lines
  }

  private func columns(_ text: String) -> Int {
    var count = 0
    for scalar in text.unicodeScalars { count += TerminalText.width(of: scalar) }
    return count
  }

  private func style(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
