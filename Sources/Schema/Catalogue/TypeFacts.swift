import Findings
import YAML

/// A value that a field allows, and in which versions.
struct AllowedValue {
  let text: Bytes
  let versions: VersionSet
}

/// What is known of one field of a type.
struct FieldFacts {
  let name: Bytes
  let hash: UInt32
  let shape: Int32
  /// The type as the facts write it: `[]core.v1.Container`.
  let typeText: Bytes
  var versions: VersionSet
  var required: VersionSet = []
  /// Which bit stands for it among its type's required fields.
  var requiredBit: UInt64 = 0
  var allowed: [AllowedValue] = []
  var defaultText: Bytes?
  /// `atomic`, `set`, `map(name)`.
  var listType: Bytes?
  var mergeKey: Bytes?
  /// The same field with its type of other versions; -1 where there is none.
  var otherType: Int32 = -1
}

/// One type: its fields, found by the hash of their names.
final class TypeFacts {
  let name: Bytes
  let fields: UnsafeBufferPointer<FieldFacts>
  /// Bits of the fields that some version requires.
  let requiredMask: UInt64
  /// Field numbers by hash, open addressing; -1 is empty.
  private let slots: UnsafeBufferPointer<Int16>

  init(name: Bytes, fields: [FieldFacts]) {
    var fields = fields
    var bit: UInt64 = 1
    var mask: UInt64 = 0
    // A text of facts may hold more fields than slots can number; the rest are unreachable, not a crash.
    if fields.count > 4096 { fields.removeLast(fields.count - 4096) }
    var size = 4
    while size < fields.count * 2 { size *= 2 }
    var slots = [Int16](repeating: -1, count: size)
    for index in fields.indices {
      if !fields[index].required.isEmpty, bit != 0 {
        fields[index].requiredBit = bit
        mask |= bit
        bit <<= 1
      }
      if index > 0, fields[index - 1].name.elementsEqual(fields[index].name) {
        fields[index - 1].otherType = Int32(index)
        continue
      }
      var slot = Int(truncatingIfNeeded: fields[index].hash) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int16(index)
    }
    self.name = name
    self.fields = TypeFacts.copy(fields)
    self.slots = TypeFacts.copy(slots)
    requiredMask = mask
  }

  deinit {
    UnsafeMutableBufferPointer(mutating: fields).deinitialize().deallocate()
    slots.deallocate()
  }

  /// A copy that can be read without the cost of asking an array for each element.
  private static func copy<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = copy.initialize(fromContentsOf: elements)
    return UnsafeBufferPointer(copy)
  }

  /// The number of a field; -1 where the type has none of that name.
  @inline(__always)
  func index(of name: Bytes) -> Int {
    let hash = TypeFacts.hash(name)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while true {
      let index = Int(slots[slot])
      if index < 0 { return -1 }
      if fields[index].hash == hash, fields[index].name.isEqual(to: name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// In which versions the type has a field of that name.
  func versions(of name: Bytes) -> VersionSet {
    var index = self.index(of: name)
    var versions: VersionSet = []
    while index >= 0 {
      versions.formUnion(fields[index].versions)
      index = Int(fields[index].otherType)
    }
    return versions
  }

  /// Of few bytes, and so of no cost: the names are those of the catalogue, which collide seldom.
  @inline(__always)
  static func hash(_ name: Bytes) -> UInt32 {
    guard let first = name.first, let last = name.last else { return 0 }
    let (half, quarter) = (name[name.count / 2], name[name.count / 4])
    let some = UInt32(first) | UInt32(last) << 8 | UInt32(half) << 16 | UInt32(quarter) << 24
    let hash = (some ^ UInt32(truncatingIfNeeded: name.count) &* 0x0100_0193) &* 0x9E37_79B1
    return (hash ^ hash >> 15) & 0x7FFF_FFFF
  }
}
