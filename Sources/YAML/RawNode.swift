/// One node as it lies in a tree's array.
///
/// Nodes lie in the order of the text: a collection is followed by its children, a mapping's keys and values in turn.
/// So the first child of a collection is the next element of the array, and `next` leads to its sibling.
public struct RawNode: Sendable {
  public enum Kind: UInt8, Sendable {
    case mapping, sequence, scalar
  }

  public enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
    /// Collections.
    case block, flow
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// A key of a mapping.
    static let key = Flags(rawValue: 1)
    /// Came here by an alias or a merge key; its range is where the anchor is.
    static let aliased = Flags(rawValue: 2)
    /// A key that a merge key brought.
    static let merged = Flags(rawValue: 4)
    /// A key that stands again after this: the decoder drops its value.
    static let superseded = Flags(rawValue: 8)
  }

  public internal(set) var kind: Kind
  public internal(set) var style: Style
  /// How a scalar resolves; `.string` for collections.
  public internal(set) var type: ScalarType
  var flags: Flags
  /// Bytes of the source.
  public internal(set) var start: Int32
  public internal(set) var end: Int32
  /// The scalar's text: bytes of the tree's own. Of a mapping the two hold its `keySet`.
  var textStart: Int32
  var textCount: Int32
  /// The collection it lies in; -1 for the root.
  public internal(set) var parent: Int32
  /// The index after the last of its descendants, which is its next sibling where it has one.
  public internal(set) var next: Int32
  /// Items of a sequence; keys of a mapping.
  public internal(set) var count: Int32
  /// How many siblings stand before it; of a value that a mapping holds, its key is one of them.
  var position: Int32
}

extension RawNode {
  /// Whether it is a key that stands again in its mapping, where the last one counts.
  public var isSuperseded: Bool { flags.contains(.superseded) }
}

extension RawNode {
  /// Which keys a mapping may have.
  var keySet: KeySet {
    @inline(__always)
    get { KeySet(bits: UInt64(UInt32(bitPattern: textStart)) | UInt64(UInt32(bitPattern: textCount)) << 32) }
    set {
      textStart = Int32(truncatingIfNeeded: newValue.bits)
      textCount = Int32(truncatingIfNeeded: newValue.bits >> 32)
    }
  }
}

extension RawNode {
  @inline(__always)
  func mayHave(_ key: UnsafeBufferPointer<UInt8>) -> Bool { kind == .mapping && keySet.mayContain(key) }
}

/// Some keys, a bit for each: rules ask for many more fields than objects have, and most are told to be absent by this
/// alone.
struct KeySet {
  var bits: UInt64

  init(bits: UInt64 = 0) {
    self.bits = bits
  }

  @inline(__always)
  func mayContain(_ key: UnsafeBufferPointer<UInt8>) -> Bool { bits & KeySet.bit(of: key) != 0 }

  /// Adds a key. Answers whether one with its bit was there before.
  @inline(__always)
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let bit = KeySet.bit(of: key)
    defer { bits |= bit }
    return bits & bit != 0
  }

  /// The names of fields differ mostly in length and at their ends.
  @inline(__always)
  static func bit(of key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let first = key.first, let last = key.last else { return 1 }
    return 1 << ((UInt64(first) &* 5 &+ UInt64(last) &* 11 &+ UInt64(key.count)) & 63)
  }
}
