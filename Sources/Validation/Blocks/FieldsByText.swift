import Schema
import YAML

/// The first field of each text: tells what repeats another, and finds what a name means, in however long a list.
struct FieldsByText {
  /// As long as they are few, looking at each is cheaper than the table.
  private var few: [Field] = []
  private var many: [[UInt8]: Field] = [:]
  /// Whether absent fields count, as ones of the empty text.
  private let countsAbsent: Bool

  init(countsAbsent: Bool = false) {
    self.countsAbsent = countsAbsent
  }

  /// The texts that the items of a list have under a key.
  init(_ list: Field, by key: StaticString) {
    self.init()
    for item in list.items { insert(item[key]) }
  }

  /// The field that has the text of this one; none for what is no text.
  subscript(field: Field) -> Field? {
    if many.isEmpty {
      let isEmpty = countsAbsent && field.isEmpty
      return few.first { $0.hasTextOf(field) || isEmpty && $0.isEmpty }
    }
    return bytes(of: field).flatMap { many[$0] }
  }

  /// Adds a field whose text is new. Answers the one that had its text before.
  @discardableResult
  mutating func insert(_ field: Field) -> Field? {
    if let first = self[field] { return first }
    if many.isEmpty, few.count < 16 {
      few.append(field)
      return nil
    }
    if many.isEmpty { for one in few { if let bytes = bytes(of: one) { many[bytes] = one } } }
    if let bytes = bytes(of: field) { many[bytes] = field }
    return nil
  }

  private func bytes(of field: Field) -> [UInt8]? {
    guard let node = field.node, node.isScalar else { return countsAbsent ? [] : nil }
    return node.withText { Array($0) }
  }
}
