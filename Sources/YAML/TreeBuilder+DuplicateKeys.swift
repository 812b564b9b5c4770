import Findings

extension TreeBuilder {
  /// Notes which keys a mapping has, and finds those that stand twice.
  mutating func findDuplicateKeys(of mapping: Int32) {
    let end = nodes[Int(mapping)].next
    let isLarge = nodes[Int(mapping)].count > 64
    var firsts: [[UInt8]: Int32] = [:]
    var keys = KeySet()
    var child = mapping + 1
    while child < end {
      let key = nodes[Int(child)]
      let mayBeSecond = key.kind == .scalar && withText(of: key) { keys.insert($0) }
      if key.kind != .scalar || key.type == .null {
        findings.append(.badKey(at: SourceRange(Int(key.start), Int(key.end)), isNull: key.kind == .scalar))
      } else if isLarge {
        let text = withText(of: key) { Array($0) }
        if let first = firsts[text] { addDuplicate(child, first) } else { firsts[text] = child }
      } else if mayBeSecond, let first = firstKey(of: mapping, like: child) {
        addDuplicate(child, first)
      }
      child = nodes[Int(key.next)].next
    }
    nodes[Int(mapping)].keySet = keys
  }

  /// The key of a mapping before this one that has its text.
  private func firstKey(of mapping: Int32, like key: Int32) -> Int32? {
    var earlier = mapping + 1
    while earlier < key {
      if hasSameText(nodes[Int(earlier)], nodes[Int(key)]) { return earlier }
      earlier = nodes[Int(nodes[Int(earlier)].next)].next
    }
    return nil
  }

  private func hasSameText(_ left: RawNode, _ right: RawNode) -> Bool {
    guard left.kind == .scalar, left.type != .null, left.textCount == right.textCount else { return false }
    return withText(of: left) { text in withText(of: right) { text.isEqual(to: $0) } }
  }

  private mutating func addDuplicate(_ index: Int32, _ first: Int32) {
    let (again, before) = (nodes[Int(index)], nodes[Int(first)])
    hasDuplicateKeys = true
    // Two merged keys: the later mapping wins, by intention.
    if again.flags.contains(.merged), before.flags.contains(.merged) { return }
    findings.append(
      .duplicateKey(
        text(of: again), at: SourceRange(Int(again.start), Int(again.end)),
        first: SourceRange(Int(before.start), Int(before.end)), path: path(of: index),
        isMerged: again.flags.contains(.merged) || before.flags.contains(.merged)))
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
