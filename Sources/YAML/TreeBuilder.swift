import Findings

/// Lays events down as a flat tree, and finds duplicate keys, bad aliases and broken limits on the way.
struct TreeBuilder {
  private let source: [UInt8]
  private let limits: Limits
  private var nodes: [RawNode] = []
  private var ownText: [UInt8] = []
  private var open: [Int32] = []
  private var anchors: [String: Int32] = [:]
  private var aliasRanges: [Int32: SourceRange] = [:]
  private var aliasedNodes = 0
  private var hasDuplicateKeys = false
  /// Open mappings have seen an even number of children when a key comes next.
  private var children: [Int32] = []

  private(set) var findings: [Finding] = []
  /// Why the document cannot be read to its end.
  private(set) var failure: Finding?

  init(source: [UInt8], limits: Limits) {
    self.source = source
    self.limits = limits
  }

  /// The finished tree; `nil` where the document has no content at all.
  func tree(in part: SourceRange) -> Tree? {
    guard let root = nodes.first, !(nodes.count == 1 && root.type == .null && root.start == root.end) else {
      return nil
    }
    return Tree(
      source: source, nodes: nodes, ownText: ownText, range: part,
      hasDuplicateKeys: hasDuplicateKeys)
  }

  /// What there is so far, its open collections closed: a mapping keeps whole pairs only.
  mutating func partialTree(in part: SourceRange) -> Tree? {
    while let index = open.last {
      if nodes[Int(index)].kind == .mapping, (children.last ?? 0) % 2 == 1 {
        let end = Int(nodes[Int(index)].end)
        add(scalar: UnsafeBufferPointer(start: nil, count: 0), style: .plain, from: end, to: end, tag: nil, anchor: nil)
      }
      self.end(at: Int(nodes[Int(index)].end))
    }
    return tree(in: part)
  }

  mutating func begin(_ kind: RawNode.Kind, style: RawNode.Style, from start: Int, to end: Int, anchor: String?) {
    guard open.count < limits.nesting else {
      failure = .tooDeep(at: SourceRange(start, max(end, start + 1)), limit: limits.nesting)
      return
    }
    countChild()
    if let anchor { anchors[anchor] = Int32(nodes.count) }
    let index = Int32(nodes.count)
    nodes.append(
      RawNode(
        kind: kind, style: style, type: .string, flags: [], start: Int32(start), end: Int32(end), textStart: 0,
        textCount: 0, parent: open.last ?? -1, next: 0, count: 0))
    open.append(index)
    children.append(0)
  }

  mutating func end(at end: Int) {
    guard let index = open.popLast(), let count = children.popLast() else { return }
    let isMapping = nodes[Int(index)].kind == .mapping
    // A block collection ends where the next token begins: its last child says where its text ends.
    let isFlow = nodes[Int(index)].style == .flow
    nodes[Int(index)].end = isFlow || count == 0 ? Int32(end) : lastEnd(of: index, isMapping: isMapping, count: count)
    nodes[Int(index)].next = Int32(nodes.count)
    nodes[Int(index)].count = isMapping ? count / 2 : count
    if isMapping { finish(mapping: index) }
  }

  mutating func add(
    scalar value: UnsafeBufferPointer<UInt8>, style: RawNode.Style, from start: Int, to end: Int, tag: String?,
    anchor: String?
  ) {
    countChild()
    if let anchor { anchors[anchor] = Int32(nodes.count) }
    var node = RawNode(
      kind: .scalar, style: style, type: .string, flags: [], start: Int32(start), end: Int32(end), textStart: 0,
      textCount: Int32(value.count), parent: open.last ?? -1, next: Int32(nodes.count + 1), count: 0)
    if style == .plain { node.type = ScalarResolution.type(of: value) }
    if let tag { node.type = type(tagged: tag, value, plain: node.type) }
    // Tags and anchors stand before the text: it is found from the end.
    let quote = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    let textStart = end - quote - value.count
    if textStart >= start, style != .literal, style != .folded, isSource(value, at: textStart) {
      node.textStart = Int32(textStart)
      node.start = Int32(max(start, textStart - quote))
    } else {
      node.flags = .ownText
      node.textStart = Int32(ownText.count)
      ownText += value
    }
    if style == .literal || style == .folded { node.end = endWithoutBlankLines(of: node) }
    nodes.append(node)
  }

