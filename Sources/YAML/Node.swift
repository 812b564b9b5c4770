public import Findings

/// A place in a tree: the tree and an index. Cheap to copy.
///
/// Its accessors are not inlined: rules call them thousands of times, and the module for the page would carry as many
/// copies (an eighth of its size).
public struct Node: Sendable {
  public let tree: Tree
  public let index: Int32

  public init(tree: Tree, index: Int32) {
    self.tree = tree
    self.index = index
  }

  var raw: RawNode { tree.nodes[Int(index)] }

  public var kind: RawNode.Kind { raw.kind }
  public var style: RawNode.Style { raw.style }
  public var isMapping: Bool { raw.kind == .mapping }
  public var isSequence: Bool { raw.kind == .sequence }
  public var isScalar: Bool { raw.kind == .scalar }

  /// Keys of a mapping, items of a sequence, 0 for a scalar.
  public var count: Int { Int(raw.count) }

  /// Bytes of the stream. What an alias brought has the range of its anchor's text.
  @inline(never)
  public var range: SourceRange { SourceRange(Int(raw.start), Int(raw.end)) }

  /// Whether it, or something around it, was brought by an alias or a merge key.
  public var isAliased: Bool { raw.flags.contains(.aliased) }

  // MARK: Scalars

  /// The text of a scalar after quotes, escapes and folding; empty for collections.
  @inline(never)
  public var text: String {
    guard isScalar else { return "" }
    return tree.withText(of: index) { String(decoding: $0, as: UTF8.self) }
  }

  /// Gives the bytes of the scalar's text, without copying them.
  @inlinable
  public func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    tree.withText(of: index, body)
  }

  /// Whether it is a scalar with exactly this text, quoted or not.
  @inline(never)
  public func hasText(_ word: StaticString) -> Bool { tree.hasText(word, at: index) }

  public var scalarType: ScalarType { raw.type }

  /// The resolved value; a collection answers `nil`.
  @inline(never)
  public var scalar: Scalar? {
    guard isScalar else { return nil }
    switch raw.type {
    case .null: return .null
    case .bool: return .bool(withText { ScalarResolution.bool($0) })
    case .integer: return withText { ScalarResolution.integer($0) }.map { .integer($0) }
    case .float: return .float(withText { ScalarResolution.float($0) })
    case .string: return .string(text)
    }
  }

  @inline(never)
  public var isNull: Bool { tree.isNull(index) }

  /// The text, where the scalar resolves to a string.
  @inline(never)
  public var string: String? { raw.kind == .scalar && raw.type == .string ? text : nil }

  @inline(never)
  public var bool: Bool? {
    guard raw.kind == .scalar, raw.type == .bool else { return nil }
    return withText { ScalarResolution.bool($0) }
  }

  /// The number, where the scalar is an integer or a float without fraction, as JSON would carry it.
  @inline(never)
  public var integer: Int64? {
    guard raw.kind == .scalar else { return nil }
    switch raw.type {
    case .integer: return withText { ScalarResolution.integer($0) }
    case .float: return Int64(exactly: withText { ScalarResolution.float($0) })
    default: return nil
    }
  }

  // MARK: Collections

  /// The value of a key; `nil` where the key is missing, null, or this is no mapping.
  ///
  /// The API server takes null for absent, and so do all rules. `member(_:)` tells them apart.
  @inline(never)
  public subscript(key: StaticString) -> Node? {
    tree.value(key, of: index).map { Node(tree: tree, index: $0) }
  }

  /// The same for a key made at run time.
  @inline(never)
  public subscript(named key: String) -> Node? {
    guard let value = member(named: key), !value.isNull else { return nil }
    return value
  }

  /// The value of a key, null included. Of a key that stands twice the last counts, as in the API server's decoder.
  @inline(never)
  public func member(named key: String) -> Node? {
    var key = key
    return key.withUTF8 { member($0) }
  }

  /// The value of a key, null included.
  @inline(never)
  public func member(_ key: StaticString) -> Node? {
    member(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  }

  private func member(_ key: UnsafeBufferPointer<UInt8>) -> Node? {
    tree.member(key, of: index).map { Node(tree: tree, index: $0) }
  }

  /// The items of a sequence; none for anything else.
  public var items: Items { Items(node: self) }

  /// The keys and values of a mapping; none for anything else.
  public var entries: Entries { Entries(node: self) }

  // MARK: Place

  @inline(never)
  public var parent: Node? {
    raw.parent < 0 ? nil : Node(tree: tree, index: raw.parent)
  }

  /// The key under which a value lies in a mapping; `nil` for items, keys and the root.
  @inline(never)
  public var key: Node? {
    let raw = raw
    guard raw.parent >= 0, tree.nodes[Int(raw.parent)].kind == .mapping, !raw.flags.contains(.key) else { return nil }
    // The node before it is its key, or the last one in its key.
    var key = index - 1
    while tree.nodes[Int(key)].parent != raw.parent { key = tree.nodes[Int(key)].parent }
    return Node(tree: tree, index: key)
  }

  /// The range of its key, or its own where it has none.
  @inline(never)
  public var keyRange: SourceRange { key?.range ?? range }

  /// The way from the root: keys as fields, items as indices.
  @inline(never)
  public var path: FieldPath {
    var elements: [FieldPath.Element] = []
    var current = self
    while let parent = current.parent {
      if parent.isMapping {
        elements.append(.field((current.key ?? current).text))
      } else {
        elements.append(.index(Int(current.raw.position)))
      }
      current = parent
    }
    return FieldPath(elements.reversed())
  }
}

extension Node: Equatable {
  public static func == (left: Node, right: Node) -> Bool {
    left.tree === right.tree && left.index == right.index
  }
}

/// The items of a sequence, in order.
public struct Items: Sequence, Sendable {
  let node: Node

  public struct Iterator: IteratorProtocol {
    let tree: Tree
    var position: Int32
    let end: Int32

    @inline(never)
    public mutating func next() -> Node? {
      guard position < end else { return nil }
      let item = Node(tree: tree, index: position)
      position = tree.nodes[Int(position)].next
      return item
    }
  }

  @inline(never)
  public func makeIterator() -> Iterator {
    let raw = node.raw
    return Iterator(tree: node.tree, position: node.index + 1, end: raw.kind == .sequence ? raw.next : node.index)
  }

  public var count: Int { node.isSequence ? node.count : 0 }
  public var isEmpty: Bool { count == 0 }
  public var first: Node? { first(where: { _ in true }) }
}

/// The keys and values of a mapping, in order; a key that stands twice comes twice.
public struct Entries: Sequence, Sendable {
  let node: Node

  public struct Iterator: IteratorProtocol {
    let tree: Tree
    var position: Int32
    let end: Int32

    @inline(never)
    public mutating func next() -> (key: Node, value: Node)? {
      guard position < end else { return nil }
      let key = Node(tree: tree, index: position)
      let value = Node(tree: tree, index: tree.nodes[Int(position)].next)
      position = tree.nodes[Int(value.index)].next
      return (key, value)
    }
  }

  @inline(never)
  public func makeIterator() -> Iterator {
    let raw = node.raw
    return Iterator(tree: node.tree, position: node.index + 1, end: raw.kind == .mapping ? raw.next : node.index)
  }

  public var count: Int { node.isMapping ? node.count : 0 }
  public var isEmpty: Bool { count == 0 }
}
