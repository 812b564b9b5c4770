/// A text of records in the order of their keys, searched where it lies. It may have two parts, each with an order of
/// its own; what the first one has is not looked for in the second.
///
/// A record is a line that does not begin with a space, and the lines after it that do. Its key is its first words.
struct SortedText {
  let bytes: Bytes
  /// How many words the key has.
  let keyWords: Int
  /// Where the second part begins; the length where there is none.
  let second: Int

  init(bytes: Bytes, keyWords: Int, second: Int? = nil) {
    self.bytes = bytes
    self.keyWords = keyWords
    self.second = second ?? bytes.count
  }

  /// The offset of the record with a key; words of the key are separated by one space.
  func find(_ key: Bytes) -> Int? { find(key, 0, second) ?? find(key, second, bytes.count) }

  private func find(_ key: Bytes, _ start: Int, _ end: Int) -> Int? {
    var (low, high) = (start, end)
    while low < high {
      let start = recordStart((low + high) / 2)
      switch compare(self.key(at: start), key) {
      case 0: return start
      case ..<0: low = recordEnd(start)
      default: high = start
      }
    }
    return nil
  }

  /// The start of the record that holds a byte.
  private func recordStart(_ position: Int) -> Int {
    var start = position
    while start > 0, bytes[start - 1] != 0x0A || bytes[start] == 0x20 { start -= 1 }
    return start
  }

  /// The start of the next record.
  func recordEnd(_ start: Int) -> Int {
    var end = lineEnd(start) + 1
    while end < bytes.count, bytes[end] == 0x20 { end = lineEnd(end) + 1 }
    return min(end, bytes.count)
  }

  /// The place of the line break after a position.
  func lineEnd(_ position: Int) -> Int {
    var end = position
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  func line(at start: Int) -> Bytes { bytes.part(start, lineEnd(start)) }

  func key(at start: Int) -> Bytes {
    var end = start
    var words = 0
    while end < bytes.count, bytes[end] != 0x0A {
      if bytes[end] == 0x20 {
        words += 1
        if words == keyWords { break }
      }
      end += 1
    }
    return bytes.part(start, end)
  }

  private func compare(_ left: Bytes, _ right: Bytes) -> Int {
    var index = 0
    while index < left.count, index < right.count {
      if left[index] != right[index] { return Int(left[index]) - Int(right[index]) }
      index += 1
    }
    return left.count - right.count
  }

  /// The starts of all records.
  var records: [Int] {
    var starts: [Int] = []
    var start = 0
    while start < bytes.count {
      starts.append(start)
      start = recordEnd(start)
    }
    return starts
  }
}

/// The words of a line of facts.
struct Words {
  private var rest: Bytes

  init(_ line: Bytes) { rest = line }

  mutating func next() -> Bytes? {
    while rest.isByte(0, " ") { rest = rest.part(from: 1) }
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: " ") ?? rest.count
    let word = rest.part(0, end)
    rest = rest.part(from: end)
    return word
  }
}
