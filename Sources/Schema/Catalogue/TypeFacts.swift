import Findings

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
  let fields: [FieldFacts]
  /// Bits of the fields that some version requires.
  let requiredMask: UInt64
  /// Field numbers by hash, open addressing; -1 is empty.
  private let slots: [Int16]

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
    self.fields = fields
    self.slots = slots
    requiredMask = mask
  }

  /// The number of a field; -1 where the type has none of that name.
  @inline(__always)
  func index(of name: Bytes) -> Int {
    let hash = TypeFacts.hash(name)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while true {
      let index = Int(slots[slot])
      if index < 0 { return -1 }
      if fields[index].hash == hash, fields[index].name.elementsEqual(name) { return index }
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

  /// FNV-1a.
  @inline(__always)
  static func hash(_ name: Bytes) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash & 0x7FFF_FFFF
  }
}
