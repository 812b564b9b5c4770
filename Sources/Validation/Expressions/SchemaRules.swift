import CEL
import Findings
import YAML

/// Where a schema lies in that of its resource, as far as its rules care.
private struct RuleScope {
  var isResource = false
  /// Whether the old value of a changed one can be told among its neighbours.
  var hasOldValue = true
  /// How many values there can be; `nil` without limit.
  var count: UInt64? = 1
}

/// Rules in CEL of custom resources (groups.md 3.16). They are compiled only where the schema is whole: at and below it
/// nothing else may be wrong.
extension Report {
  mutating func compileRules(of root: SchemaRoot, faultsFrom start: Int) {
    var faults: [FieldPath] = []
    for finding in findings.dropFirst(start) where finding.severity == .error { faults.append(finding.path) }
    guard root.schema.holdsRules else { return }
    compile { compilation in
      var cost: UInt64 = 0
      compilation.rules(root.schema, RuleScope(isResource: true), root, faults, &cost)
      if cost > Compilation.totalCost { compilation.holdBack(root.schema, .cost) }
    }
    if root.schema.hasRuledDefault { leaveUnjudged(.all, .rulesOfDefaults) }
  }
}

extension Compilation {
  /// What a rule, and all rules of a schema, may cost by the API server's estimate.
  fileprivate static let ruleCost: UInt64 = 10_000_000
  fileprivate static let totalCost: UInt64 = 100_000_000

  fileprivate mutating func rules(
    _ schema: Field, _ scope: RuleScope, _ root: SchemaRoot, _ faults: [FieldPath], _ total: inout UInt64
  ) {
    for (_, property) in schema["properties"].entries {
      var inner = scope
      inner.isResource = property.isEmbeddedResource
      rules(property, inner, root, faults, &total)
    }
    if let values = schema.valueSchema {
      var inner = scope
      inner.isResource = values.isEmbeddedResource
      inner.multiply(by: schema["maxProperties"])
      rules(values, inner, root, faults, &total)
    }
    if let items = schema.itemSchema {
      var inner = scope
      inner.isResource = items.isEmbeddedResource
      if !schema["x-kubernetes-list-type"].hasText("map") { inner.hasOldValue = false }
      inner.multiply(by: schema["maxItems"])
      rules(items, inner, root, faults, &total)
    }
    let list = schema["x-kubernetes-validations"]
    guard !list.isEmpty else { return }
    let path = schema.path
    guard !faults.contains(where: { $0.isWithin(path) }) else { return }
    guard let type = schema.celType(isResource: scope.isResource) else { return holdBack(list, .type) }
    for rule in list.items { self.rule(rule, of: schema, type, scope, root, &total) }
  }

  private mutating func rule(
    _ rule: Field, of schema: Field, _ type: CELType, _ scope: RuleScope, _ root: SchemaRoot, _ total: inout UInt64
  ) {
    let (expression, optional, message) = (rule["rule"], rule["optionalOldSelf"], rule["messageExpression"])
    guard !expression.isBlank else { return }
    var environment = environment()
    environment.variables = ["self": type, "oldSelf": optional.isTrue ? .optional(type) : type]
    let place = root.placed(expression)
    guard let checked = compile(place, in: environment, answers: [.bool]) else {
      // What does not compile uses nothing.
      if optional.isGiven { refuse(root.placed(optional), .oldSelfUnused) }
      return
    }
    let count = scope.count ?? schema.maximumCount
    judgeCost(of: checked, environment, schema, count, place, &total)
    if checked.uses("oldSelf") {
      if !scope.hasOldValue { refuse(place, .oldSelfUnknown) }
    } else if optional.isGiven {
      refuse(root.placed(optional), .oldSelfUnused)
    }
    guard !message.isBlank else { return }
    let placeOfMessage = root.placed(message)
    guard let checkedMessage = compile(placeOfMessage, in: environment, answers: [.string]) else { return }
    judgeCost(of: checkedMessage, environment, schema, 1, placeOfMessage, &total)
  }

  /// Our bound is never below the API server's estimate, so that only what is above the limit stays open.
  private mutating func judgeCost(
    of checked: CheckedExpression, _ environment: Environment, _ schema: Field, _ count: UInt64, _ place: Field,
    _ total: inout UInt64
  ) {
    let extent = schema.extent
    let cost = CostBound.cost(
      of: checked, in: environment, variables: [("self", extent), ("oldSelf", extent)], fallback: extent
    ).times(count)
    let (sum, isTooLarge) = total.addingReportingOverflow(cost)
    total = isTooLarge ? .max : sum
    if cost > Compilation.ruleCost { holdBack(place, .cost) }
  }
}

extension RuleScope {
  mutating func multiply(by limit: Field) {
    guard let number = limit.integer, number >= 0 else {
      count = nil
      return
    }
    count = count.map { $0.times(UInt64(number)) }
  }
}

extension Field {
  /// Whether there are rules at a schema or below it.
  fileprivate var holdsRules: Bool {
    if !self["x-kubernetes-validations"].isEmpty { return true }
    for (_, property) in self["properties"].entries where property.holdsRules { return true }
    return itemSchema?.holdsRules ?? false || valueSchema?.holdsRules ?? false
  }

  /// Whether a default is subject to rules, which only an evaluation could tell.
  fileprivate var hasRuledDefault: Bool {
    if let value = self["default"].node, ruled(value) { return true }
    for (_, property) in self["properties"].entries where property.hasRuledDefault { return true }
    return itemSchema?.hasRuledDefault ?? false || valueSchema?.hasRuledDefault ?? false
  }

  /// Whether this schema, or one of a part of the value, has rules.
  private func ruled(_ value: Node) -> Bool {
    if !self["x-kubernetes-validations"].isEmpty { return true }
    for item in value.items where itemSchema?.ruled(item) ?? false { return true }
    for entry in value.entries {
      if let schema = property(entry.key.text) ?? valueSchema, schema.ruled(entry.value) { return true }
    }
    return false
  }
}

extension Message {
  fileprivate static var rulesOfDefaults: Message {
    Message(
      en: "a default is subject to rules in CEL, which are not evaluated here",
      ko: "기본값에 CEL 규칙이 적용되는데 여기에서는 그 규칙을 실행하지 않음")
  }
}
