import Findings
import Schema

extension Words {
  static let operations: Words = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"]
  /// What there is to mutate: an object that is deleted is not.
  fileprivate static let mutableOperations: Words = ["*", "CONNECT", "CREATE", "UPDATE"]
  static let failurePolicies: Words = ["Fail", "Ignore"]
  static let matchPolicies: Words = ["Equivalent", "Exact"]
  static let reinvocationPolicies: Words = ["IfNeeded", "Never"]
}

extension Report {
  /// Which requests a webhook or a policy looks at (groups.md 3.12, the rows of `rules`).
  mutating func admissionRule(_ rule: Field) {
    let (operations, versions) = (rule["operations"], rule["apiVersions"])
    requireWildcardAlone(operations)
    for operation in operations.items { expect(always: operation, oneOf: .operations) }
    requireWildcardAlone(rule["apiGroups"])
    requireWildcardAlone(versions)
    for version in versions.items { require(version) }
    require(rule["resources"])
    admissionResources(rule["resources"])
    expect(given: rule["scope"], oneOf: ["*", "Cluster", "Namespaced"])
  }

  /// Resources and subresources. What an earlier item covers may not follow it; the server looks in this order only.
  private mutating func admissionResources(_ resources: Field) {
    var wholes: Set<String> = []
    var parts: Set<String> = []
    var hasAll = false
    var hasEverything = false
    var endsInOther = false
    for item in resources.items {
      let text = item.text ?? ""
      if text.isEmpty {
        require(item)
        continue
      }
      if text == "*/*" { hasEverything = true }
      if text == "*" { hasAll = true }
      let split = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
      guard split.count == 2 else {
        endsInOther = text != "*"
        continue
      }
      if wholes.contains(split[0]) { refuse(item, .covered(item, "\(split[0])/*"), as: .wildcardAlone) }
      if parts.contains(split[1]) { refuse(item, .covered(item, "*/\(split[1])"), as: .wildcardAlone) }
      if split[1] == "*" { wholes.insert(split[0]) }
      if split[0] == "*" { parts.insert(split[1]) }
    }
    if hasEverything, resources.count > 1 { refuse(resources, .allResources, as: .wildcardAlone) }
    if hasAll, endsInOther { refuse(resources, .allAndMore, as: .wildcardAlone) }
  }

  /// The objects at which a policy looks. `mutates` where it changes them.
  mutating func matchResources(_ match: Field, mutates: Bool) {
    expect(given: match["matchPolicy"], oneOf: .matchPolicies)
    labelSelector(match["namespaceSelector"])
    labelSelector(match["objectSelector"])
    for rule in match["resourceRules"].items { namedRule(rule) }
    for rule in match["excludeResourceRules"].items { namedRule(rule) }
    guard mutates else { return }
    for rule in match["resourceRules"].items {
      for operation in rule["operations"].items {
        expect(
          always: operation.reported(at: match, [.field("resourceRules"), .field("operations")]),
          oneOf: .mutableOperations)
      }
    }
  }

  private mutating func namedRule(_ rule: Field) {
    let names = rule["resourceNames"]
    for name in names.items { expect(given: name, .pathSegment) }
    expectUniqueItems(names)
    admissionRule(rule)
  }
}

extension Message {
  fileprivate static var allResources: Message {
    Message(
      en: "'*/*' means all resources and subresources: let it stand alone", ko: "'*/*'는 모든 리소스와 하위 리소스를 뜻합니다: 그것만 두십시오")
  }

  fileprivate static var allAndMore: Message {
    Message(en: "'*' means all resources: remove the others", ko: "'*'는 모든 리소스를 뜻합니다: 나머지를 지우십시오")
  }

  fileprivate static func covered(_ item: Field, _ other: String) -> Message {
    Message(
      en: "'\(other)' covers '\(item.written)' already: remove this one",
      ko: "'\(other)'에 '\(item.written)'이(가) 이미 들어 있습니다: 이 항목을 지우십시오")
  }
}
