import Findings
import Schema
import YAML

extension KindValidation {
  /// mesh.md 9
  static let authorizationPolicy = KindValidation(
    "security.istio.io/v1", "AuthorizationPolicy", earlier: ["security.istio.io/v1beta1"], metadata: .general,
    examples: [
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: orders}
        spec:
          selector: {matchLabels: {app: orders}}
          action: ALLOW
          rules:
          - from:
            - source: {principals: [cluster.local/ns/shop/sa/web]}
            - source: {ipBlocks: [10.0.0.0/8]}
            to:
            - operation: {methods: [GET], paths: ["/orders/{*}"], ports: ["8080"]}
            when:
            - {key: "request.auth.claims[role]", values: [clerk]}
        """),
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: orders}
        spec:
          rules:
          - from:
            - source: {serviceAccounts: [web], principals: [cluster.local/ns/shop/sa/web]} # ←
            - source: {ipBlocks: [10.0.0.0/33]} # ←
            - source: {} # ←
            to:
            - operation: {ports: [http], paths: ["/orders/{id}"]} # ←
            when:
            - {key: request.header, values: [a]} # ←
            - {key: source.ip} # ←
        """),
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: orders}
        spec: # ←
          action: CUSTOM
        """),
    ]
  ) { report, object in
    report.authorizationPolicy(object["spec"])
  }
}

extension Report {
  fileprivate mutating func authorizationPolicy(_ spec: Field) {
    let (action, rules, provider) = (spec["action"], spec["rules"], spec["provider"])
    attachment(of: spec)
    let isCustom = action.hasText("CUSTOM")
    let isDeny = action.hasText("DENY")
    if isCustom || isDeny, rules.isEmpty { deny(rules, .noRules(action)) }
    if isCustom {
      if provider["name"].isEmpty { deny(provider["name"], .noProvider) }
    } else if provider.isGiven {
      deny(provider, .providerUnused)
    }
    for rule in rules.items {
      self.rule(rule, isCustom: isCustom)
      if isDeny { warnOfWideDenial(rule) }
    }
  }

  private mutating func rule(_ rule: Field, isCustom: Bool) {
    let (from, to) = (rule["from"], rule["to"])
    denyEmpty(from)
    denyEmpty(to)
    for item in from.items { source(item["source"], of: item, isCustom: isCustom) }
    for item in to.items { operation(item["operation"], of: item) }
    for condition in rule["when"].items { self.condition(condition, isCustom: isCustom) }
  }

  private mutating func source(_ source: Field, of item: Field, isCustom: Bool) {
    guard !source.isEmpty else { return deny(source.isGiven ? source : item, .meshEmpty(source)) }
    for (_, values) in source.entries { texts(values) }
    let identities: [StaticString] = ["principals", "notPrincipals", "namespaces", "notNamespaces"]
    for accounts in [source["serviceAccounts"], source["notServiceAccounts"]] where !accounts.isEmpty {
      if let other = identities.first(where: { !source[$0].isEmpty }) {
        deny(
          accounts, .accountsAndMore(source[other]),
          related: [Related(range: source[other].range, message: .firstOne)])
      }
      for account in accounts.items { serviceAccount(account) }
    }
    for name in ["ipBlocks", "notIpBlocks", "remoteIpBlocks", "notRemoteIpBlocks"] as [StaticString] {
      for block in source[name].items {
        let text = block.text ?? ""
        if !text.isEmpty, CIDR(text) == nil, IP(text) == nil { deny(block, .noSourceBlock(block)) }
      }
    }
    guard isCustom else { return }
    for name in [
      "principals", "notPrincipals", "namespaces", "notNamespaces", "serviceAccounts", "notServiceAccounts",
      "trustDomains", "notTrustDomains", "requestPrincipals", "notRequestPrincipals",
    ] as [StaticString] where source[name].isGiven {
      deny(source[name], .notInCustom(source[name].name))
    }
  }

  private mutating func serviceAccount(_ account: Field) {
    let text = account.text ?? ""
    if text.utf8.contains(UInt8(ascii: "*")) { return deny(account, .wildcardAccount(account)) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 2 || parts.contains(where: { $0.isEmpty }) && !text.isEmpty { deny(account, .noAccount(account)) }
  }

  private mutating func operation(_ operation: Field, of item: Field) {
    guard !operation.isEmpty else { return deny(operation.isGiven ? operation : item, .meshEmpty(operation)) }
    for (_, values) in operation.entries { texts(values) }
    for ports in [operation["ports"], operation["notPorts"]] {
      for port in ports.items {
        let text = port.text ?? ""
        if !text.isEmpty, !(0...65_535).contains(Int64(text) ?? -1) { deny(port, .noPort(port)) }
      }
    }
    for paths in [operation["paths"], operation["notPaths"]] {
      for path in paths.items where !isPathTemplate(path.text ?? "") { deny(path, .noTemplate(path)) }
    }
  }

  private mutating func texts(_ list: Field) {
    guard list.isGiven, list.isList || list.isEmpty else { return }
    denyEmpty(list)
    denyEmptyTexts(in: list)
  }

  /// `{*}` stands for one segment and `{**}` for any number, after which no other stands for anything. In a path with
  /// one of them there are no other wildcards.
  private func isPathTemplate(_ path: String) -> Bool {
    guard path.utf8.contains(UInt8(ascii: "{")) || path.utf8.contains(UInt8(ascii: "}")) else { return true }
    var isOpen = true
    for segment in path.split(separator: "/") {
      switch segment {
      case "{*}", "{**}":
        guard isOpen else { return false }
        isOpen = segment == "{*}"
      default:
        for byte in segment.utf8
        where byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "*") { return false }
      }
    }
    return true
  }

  private mutating func condition(_ condition: Field, isCustom: Bool) {
    let key = condition["key"]
    guard let text = key.text, !text.isEmpty else { return deny(key, .meshMissing(key)) }
    if !isAttribute(text) { deny(key, .noAttribute(key)) }
    let (values, others) = (condition["values"], condition["notValues"])
    if values.isEmpty, others.isEmpty { deny(condition, .noValues(key)) }
    denyEmptyTexts(in: values)
    denyEmptyTexts(in: others)
    if isCustom, text.hasPrefix("request.auth.") || Report.identityAttributes.contains(text) {
      deny(key, .notInCustom(text))
    }
  }

  private static let identityAttributes = [
    "source.namespace", "source.principal", "source.serviceAccount", "source.trustDomain",
  ]

  private func isAttribute(_ key: String) -> Bool {
    for prefix in ["request.headers[", "request.auth.claims["] where key.hasPrefix(prefix) {
      return key.hasSuffix("]") && key.utf8.count > prefix.utf8.count + 1
    }
    if key.hasPrefix("experimental.envoy.filters.") { return true }
    return Report.identityAttributes.contains(key)
      || [
        "source.ip", "remote.ip", "request.auth.principal", "request.auth.audiences", "request.auth.presenter",
        "destination.ip", "destination.port", "connection.sni",
      ].contains(key)
  }

  /// Denial by what only HTTP has, without a port, also shuts the ports that speak something else.
  private mutating func warnOfWideDenial(_ rule: Field) {
    guard !rule["to"].isEmpty, rule["from"].isEmpty, rule["when"].isEmpty else { return }
    for item in rule["to"].items {
      let operation = item["operation"]
      guard operation["ports"].isEmpty, operation["notPorts"].isEmpty, !operation.isEmpty else { continue }
      warn(.mesh, at: operation, .wideDenial)
    }
  }
}

extension Message {
  fileprivate static func noRules(_ action: Field) -> Message {
    Message(
      en: "a policy that says \(action.written) says to whom: add 'rules' (a rule '{}' matches everything)",
      ko: "\(action.written) 정책에는 대상이 있어야 합니다: 'rules'를 추가하십시오(규칙 '{}'은 모두에 해당합니다)")
  }

  fileprivate static var noProvider: Message {
    Message(
      en: "CUSTOM asks another program, and which is not said: add 'provider.name'",
      ko: "CUSTOM은 다른 프로그램에 묻는데 어디인지 없습니다: 'provider.name'을 추가하십시오")
  }

  fileprivate static var providerUnused: Message {
    Message(
      en: "only CUSTOM asks a provider: remove 'provider', or write 'action: CUSTOM'",
      ko: "CUSTOM만 provider에 묻습니다: 'provider'를 지우거나 'action: CUSTOM'을 쓰십시오")
  }

  fileprivate static func accountsAndMore(_ other: Field) -> Message {
    Message(
      en: "a service account says the identity whole: write '\(other.name)' in a source of its own",
      ko: "서비스 어카운트는 신원을 모두 정합니다: '\(other.name)'은(는) 별도의 source에 쓰십시오")
  }

  fileprivate static func noSourceBlock(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no address and no block of addresses: write one such as '10.0.0.0/8'",
      ko: "'\(field.written)'은(는) 주소도 주소 블록도 아닙니다: '10.0.0.0/8'처럼 쓰십시오")
  }

  fileprivate static func notInCustom(_ name: String) -> Message {
    Message(
      en: "CUSTOM is decided before identities are known, so '\(name)' cannot be asked here: remove it",
      ko: "CUSTOM은 신원을 알기 전에 결정되므로 '\(name)'을(를) 쓸 수 없습니다: 지우십시오")
  }

  fileprivate static func wildcardAccount(_ field: Field) -> Message {
    Message(
      en: "service accounts are compared whole, and '\(field.written)' has a wildcard: name each account",
      ko: "서비스 어카운트는 전체를 비교하는데 '\(field.written)'에 와일드카드가 있습니다: 어카운트를 하나씩 쓰십시오")
  }

  fileprivate static func noAccount(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' names no service account: write 'name' or 'namespace/name'",
      ko: "'\(field.written)'은(는) 서비스 어카운트 이름이 아닙니다: '이름'이나 '네임스페이스/이름'으로 쓰십시오")
  }

  fileprivate static func noPort(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no number of a port: write the workload's own as a text, such as \"8080\"",
      ko: "'\(field.written)'은(는) 포트 번호가 아닙니다: 워크로드의 포트를 \"8080\"처럼 텍스트로 쓰십시오")
  }

  fileprivate static func noTemplate(_ field: Field) -> Message {
    Message(
      en:
        "'\(field.written)' is no template of a path: '{*}' stands for one segment, '{**}' once for several, nothing else",
      ko: "'\(field.written)'은(는) 경로 템플릿이 아닙니다: '{*}'은 한 부분, '{**}'은 한 번만 여러 부분을 뜻하며 다른 것은 없습니다")
  }

  fileprivate static func noAttribute(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' is no attribute of a request: write one such as 'request.headers[x-team]' or 'source.ip'",
      ko: "'\(key.written)'은(는) 요청의 속성이 아닙니다: 'request.headers[x-team]'이나 'source.ip'처럼 쓰십시오")
  }

  fileprivate static func noValues(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' is compared with nothing: add 'values' or 'notValues'",
      ko: "'\(key.written)'을(를) 비교할 값이 없습니다: 'values'나 'notValues'를 추가하십시오")
  }

  fileprivate static var wideDenial: Message {
    Message(
      en: "this denial shuts ports that do not speak HTTP altogether: add 'ports'",
      ko: "이 거부는 HTTP가 아닌 포트를 모두 막습니다: 'ports'를 추가하십시오")
  }
}
