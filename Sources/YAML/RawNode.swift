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
    /// The text lies in the tree's own buffer, because it is not a slice of the source.
    static let ownText = Flags(rawValue: 1)
    /// Came here by an alias or a merge key; its range is where the anchor is.
    static let aliased = Flags(rawValue: 2)
    /// A key that a merge key brought.
    static let merged = Flags(rawValue: 4)
  }

  public internal(set) var kind: Kind
  public internal(set) var style: Style
  /// How a scalar resolves; `.string` for collections.
  public internal(set) var type: ScalarType
  var flags: Flags
  /// Bytes of the source.
  public internal(set) var start: Int32
  public internal(set) var end: Int32
  /// The scalar's text: bytes of the source, or of the tree's own buffer.
  var textStart: Int32
  var textCount: Int32
  /// The collection it lies in; -1 for the root.
  public internal(set) var parent: Int32
  /// The index after the last of its descendants, which is its next sibling where it has one.
  public internal(set) var next: Int32
  /// Items of a sequence; keys of a mapping.
  public internal(set) var count: Int32
}
