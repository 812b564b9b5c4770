import Findings

extension String {
  /// Columns of a terminal that the text takes.
  var columns: Int { unicodeScalars.reduce(0) { $0 + TerminalText.width(of: $1) } }

  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - columns)) }

  /// Each line broken at spaces where it is wider than `width`; what follows hangs by `indent` columns.
  func wrapped(to width: Int, indent: Int = 0) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard String(line).columns > width else { return String(line) }
      var lines: [String] = [""]
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        let last = lines[lines.count - 1]
        if lines.count == 1 || last.columns > indent, last.columns + 1 + String(word).columns > width {
          lines.append(String(repeating: " ", count: indent) + word)
        } else {
          lines[lines.count - 1] = last.isEmpty || last.columns == indent ? last + word : last + " " + word
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
