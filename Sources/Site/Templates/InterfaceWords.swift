import Findings
import YAML

/// The words of the interface in one language: `templates/strings.<language>.yaml`.
struct InterfaceWords: Sendable {
  let language: String
  private let words: [String: String]

  init(language: String, words: [String: String]) {
    self.language = language
    self.words = words
  }

  /// Reads a flat mapping of keys to texts. English stands in for what a translation lacks.
  init(language: String, yaml: [UInt8], fallback: InterfaceWords?) {
    var words = fallback?.words ?? [:]
    for entry in YAMLStream(parsing: yaml).documents.first.map({ Array($0.root.entries) }) ?? [] {
      words[entry.key.text] = entry.value.text
    }
    self.init(language: language, words: words)
  }

  var keys: Set<String> { Set(words.keys) }

  /// All of them, for a template.
  var all: [String: String] { words }

  /// A text by its key; the key itself where there is none, so that the gap shows.
  subscript(key: String) -> String { words[key] ?? key }

  /// A text with its blanks filled in: `{versions}`.
  subscript(key: String, blanks: [String: String]) -> String {
    blanks.sorted { $0.key < $1.key }.reduce(self[key]) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// A text for a number of things; the key ending in `-one` is for one.
  func count(_ key: String, _ count: Int) -> String {
    let exact = count == 1 && words["\(key)-one"] != nil ? "\(key)-one" : key
    return self[exact, ["count": "\(count)"]]
  }
}
