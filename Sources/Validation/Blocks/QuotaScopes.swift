import Findings
import Schema

extension Words {
  fileprivate static let scopes: Words = [
    "BestEffort", "CrossNamespacePodAffinity", "NotBestEffort", "NotTerminating", "PriorityClass", "Terminating",
    "VolumeAttributesClass",
  ]
  /// What a quota counts of Pods.
  fileprivate static let ofPods: Words = [
    "pods", "cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory",
  ]
  fileprivate static let ofClaims: Words = ["persistentvolumeclaims", "requests.storage"]
  /// Scopes that a Pod is in or not, so that there is nothing to choose from.
  fileprivate static let withoutValues: Words = [
    "BestEffort", "NotBestEffort", "Terminating", "NotTerminating", "CrossNamespacePodAffinity",
  ]
}

extension Report {
  /// Which objects a ResourceQuota counts (core.md 4.10). The API server names no item of either list.
  mutating func quotaScopes(_ spec: Field) {
    let (scopes, hard) = (spec["scopes"], spec["hard"])
    for scope in scopes.items { quotaScope(scope.reported(at: scopes), counted: hard, at: scopes) }  // RQ4 RQ5
    expectCompatible(scopes, scopes.items.map { $0 })  // RQ6

    let expressions = spec["scopeSelector"]["matchExpressions"]
    var names: [Field] = []
    for expression in expressions.items {
      let name = expression["scopeName"].reported(at: expressions, "scopeName")
      quotaScope(name, counted: hard, at: expressions)  // RQ7 RQ8
      scopeCondition(expression, of: expressions)
      names.append(name)
    }
    expectCompatible(expressions, names)  // RQ13
  }

  private mutating func quotaScope(_ scope: Field, counted hard: Field, at list: Field) {
    guard Words.scopes.contains(scope) else { return refuse(scope, .unknownScope(scope), as: .quotaScope) }
    if scope.hasText("VolumeAttributesClass") {
      // The gate of that name is on by default since 1.34.
      inVersions(VersionSet("1.25-1.33") ?? []) { $0.refuse(scope, .laterScope(scope), as: .quotaScope) }
    }
    for (key, _) in hard.entries where key.isStandardQuotaResource && !scope.covers(key) {
      refuse(scope.reported(at: list), .notInScope(key, scope), as: .quotaScope)
    }
  }

  private mutating func scopeCondition(_ expression: Field, of expressions: Field) {
    let name = expression["scopeName"]
    let word = expression["operator"].reported(at: expressions, "operator")
    let values = expression["values"].reported(at: expressions, "values")
    let isKnown = ["In", "NotIn", "Exists", "DoesNotExist"].contains(word.text ?? "")
    if !isKnown {
      refuse(word, .unknownOperator(word), as: .selectorOperator)  // RQ12
    } else if Words.withoutValues.contains(name), !word.hasText("Exists") {
      refuse(word, .onlyExists(name), as: .selectorOperator)  // RQ9
    }
    switch word.text ?? "" {
    case "In", "NotIn": require(values, as: .selectorOperator)  // RQ10
    case "Exists", "DoesNotExist":
      if !values.isEmpty { refuse(values, .valuesOfExists(word), as: .selectorOperator) }  // RQ11
    default: break
    }
  }

  /// No scope stands next to its opposite.
  private mutating func expectCompatible(_ list: Field, _ scopes: [Field]) {
    for (one, other) in [("BestEffort", "NotBestEffort"), ("Terminating", "NotTerminating")]
      as [(StaticString, StaticString)]
    where scopes.contains(where: { $0.hasText(one) }) && scopes.contains(where: { $0.hasText(other) }) {
      refuse(list, .opposites("\(one)", "\(other)"), as: .quotaScope)
    }
  }
}

extension Field {
  /// Whether objects of a scope use a resource.
  fileprivate func covers(_ resource: Field) -> Bool {
    if hasText("BestEffort") { return resource.hasText("pods") }
    if hasText("VolumeAttributesClass") { return Words.ofClaims.contains(resource) }
    return Words.ofPods.contains(resource)
  }
}

extension Message {
  fileprivate static func unknownScope(_ scope: Field) -> Message {
    guard !scope.isEmpty else {
      return Message(
        en: "the scope has no name: write one of \(Words.scopes.list)",
        ko: "범위에 이름이 없습니다: \(Words.scopes.list) 가운데 하나를 쓰십시오")
    }
    if let meant = Words.scopes.nearest(to: scope.written) {
      return Message(
        en: "scope '\(scope.written)' is not known: did you mean '\(meant)'",
        ko: "범위 '\(scope.written)'은(는) 알 수 없습니다: '\(meant)'을(를) 쓰려고 했습니까")
    }
    return Message(
      en: "scope '\(scope.written)' is not known: use one of \(Words.scopes.list)",
      ko: "범위 '\(scope.written)'은(는) 알 수 없습니다: \(Words.scopes.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static func laterScope(_ scope: Field) -> Message {
    Message(
      en: "scope '\(scope.written)' is known from 1.34 on: remove it for older clusters",
      ko: "범위 '\(scope.written)'은(는) 1.34부터 쓸 수 있습니다: 이전 클러스터에서는 지우십시오")
  }

  fileprivate static func notInScope(_ key: Field, _ scope: Field) -> Message {
    Message(
      en:
        "the scope '\(scope.written)' has no '\(key.written)' to count: remove it from 'hard', or put it in another "
        + "quota",
      ko: "범위 '\(scope.written)'에는 셀 '\(key.written)'이(가) 없습니다: 'hard'에서 지우거나 별도의 쿼터에 두십시오")
  }

  fileprivate static func unknownOperator(_ word: Field) -> Message {
    word.isEmpty
      ? Message(
        en: "the condition has no 'operator': add 'In', 'NotIn', 'Exists' or 'DoesNotExist'",
        ko: "조건에 'operator'가 없습니다: 'In', 'NotIn', 'Exists', 'DoesNotExist' 가운데 하나를 쓰십시오")
      : Message(
        en: "operator '\(word.written)' is not known: use 'In', 'NotIn', 'Exists' or 'DoesNotExist'",
        ko: "연산자 '\(word.written)'은(는) 알 수 없습니다: 'In', 'NotIn', 'Exists', 'DoesNotExist' 가운데 하나를 쓰십시오")
  }

  fileprivate static func onlyExists(_ name: Field) -> Message {
    Message(
      en: "a Pod is in the scope '\(name.written)' or not: write 'operator: Exists'",
      ko: "Pod는 범위 '\(name.written)'에 들거나 들지 않을 뿐입니다: 'operator: Exists'로 쓰십시오")
  }

  fileprivate static func valuesOfExists(_ word: Field) -> Message {
    Message(
      en: "'\(word.written)' asks for the scope alone: remove 'values', or use 'In' or 'NotIn'",
      ko: "'\(word.written)'는 범위만 봅니다: 'values'를 지우거나 'In' 또는 'NotIn'을 쓰십시오")
  }

  fileprivate static func opposites(_ one: String, _ other: String) -> Message {
    Message(
      en: "no Pod is in '\(one)' and '\(other)' at once: keep one of the two scopes",
      ko: "'\(one)'와 '\(other)'에 함께 드는 Pod는 없습니다: 둘 가운데 하나만 두십시오")
  }
}
