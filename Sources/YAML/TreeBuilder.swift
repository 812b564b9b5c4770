import Findings

/// Lays events down as a flat tree, and finds duplicate keys, bad aliases and broken limits on the way.
struct TreeBuilder {
  /// A collection whose end has not come.
  private struct Open {
    var index: Int32
    var isMapping: Bool
    /// Whether it has braces or brackets.
    var isFlow = false
    /// Of a mapping, a key comes next after an even number.
    var children: Int32 = 0
    /// Where the last child ends: a block collection is followed by blank lines and comments that are not its own.
    var lastEnd: Int32
  }

  private let stream: [UInt8]
  /// The same bytes, without the cost of asking the array for each.
  let source: UnsafeBufferPointer<UInt8>
  private let part: SourceRange
  private let limits: Limits
  /// Places of ':' for which libyaml was given a letter, and of `\'` for which it was given `\a`.
  private let refused: [Int]
  private let hasRefused: Bool
  var nodes: [RawNode] = []
  /// Texts that are not slices of the source; in nodes they come after the document's part.
  private var ownText: [UInt8] = []
  /// The innermost open collection; around the root there is none, and its index is -1.
  private var current = Open(index: -1, isMapping: false, lastEnd: 0)
  /// Those around it, of which the first is none.
  private var outer: [Open] = []
  /// Anchors in the order of their nodes; of a name that stands twice the last counts.
  var anchors: [(name: String, index: Int32)] = []
  private var anchorsByName: [String: Int32] = [:]
  private var aliasedNodes = 0
  /// Whether a `<<` was read, so that mappings need to be searched for one.
  private var hasMergeKeys = false
  var hasDuplicateKeys = false

  var findings: [Finding] = []
  /// Why the document cannot be read to its end.
  private(set) var failure: Finding?

  /// `source` are the bytes of the stream, for as long as the builder lives.
  init(stream: [UInt8], source: UnsafeBufferPointer<UInt8>, part: SourceRange, limits: Limits, refused: [Int] = []) {
    self.stream = stream
    self.source = source
    self.part = part
    self.limits = limits
    self.refused = refused
    hasRefused = !refused.isEmpty
  }

  /// The finished tree; `nil` where the document has no content at all.
  func tree() -> Tree? {
    guard let root = nodes.first, !(nodes.count == 1 && root.type == .null && root.start == root.end) else {
      return nil
    }
    return Tree(source: stream, range: part, nodes: nodes, ownText: ownText, hasDuplicateKeys: hasDuplicateKeys)
  }

  /// What there is so far, its open collections closed: a mapping keeps whole pairs only.
  mutating func partialTree() -> Tree? {
    while current.index >= 0 {
      let end = Int(nodes[Int(current.index)].end)
      if current.isMapping, current.children % 2 == 1 {
        add(scalar: UnsafeBufferPointer(start: nil, count: 0), style: .plain, from: end, to: end, tag: nil, anchor: nil)
      }
      self.end(at: end)
    }
    return tree()
  }

  mutating func begin(_ kind: RawNode.Kind, style: RawNode.Style, from start: Int, to end: Int, anchor: String?) {
    guard outer.count < limits.nesting else {
      failure = .tooDeep(at: SourceRange(start, max(end, start + 1)), limit: limits.nesting)
      return
    }
    if nodes.isEmpty { nodes.reserveCapacity((part.end - part.start) / 16 + 8) }
    if let anchor { add(anchor: anchor) }
    let index = Int32(nodes.count)
    let (parent, position, flags) = place(ofChildTo: Int32(end))
    nodes.append(
      RawNode(
        kind: kind, style: style, type: .string, flags: flags, start: Int32(start), end: Int32(end), textStart: 0,
        textCount: 0, parent: parent, next: 0, count: 0, position: position))
    outer.append(current)
    current = Open(index: index, isMapping: kind == .mapping, isFlow: style == .flow, lastEnd: Int32(start))
  }

  mutating func end(at end: Int) {
    guard let around = outer.popLast() else { return }
    let closed = current
    let index = Int(closed.index)
    current = around
    // A block collection ends where the next token begins.
    let isFlow = nodes[index].style == .flow
    let end = isFlow || closed.children == 0 ? Int32(end) : closed.lastEnd
    nodes[index].end = end
    nodes[index].next = Int32(nodes.count)
    nodes[index].count = closed.isMapping ? closed.children / 2 : closed.children
    current.lastEnd = max(current.lastEnd, end)
    guard closed.isMapping else { return }
    if hasMergeKeys { expandMergeKeys(of: closed.index) }
    findDuplicateKeys(of: closed.index)
  }

