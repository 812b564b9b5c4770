import Findings
import Schema

extension Report {
  /// The webhooks of a configuration (groups.md 3.12).
  mutating func webhooks(of object: Field, mutates: Bool) {
    warnOfStaticName(object["metadata"]["name"])
    let webhooks = object["webhooks"]
    for webhook in webhooks.items {
      expectQualified(webhook["name"])
      for rule in webhook["rules"].items { admissionRule(rule) }
      expect(given: webhook["failurePolicy"], oneOf: .failurePolicies)
      expect(given: webhook["matchPolicy"], oneOf: .matchPolicies)
      if !webhook["sideEffects"].isGiven { require(webhook["sideEffects"], .noSideEffects) }
      expect(given: webhook["sideEffects"], oneOf: ["None", "NoneOnDryRun"])
      expect(webhook["timeoutSeconds"], in: 1...30)
      labelSelector(webhook["namespaceSelector"])
      labelSelector(webhook["objectSelector"])
      if mutates { expect(given: webhook["reinvocationPolicy"], oneOf: .reinvocationPolicies) }
      webhookClient(webhook["clientConfig"])
      reviewVersions(webhook["admissionReviewVersions"])
      inVersions(.webhookConditions) { $0.matchConditions(webhook["matchConditions"]) }
    }
    expectUnique(webhooks, by: "name")
    webhookExpressions(webhooks)
  }

  /// A name of at least three parts, the last two a domain.
  private mutating func expectQualified(_ name: Field) {
    require(name)
    guard let text = name.text, !text.isEmpty else { return }
    if !Grammar.subdomain.matches(text) {
      expect(name, .subdomain)
    } else if text.split(separator: ".").count < 3 {
      refuse(name, .shortName(name), as: .nameFormat)
    }
  }

  /// Names of this suffix are kept for what the API server reads from its own disk.
  mutating func warnOfStaticName(_ name: Field) {
    guard name.text?.hasSuffix(".static.k8s.io") ?? false else { return }
    inVersions(.staticAdmission) { $0.warn(.nameFormat, at: name, .staticName(name)) }
  }
}

extension Message {
  fileprivate static var noSideEffects: Message {
    Message(
      en: "the webhook does not say what else it changes: add 'sideEffects: None' or 'NoneOnDryRun'",
      ko: "웹훅이 다른 것을 바꾸는지 알 수 없습니다: 'sideEffects: None'이나 'NoneOnDryRun'을 추가하십시오")
  }

  fileprivate static func shortName(_ name: Field) -> Message {
    Message(
      en: "'\(name.written)' has fewer than three parts: add a domain, as in '\(name.written).example.com'",
      ko: "'\(name.written)'의 부분이 셋보다 적습니다: '\(name.written).example.com'처럼 도메인을 붙이십시오")
  }

  fileprivate static func staticName(_ name: Field) -> Message {
    Message(
      en: "the suffix '.static.k8s.io' is kept for the API server's own files: use another name than '\(name.written)'",
      ko: "'.static.k8s.io'는 API 서버 자체 파일용으로 예약되었습니다: '\(name.written)' 대신 다른 이름을 쓰십시오")
  }
}
