internal import CCMark
import Findings

/// Turns cmark's tree into blocks, with the place in the page of everything that has one.
struct PageReader {
  let source: SourceText
  let dialect: MarkdownDialect
  /// The page without what cmark cannot read; as long as the source.
  let bytes: [UInt8]
  /// The bytes of a byte order mark.
  let start: Int
  /// The line of the page at which cmark's first line stands, counted from 1.
  let firstLine: Int

  var inlineReader = InlineReader()
  var anchors = Anchors()
  var headings: [Heading] = []
  var codeBlocks: [CodeBlock] = []
  var links: [Link] = []
  var findings: [Finding] = []
  private var isTooDeep = false
  private lazy var definitions = LinkDefinitions.lines(in: bytes[bodyStart...])

  init(source: SourceText, dialect: MarkdownDialect, prepared: PreparedText, firstLine: Int) {
    self.source = source
    self.dialect = dialect
    self.firstLine = firstLine
    bytes = prepared.bytes
    start = prepared.start
  }

  private var bodyStart: Int { lineStart(firstLine) }

  /// The offset at which a line of the page begins, after the byte order mark.
  func lineStart(_ line: Int) -> Int { min(line <= 1 ? start : source.start(ofLine: line), bytes.count) }

  /// The offset after the last byte of a line of the page, before its line break.
  func lineEnd(_ line: Int) -> Int {
    var end = min(source.start(ofLine: line + 1), bytes.count)
    let begin = lineStart(line)
    while end > begin, bytes[end - 1].isLineBreak { end -= 1 }
    return end
  }

  /// The line of the page on which a node begins.
  func line(of node: OpaquePointer) -> Int { firstLine + Int(cmark_node_get_start_line(node)) - 1 }

  /// The offset in the page at which a block begins.
  func offset(of node: OpaquePointer) -> Int {
    let line = line(of: node)
    return min(lineStart(line) + max(0, Int(cmark_node_get_start_column(node)) - 1), lineEnd(line))
  }

  mutating func read() -> [Block] {
    let root = bytes[bodyStart...].withUnsafeBytes { buffer in
      cmark_parse_document(buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, 0)
    }
    guard let root else { return [] }
    defer { cmark_node_free(root) }
    return blocks(of: root, depth: 0, quotes: 0)
  }

  private mutating func blocks(of parent: OpaquePointer, depth: Int, quotes: Int) -> [Block] {
    var blocks: [Block] = []
    var next = cmark_node_first_child(parent)
    guard depth < Limits.nesting else {
      if let next { reportDepth(at: next) }
      return []
    }
    while let node = next {
      next = cmark_node_next(node)
      switch cmark_node_get_type(node) {
      case CMARK_NODE_BLOCK_QUOTE:
        let inner = self.blocks(of: node, depth: depth + 1, quotes: quotes + 1)
        blocks.append(Alert.block(of: inner))
      case CMARK_NODE_LIST: blocks.append(list(node, depth: depth + 1, quotes: quotes))
      case CMARK_NODE_CODE_BLOCK:
        let block = codeBlock(node)
        codeBlocks.append(block)
        blocks.append(.codeBlock(block))
      case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CUSTOM_BLOCK:
        blocks.append(.html(cmark_node_get_literal(node).map { String(cString: $0) } ?? ""))
      case CMARK_NODE_PARAGRAPH: blocks += paragraph(node, quotes: quotes)
      case CMARK_NODE_HEADING: blocks += heading(node, quotes: quotes)
      default: blocks.append(.thematicBreak)
      }
    }
    return blocks
  }

  /// One finding a page, at the first block that is nested too deep or holds markup that is.
  private mutating func reportDepth(at node: OpaquePointer) {
    guard !isTooDeep else { return }
    isTooDeep = true
    let place = offset(of: node)
    findings.append(Finding(id: "markdown/too-deep", range: SourceRange(place, place + 1), message: .tooDeep))
  }

  /// The inlines of a paragraph or heading, with the places of their links.
  private mutating func inlines(of node: OpaquePointer, text: BlockText) -> [Inline] {
    var inlines = inlineReader.inlines(of: node)
    if inlineReader.isTooDeep { reportDepth(at: node) }
    if LinkPlaces.hasLinks(inlines) {
      let joined = text.joined(bytes)
      place(&inlines, text: joined.text, map: joined.map)
    }
    return inlines
  }

  private mutating func list(_ list: OpaquePointer, depth: Int, quotes: Int) -> Block {
    var items: [List.Item] = []
    var next = cmark_node_first_child(list)
    while let node = next {
      next = cmark_node_next(node)
      var blocks = blocks(of: node, depth: depth + 1, quotes: quotes)
      let task = TaskMarker.removed(from: &blocks)
      items.append(List.Item(task: task, blocks: blocks))
    }
    let isOrdered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
    return .list(
      List(
        start: isOrdered ? Int(cmark_node_get_list_start(list)) : nil,
        isTight: cmark_node_get_list_tight(list) != 0, items: items))
  }
}

// MARK: - Paragraphs, headings, tables

