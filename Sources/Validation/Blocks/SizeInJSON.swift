import YAML

extension Node {
  /// How many bytes the value takes where it reaches the API server, in JSON without blanks, as Go writes it. Depth is
  /// bounded by the reader's limit of nesting.
  var sizeInJSON: Int {
    if isMapping {
      var size = 2 + Swift.max(0, count - 1)
      for (key, value) in entries { size += key.sizeOfText + 1 + value.sizeInJSON }
      return size
    }
    if isSequence {
      var size = 2 + Swift.max(0, count - 1)
      for item in items { size += item.sizeInJSON }
      return size
    }
    if isNull { return 4 }
    return scalarType == .string ? sizeOfText : withText { $0.count }
  }

  /// The size as a string: quotes, and what has to be escaped between them, signs of HTML among it.
  private var sizeOfText: Int {
    withText { text in
      var size = 2
      for byte in text {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08, 0x09, 0x0A, 0x0C, 0x0D: size += 2
        case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): size += 6
        default: size += 1
        }
      }
      return size
    }
  }
}
