import Findings
import Schema
import YAML

extension Field {
  /// The items of a list whose key an earlier item has too, each with that item; an item without a key is alone.
  func repetitions(by key: (Field) -> String?) -> [(item: Field, first: Field)] {
    guard count > 1 else { return [] }
    var (firsts, repeated): ([String: Field], [(item: Field, first: Field)]) = ([:], [])
    for item in items {
      guard let text = key(item) else { continue }
      if let first = firsts[text] { repeated.append((item, first)) } else { firsts[text] = item }
    }
    return repeated
  }
}

extension Report {
  /// No two items of a list of texts are equal.
  mutating func expectUniqueItems(_ list: Field, reportedAt place: Field? = nil) {
    for (item, first) in list.repetitions(by: { $0.text }) {
      addDuplicate(place.map { item.reported(at: $0) } ?? item, of: first)
    }
  }

  /// No two items of a list have the same name; the API server calls the item itself the duplicate.
  mutating func expectUniqueNames(_ list: Field, by key: StaticString) {
    for (item, first) in list.repetitions(by: { $0[key].text ?? "" }) {
      addDuplicate(item[key].reported(at: item), of: first[key])
    }
  }
}
