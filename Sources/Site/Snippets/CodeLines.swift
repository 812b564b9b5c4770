import Findings

/// Code as lines of HTML: tokens coloured, findings underlined where they are, and their sentences under the line.
struct CodeLines {
  /// A finding's underline, within one line.
  private struct Mark {
    var range: SourceRange
    var severity: Severity
  }

  private let source: SourceText
  private let tokens: [CodeToken]
  private let marks: [Mark]
  private let notes: [Int: [Finding]]
  private let emphasized: [ClosedRange<Int>]

  init(text: String, language: String, findings: [Finding], emphasized: [ClosedRange<Int>]) {
    // The last line break ends the last line and begins none.
    let bytes = Array(text.utf8)
    source = SourceText(name: "", bytes: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes)
    tokens = CodeToken.tokens(of: source.bytes, language: language)
    var marks: [Mark] = []
    var notes: [Int: [Finding]] = [:]
    for finding in findings.sortedByPlace() {
      let mark = CodeLines.underline(finding.range, in: source)
      notes[source.line(at: mark.start), default: []].append(finding)
      if !mark.isEmpty { marks.append(Mark(range: mark, severity: finding.severity)) }
    }
    self.marks = marks
    self.notes = notes
    self.emphasized = emphasized
  }

  /// The lines, each a `span`; a note's content is written by the caller.
  func html(note: (Finding) -> HTML) -> HTML {
    var html = HTML()
    var token = 0
    for line in 1...source.lineCount {
      let start = source.start(ofLine: line)
      let isLast = line == source.lineCount
      let end = isLast ? source.bytes.count : source.start(ofLine: line + 1)
      let isEmphasized = emphasized.contains { $0.contains(line) }
      html.markup(isEmphasized ? "<span class=\"line emphasis\">" : "<span class=\"line\">")
      while token < tokens.count, tokens[token].range.end <= start { token += 1 }
      content(start, end, from: token, into: &html)
      if isLast { html.markup("\n") }
      html.markup("</span>")
      for finding in notes[line] ?? [] { html.markup(note(finding).text) }
    }
    return html
  }

  /// Cuts a line where a token or a mark begins or ends, and nests tokens in marks.
  private func content(_ start: Int, _ end: Int, from first: Int, into html: inout HTML) {
    let lineMarks = marks.filter { $0.range.start < end && $0.range.end > start }
    var cuts = [start, end]
    for mark in lineMarks { cuts += [mark.range.start, mark.range.end] }
    var index = first
    while index < tokens.count, tokens[index].range.start < end {
      cuts += [tokens[index].range.start, tokens[index].range.end]
      index += 1
    }
    let places = Set(cuts.filter { $0 >= start && $0 <= end }).sorted()

    var open: Severity?
    index = first
    for (place, next) in zip(places, places.dropFirst()) {
      // Where findings overlap the gravest colours.
      let severity = lineMarks.filter { $0.range.start <= place && $0.range.end >= next }.map(\.severity).min()
      if severity != open {
        if open != nil { html.markup("</mark>") }
        if let severity { html.markup("<mark class=\"mark-\(severity.rawValue)\">") }
        open = severity
      }
      while index < tokens.count, tokens[index].range.end <= place { index += 1 }
      let bytes = source.bytes[place..<next]
      if index < tokens.count, tokens[index].range.start <= place {
        html.markup("<span class=\"tok-\(tokens[index].kind.rawValue)\">")
        html.text(bytes)
        html.markup("</span>")
      } else {
        html.text(bytes)
      }
    }
    if open != nil { html.markup("</mark>") }
  }

  /// The part of a finding's range that is underlined: its first line, without blanks at the ends. An empty range
  /// takes the word at it, or before it, so that there is something to see.
  private static func underline(_ range: SourceRange, in source: SourceText) -> SourceRange {
    let bytes = source.bytes
    let start = min(max(0, range.start), bytes.count)
    let line = source.line(at: start)
    let lineStart = source.start(ofLine: line)
    var lineEnd = source.start(ofLine: line + 1)
    while lineEnd > lineStart, isBlank(bytes[lineEnd - 1]) { lineEnd -= 1 }
    var first = min(start, lineEnd)
    var last = min(max(range.end, start), lineEnd)
    while first < last, isBlank(bytes[first]) { first += 1 }
    while last > first, isBlank(bytes[last - 1]) { last -= 1 }
    guard first == last else { return SourceRange(first, last) }
    while last < lineEnd, !isBlank(bytes[last]) { last += 1 }
    guard first == last else { return SourceRange(first, last) }
    while first > lineStart, isBlank(bytes[first - 1]) { first -= 1 }
    last = first
    while first > lineStart, !isBlank(bytes[first - 1]) { first -= 1 }
    return first == last ? SourceRange(start, start) : SourceRange(first, last)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
