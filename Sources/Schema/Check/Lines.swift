import Findings
import YAML

/// Fields in block style as the lines that they take in the text, to move them.
///
/// Everything answers `nil` where lines cannot be moved: flow style, tabs, aliases, a field that begins behind a dash.
struct Lines {
  let tree: Tree

  private var source: [UInt8] { tree.source }
  private func raw(_ index: Int32) -> RawNode { tree.nodes[Int(index)] }

  /// The start of the line that holds an offset.
  func start(of offset: Int) -> Int {
    var start = min(offset, source.count)
    while start > tree.range.start, source[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// Columns before a key, dashes included.
  func column(of key: Int32) -> Int { Int(raw(key).start) - start(of: Int(raw(key).start)) }

  /// The start of a key's line, where nothing but spaces stands before it.
  func start(ofKey key: Int32) -> Int? {
    let line = start(of: Int(raw(key).start))
    for index in line..<Int(raw(key).start) where source[index] != UInt8(ascii: " ") { return nil }
    return line
  }

  /// Whether a mapping is written in block style and stands where it says.
  func isBlock(_ mapping: Int32) -> Bool {
    let node = Node(tree: tree, index: mapping)
    return node.isMapping && node.style == .block && !node.isAliased
  }

  /// The end of a value's last line, its line break included.
  func end(of value: Int32) -> Int {
    var last = raw(value).next - 1
    if raw(value).kind != .scalar, raw(value).style == .flow { last = value }
    // A flow collection ends after the last of what it holds.
    var around = last
    while around > value, raw(around).parent >= value {
      around = raw(around).parent
      if raw(around).style == .flow { last = around }
    }
    var end = min(Int(raw(last).end), tree.range.end)
    if raw(last).kind == .scalar, raw(last).style == .literal || raw(last).style == .folded {
      while end > Int(raw(last).start), isBlank(source[end - 1]) { end -= 1 }
    }
    while end < tree.range.end, source[end] != UInt8(ascii: "\n") { end += 1 }
    return min(end + 1, tree.range.end)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: " ")
  }

  /// The start of the comments right above a line that have its indentation.
  func startWithComments(_ line: Int, column: Int) -> Int {
    var line = line
    while line > tree.range.start {
      let above = start(of: line - 1)
      var index = above
      while index < line, source[index] == UInt8(ascii: " ") { index += 1 }
      guard index < line, source[index] == UInt8(ascii: "#"), index - above == column else { break }
      line = above
    }
    return line
  }

  /// The edits that shift lines by some columns; lines without text stay as they are.
  func shift(_ lines: SourceRange, by columns: Int) -> [Fix.Edit]? {
    var edits: [Fix.Edit] = []
    var line = lines.start
    while line < lines.end {
      var text = line
      while text < lines.end, source[text] == UInt8(ascii: " ") { text += 1 }
      guard text < lines.end else { break }
      if source[text] == UInt8(ascii: "\t") { return nil }
      if source[text] != UInt8(ascii: "\n"), source[text] != UInt8(ascii: "\r") {
        if columns < 0 {
          // Comments may stand further left than what they are about.
          let removed = min(-columns, text - line)
          guard removed == -columns || source[text] == UInt8(ascii: "#") else { return nil }
          if removed > 0 { edits.append(Fix.Edit(range: SourceRange(line, line + removed), replacement: "")) }
        } else if columns > 0 {
          edits.append(Fix.Edit(range: SourceRange(line, line), replacement: String(repeating: " ", count: columns)))
        }
      }
      while text < lines.end, source[text] != UInt8(ascii: "\n") { text += 1 }
      line = text + 1
    }
    return edits.isEmpty ? nil : edits
  }

  /// The edits that take lines away and put them before another line, shifted.
  func move(_ lines: SourceRange, to place: Int, by columns: Int) -> [Fix.Edit]? {
    guard place <= lines.start || place >= lines.end, let shift = shift(lines, by: columns) ?? noShift(columns) else {
      return nil
    }
    // Both the moved lines and the place need line breaks of their own.
    guard lines.end > lines.start, source[lines.end - 1] == UInt8(ascii: "\n") else { return nil }
    guard place == tree.range.start || source[place - 1] == UInt8(ascii: "\n") else { return nil }
    var text: [UInt8] = []
    var position = lines.start
    for edit in shift {
      text += source[position..<edit.range.start]
      text += Array(edit.replacement.utf8)
      position = edit.range.end
    }
    text += source[position..<lines.end]
    let insertion = Fix.Edit(range: SourceRange(place, place), replacement: String(decoding: text, as: UTF8.self))
    let removal = Fix.Edit(range: lines, replacement: "")
    return place <= lines.start ? [insertion, removal] : [removal, insertion]
  }

  private func noShift(_ columns: Int) -> [Fix.Edit]? { columns == 0 ? [] : nil }

  /// Edits have their ranges in the text that is checked; none may lie outside of it.
  func text(_ range: SourceRange) -> String {
    let (start, end) = (max(0, range.start), min(range.end, source.count))
    return start < end ? String(decoding: source[start..<end], as: UTF8.self) : ""
  }
}
