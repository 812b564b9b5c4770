import Findings

extension Nearest {
  /// The nearest of some words, the first of equals; `nil` where none is near.
  ///
  /// - Parameter partly: whether the beginning or the end of a word will do where none is near.
  package static func word(to written: Bytes, among words: [Bytes], partly: Bool = true) -> Bytes? {
    var best: (word: Bytes, distance: Int)?
    for word in words {
      guard let distance = distance(written, word, limit: limit(written)) else { continue }
      if distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word ?? (partly ? partial(written, among: words) : nil)
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
}
