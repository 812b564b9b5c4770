/// The words that an enumeration knows.
struct Words: ExpressibleByArrayLiteral, Sendable {
  let words: [StaticString]

  init(arrayLiteral words: StaticString...) {
    self.words = words
  }

  func contains(_ field: Field) -> Bool {
    for word in words where field.hasText(word) { return true }
    return false
  }

  /// `'Block', 'Filesystem'`
  var list: String { words.map { "'\($0)'" }.joined(separator: ", ") }

  /// As the API server lists them: `supported values: "Block", "Filesystem"`.
  var detail: String { "supported values: " + words.map { "\"\($0)\"" }.joined(separator: ", ") }

  /// The word that was probably meant: the same in another case, or a letter or two away.
  func nearest(to text: String) -> String? {
    var best: (word: String, distance: Int)?
    for word in words {
      let word = "\(word)"
      let distance = editDistance(Array(text.lowercased().utf8), Array(word.lowercased().utf8))
      if distance < best?.distance ?? .max { best = (word, distance) }
    }
    guard let best, best.distance <= max(1, text.utf8.count / 3) else { return nil }
    return best.word
  }
}

/// Insertions, removals and changes of bytes that turn one text into the other; texts beyond 64 bytes count as far apart.
private func editDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
  guard one.count <= 64, other.count <= 64 else { return .max }
  var row = Array(0...other.count)
  for (line, byte) in one.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for column in other.indices {
      let change = diagonal + (byte == other[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(change, row[column] + 1, diagonal + 1)
    }
  }
  return row[other.count]
}