  mutating func add(
    scalar value: UnsafeBufferPointer<UInt8>, style: RawNode.Style, from start: Int, to end: Int, tag: String?,
    anchor: String?
  ) {
    if hasRefused, style == .doubleQuoted, value.contains(0x07), isRefused(from: start, to: end) {
      return value.map { $0 == 0x07 ? UInt8(ascii: "'") : $0 }.withUnsafeBufferPointer {
        add(scalar: $0, style: style, from: start, to: end, tag: tag, anchor: anchor)
      }
    }
    if let anchor { add(anchor: anchor) }
    var value = value
    if hasRefused, style == .plain, isRefused(from: start, to: end), end - start >= value.count {
      value = UnsafeBufferPointer(rebasing: source[end - value.count..<end])
    }
    var node = RawNode(
      kind: .scalar, style: style, type: .string, flags: [], start: Int32(start), end: Int32(end), textStart: 0,
      textCount: Int32(value.count), parent: -1, next: Int32(nodes.count + 1), count: 0, position: 0)
    if style == .plain { node.type = ScalarResolution.type(of: value) }
    if let tag { node.type = type(tagged: tag, value, from: start, to: end) }
    // Tags and anchors stand before the text: it is found from the end.
    let quote = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    let textStart = end - quote - value.count
    if textStart >= start, style != .literal, style != .folded, isSource(value, at: textStart) {
      node.textStart = Int32(textStart - part.start)
      node.start = Int32(max(start, textStart - quote))
    } else {
      node.textStart = Int32(part.end - part.start + ownText.count)
      ownText += value
    }
    if style == .literal || style == .folded { node.end = endWithoutBlankLines(of: node) }
    if style == .plain, isMergeKey(value) { hasMergeKeys = true }
    if style == .doubleQuoted || style == .plain && current.isFlow {
      findForeignSyntax(in: value, style, from: start, to: end)
    }
    (node.parent, node.position, node.flags) = place(ofChildTo: node.end)
    nodes.append(node)
  }

  mutating func addAlias(_ name: String, from start: Int, to end: Int) {
    let range = SourceRange(start, end)
    guard let anchor = anchorsByName[name] else {
      failure = .unknownAlias(name, at: range)
      return
    }
    guard nodes[Int(anchor)].next > anchor else {
      failure = .recursiveAlias(name, at: range)
      return
    }
    let size = nodes[Int(anchor)].next - anchor
    aliasedNodes += Int(size)
    guard aliasedNodes <= limits.aliasedNodes, depth(of: anchor) + outer.count <= limits.nesting else {
      failure = .aliasBomb(name, at: range, limit: limits.aliasedNodes)
      return
    }
    let root = nodes.count
    let shift = Int32(root) - anchor
    for index in anchor..<anchor + size {
      var node = nodes[Int(index)]
      node.parent += shift
      node.next += shift
      node.flags.insert(.aliased)
      nodes.append(node)
    }
    let (parent, position, flags) = place(ofChildTo: Int32(end))
    nodes[root].parent = parent
    nodes[root].position = position
    nodes[root].flags.remove(.key)
    nodes[root].flags.formUnion(flags)
  }

  // MARK: Parts of the above

  /// Whether there is something in a part of the text that libyaml refuses.
  private func isRefused(from start: Int, to end: Int) -> Bool { refused.contains { $0 >= start && $0 < end } }

  /// Where the next node stands in the collection that is open, which then ends no earlier than it.
  @inline(__always)
  private mutating func place(ofChildTo end: Int32) -> (parent: Int32, position: Int32, flags: RawNode.Flags) {
    let position = current.children
    current.children += 1
    current.lastEnd = max(current.lastEnd, end)
    return (current.index, position, current.isMapping && position % 2 == 0 ? .key : [])
  }

  private mutating func add(anchor name: String) {
    anchors.append((name, Int32(nodes.count)))
    anchorsByName[name] = Int32(nodes.count)
  }

  /// Lets anchors from some node on stand for other nodes, or for none.
  mutating func replaceAnchors(from first: Int, by moved: [(name: String, index: Int32)]) {
    for anchor in anchors[first...] { anchorsByName[anchor.name] = nil }
    anchors.replaceSubrange(first..., with: moved)
    for anchor in moved { anchorsByName[anchor.name] = anchor.index }
  }

  /// libyaml lets a block scalar end where the next token begins.
  private func endWithoutBlankLines(of node: RawNode) -> Int32 {
    var end = node.end
    while end > node.start,
      source[Int(end) - 1] == UInt8(ascii: "\n") || source[Int(end) - 1] == UInt8(ascii: "\r")
        || source[Int(end) - 1] == UInt8(ascii: " ")
    {
      end -= 1
    }
    return end
  }

  @inline(__always)
  private func isSource(_ value: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= part.start, start + value.count <= part.end else { return false }
    return UnsafeBufferPointer(rebasing: source[start..<start + value.count]).isEqual(to: value)
  }

  @inline(__always)
  private func isMergeKey(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count == 2 && text[0] == UInt8(ascii: "<") && text[1] == UInt8(ascii: "<")
  }

  /// Whether a node is a plain `<<`.
  func isMergeKey(_ node: RawNode) -> Bool {
    guard node.kind == .scalar, node.style == .plain else { return false }
    return withText(of: node) { isMergeKey($0) }
  }

  /// Gives the text of a scalar.
  func withText<Result>(of node: RawNode, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let (count, own) = (Int(node.textCount), Int(node.textStart) - (part.end - part.start))
    guard own >= 0 else {
      let start = part.start + Int(node.textStart)
      return body(UnsafeBufferPointer(rebasing: source[start..<start + count]))
    }
    return ownText.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[own..<own + count])) }
  }

  private func depth(of index: Int32) -> Int {
    var deepest = 0
    var stack: [Int32] = []
    for position in index..<nodes[Int(index)].next {
      while let last = stack.last, nodes[Int(last)].next <= position { stack.removeLast() }
      if nodes[Int(position)].kind != .scalar { stack.append(position) }
      deepest = max(deepest, stack.count)
    }
    return deepest
  }
}
