/// Which known word somebody may have meant.
package enum Nearest {
  /// The number of insertions, deletions, replacements and swaps of neighbours between two words, case ignored;
  /// `nil` above a limit.
  static func distance(_ left: Bytes, _ right: Bytes, limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit, left.count <= 64, right.count <= 64 else { return nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        let same = left[row].lowercased == right[column].lowercased
        var best = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row].lowercased == right[column - 1].lowercased,
          left[row - 1].lowercased == right[column].lowercased
        {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }

  /// How far a word may be from what was meant: a third of its length, at most three.
  static func limit(_ word: Bytes) -> Int { min(3, max(1, word.count / 3)) }

  /// The nearest of some words, the first of equals; `nil` where none is near.
  package static func word(to written: Bytes, among words: [Bytes]) -> Bytes? {
    var best: (word: Bytes, distance: Int)?
    for word in words {
      guard let distance = distance(written, word, limit: limit(written)) else { continue }
      if distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word ?? partial(written, among: words)
  }

  /// A word of which the written one is the beginning or the end (`name` for `secretName`), where only one is so.
  private static func partial(_ written: Bytes, among words: [Bytes]) -> Bytes? {
    guard written.count >= 4 else { return nil }
    var found: Bytes?
    for word in words where word.count > written.count {
      let head = word.part(0, written.count)
      let tail = word.part(from: word.count - written.count)
      guard distance(head, written, limit: 0) == 0 || distance(tail, written, limit: 0) == 0 else { continue }
      if found != nil { return nil }
      found = word
    }
    return found
  }

  package static func word(to written: String, among words: [String]) -> String? {
    var best: (word: String, distance: Int)?
    for word in words {
      let distance = written.withBytes { left in
        word.withBytes { Nearest.distance(left, $0, limit: limit(left)) }
      }
      if let distance, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }
}
