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
    if let word = word(abbreviatedTo: text) { return word }
    var text = text
    return text.withUTF8 { written in
      Nearest.word(to: written, among: words.map { Bytes(start: $0.utf8Start, count: $0.utf8CodeUnitCount) })
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The word whose capitals somebody wrote, as kubectl shows some: `RWO`, and `RWX` with an X for 'Many'.
  private func word(abbreviatedTo text: String) -> String? {
    guard text.utf8.count >= 3 else { return nil }
    for word in words {
      let bytes = Bytes(start: word.utf8Start, count: word.utf8CodeUnitCount)
      var capitals: [UInt8] = []
      for (index, byte) in bytes.enumerated() where byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") {
        let isMany = index + 4 == bytes.count && byte == UInt8(ascii: "M")
        capitals.append(isMany ? UInt8(ascii: "X") : byte)
      }
      if text.utf8.elementsEqual(capitals) { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }
}