extension PageReader {
  /// The lines of a paragraph or heading, to its last or that given.
  private func text(of node: OpaquePointer, quotes: Int) -> BlockText {
    let first = line(of: node)
    let last = max(first, firstLine + Int(cmark_node_get_end_line(node)) - 1)
    var text = BlockText()
    text.lines.append(BlockText.Line(range: SourceRange(offset(of: node), lineEnd(first)), isLazy: false))
    for line in (first + 1)..<(last + 1) {
      var index = lineStart(line)
      let end = lineEnd(line)
      var open = quotes
      while index < end {
        if bytes[index].isSpaceOrTab {
          index += 1
        } else if open > 0, bytes[index] == UInt8(ascii: ">") {
          open -= 1
          index += 1
        } else {
          break
        }
      }
      text.lines.append(BlockText.Line(range: SourceRange(index, end), isLazy: open > 0))
    }
    return text
  }

  /// Sets the places of links and notes them.
  private mutating func place(_ inlines: inout [Inline], text: [UInt8], map: SourceMap) {
    var places = LinkPlaces(text: text, map: map)
    places.place(&inlines)
    links += places.links
  }

  private mutating func paragraph(_ node: OpaquePointer, quotes: Int) -> [Block] {
    let text = text(of: node, quotes: quotes)
    if let blocks = table(in: text.lines) { return blocks }
    return [.paragraph(inlines(of: node, text: text))]
  }

  private mutating func heading(_ node: OpaquePointer, quotes: Int) -> [Block] {
    let level = Int(cmark_node_get_heading_level(node))
    var text = text(of: node, quotes: quotes)
    let begin = offset(of: node)
    let isSetext = begin >= bytes.count || bytes[begin] != UInt8(ascii: "#")
    // cmark ends such a heading where it saw the next line.
    while isSetext, text.lines.count > 2, let last = text.lines.last, !isUnderline(last.range) {
      text.lines.removeLast()
    }
    // A table followed by `---` is a heading to cmark.
    if isSetext, text.lines.count > 1, let blocks = table(in: Array(text.lines.dropLast())) {
      return blocks + [.thematicBreak]
    }
    var inlines = inlines(of: node, text: text)
    let range = SourceRange(begin, isSetext ? text.lines.last?.range.end ?? begin : lineEnd(line(of: node)))
    let written = HeadingAnchor.removed(from: &inlines)
    let plain = plainText(of: inlines)
    if let written, !anchors.take(written) {
      findings.append(Finding(id: "markdown/duplicate-anchor", range: range, message: .duplicateAnchor(written)))
    }
    let heading = Heading(
      level: level, content: inlines, text: plain, anchor: written ?? anchors.anchor(for: plain), range: range)
    headings.append(heading)
    return [.heading(heading)]
  }

  private func isUnderline(_ line: SourceRange) -> Bool {
    guard line.start < line.end else { return false }
    let underline = bytes[line.start..<line.end]
    let end = underline.index(from: line.start) { $0 == bytes[line.start] }
    return "=-".utf8.contains(bytes[line.start]) && underline.index(from: end, while: \.isSpaceOrTab) == line.end
  }

  /// A paragraph's lines as a table with the paragraphs before and after it; `nil` when it holds none.
  private mutating func table(in lines: [BlockText.Line]) -> [Block]? {
    guard let table = TableText(lines, bytes: bytes) else { return nil }
    let cells = table.header + table.rows.flatMap { $0 }
    let around = [lines[..<table.headerLine], lines[table.endLine...]].map { BlockText(lines: Array($0)).joined(bytes) }
    var texts = cells.map { ($0.text, $0.map) }
    texts += around.map { ($0.text, $0.map) }
    let needsDefinitions = texts.contains { $0.0.contains(UInt8(ascii: "[")) }
    var inlines = inlineReader.inlines(ofTexts: texts.map(\.0), definitions: needsDefinitions ? definitions : [])
    // In order of position: what stands before the table, its cells, what follows.
    for index in [cells.count] + Array(0..<cells.count) + [cells.count + 1] where LinkPlaces.hasLinks(inlines[index]) {
      place(&inlines[index], text: texts[index].0, map: texts[index].1)
    }
    let columns = table.alignments.count
    var rows: [[[Inline]]] = []
    for row in table.rows.indices {
      rows.append(Array(inlines[(columns * (row + 1))..<(columns * (row + 2))]))
    }
    var blocks: [Block] = [
      .table(Table(alignments: table.alignments, header: Array(inlines[..<columns]), rows: rows))
    ]
    if !inlines[cells.count].isEmpty { blocks.insert(.paragraph(inlines[cells.count]), at: 0) }
    if !inlines[cells.count + 1].isEmpty { blocks.append(.paragraph(inlines[cells.count + 1])) }
    return blocks
  }
}

extension Message {
  fileprivate static func duplicateAnchor(_ name: String) -> Message {
    Message(
      en: "another heading of the page has the anchor '\(name)': choose another",
      ko: "다른 제목이 앵커 '\(name)'을(를) 쓰고 있습니다: 다른 이름을 고르세요")
  }
}
