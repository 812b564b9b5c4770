import Findings
import Schema
import YAML

extension KindValidation {
  /// apiserver, `ValidateAuthenticationConfiguration`; expressions are not compiled.
  static let authenticationConfiguration = KindValidation.file(
    "apiserver.config.k8s.io/v1", "AuthenticationConfiguration", readBy: "kube-apiserver",
    others: ["apiserver.config.k8s.io/v1alpha1", "apiserver.config.k8s.io/v1beta1"],
    examples: [
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: AuthenticationConfiguration
        jwt:
        - issuer:
            url: https://id.example.com
            audiences: [kubernetes]
          claimMappings:
            username: {claim: sub, prefix: "id:"}
        anonymous:
          enabled: true
          conditions:
          - path: /livez
        """),
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: AuthenticationConfiguration
        jwt:
        - issuer:
            url: http://id.example.com # ←
            audiences: [a, b]
            audienceMatchPolicy: MatchAll # ←
          claimMappings:
            username: # ←
              claim: sub
          claimValidationRules:
          - claim: hd # ←
            expression: claims.hd == 'example.com'
        - issuer: # ←
            url: https://other.example.com?q=1 # ←
          claimMappings:
            username: {claim: sub, prefix: ""}
        anonymous:
          enabled: false
          conditions: # ←
          - path: /livez
        """),
    ]
  ) { report, file in
    report.expect(file["jwt"], atMostItems: 64)
    for item in file["jwt"].items { report.authenticator(item) }
    for (item, first) in file["jwt"].repetitions(by: { $0["issuer"]["url"].text }) {
      report.addDuplicate(item["issuer"]["url"], of: first["issuer"]["url"])
    }
    for (item, first) in file["jwt"].repetitions(by: { $0["issuer"]["discoveryURL"].text }) {
      report.addDuplicate(item["issuer"]["discoveryURL"], of: first["issuer"]["discoveryURL"])
    }
    let anonymous = file["anonymous"]
    if anonymous.isGiven, !anonymous["enabled"].isTrue, !anonymous["conditions"].isEmpty {
      report.refuse(anonymous["conditions"], .conditionsOfNothing)
    }
  }
}

extension Report {
  fileprivate mutating func authenticator(_ item: Field) {
    issuer(item["issuer"])
    for rule in item["claimValidationRules"].items { claimRule(rule) }
    let mappings = item["claimMappings"]
    claimMapping(mappings["username"], isRequired: true)
    claimMapping(mappings["groups"], isRequired: false)
    if !mappings["uid"]["claim"].isEmpty, !mappings["uid"]["expression"].isEmpty {
      refuse(mappings["uid"], .claimAndExpression)
    }
    for extra in mappings["extra"].items {
      expectDomainPath(extra["key"])
      require(extra["valueExpression"])
    }
    expectUnique(mappings["extra"], by: "key")
    for rule in item["userValidationRules"].items { require(rule["expression"]) }
    expectUnique(item["userValidationRules"], by: "expression")
  }

  private mutating func issuer(_ issuer: Field) {
    let (url, discovery, audiences) = (issuer["url"], issuer["discoveryURL"], issuer["audiences"])
    require(url)
    issuerURL(url)
    issuerURL(discovery)
    if !discovery.isEmpty, discovery.hasTextOf(url) { refuse(discovery, .sameURL, as: .addressFormat) }
    require(audiences)
    for audience in audiences.items { require(audience) }
    expectUniqueItems(audiences)
    let policy = issuer["audienceMatchPolicy"]
    if audiences.count > 1 || !policy.isEmpty, !audiences.isEmpty, !policy.hasText("MatchAny") {
      refuse(policy, .matchAny, as: .notSupported)
    }
    let egress: Words = ["controlplane", "cluster"]
    if !issuer["egressSelectorType"].isEmpty, !egress.contains(issuer["egressSelectorType"]) {
      refuse(issuer["egressSelectorType"], .egress(issuer["egressSelectorType"]), as: .notSupported)
    }
  }

  private mutating func issuerURL(_ url: Field) {
    guard let text = url.text, !text.isEmpty else { return }
    guard let address = WebAddress(text), address.scheme == "https", !address.hasUser, !address.hasQuery,
      !address.hasFragment
    else { return refuse(url, .issuerURL(url), as: .addressFormat) }
  }

