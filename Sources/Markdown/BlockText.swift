import Findings

/// The lines of a paragraph or heading without the markers of the quotes and lists around them.
struct BlockText {
  struct Line {
    /// In the page, without its line break.
    var range: SourceRange
    /// Whether it continues a quote's paragraph without the quote's marker.
    var isLazy: Bool
  }

  var lines: [Line] = []

  /// The lines as one text, joined by LF.
  func joined(_ bytes: [UInt8]) -> (text: [UInt8], map: SourceMap) {
    var text: [UInt8] = []
    var map = SourceMap()
    for line in lines {
      text += bytes[line.range.start..<line.range.end]
      map.append(source: line.range.start, length: line.range.end - line.range.start)
      text.append(.lineFeed)
      map.append(source: line.range.end, length: 1)
    }
    return (text, map)
  }
}
