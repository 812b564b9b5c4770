import Findings
import Schema

extension KindValidation {
  /// groups.md 3.14
  static let flowSchema = KindValidation(
    "flowcontrol.apiserver.k8s.io/v1", "FlowSchema", earlier: .flowControlBetas, scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: flowcontrol.apiserver.k8s.io/v1
        kind: FlowSchema
        metadata: {name: shop}
        spec:
          matchingPrecedence: 500
          priorityLevelConfiguration: {name: shop}
          distinguisherMethod: {type: ByUser}
          rules:
          - subjects:
            - kind: ServiceAccount
              serviceAccount: {name: "*", namespace: shop}
            resourceRules:
            - {apiGroups: [""], resources: [pods], verbs: [list, watch], namespaces: [shop]}
            nonResourceRules:
            - {nonResourceURLs: [/healthz/*], verbs: [get]}
        """),
      Example(
        """
        apiVersion: flowcontrol.apiserver.k8s.io/v1
        kind: FlowSchema
        metadata: {name: shop}
        spec:
          matchingPrecedence: 20000 # ←
          priorityLevelConfiguration: {name: Shop} # ←
          rules:
          - subjects:
            - kind: User # ←
              group: {name: readers} # ←
            resourceRules:
            - {apiGroups: [""], resources: ["*", pods], verbs: [get], clusterScope: true} # ←
            nonResourceRules:
            - nonResourceURLs: [healthz] # ←
              verbs: [GET] # ←
        """),
    ]
  ) { report, object in
    report.flowSchema(object["spec"], name: object["metadata"]["name"])
  }
}

extension [String] {
  /// Versions of the group before v1, all served in their time.
  static var flowControlBetas: [String] {
    [
      "flowcontrol.apiserver.k8s.io/v1beta1", "flowcontrol.apiserver.k8s.io/v1beta2",
      "flowcontrol.apiserver.k8s.io/v1beta3",
    ]
  }
}

extension Words {
  fileprivate static let verbs: Words = [
    "create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch",
  ]
  fileprivate static let subjects: Words = ["Group", "ServiceAccount", "User"]
}

extension Report {
  fileprivate mutating func flowSchema(_ spec: Field, name: Field) {
    let precedence = spec["matchingPrecedence"]
    if precedence.integer != 0 { expect(precedence, in: 1...10_000) }
    if precedence.integer == 1, !name.hasText("exempt") { refuse(precedence, .onlyExempt) }
    let distinguisher = spec["distinguisherMethod"]
    if distinguisher.isGiven { expect(always: distinguisher["type"], oneOf: ["ByNamespace", "ByUser"]) }
    let level = spec["priorityLevelConfiguration"]["name"]
    require(level)
    expect(level, .subdomain)
    for rule in spec["rules"].items { flowRule(rule) }
    if name.hasText("exempt"), !spec.isExemptFlow { refuse(spec, .fixedSpec(name)) }
    if name.hasText("catch-all"), !spec.isCatchAllFlow { refuse(spec, .fixedSpec(name)) }
  }

  private mutating func flowRule(_ rule: Field) {
    require(rule["subjects"])
    for subject in rule["subjects"].items { flowSubject(subject) }
    if rule["resourceRules"].isEmpty, rule["nonResourceRules"].isEmpty {
      add(.required, at: rule, .required, .noRequests)
    }
    for resources in rule["resourceRules"].items {
      verbs(resources["verbs"])
      requireWildcardAlone(resources["apiGroups"])
      requireWildcardAlone(resources["resources"])
      let namespaces = resources["namespaces"]
      if namespaces.isEmpty, !resources["clusterScope"].isTrue { require(namespaces, .noNamespaces) }
      expectWildcardAlone(namespaces)
      if !namespaces.hasWildcard { for namespace in namespaces.items { expect(always: namespace, .label) } }
    }
    for paths in rule["nonResourceRules"].items {
      verbs(paths["verbs"])
      let urls = paths["nonResourceURLs"]
      requireWildcardAlone(urls)
      if !urls.hasWildcard { for url in urls.items { expectRequestPath(url) } }
    }
  }

  private mutating func flowSubject(_ subject: Field) {
    let kind = subject["kind"]
    let (user, group, account) = (subject["user"], subject["group"], subject["serviceAccount"])
    expect(always: kind, oneOf: .subjects)
    guard Words.subjects.contains(kind) else { return }
    for (word, block) in [("User", user), ("Group", group), ("ServiceAccount", account)] as [(StaticString, Field)] {
      guard kind.hasText(word) else {
        forbid(block, .otherSubject(block, kind))
        continue
      }
      if block.isGiven { require(block["name"]) } else { add(.required, at: block, .required, .noSubject(block, kind)) }
    }
    guard kind.hasText("ServiceAccount"), account.isGiven else { return }
    if !account["name"].hasText("*") { expect(account["name"], .subdomain) }
    require(account["namespace"])
    expect(account["namespace"], .label)
  }

  private mutating func verbs(_ verbs: Field) {
    requireWildcardAlone(verbs)
    guard !verbs.hasWildcard else { return }
    // The server speaks of the whole list.
    for verb in verbs.items where !Words.verbs.contains(verb) {
      return expect(always: verb.reported(at: verbs), oneOf: .verbs)
    }
  }

  /// A path of requests that are about no resource: absolute, `*` as the last part only.
  private mutating func expectRequestPath(_ field: Field) {
    let text = field.text ?? ""
    let path = text.hasSuffix("/*") ? String(text.dropLast(2)) : text
    if text.isEmpty || !text.hasPrefix("/") || text.containsText(" ") || text.containsText("//")
      || path.containsText("*")
    {
      refuse(field, .noRequestPath(field), as: .pathFormat)
    }
  }
}

extension Field {
  /// Whether a list of texts is exactly this.
  fileprivate func isList(_ words: Words) -> Bool {
    guard count == words.words.count else { return false }
    for (index, item) in items.enumerated() where !item.hasText(words.words[index]) { return false }
    return true
  }

  /// The server's own schema that lets the masters through.
  fileprivate var isExemptFlow: Bool {
    self["matchingPrecedence"].integer == 1 && self["priorityLevelConfiguration"]["name"].hasText("exempt")
      && !self["distinguisherMethod"].isGiven && hasAllRequests(of: ["system:masters"])
  }

  /// The server's own schema for what no other takes.
  fileprivate var isCatchAllFlow: Bool {
    self["matchingPrecedence"].integer == 10_000
      && self["priorityLevelConfiguration"]["name"].hasText("catch-all")
      && self["distinguisherMethod"]["type"].hasText("ByUser")
      && hasAllRequests(of: ["system:unauthenticated", "system:authenticated"])
  }

  /// One rule about all requests of some groups.
  private func hasAllRequests(of groups: Words) -> Bool {
    guard self["rules"].count == 1, let rule = self["rules"].items.first(where: { _ in true }),
      rule["subjects"].count == groups.words.count, rule["resourceRules"].count == 1,
      rule["nonResourceRules"].count == 1
    else { return false }
    for (index, subject) in rule["subjects"].items.enumerated()
    where !subject["kind"].hasText("Group") || !subject["group"]["name"].hasText(groups.words[index]) { return false }
    for resources in rule["resourceRules"].items
    where !resources["verbs"].isList(["*"]) || !resources["apiGroups"].isList(["*"])
      || !resources["resources"].isList(["*"]) || !resources["namespaces"].isList(["*"])
      || !resources["clusterScope"].isTrue
    { return false }
    for paths in rule["nonResourceRules"].items
    where !paths["verbs"].isList(["*"]) || !paths["nonResourceURLs"].isList(["*"]) { return false }
    return true
  }
}

extension Message {
  fileprivate static var onlyExempt: Message {
    Message(
      en: "precedence 1 is kept for the schema 'exempt': use 2 or more", ko: "우선순위 1은 'exempt'용으로 예약되었습니다: 2 이상을 쓰십시오")
  }

  static func fixedSpec(_ name: Field) -> Message {
    Message(
      en: "the API server itself writes '\(name.written)' and takes no other spec: use another name",
      ko: "'\(name.written)'은(는) API 서버가 직접 쓰며 다른 spec을 받지 않습니다: 다른 이름을 쓰십시오")
  }

  fileprivate static var noRequests: Message {
    Message(
      en: "the rule matches no requests: add 'resourceRules' or 'nonResourceRules'",
      ko: "규칙에 맞는 요청이 없습니다: 'resourceRules'나 'nonResourceRules'를 추가하십시오")
  }

  fileprivate static var noNamespaces: Message {
    Message(
      en: "the rule names no namespaces: add 'namespaces', or 'clusterScope: true'",
      ko: "규칙에 네임스페이스가 없습니다: 'namespaces'나 'clusterScope: true'를 추가하십시오")
  }

  fileprivate static func otherSubject(_ block: Field, _ kind: Field) -> Message {
    Message(
      en: "a subject of kind \(kind.written) has no '\(block.name)': remove it",
      ko: "\(kind.written) 종류의 주체에는 '\(block.name)'이(가) 없습니다: 지우십시오")
  }

  fileprivate static func noSubject(_ block: Field, _ kind: Field) -> Message {
    Message(
      en: "a subject of kind \(kind.written) is named in '\(block.name)': add it",
      ko: "\(kind.written) 종류의 주체는 '\(block.name)'에 씁니다: 추가하십시오")
  }

  fileprivate static func noRequestPath(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no path of requests: write one such as '/healthz' or '/healthz/*'",
      ko: "'\(field.written)'은(는) 요청 경로가 아닙니다: '/healthz'나 '/healthz/*'처럼 쓰십시오")
  }
}
