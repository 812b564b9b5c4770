import Findings

extension String {
  /// Columns of a terminal that the text takes; escape sequences for colours take none.
  package var columns: Int {
    var count = 0
    var isEscape = false
    for scalar in unicodeScalars {
      if isEscape {
        isEscape = scalar != "m"
      } else if scalar == "\u{1B}" {
        isEscape = true
      } else {
        count += TerminalText.width(of: scalar)
      }
    }
    return count
  }

  package func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - columns)) }

  /// Each line broken at spaces where it is wider than `width`; what follows hangs by `indent` columns.
  package func wrapped(to width: Int, indent: Int = 0) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).brokenLine(width, indent) }
      .joined(separator: "\n")
  }

  private func brokenLine(_ width: Int, _ indent: Int) -> String {
    guard columns > width else { return self }
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      if line.isEmpty {
        line += word
      } else if line.columns + 1 + String(word).columns > width, line.contains(where: { $0 != " " }) {
        lines.append(line)
        line = margin + word
      } else {
        line += " " + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
