import Schema
import YAML

/// The first field of each text: tells what repeats another, and finds what a name means, in however long a list.
struct FieldsByText {
  /// As long as they are few, looking at each is cheaper than the table.
  private var few: [Field] = []
  private var many: [[UInt8]: Field] = [:]

  init() {}

  /// The texts that the items of a list have under a key.
  init(_ list: Field, by key: StaticString) {
    for item in list.items { insert(item[key]) }
  }

  /// The field that has the text of this one; none for what is no text.
  subscript(field: Field) -> Field? {
    if many.isEmpty { return few.first { $0.hasTextOf(field) } }
    return field.bytes.flatMap { many[$0] }
  }

  /// Adds a field whose text is new. Answers the one that had its text before.
  @discardableResult
  mutating func insert(_ field: Field) -> Field? {
    if let first = self[field] { return first }
    if many.isEmpty, few.count < 16 {
      few.append(field)
      return nil
    }
    if many.isEmpty { for one in few { if let bytes = one.bytes { many[bytes] = one } } }
    if let bytes = field.bytes { many[bytes] = field }
    return nil
  }
}

extension Field {
  /// The text of a scalar.
  fileprivate var bytes: [UInt8]? {
    guard let node, node.isScalar else { return nil }
    return node.withText { Array($0) }
  }
}
