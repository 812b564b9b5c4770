import Findings
import Schema

extension Report {
  /// A node selector (core.md 1.4, rows N1–N7).
  mutating func nodeSelector(_ selector: Field) {
    let terms = selector["nodeSelectorTerms"]
    require(terms)  // N1
    for term in terms.items { nodeSelectorTerm(term, checkingValues: true) }
  }

  /// One term; values of preferred terms only earn a warning.
  mutating func nodeSelectorTerm(_ term: Field, checkingValues: Bool) {
    for condition in term["matchExpressions"].items {
      let values = condition["values"]
      switch condition["operator"].text ?? "" {
      case "In", "NotIn": require(values, as: .selectorOperator)  // N2
      case "Exists", "DoesNotExist":
        if !values.isEmpty { forbid(values, .nodeValues("none"), as: .selectorOperator) }  // N2
      case "Gt", "Lt":
        if values.count != 1 { add(.selectorOperator, at: values, .required, .nodeValues("1")) }  // N2
      default: refuse(condition["operator"], .nodeOperator(condition["operator"]), as: .selectorOperator)  // N2
      }
      expect(always: condition["key"], .qualifiedName)  // N2
      if checkingValues {
        inVersions(.nodeValues) { report in
          for value in values.items { report.expect(value, .labelValue) }  // N3
        }
      }
    }
    for condition in term["matchFields"].items {
      let (key, values) = (condition["key"], condition["values"])
      switch condition["operator"].text ?? "" {
      case "In", "NotIn":
        if values.count != 1 { add(.selectorOperator, at: values, .required, .nodeValues("1")) }  // N5
      default: refuse(condition["operator"], .fieldOperator(condition["operator"]), as: .selectorOperator)  // N4
      }
      guard key.hasText("metadata.name") else {
        refuse(key, .fieldKey)  // N6
        continue
      }
      for value in values.items { expect(always: value, .subdomain) }  // N7
    }
  }
}

extension Message {
  fileprivate static func nodeValues(_ count: String) -> Message {
    count == "1"
      ? Message(
        en: "this operator compares with one value: give 'values' exactly one item",
        ko: "이 연산자는 값 하나와 비교합니다: 'values'에 항목을 하나만 쓰십시오")
      : Message(en: "this operator asks for the key alone: remove 'values'", ko: "이 연산자는 키만 봅니다: 'values'를 지우십시오")
  }

  fileprivate static func nodeOperator(_ field: Field) -> Message {
    Message(
      en: "operator '\(field.isGiven ? field.written : "")' is not known: use 'In', 'NotIn', 'Exists', 'DoesNotExist', "
        + "'Gt' or 'Lt'",
      ko: "연산자 '\(field.isGiven ? field.written : "")'은(는) 알 수 없습니다: 'In', 'NotIn', 'Exists', 'DoesNotExist', "
        + "'Gt', 'Lt' 가운데 하나를 쓰십시오")
  }

  fileprivate static func fieldOperator(_ field: Field) -> Message {
    Message(
      en: "fields are compared with 'In' or 'NotIn': use one of them", ko: "필드는 'In'이나 'NotIn'으로만 비교합니다: 둘 가운데 하나를 쓰십시오"
    )
  }

  fileprivate static var fieldKey: Message {
    Message(
      en: "only 'metadata.name' can be matched: use it as the key", ko: "'metadata.name'만 비교할 수 있습니다: 그것을 키로 쓰십시오")
  }
}
