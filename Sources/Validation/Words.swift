import Findings
import Schema

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

  /// The word that was probably meant.
  func nearest(to text: String) -> String? {
    var text = text
    return text.withUTF8 { written in
      Nearest.word(to: written, among: words.map { Bytes(start: $0.utf8Start, count: $0.utf8CodeUnitCount) })
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
