import Findings

/// A table as it stands in the lines of a paragraph, by the rules of GitHub Flavored Markdown, section 4.10.
struct TableText {
  /// The bytes of a cell without the space around it, `\|` read as `|`.
  struct Cell {
    var text: [UInt8] = []
    var map = SourceMap()
  }

  /// The line of the header; lines before it are a paragraph.
  var headerLine: Int
  /// The line after the last row.
  var endLine: Int
  var alignments: [Table.Alignment?]
  var header: [Cell]
  var rows: [[Cell]]

  /// The first table in the lines of a paragraph.
  init?(_ lines: [BlockText.Line], bytes: [UInt8]) {
    guard lines.count > 1 else { return nil }
    for line in 1..<lines.count where !lines[line].isLazy {
      guard let alignments = Self.alignments(bytes[lines[line].range.start..<lines[line].range.end]) else { continue }
      let header = Self.cells(in: lines[line - 1].range, bytes: bytes)
      guard header.count == alignments.count else { continue }
      self.alignments = alignments
      self.header = header
      headerLine = line - 1
      endLine = line + 1
      rows = []
      while endLine < lines.count, !lines[endLine].isLazy {
        var row = Self.cells(in: lines[endLine].range, bytes: bytes)
        // A short row is filled, what a long one has too much is left out.
        row = Array(row.prefix(alignments.count))
        row += Array(repeating: Cell(), count: alignments.count - row.count)
        rows.append(row)
        endLine += 1
      }
      return
    }
    return nil
  }

  /// What a delimiter row says; `nil` for any other line.
  private static func alignments(_ line: ArraySlice<UInt8>) -> [Table.Alignment?]? {
    var alignments: [Table.Alignment?] = []
    var index = line.index(from: line.startIndex, while: \.isSpaceOrTab)
    if index < line.endIndex, line[index] == UInt8(ascii: "|") { index += 1 }
    while true {
      index = line.index(from: index, while: \.isSpaceOrTab)
      if index == line.endIndex { return alignments.isEmpty ? nil : alignments }
      let left = line[index] == UInt8(ascii: ":")
      if left { index += 1 }
      let dashes = line.index(from: index) { $0 == UInt8(ascii: "-") }
      guard dashes > index else { return nil }
      index = dashes
      let right = index < line.endIndex && line[index] == UInt8(ascii: ":")
      if right { index += 1 }
      alignments.append(left ? (right ? .center : .left) : (right ? .right : nil))
      index = line.index(from: index, while: \.isSpaceOrTab)
      if index == line.endIndex { return alignments }
      guard line[index] == UInt8(ascii: "|") else { return nil }
      index += 1
    }
  }

  private static func cells(in range: SourceRange, bytes: [UInt8]) -> [Cell] {
    var start = range.start
    var end = range.end
    while start < end, bytes[start].isSpaceOrTab { start += 1 }
    while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
    let pipe = UInt8(ascii: "|")
    if start < end, bytes[start] == pipe { start += 1 }
    if end > start, bytes[end - 1] == pipe, end - 2 < start || bytes[end - 2] != .backslash { end -= 1 }
    var cells: [Cell] = []
    var cellStart = start
    for index in start...max(start, end) {
      guard index == end || (bytes[index] == pipe && (index == start || bytes[index - 1] != .backslash)) else {
        continue
      }
      cells.append(cell(from: cellStart, to: index, bytes: bytes))
      cellStart = index + 1
    }
    return cells
  }

  private static func cell(from start: Int, to end: Int, bytes: [UInt8]) -> Cell {
    var start = start
    var end = end
    while start < end, bytes[start].isSpaceOrTab { start += 1 }
    while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
    var cell = Cell()
    for index in start..<end {
      if bytes[index] == .backslash, index + 1 < end, bytes[index + 1] == UInt8(ascii: "|") { continue }
      cell.text.append(bytes[index])
      cell.map.append(source: index, length: 1)
    }
    return cell
  }
}
