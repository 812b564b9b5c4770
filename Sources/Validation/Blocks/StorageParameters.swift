import Findings
import Schema
import YAML

extension Report {
  /// What a class of storage hands to its driver (groups.md 3.7): up to 512 entries of 256 KiB in all.
  mutating func storageParameters(_ parameters: Field) {
    if parameters.count > 512 { return addTooLong(parameters, entries: 512) }
    var bytes = 0
    for (key, value) in parameters.entries {
      if key.isEmpty { refuse(parameters, .namelessParameter) }
      bytes += (key.node?.withText { $0.count } ?? 0) + (value.node?.withText { $0.count } ?? 0)
    }
    if bytes > 262_144 { addTooLong(parameters, 262_144) }
  }

  private mutating func addTooLong(_ map: Field, entries limit: Int) {
    add(
      .tooLong, at: map, .tooLong,
      Message(
        en: "\(map.name) has \(map.count) entries: keep at most \(limit)",
        ko: "\(map.name)에 항목이 \(map.count)개 있습니다: \(limit)개까지만 두십시오"))
  }

  /// Topology terms of a StorageClass (groups.md 3.7); keys and values tell terms apart.
  mutating func allowedTopologies(_ topologies: Field) {
    var seen: Set<TopologyTerm> = []
    for term in topologies.items {
      let expressions = term["matchLabelExpressions"]
      for condition in expressions.items {
        require(condition["values"], .noTopologyValues)
        expectUniqueItems(condition["values"])
        expect(always: condition["key"], .qualifiedName)
        warnOfDeprecatedLabel(condition["key"])
      }
      for (condition, first) in expressions.repetitions(by: { $0["key"].text }) {
        addDuplicate(condition["key"], of: first["key"])
      }
      let own = TopologyTerm(expressions)
      // The API server compares with an empty term first, so that a term without conditions repeats it.
      if own.conditions.isEmpty {
        add(.duplicate, at: expressions, .duplicate, .emptyTopology)
      } else if !seen.insert(own).inserted {
        add(.duplicate, at: expressions, .duplicate, .topologyTwice)
      }
    }
  }
}

/// The keys of a topology term with their sets of values.
private struct TopologyTerm: Hashable {
  var conditions: [String: Set<String>] = [:]

  init(_ expressions: Field) {
    for expression in expressions.items {
      var values: Set<String> = []
      for value in expression["values"].items { values.insert(value.text ?? "") }
      conditions[expression["key"].text ?? ""] = values
    }
  }
}

extension Message {
  fileprivate static var namelessParameter: Message {
    Message(en: "a parameter has an empty name: name it or remove it", ko: "이름이 빈 파라미터가 있습니다: 이름을 쓰거나 지우십시오")
  }

  fileprivate static var noTopologyValues: Message {
    Message(
      en: "the term allows no value of this label: add 'values' with at least one",
      ko: "이 레이블에 허용된 값이 없습니다: 'values'에 하나 이상 쓰십시오")
  }

  fileprivate static var emptyTopology: Message {
    Message(
      en: "the term has no condition: add 'matchLabelExpressions', or remove the term",
      ko: "조건이 없는 항목입니다: 'matchLabelExpressions'를 추가하거나 항목을 지우십시오")
  }

  fileprivate static var topologyTwice: Message {
    Message(
      en: "an earlier term allows the same: keep one of the two", ko: "앞의 항목과 같은 조건입니다: 둘 가운데 하나만 두십시오")
  }
}