  private mutating func claimRule(_ rule: Field) {
    let (claim, expression) = (rule["claim"], rule["expression"])
    if !claim.isEmpty, !expression.isEmpty {
      refuse(claim.reported(at: rule), .claimAndExpression)
    } else if claim.isEmpty, expression.isEmpty {
      add(.required, at: claim.reported(at: rule), .required, .noClaim)
    } else if !claim.isEmpty, !rule["message"].isEmpty {
      refuse(rule["message"], .onlyWith("message", "expression"))
    } else if !expression.isEmpty, !rule["requiredValue"].isEmpty {
      refuse(rule["requiredValue"], .onlyWith("requiredValue", "claim"))
    }
  }

  private mutating func claimMapping(_ mapping: Field, isRequired: Bool) {
    let (claim, expression, prefix) = (mapping["claim"], mapping["expression"], mapping["prefix"])
    if !claim.isEmpty, !expression.isEmpty {
      refuse(mapping, .claimAndExpression)
    } else if claim.isEmpty, expression.isEmpty {
      if isRequired { add(.required, at: mapping, .required, .noClaim) }
    } else if !expression.isEmpty, prefix.isGiven {
      refuse(prefix, .onlyWith("prefix", "claim"))
    } else if !claim.isEmpty, !prefix.isGiven {
      require(prefix, .noPrefix)
    }
  }
}

extension Message {
  fileprivate static var conditionsOfNothing: Message {
    Message(
      en: "anonymous requests are off, so that the conditions mean nothing: write 'enabled: true' or remove them",
      ko: "익명 요청이 꺼져 있어 조건의 뜻이 없습니다: 'enabled: true'로 쓰거나 지우십시오")
  }

  fileprivate static var claimAndExpression: Message {
    Message(
      en: "'claim' and 'expression' exclude each other: keep one", ko: "'claim'과 'expression'은 함께 쓸 수 없습니다: 하나만 두십시오")
  }

  fileprivate static var noClaim: Message {
    Message(
      en: "it is not said what is read: add 'claim' or 'expression'", ko: "무엇을 읽을지 없습니다: 'claim'이나 'expression'을 추가하십시오"
    )
  }

  fileprivate static var noPrefix: Message {
    Message(
      en: "a claim needs a prefix, which may be empty: add 'prefix'", ko: "claim에는 비어 있더라도 접두사가 필요합니다: 'prefix'를 추가하십시오"
    )
  }

  fileprivate static func onlyWith(_ name: String, _ other: String) -> Message {
    Message(
      en: "'\(name)' goes with '\(other)' only: remove it", ko: "'\(name)'은(는) '\(other)'와만 함께 씁니다: 지우십시오")
  }

  fileprivate static var sameURL: Message {
    Message(
      en: "discoveryURL is the issuer's own URL: remove it, or write where the documents really are",
      ko: "discoveryURL이 발급자의 URL과 같습니다: 지우거나 실제 위치를 쓰십시오")
  }

  fileprivate static var matchAny: Message {
    Message(
      en: "audiences are matched by 'MatchAny' only: write 'audienceMatchPolicy: MatchAny'",
      ko: "audience는 'MatchAny'로만 비교합니다: 'audienceMatchPolicy: MatchAny'로 쓰십시오")
  }

  fileprivate static func egress(_ field: Field) -> Message {
    Message(
      en: "egressSelectorType '\(field.written)' is not known: use 'controlplane' or 'cluster'",
      ko: "egressSelectorType '\(field.written)'은(는) 알 수 없는 값입니다: 'controlplane'이나 'cluster'를 쓰십시오")
  }

  fileprivate static func issuerURL(_ field: Field) -> Message {
    Message(
      en:
        "\(field.name) '\(field.written)' cannot name an issuer: write an 'https://' URL without user, query and fragment",
      ko: "\(field.name) '\(field.written)'은(는) 발급자를 가리킬 수 없습니다: 사용자, 쿼리, 프래그먼트가 없는 'https://' URL을 쓰십시오")
  }
}
