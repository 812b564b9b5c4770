/// Which known word somebody may have meant.
public enum Nearest {
  /// The nearest of some words, the first of equals; `nil` where none is near.
  public static func word(to written: String, among words: [String]) -> String? {
    var best: (word: String, distance: Int)?
    for word in words {
      let distance = bytes(of: written) { left in
        bytes(of: word) { Nearest.distance(left, $0, limit: limit(left.count > $0.count ? left : $0)) }
      }
      if let distance, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words, case ignored;
  /// `nil` above a limit, and for words of more than 64 bytes.
  public static func distance(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit, left.count <= 64, right.count <= 64 else { return nil }
    // Three rows of the table are enough; they are small, as the words are.
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * 65) { rows in
      let width = right.count + 1
      for index in 0..<3 * 65 { rows.initializeElement(at: index, to: index < width ? index : 0) }
      var (last, current, beforeLast) = (0, 65, 130)
      for row in left.indices {
        rows[current] = row + 1
        var least = row + 1
        for column in right.indices {
          let same = lowercased(left[row]) == lowercased(right[column])
          var best = min(
            rows[last + column] + (same ? 0 : 1), rows[last + column + 1] + 1, rows[current + column] + 1)
          if row > 0, column > 0, lowercased(left[row]) == lowercased(right[column - 1]),
            lowercased(left[row - 1]) == lowercased(right[column])
          {
            best = min(best, rows[beforeLast + column - 1] + 1)
          }
          rows[current + column + 1] = best
          least = min(least, best)
        }
        // Later rows build on this one and the one before it.
        if least > limit + 1 { return nil }
        (beforeLast, last, current) = (last, current, beforeLast)
      }
      return rows[last + right.count] <= limit ? rows[last + right.count] : nil
    }
  }

  /// How far a word may be from what was meant: a third of its length, at most three.
  public static func limit(_ word: UnsafeBufferPointer<UInt8>) -> Int { min(3, max(1, word.count / 3)) }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private static func bytes<Result>(of word: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var word = word
    return word.withUTF8 { body($0) }
  }
}
