import Findings

extension Report {
  /// What can be said of rules in CEL without reading them (groups.md 3.16).
  mutating func validationRules(_ schema: Field, _ root: SchemaRoot) {
    for rule in schema["x-kubernetes-validations"].items {
      let (expression, message, computed) = (rule["rule"], rule["message"], rule["messageExpression"])
      if expression.isBlank {
        requireExpression(root.placed(expression))
      } else if message.isWrittenBlank {
        refuse(root.placed(message), .blank(message), as: .expression)
      } else if message.hasLineBreaks {
        refuse(root.placed(message), .severalLines(message), as: .expression)
      } else if expression.hasLineBreaks, message.isEmpty {
        add(.expression, at: root.placed(message), .required, .noMessage)
      }
      if computed.isWrittenBlank { add(.expression, at: root.placed(computed), .required, .blank(computed)) }
      expect(
        given: root.placed(rule["reason"]),
        oneOf: ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"])
      let path = rule["fieldPath"]
      guard let text = path.text, !text.isEmpty else { continue }
      if path.isBlank || text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) {
        refuse(root.placed(path), .noSuchPath(path), as: .expression)
      } else if schema.isConvertible, SchemaPath(text, in: schema, allowsKeys: true) == nil {
        refuse(root.placed(path), .noSuchPath(path), as: .expression)
      }
    }
  }
}

extension Message {
  fileprivate static var noMessage: Message {
    Message(
      en: "a rule of several lines cannot be its own message: add 'message'",
      ko: "여러 줄로 된 규칙은 메시지로 쓸 수 없습니다: 'message'를 추가하십시오")
  }

  fileprivate static func noSuchPath(_ path: Field) -> Message {
    Message(
      en: "'\(path.written)' leads to no field of this schema: write one such as '.spec.replicas'",
      ko: "'\(path.written)'에 해당하는 필드가 스키마에 없습니다: '.spec.replicas'처럼 쓰십시오")
  }
}
