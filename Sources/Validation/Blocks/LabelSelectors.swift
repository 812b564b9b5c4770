import Findings
import Schema
import YAML

extension Report {
  /// A label selector (core.md 1.4, rows 1–6).
  mutating func labelSelector(_ selector: Field) {
    let map = selector["matchLabels"]
    labels(map)  // 1
    for condition in selector["matchExpressions"].items {
      let values = condition["values"]
      switch condition["operator"].text ?? "" {
      case "In", "NotIn": require(values, as: .selectorOperator)  // 2
      case "Exists", "DoesNotExist":
        if !values.isEmpty { forbid(values, .valuesOfExists(condition), as: .selectorOperator) }  // 3
      default: refuse(condition["operator"], .unknownOperator(condition), as: .selectorOperator)  // 4
      }
      expect(always: condition["key"], .qualifiedName)  // 5
      inVersions(.selectorValues) { report in
        for value in values.items { report.expect(value, .labelValue) }  // 6
      }
    }
  }
}

extension Field {
  /// Whether a label selector can be turned into one that selects; the server stops before matching otherwise.
  var isUsableSelector: Bool {
    for (key, value) in self["matchLabels"].entries {
      guard let key = key.node, let value = value.node else { continue }
      if !key.withText({ Grammar.qualifiedName.matches($0) }) || !value.withText({ Grammar.labelValue.matches($0) }) {
        return false
      }
    }
    for condition in self["matchExpressions"].items {
      guard let key = condition["key"].text, Grammar.qualifiedName.matches(key) else { return false }
      let values = condition["values"]
      switch condition["operator"].text ?? "" {
      case "In", "NotIn": if values.isEmpty { return false }
      case "Exists", "DoesNotExist": if !values.isEmpty { return false }
      default: return false
      }
      for value in values.items where !Grammar.labelValue.matches(value.text ?? "") { return false }
    }
    return true
  }
}

extension Message {
  fileprivate static func valuesOfExists(_ condition: Field) -> Message {
    let word = condition["operator"].written
    return Message(
      en: "'\(word)' asks for the key alone: remove 'values', or use 'In' or 'NotIn'",
      ko: "'\(word)'는 키만 봅니다: 'values'를 지우거나 'In' 또는 'NotIn'을 쓰십시오")
  }

  fileprivate static func unknownOperator(_ condition: Field) -> Message {
    let field = condition["operator"]
    return field.isEmpty
      ? Message(
        en: "the condition has no 'operator': add 'In', 'NotIn', 'Exists' or 'DoesNotExist'",
        ko: "조건에 'operator'가 없습니다: 'In', 'NotIn', 'Exists', 'DoesNotExist' 가운데 하나를 쓰십시오")
      : Message(
        en: "operator '\(field.written)' is not known: use 'In', 'NotIn', 'Exists' or 'DoesNotExist'",
        ko: "연산자 '\(field.written)'은(는) 알 수 없습니다: 'In', 'NotIn', 'Exists', 'DoesNotExist' 가운데 하나를 쓰십시오")
  }
}