  mutating func addAlias(_ name: String, from start: Int, to end: Int) {
    let range = SourceRange(start, end)
    guard let anchor = anchors[name] else {
      failure = .unknownAlias(name, at: range)
      return
    }
    guard nodes[Int(anchor)].next > anchor else {
      failure = .recursiveAlias(name, at: range)
      return
    }
    let size = Int(nodes[Int(anchor)].next - anchor)
    aliasedNodes += size
    guard aliasedNodes <= limits.aliasedNodes, depth(of: anchor) + open.count <= limits.nesting else {
      failure = .aliasBomb(name, at: range, limit: limits.aliasedNodes)
      return
    }
    countChild()
    aliasRanges[Int32(nodes.count)] = range
    copy(anchor..<anchor + Int32(size), under: open.last ?? -1)
  }

  // MARK: Parts of the above

  private mutating func countChild() {
    if !children.isEmpty { children[children.count - 1] += 1 }
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

  private func isSource(_ value: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + value.count <= source.count else { return false }
    return source.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[start..<start + value.count]).elementsEqual(value)
    }
  }

  private func type(tagged tag: String, _ value: UnsafeBufferPointer<UInt8>, plain: ScalarType) -> ScalarType {
    switch tag {
    case "tag:yaml.org,2002:str", "tag:yaml.org,2002:binary", "!": .string
    case "tag:yaml.org,2002:null": .null
    case "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float":
      ScalarResolution.type(of: value)
    default: plain
    }
  }

  /// Where the last child ends; block collections are followed by blank lines and comments that are not theirs.
  private func lastEnd(of index: Int32, isMapping: Bool, count: Int32) -> Int32 {
    var child = index + 1
    var end = nodes[Int(index)].start
    while child < Int32(nodes.count) {
      end = max(end, nodes[Int(child)].flags.contains(.aliased) ? end : nodes[Int(child)].end)
      if let alias = aliasRanges[child] { end = max(end, Int32(alias.end)) }
      child = nodes[Int(child)].next
    }
    return end
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

  /// Appends a copy of a run of nodes, whose first is a root, beneath a collection.
  private mutating func copy(_ run: Range<Int32>, under parent: Int32, flags: RawNode.Flags = .aliased) {
    let shift = Int32(nodes.count) - run.lowerBound
    for index in run {
      var node = nodes[Int(index)]
      node.parent = index == run.lowerBound ? parent : node.parent + shift
      node.next += shift
      node.flags.formUnion(flags)
      nodes.append(node)
      if let alias = aliasRanges[index] { aliasRanges[index + shift] = alias }
    }
  }

  private mutating func finish(mapping index: Int32) {
    expandMergeKeys(of: index)
    findDuplicateKeys(of: index)
  }

  // MARK: Merge keys

  /// Replaces `<<` and its value by the keys that it brings, in their place, as go-yaml v2 does.
  private mutating func expandMergeKeys(of mapping: Int32) {
    let end = nodes[Int(mapping)].next
    guard hasMergeKey(mapping) else { return }
    // The mapping is the last thing in the array, so its children can be laid down anew.
    let old = Array(nodes[Int(mapping + 1)..<Int(end)])
    let oldAliases = aliasRanges
    let base = mapping + 1
    nodes.removeSubrange(Int(base)...)
    for key in aliasRanges.keys where key >= base { aliasRanges[key] = nil }
    // Anchors move with what they name.
    let oldAnchors = anchors.filter { $0.value >= base }
    for name in oldAnchors.keys { anchors[name] = nil }
    var count: Int32 = 0

    func append(_ first: Int32, to builder: inout TreeBuilder, flags: RawNode.Flags = []) {
      let run = first..<old[Int(first - base)].next
      let shift = Int32(builder.nodes.count) - first
      for (name, target) in oldAnchors where run.contains(target) { builder.anchors[name] = target + shift }
      for index in run {
        var node = old[Int(index - base)]
        node.parent = index == first ? mapping : node.parent + shift
        node.next += shift
        if index == first { node.flags.formUnion(flags) }
        builder.nodes.append(node)
        if let alias = oldAliases[index] { builder.aliasRanges[index + shift] = alias }
      }
    }
    /// The pairs of one merged mapping.
    func appendPairs(of source: Int32, to builder: inout TreeBuilder) {
      var child = source + 1
      while child < old[Int(source - base)].next {
        let value = old[Int(child - base)].next
        append(child, to: &builder, flags: .merged)
        append(value, to: &builder)
        count += 1
        child = old[Int(value - base)].next
      }
    }

    var child = base
    while child < end {
      let value = old[Int(child - base)].next
      let valueNode = old[Int(value - base)]
      if isMergeKey(old[Int(child - base)]) {
        let range = SourceRange(Int(old[Int(child - base)].start), Int(old[Int(child - base)].end))
        switch valueNode.kind {
        case .mapping: appendPairs(of: value, to: &self)
        case .sequence:
          var item = value + 1
          while item < valueNode.next {
            if old[Int(item - base)].kind == .mapping {
              appendPairs(of: item, to: &self)
            } else {
              findings.append(.badMerge(at: range))
            }
            item = old[Int(item - base)].next
          }
        case .scalar: findings.append(.badMerge(at: range))
        }
      } else {
        append(child, to: &self)
        append(value, to: &self)
        count += 1
      }
      child = valueNode.next
    }
    nodes[Int(mapping)].next = Int32(nodes.count)
    nodes[Int(mapping)].count = count
  }

  private func hasMergeKey(_ mapping: Int32) -> Bool {
    var child = mapping + 1
    while child < nodes[Int(mapping)].next {
      if isMergeKey(nodes[Int(child)]) { return true }
      child = nodes[Int(nodes[Int(child)].next)].next
    }
    return false
  }

  private func isMergeKey(_ node: RawNode) -> Bool {
    guard node.kind == .scalar, node.style == .plain, node.textCount == 2, !node.flags.contains(.ownText) else {
      return false
    }
    let start = Int(node.textStart)
    return source[start] == UInt8(ascii: "<") && source[start + 1] == UInt8(ascii: "<")
  }

  // MARK: Duplicate keys

  private mutating func findDuplicateKeys(of mapping: Int32) {
    let end = nodes[Int(mapping)].next
    let many = nodes[Int(mapping)].count > 16
    var seen: [[UInt8]: Int32] = [:]
    var child = mapping + 1
    while child < end {
      let key = nodes[Int(child)]
      if key.kind != .scalar || key.type == .null {
        findings.append(.badKey(at: SourceRange(Int(key.start), Int(key.end)), isNull: key.kind == .scalar))
      } else if many {
        let text = bytes(of: child)
        if let first = seen[text] { reportDuplicate(child, first) } else { seen[text] = child }
      } else {
        var earlier = mapping + 1
        while earlier < child {
          if hasSameText(earlier, child) {
            reportDuplicate(child, earlier)
            break
          }
          earlier = nodes[Int(nodes[Int(earlier)].next)].next
        }
      }
      child = nodes[Int(key.next)].next
    }
  }

  private func bytes(of index: Int32) -> [UInt8] {
    let node = nodes[Int(index)]
    let range = Int(node.textStart)..<Int(node.textStart + node.textCount)
    return Array(node.flags.contains(.ownText) ? ownText[range] : source[range])
  }

  private func hasSameText(_ left: Int32, _ right: Int32) -> Bool {
    let (first, second) = (nodes[Int(left)], nodes[Int(right)])
    guard first.textCount == second.textCount, first.kind == .scalar else { return false }
    guard !first.flags.contains(.ownText), !second.flags.contains(.ownText) else {
      return bytes(of: left) == bytes(of: right)
    }
    let count = Int(first.textCount)
    return source.withUnsafeBufferPointer { bytes in
      for offset in 0..<count
      where bytes[Int(first.textStart) + offset] != bytes[Int(second.textStart) + offset] {
        return false
      }
      return true
    }
  }

  private mutating func reportDuplicate(_ index: Int32, _ first: Int32) {
    hasDuplicateKeys = true
    let (again, before) = (nodes[Int(index)], nodes[Int(first)])
    // Two merged keys: the later mapping wins, by intention.
    if again.flags.contains(.merged), before.flags.contains(.merged) { return }
    let key = String(decoding: bytes(of: index), as: UTF8.self)
    var finding = Finding.duplicateKey(
      key, at: SourceRange(Int(again.start), Int(again.end)),
      first: SourceRange(Int(before.start), Int(before.end)), path: path(of: index),
      isMerged: again.flags.contains(.merged) || before.flags.contains(.merged))
    let (value, firstValue) = (again.next, before.next)
    if finding.severity == .error, Int(value) < nodes.count, Int(firstValue) < nodes.count {
      let (kind, style) = (nodes[Int(value)].kind, nodes[Int(value)].style)
      if kind != .scalar, kind == nodes[Int(firstValue)].kind {
        finding.advice = Message(
          en: "put what is below both under one '\(key)'", ko: "두 곳의 내용을 '\(key)' 하나 아래에 모으세요")
      } else if kind == .scalar, style == .plain, nodes[Int(value)].type == nodes[Int(firstValue)].type,
        hasSameText(firstValue, value), !again.flags.contains(.aliased), let line = line(from: index, to: value)
      {
        finding.fix = Fix(
          title: Message(en: "remove the second line", ko: "두 번째 줄 지우기"),
          edits: [Fix.Edit(range: line, replacement: "")])
      }
    }
    findings.append(finding)
  }

  /// The line of a key and its value, where nothing stands before them and nothing but blanks after them.
  private func line(from key: Int32, to value: Int32) -> SourceRange? {
    var start = Int(nodes[Int(key)].start)
    while start > 0, source[start - 1] == UInt8(ascii: " ") { start -= 1 }
    var end = Int(nodes[Int(value)].end)
    guard start == 0 || source[start - 1] == UInt8(ascii: "\n"), end > start, value == key + 1 else { return nil }
    for index in start..<end where source[index] == UInt8(ascii: "\n") { return nil }
    while end < source.count, source[end] == UInt8(ascii: " ") || source[end] == UInt8(ascii: "\r") { end += 1 }
    guard end < source.count, source[end] == UInt8(ascii: "\n") else { return nil }
    return SourceRange(start, end + 1)
  }

  /// The path of a key; the mappings around it are still open, so their positions are counted here.
  private func path(of key: Int32) -> FieldPath {
    var elements: [FieldPath.Element] = [.field(String(decoding: bytes(of: key), as: UTF8.self))]
    var current = nodes[Int(key)].parent
    while current >= 0 {
      let parent = nodes[Int(current)].parent
      guard parent >= 0 else { break }
      var child = parent + 1
      var position = 0
      if nodes[Int(parent)].kind == .sequence {
        while child < current {
          child = nodes[Int(child)].next
          position += 1
        }
        elements.append(.index(position))
      } else {
        while nodes[Int(child)].next < current { child = nodes[Int(nodes[Int(child)].next)].next }
        elements.append(.field(String(decoding: bytes(of: child), as: UTF8.self)))
      }
      current = parent
    }
    return FieldPath(elements.reversed())
  }
}
