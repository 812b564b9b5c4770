import Findings

extension TreeBuilder {
  /// Replaces `<<` and its value by the keys that it brings, in their place, as go-yaml v2 does.
  mutating func expandMergeKeys(of mapping: Int32) {
    guard hasMergeKey(mapping) else { return }
    let base = mapping + 1
    var relocation = Relocation(of: Array(nodes[Int(base)...]), base: base, mapping: mapping)
    // The mapping is the last thing in the array, so its children can be laid down anew.
    nodes.removeSubrange(Int(base)...)
    var first = anchors.count
    while first > 0, anchors[first - 1].index >= base { first -= 1 }
    relocation.anchors = ArraySlice(Array(anchors[first...]))
    var child = base
    while child < relocation.end {
      let key = relocation.old(child)
      let value = key.next
      if isMergeKey(key) {
        let range = SourceRange(Int(key.start), Int(key.end))
        switch relocation.old(value).kind {
        case .mapping: relocation.appendPairs(of: value, to: &nodes)
        case .sequence:
          var item = value + 1
          while item < relocation.old(value).next {
            if relocation.old(item).kind == .mapping {
              relocation.appendPairs(of: item, to: &nodes)
            } else {
              findings.append(.badMerge(at: range))
            }
            item = relocation.old(item).next
          }
        case .scalar: findings.append(.badMerge(at: range))
        }
      } else {
        relocation.append(child, to: &nodes)
        relocation.append(value, to: &nodes)
      }
      child = relocation.old(value).next
    }
    nodes[Int(mapping)].next = Int32(nodes.count)
    nodes[Int(mapping)].count = relocation.children / 2
    replaceAnchors(from: first, by: relocation.movedAnchors)
  }

  private func hasMergeKey(_ mapping: Int32) -> Bool {
    var child = mapping + 1
    while child < nodes[Int(mapping)].next {
      if isMergeKey(nodes[Int(child)]) { return true }
      child = nodes[Int(nodes[Int(child)].next)].next
    }
    return false
  }
}

/// The content of a mapping on its way to another place in the array; what is moved comes in the old order.
private struct Relocation {
  /// The nodes as they were; the first had the index `base`.
  let nodes: [RawNode]
  let base: Int32
  let mapping: Int32
  /// Anchors of these nodes that have not moved yet.
  var anchors: ArraySlice<(name: String, index: Int32)> = []
  private(set) var movedAnchors: [(name: String, index: Int32)] = []
  /// How many keys and values were laid down.
  private(set) var children: Int32 = 0

  init(of nodes: [RawNode], base: Int32, mapping: Int32) {
    self.nodes = nodes
    self.base = base
    self.mapping = mapping
  }

  var end: Int32 { base + Int32(nodes.count) }

  func old(_ index: Int32) -> RawNode { nodes[Int(index - base)] }

  mutating func append(_ first: Int32, to new: inout [RawNode], flags: RawNode.Flags = []) {
    let run = first..<old(first).next
    let shift = Int32(new.count) - first
    // Anchors move with what they name; those of what is left out name nothing any more.
    while let anchor = anchors.first, anchor.index < run.upperBound {
      if run.contains(anchor.index) { movedAnchors.append((anchor.name, anchor.index + shift)) }
      anchors.removeFirst()
    }
    for index in run {
      var node = old(index)
      node.parent = index == first ? mapping : node.parent + shift
      node.next += shift
      if index == first {
        node.flags.formUnion(flags)
        node.position = children
      }
      new.append(node)
    }
    children += 1
  }

  /// The pairs of a mapping that is merged.
  mutating func appendPairs(of source: Int32, to new: inout [RawNode]) {
    var child = source + 1
    while child < old(source).next {
      let value = old(child).next
      append(child, to: &new, flags: .merged)
      append(value, to: &new)
      child = old(value).next
    }
  }
}
