import Findings
import Schema

extension Report {
  /// Conditions in CEL under which a webhook or a policy is asked (groups.md 3.12).
  mutating func matchConditions(_ conditions: Field) {
    expect(conditions, atMostItems: 64)
    for condition in conditions.items {
      requireExpression(condition["expression"])
      require(condition["name"])
      expect(condition["name"], .qualifiedName)
    }
    expectUnique(conditions, by: "name")
  }

  /// An expression in CEL of more than blanks.
  mutating func requireExpression(_ field: Field) {
    if field.isBlank { add(.expression, at: field, .required, .noExpression(field)) }
  }
}

extension Field {
  /// Whether it is absent, empty, or holds blanks only.
  var isBlank: Bool { isEmpty || (text.map { $0.trimmingBlanks.isEmpty } ?? false) }

  /// Whether it is written, and holds blanks only.
  var isWrittenBlank: Bool { !isEmpty && isBlank }

  /// Whether there are line breaks between the first and the last letter.
  var hasLineBreaks: Bool {
    guard let text else { return false }
    return text.trimmingBlanks.unicodeScalars.contains { $0 == "\n" || $0 == "\r" }
  }
}

extension Message {
  fileprivate static func noExpression(_ field: Field) -> Message {
    field.isGiven
      ? Message(
        en: "'\(field.name)' is empty: write an expression in CEL", ko: "'\(field.name)'이(가) 비어 있습니다: CEL 식을 쓰십시오")
      : Message(en: "'\(field.name)' is missing: add an expression in CEL", ko: "'\(field.name)'이(가) 없습니다: CEL 식을 쓰십시오")
  }
}
