import Findings

extension Node {
  /// Where a byte of a scalar's text stands in the stream; `nil` where this cannot be told, as in folded texts and those
  /// with escapes.
  public func place(ofTextByte offset: Int) -> Int? {
    let raw = raw
    guard raw.kind == .scalar, offset >= 0, offset <= Int(raw.textCount) else { return nil }
    // Texts that are slices of the source come first in the tree's own.
    let part = tree.range
    if Int(raw.textStart) < part.end - part.start { return part.start + Int(raw.textStart) + offset }
    return raw.style == .literal ? placeInLiteral(offset) : nil
  }

  /// In a literal text each line is one of the source, without its indentation.
  private func placeInLiteral(_ offset: Int) -> Int? {
    let (source, end) = (tree.source, Int(raw.end))
    let (line, column, hasText) = withText { text in
      var (line, start) = (0, 0)
      for (index, byte) in text.prefix(offset).enumerated() where byte == UInt8(ascii: "\n") {
        line += 1
        start = index + 1
      }
      return (line, offset - start, text.first.map { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") } ?? false)
    }
    // The first line tells the indentation, unless it begins with blanks of its own.
    guard hasText, var position = lineEnd(from: Int(raw.start)) else { return nil }
    position += 1
    var indentation = 0
    while position + indentation < end, source[position + indentation] == UInt8(ascii: " ") { indentation += 1 }
    for _ in 0..<line {
      guard let next = lineEnd(from: position) else { return nil }
      position = next + 1
    }
    let place = position + indentation + column
    return place <= end ? place : nil
  }

  private func lineEnd(from start: Int) -> Int? {
    let end = Int(raw.end)
    var index = start
    while index < end {
      if tree.source[index] == UInt8(ascii: "\n") { return index }
      index += 1
    }
    return nil
  }
}
