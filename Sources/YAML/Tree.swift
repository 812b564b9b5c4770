public import Findings

/// One YAML document: its nodes in one array, in the order of the text.
///
/// It never changes, so that threads may share it.
public final class Tree: @unchecked Sendable {
  /// The whole stream's bytes; ranges of nodes are offsets into it.
  public let source: [UInt8]
  public let nodes: UnsafeBufferPointer<RawNode>
  /// The document's part of the stream, and then the texts that are not slices of it: escapes, folded lines.
  private let text: UnsafeBufferPointer<UInt8>
  /// The document's part of the stream.
  public let range: SourceRange
  /// Whether some mapping has a key twice, so that lookups must take the last.
  public let hasDuplicateKeys: Bool

  init(source: [UInt8], range: SourceRange, nodes: [RawNode], ownText: [UInt8], hasDuplicateKeys: Bool) {
    self.source = source
    self.range = range
    self.hasDuplicateKeys = hasDuplicateKeys
    let ownNodes = UnsafeMutableBufferPointer<RawNode>.allocate(capacity: nodes.count)
    _ = ownNodes.initialize(fromContentsOf: nodes)
    self.nodes = UnsafeBufferPointer(ownNodes)
    let count = range.end - range.start
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count + ownText.count)
    _ = bytes[..<count].initialize(fromContentsOf: source[range.start..<range.end])
    _ = bytes[count...].initialize(fromContentsOf: ownText)
    text = UnsafeBufferPointer(bytes)
  }

  deinit {
    nodes.deallocate()
    text.deallocate()
  }

  /// The document's value. A tree always has one: an empty document is a null scalar.
  public var root: Node { Node(tree: self, index: 0) }

  // MARK: Scalars

  /// Gives the bytes of a scalar's text, without copying them; none for a collection.
  @inlinable
  public func withText<Result>(of index: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withExtendedLifetime(self) { body(bytes(of: index)) }
  }

  @usableFromInline
  func bytes(of index: Int32) -> UnsafeBufferPointer<UInt8> {
    let node = nodes[Int(index)]
    guard node.kind == .scalar, let start = text.baseAddress else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: start + Int(node.textStart), count: Int(node.textCount))
  }

  /// Whether a node is a scalar with exactly this text, quoted or not.
  public func hasText(_ word: StaticString, at index: Int32) -> Bool {
    let node = nodes[Int(index)]
    return node.kind == .scalar && Int(node.textCount) == word.utf8CodeUnitCount
      && bytes(of: index).isEqual(to: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  // MARK: Collections

  /// The index of the value of a key, null included; `nil` where there is none. Of a key that stands twice the last
  /// counts, as in the API server's decoder.
  func member(_ key: UnsafeBufferPointer<UInt8>, of index: Int32) -> Int32? {
    nodes[Int(index)].mayHave(key) ? search(for: key, in: index) : nil
  }

  /// The same in a mapping that may have the key.
  private func search(for key: UnsafeBufferPointer<UInt8>, in index: Int32) -> Int32? {
    let mapping = nodes[Int(index)]
    var found: Int32?
    var child = index + 1
    while child < mapping.next {
      let value = nodes[Int(child)].next
      if Int(nodes[Int(child)].textCount) == key.count, bytes(of: child).isEqual(to: key),
        nodes[Int(child)].kind == .scalar
      {
        found = value
        if !hasDuplicateKeys { return found }
      }
      child = nodes[Int(value)].next
    }
    return found
  }

  /// The index of the value of a key; `nil` where the key is missing or null, or the node is no mapping.
  ///
  /// Most keys that are asked for are told to be absent by the mapping's key set alone.
  public func value(_ key: StaticString, of index: Int32) -> Int32? {
    let bytes = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    guard nodes[Int(index)].mayHave(bytes), let value = search(for: bytes, in: index), !isNull(value) else {
      return nil
    }
    return value
  }

  public func isNull(_ index: Int32) -> Bool {
    let node = nodes[Int(index)]
    return node.kind == .scalar && node.type == .null
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether two texts are equal, byte for byte.
  @inlinable
  public func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let (left, right) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    var index = 0
    while index + 8 <= count {
      let same = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if same != right.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    while index < count {
      if self[index] != other[index] { return false }
      index += 1
    }
    return true
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
