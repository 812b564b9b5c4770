import Findings

extension TreeBuilder {
  /// Notes which keys a mapping has, and finds those that stand twice.
  mutating func findDuplicateKeys(of mapping: Int32) {
    let end = nodes[Int(mapping)].next
    let isLarge = nodes[Int(mapping)].count > 64
    var firsts: [[UInt8]: Int32] = [:]
    // The last key so far of those that stand more than once, by the first.
    var latest: [Int32: Int32] = [:]
    var keys = KeySet()
    var child = mapping + 1
    while child < end {
      let key = nodes[Int(child)]
      let mayBeSecond = key.kind == .scalar && withText(of: key) { keys.insert($0) }
      if key.kind != .scalar || key.type == .null {
        findings.append(.badKey(at: SourceRange(Int(key.start), Int(key.end)), isNull: key.kind == .scalar))
      } else if isLarge {
        let name = decodedName(of: key)
        if let first = firsts[name] { addDuplicate(child, first, &latest) } else { firsts[name] = child }
      } else if mayBeSecond || key.type != .string, let first = firstKey(of: mapping, like: child) {
        addDuplicate(child, first, &latest)
      }
      child = nodes[Int(key.next)].next
    }
    nodes[Int(mapping)].keySet = keys
  }

  /// The key of a mapping before this one that says the same.
  private func firstKey(of mapping: Int32, like key: Int32) -> Int32? {
    var earlier = mapping + 1
    while earlier < key {
      if isSameKey(nodes[Int(earlier)], nodes[Int(key)]) { return earlier }
      earlier = nodes[Int(nodes[Int(earlier)].next)].next
    }
    return nil
  }

  /// What a key is to the decoder, in bytes that only keys have which are the same to it.
  private func decodedName(of key: RawNode) -> [UInt8] {
    withText(of: key) { text in
      let type = key.type.rawValue
      return switch key.type {
      case .bool: [type, ScalarResolution.bool(text) ? 1 : 0]
      case .integer: [type] + withUnsafeBytes(of: ScalarResolution.integer(text) ?? 0) { Array($0) }
      case .float: [type] + withUnsafeBytes(of: ScalarResolution.float(text)) { Array($0) }
      case .string, .null: [type] + text
      }
    }
  }

  /// Whether two keys are one to the decoder, as `yes` and `on` are, but not `1` and `"1"`.
  private func isSameKey(_ left: RawNode, _ right: RawNode) -> Bool {
    guard left.kind == .scalar, left.type == right.type else { return false }
    return withText(of: left) { text in
      withText(of: right) { other in
        switch right.type {
        case .bool: ScalarResolution.bool(text) == ScalarResolution.bool(other)
        case .integer: ScalarResolution.integer(text) == ScalarResolution.integer(other)
        case .float: ScalarResolution.float(text) == ScalarResolution.float(other)
        case .string: text.isEqual(to: other)
        case .null: false
        }
      }
    }
  }

  private mutating func addDuplicate(_ index: Int32, _ first: Int32, _ latest: inout [Int32: Int32]) {
    let (again, before) = (nodes[Int(index)], nodes[Int(first)])
    hasDuplicateKeys = true
    nodes[Int(latest[first] ?? first)].flags.insert(.superseded)
    latest[first] = index
    // Two merged keys: the later mapping wins, by intention.
    if again.flags.contains(.merged), before.flags.contains(.merged) { return }
    let key = text(of: again)
    var finding = Finding.duplicateKey(
      key, at: SourceRange(Int(again.start), Int(again.end)),
      first: SourceRange(Int(before.start), Int(before.end)), path: path(of: index),
      isMerged: again.flags.contains(.merged) || before.flags.contains(.merged))
    if finding.severity == .error { advise(&finding, key, index, first) }
    findings.append(finding)
  }

  /// How to mend a key that stands twice: both values under one, or one of two lines that say the same.
  private func advise(_ finding: inout Finding, _ key: String, _ index: Int32, _ first: Int32) {
    let (value, firstValue) = (nodes[Int(index)].next, nodes[Int(first)].next)
    guard Int(value) < nodes.count, Int(firstValue) < nodes.count else { return }
    let (node, firstNode) = (nodes[Int(value)], nodes[Int(firstValue)])
    if node.kind != .scalar, node.kind == firstNode.kind {
      finding.advice = Message(
        en: "put what is below both under one '\(key)'", ko: "두 곳의 내용을 '\(key)' 하나 아래에 모으세요")
    } else if node.kind == .scalar, node.style == .plain, node.type == firstNode.type, firstNode.kind == .scalar,
      withText(of: firstNode, { text in withText(of: node) { text.isEqual(to: $0) } }),
      !nodes[Int(index)].flags.contains(.aliased), let line = line(from: index, to: value)
    {
      finding.fix = Fix(
        title: Message(en: "remove the second line", ko: "두 번째 줄 지우기"),
        edits: [Fix.Edit(range: line, replacement: "")])
    }
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

  private func text(of node: RawNode) -> String { withText(of: node) { String(decoding: $0, as: UTF8.self) } }

  /// The path of a key.
  private func path(of key: Int32) -> FieldPath {
    var elements: [FieldPath.Element] = [.field(text(of: nodes[Int(key)]))]
    var current = nodes[Int(key)].parent
    while current >= 0 {
      let node = nodes[Int(current)]
      guard node.parent >= 0 else { break }
      if nodes[Int(node.parent)].kind == .sequence {
        elements.append(.index(Int(node.position)))
      } else {
        // The node before a value is its key, or the last one in its key.
        var key = node.flags.contains(.key) ? current : current - 1
        while nodes[Int(key)].parent != node.parent { key = nodes[Int(key)].parent }
        elements.append(.field(nodes[Int(key)].kind == .scalar ? text(of: nodes[Int(key)]) : ""))
      }
      current = node.parent
    }
    return FieldPath(elements.reversed())
  }
}
