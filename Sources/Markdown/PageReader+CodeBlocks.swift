internal import CCMark
import Findings

extension PageReader {
  /// A code block with the place of every byte of its text.
  mutating func codeBlock(_ node: OpaquePointer) -> CodeBlock {
    let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    let lines = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false).dropLast()
    let begin = offset(of: node)
    let firstLine = line(of: node)
    let opening = bytes[begin..<lineEnd(firstLine)]
    let isFenced =
      cmark_node_get_fence_info(node).map { $0.pointee != 0 } ?? false
      || !(lines.first.map { $0.elementsEqual(opening) } ?? false)
    var map = SourceMap()
    var line = isFenced ? firstLine + 1 : firstLine
    var end = opening.endIndex
    for content in lines {
      end = lineEnd(line)
      append(content, line: line, to: &map)
      line += 1
    }
    guard isFenced else {
      return CodeBlock(
        index: codeBlocks.count, language: "", attributes: FenceAttributes(), text: text, map: map,
        range: SourceRange(begin, end), infoRange: SourceRange(begin, begin), isFenced: false)
    }
    let fence = opening.prefix { $0 == opening.first }
    if let closing = closingFence(of: node, on: line, fence: fence) {
      end = closing
    } else {
      findings.append(
        Finding(
          id: "markdown/unclosed-fence", severity: dialect == .course ? .error : .warning,
          range: SourceRange(begin, fence.endIndex), message: .unclosedFence(String(bytes: fence))))
    }
    let info = SourceRange(fence.endIndex, opening.endIndex)
    var reader = FenceInfoReader(bytes: bytes, range: info)
    let (language, attributes) = reader.read()
    if dialect == .course { findings += reader.findings + FenceAttributeNames.findings(in: attributes) }
    return CodeBlock(
      index: codeBlocks.count, language: language, attributes: attributes, text: text, map: map,
      range: SourceRange(begin, end), infoRange: reader.range, isFenced: true)
  }

  /// Maps a line: it is the end of the source's line, after spaces that stand for part of a tab.
  private func append(_ content: some BidirectionalCollection<UInt8>, line: Int, to map: inout SourceMap) {
    let begin = lineStart(line)
    let end = lineEnd(line)
    var place = end
    var matched = 0
    for byte in content.reversed() {
      guard place > begin, bytes[place - 1] == byte else { break }
      place -= 1
      matched += 1
    }
    let spaces = content.count - matched
    if spaces > 0 { map.append(source: max(begin, place - 1), sourceLength: place > begin ? 1 : 0, length: spaces) }
    map.append(source: place, length: matched)
    let next = min(source.start(ofLine: line + 1), bytes.count)
    map.append(source: end, sourceLength: max(0, next - end), length: 1)
  }

  /// The end of the closing fence, if the line after the text is one and does not open the next block.
  private func closingFence(of node: OpaquePointer, on line: Int, fence: ArraySlice<UInt8>) -> Int? {
    guard line <= source.lineCount, let byte = fence.first else { return nil }
    let end = lineEnd(line)
    let start = bytes[..<end].index(from: lineStart(line)) { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
    let fenceEnd = bytes[..<end].index(from: start) { $0 == byte }
    guard fenceEnd - start >= fence.count, bytes[..<end].index(from: fenceEnd, while: \.isSpaceOrTab) == end else {
      return nil
    }
    var ancestor: OpaquePointer? = node
    while let current = ancestor {
      if let next = cmark_node_next(current) { return self.line(of: next) == line ? nil : fenceEnd }
      ancestor = cmark_node_parent(current)
    }
    return fenceEnd
  }
}

extension Message {
  fileprivate static func unclosedFence(_ fence: String) -> Message {
    Message(
      en: "this code block is never closed: end it with a line '\(fence)'",
      ko: "코드 블록이 닫히지 않았습니다: '\(fence)' 줄로 끝내세요")
  }
}
