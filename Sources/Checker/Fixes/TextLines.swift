import Findings

/// A document that cannot be read as YAML, as lines of text.
struct TextLines {
  let source: [UInt8]
  let part: SourceRange

  /// The starts of its lines.
  var lines: [Int] {
    var lines = [part.start]
    var index = part.start
    while index < part.end {
      if source[index] == UInt8(ascii: "\n"), index + 1 < part.end { lines.append(index + 1) }
      index += 1
    }
    return lines
  }

  func start(of offset: Int) -> Int {
    var start = min(max(offset, part.start), part.end)
    while start > part.start, source[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// The end of a line, without its line break.
  func end(ofLine line: Int) -> Int {
    var end = line
    while end < part.end, source[end] != UInt8(ascii: "\n"), source[end] != UInt8(ascii: "\r") { end += 1 }
    return end
  }

  func lineAbove(_ line: Int) -> Int? { line > part.start ? start(of: line - 1) : nil }

  func lineBelow(_ line: Int) -> Int? {
    var index = line
    while index < part.end, source[index] != UInt8(ascii: "\n") { index += 1 }
    return index + 1 < part.end ? index + 1 : nil
  }

  func indentation(ofLine line: Int) -> Int {
    var index = line
    while index < part.end, source[index] == UInt8(ascii: " ") { index += 1 }
    return index - line
  }

  /// Whether there is more than blanks and a comment.
  func hasContent(_ line: Int) -> Bool {
    let first = line + indentation(ofLine: line)
    return first < end(ofLine: line) && source[first] != UInt8(ascii: "#")
  }

  /// Where keys begin in a line: after its blanks, and after each dash.
  func columns(ofLine line: Int) -> [Int] {
    var columns = [indentation(ofLine: line)]
    var index = line + columns[0]
    while index + 1 < part.end, source[index] == UInt8(ascii: "-"), source[index + 1] == UInt8(ascii: " ") {
      index += 1
      while index < part.end, source[index] == UInt8(ascii: " ") { index += 1 }
      columns.append(index - line)
    }
    return columns
  }

  /// The first word of a line, its dashes and colon left out.
  func word(ofLine line: Int) -> String {
    let start = line + (columns(ofLine: line).last ?? 0)
    var end = start
    while end < part.end, TextLines.isNameByte(source[end]) { end += 1 }
    return String(decoding: source[start..<end], as: UTF8.self)
  }

  /// A line with those below it that are indented more.
  func block(ofLine line: Int) -> SourceRange {
    let own = indentation(ofLine: line)
    var last = line
    while let below = lineBelow(last) {
      guard !hasContent(below) || indentation(ofLine: below) > own else { break }
      last = below
    }
    return SourceRange(line, end(ofLine: last))
  }

  func shift(_ lines: SourceRange, by columns: Int) -> [Fix.Edit]? {
    var edits: [Fix.Edit] = []
    var line: Int? = lines.start
    while let current = line, current < max(lines.end, lines.start + 1) {
      if hasContent(current) {
        if columns > 0 {
          let spaces = String(repeating: " ", count: columns)
          edits.append(Fix.Edit(range: SourceRange(current, current), replacement: spaces))
        } else {
          guard indentation(ofLine: current) >= -columns else { return nil }
          edits.append(Fix.Edit(range: SourceRange(current, current - columns), replacement: ""))
        }
      }
      line = lineBelow(current)
    }
    return edits.isEmpty ? nil : edits
  }

  /// What stands after the first `: ` or the dash of a line, without a comment.
  func value(ofLine line: Int) -> SourceRange? {
    let last = end(ofLine: line)
    var start = line + (columns(ofLine: line).last ?? 0)
    let item = start
    var index = start
    var hasKey = false
    while index < last, !hasKey {
      if source[index] == UInt8(ascii: ":"), index + 1 < last, source[index + 1] == UInt8(ascii: " ") { hasKey = true }
      index += 1
    }
    if hasKey {
      start = index
      while start < last, source[start] == UInt8(ascii: " ") { start += 1 }
    } else if item == line + indentation(ofLine: line) {
      return nil
    }
    var end = start
    index = start
    while index < last {
      if source[index] == UInt8(ascii: "#"), index > start, source[index - 1] == UInt8(ascii: " ") { break }
      index += 1
      if source[index - 1] != UInt8(ascii: " ") { end = index }
    }
    return end > start ? SourceRange(start, end) : nil
  }

  /// A line `key:value`: the whole word, and the place after its colon.
  func tightColon(inLine line: Int) -> (word: SourceRange, after: Int)? {
    let last = end(ofLine: line)
    let start = line + (columns(ofLine: line).last ?? 0)
    var index = start
    while index < last, TextLines.isNameByte(source[index]) { index += 1 }
    guard index > start, index + 1 < last, source[index] == UInt8(ascii: ":") else { return nil }
    let next = source[index + 1]
    guard next != UInt8(ascii: " "), next != UInt8(ascii: "/"), next != UInt8(ascii: ":") else { return nil }
    return (SourceRange(start, last), index + 1)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
