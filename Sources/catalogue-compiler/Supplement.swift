import Foundation

/// Facts that the published schemas leave out: allowed values and defaults, from the API's documentation.
struct Supplement {
  /// An allowed value, and the first minor version that has it.
  struct Value {
    let text: String
    let since: Int
  }

  private(set) var allowedValues: [(type: String, field: String, values: [Value])] = []
  private(set) var defaults: [(type: String, field: String, value: String)] = []

  /// Lines `type.field enum a b c@1.29` and `type.field = value`.
  init(_ text: String = Supplement.text) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 3, let dot = words[0].lastIndex(of: ".") else { continue }
      let type = String(words[0][..<dot])
      let field = String(words[0][words[0].index(after: dot)...])
      if words[1] == "=" {
        defaults.append((type, field, words[2]))
      } else {
        allowedValues.append((type, field, words.dropFirst(2).map(Supplement.value)))
      }
    }
  }

  static func value(_ word: String) -> Value {
    let parts = word.components(separatedBy: "@1.")
    guard parts.count == 2, let minor = Int(parts[1]) else { return Value(text: word, since: MinorVersions.oldest) }
    return Value(text: parts[0], since: minor)
  }
}
