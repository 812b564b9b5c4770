import Findings
import Schema

extension KindValidation {
  /// The audit policy (apiserver, `ValidatePolicy`).
  static let policy = KindValidation.file(
    "audit.k8s.io/v1", "Policy", readBy: "kube-apiserver",
    examples: [
      Example(
        """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [RequestReceived]
        rules:
        - level: None
          nonResourceURLs: ["/healthz*", /version]
        - level: Request
          resources:
          - group: apps
            resources: [deployments]
            resourceNames: [web]
        - level: Metadata
        """),
      Example(
        """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
        - level: metadata # ←
        - verbs: [get] # ←
        - level: Metadata
          omitStages: [Received] # ←
          nonResourceURLs: # ←
          - healthz # ←
          - /api/*/pods # ←
          namespaces: [web]
        - level: Request
          resources:
          - group: apps/v1 # ←
            resourceNames: [web] # ←
        """),
    ]
  ) { report, file in
    report.require(file["rules"], .noRules)
    for stage in file["omitStages"].items { report.stage(stage) }
    for rule in file["rules"].items { report.auditRule(rule) }
  }
}

extension Report {
  fileprivate mutating func stage(_ stage: Field) {
    let stages: Words = ["RequestReceived", "ResponseStarted", "ResponseComplete", "Panic"]
    if !stages.contains(stage) { refuse(stage, .stage(stage, stages), as: .notSupported) }
  }

  fileprivate mutating func auditRule(_ rule: Field) {
    require(rule["level"], .noLevel)
    expect(rule["level"], oneOf: ["None", "Metadata", "Request", "RequestResponse"])
    for stage in rule["omitStages"].items { stageOfRule(stage) }
    let urls = rule["nonResourceURLs"]
    for url in urls.items {
      guard let text = url.text, text != "*" else { continue }
      if !text.hasPrefix("/") { refuse(url, .noSlash(url), as: .pathFormat) }
      if text.utf8.dropLast().contains(UInt8(ascii: "*")) { refuse(url, .starInside(url), as: .pathFormat) }
    }
    if !urls.isEmpty, !rule["resources"].isEmpty || !rule["namespaces"].isEmpty { refuse(urls, .bothKinds) }
    for resource in rule["resources"].items {
      // The API server leaves the place in the list out.
      let place: [FieldPath.Element] = [.field("resources")]
      expect(
        resource["group"].reported(at: rule, place + [.field("group")]), .subdomain)
      if !resource["resourceNames"].isEmpty, resource["resources"].isEmpty {
        refuse(resource["resourceNames"].reported(at: rule, place + [.field("resourceNames")]), .namesAlone)
      }
    }
  }

  private mutating func stageOfRule(_ stage: Field) { self.stage(stage) }
}

extension Message {
  fileprivate static var noRules: Message {
    Message(
      en: "a policy without rules is refused: add at least '- level: Metadata'",
      ko: "규칙이 없는 정책은 거부됩니다: 적어도 '- level: Metadata'를 추가하십시오")
  }

  fileprivate static var noLevel: Message {
    Message(
      en:
        "the rule does not say how much is logged: add 'level' with 'None', 'Metadata', 'Request' or 'RequestResponse'",
      ko: "규칙에 얼마나 기록할지가 없습니다: 'level'에 'None', 'Metadata', 'Request', 'RequestResponse' 가운데 하나를 쓰십시오")
  }

  fileprivate static func stage(_ stage: Field, _ words: Words) -> Message {
    Message(
      en: "there is no stage '\(stage.written)': use one of \(words.list)",
      ko: "단계 '\(stage.written)'은(는) 없습니다: \(words.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static func noSlash(_ url: Field) -> Message {
    Message(
      en: "'\(url.written)' does not begin with '/': write the path of the request",
      ko: "'\(url.written)'이(가) '/'로 시작하지 않습니다: 요청의 경로를 쓰십시오")
  }

  fileprivate static func starInside(_ url: Field) -> Message {
    Message(
      en: "'\(url.written)' has a '*' inside: a wildcard stands at the end only",
      ko: "'\(url.written)' 중간에 '*'가 있습니다: 와일드카드는 끝에만 쓰십시오")
  }

  fileprivate static var bothKinds: Message {
    Message(
      en: "a rule is about URLs or about resources: make two rules of it",
      ko: "규칙은 URL이나 리소스 한쪽에 대한 것입니다: 규칙 두 개로 나누십시오")
  }

  fileprivate static var namesAlone: Message {
    Message(
      en: "names of objects do not say of which resource: add 'resources'",
      ko: "어떤 리소스의 이름인지 알 수 없습니다: 'resources'를 추가하십시오")
  }
}
