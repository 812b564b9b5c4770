public import Findings

/// One YAML document: its nodes in one array, in the order of the text.
public final class Tree: Sendable {
  /// The whole stream's bytes; ranges of nodes are offsets into it.
  public let source: [UInt8]
  public let nodes: [RawNode]
  /// Texts that are not slices of the source: escapes, folded lines.
  let ownText: [UInt8]
  /// The document's part of the stream.
  public let range: SourceRange
  /// Whether some mapping has a key twice, so that lookups must take the last.
  let hasDuplicateKeys: Bool

  init(
    source: [UInt8], nodes: [RawNode], ownText: [UInt8], range: SourceRange,
    hasDuplicateKeys: Bool
  ) {
    self.source = source
    self.nodes = nodes
    self.ownText = ownText
    self.range = range
    self.hasDuplicateKeys = hasDuplicateKeys
  }

  /// The document's value. A tree always has one: an empty document is a null scalar.
  public var root: Node { Node(tree: self, index: 0) }

  /// Gives the bytes of a scalar's text, without copying them.
  @inline(__always)
  public func withText<Result>(of index: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let node = nodes[Int(index)]
    let (start, end) = (Int(node.textStart), Int(node.textStart) + Int(node.textCount))
    if node.flags.contains(.ownText) {
      return ownText.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }
    return source.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }
}

extension Tree {
  /// Whether another document says the same, however it is written.
  public func hasSameContent(as other: Tree) -> Bool {
    guard nodes.count == other.nodes.count else { return false }
    for index in nodes.indices {
      let (left, right) = (nodes[index], other.nodes[index])
      guard left.kind == right.kind, left.type == right.type, left.count == right.count, left.next == right.next else {
        return false
      }
      let isSame = withText(of: Int32(index)) { text in
        other.withText(of: Int32(index)) { text.elementsEqual($0) }
      }
      if left.kind == .scalar, !isSame { return false }
    }
    return true
  }
}
