import Findings
import Schema

extension KindValidation {
  /// groups.md 3.15
  static let apiService = KindValidation(
    "apiregistration.k8s.io/v1", "APIService", scope: .cluster, names: .pathSegment, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata: {name: v1beta1.metrics.k8s.io}
        spec:
          group: metrics.k8s.io
          version: v1beta1
          groupPriorityMinimum: 100
          versionPriority: 100
          insecureSkipTLSVerify: true
          service: {namespace: kube-system, name: metrics-server}
        """),
      Example(
        """
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata: {name: metrics} # ←
        spec: # ←
          group: metrics.k8s.io
          version: v1beta1
          versionPriority: 2000 # ←
          insecureSkipTLSVerify: true # ←
        """),
    ]
  ) { report, object in
    report.apiService(object["spec"], of: object)
  }
}

extension Report {
  fileprivate mutating func apiService(_ spec: Field, of object: Field) {
    let (group, version, service) = (spec["group"], spec["version"], spec["service"])
    expectName(object["metadata"], "\(version.text ?? "").\(group.text ?? "")")
    if group.isEmpty, !version.hasText("v1") { require(group) }
    expect(group, .subdomain)
    expect(always: version, .label1035)
    expectPriority(spec["groupPriorityMinimum"], 20_000)
    expectPriority(spec["versionPriority"], 1000)
    let (bundle, insecure) = (spec["caBundle"], spec["insecureSkipTLSVerify"])
    if service.isGiven {
      require(service["namespace"])
      require(service["name"])
      expectPort(service["port"])
    } else {
      if !bundle.isEmpty { refuse(bundle, .withoutService(bundle)) }
      if insecure.isTrue { refuse(insecure, .withoutService(insecure)) }
    }
    if insecure.isTrue, !bundle.isEmpty { refuse(insecure, .insecureBundle) }
  }

  /// The one name that an object can have; a name that is none at all is reported as such.
  mutating func expectName(_ metadata: Field, _ wanted: String, grammar: Grammar = .pathSegment) {
    let (name, prefix) = (metadata["name"], metadata["generateName"])
    if let text = name.text, !text.isEmpty, text != wanted, grammar.matches(text) {
      refuse(name, .onlyName(name, wanted), as: .nameFormat)
    }
    if let text = prefix.text, !text.isEmpty {
      if text != wanted, grammar.matches(prefix: text) { refuse(prefix, .onlyName(prefix, wanted), as: .nameFormat) }
      // The name that it makes is longer by some letters.
      if name.isEmpty { refuse(prefix.reported(at: metadata, "name"), .onlyName(prefix, wanted), as: .nameFormat) }
    }
  }

  /// A priority from 1; an absent one is 0.
  private mutating func expectPriority(_ field: Field, _ limit: Int64) {
    if field.isGiven {
      expect(field, in: 1...limit)
    } else {
      add(.numberRange, at: field, .invalid, .noPriority(field, limit))
    }
  }
}

extension Message {
  fileprivate static func onlyName(_ name: Field, _ wanted: String) -> Message {
    Message(
      en: "'\(name.written)' cannot be its name: write '\(wanted)', as the spec says",
      ko: "'\(name.written)'은(는) 이름이 될 수 없습니다: spec에 따라 '\(wanted)'(으)로 쓰십시오")
  }

  fileprivate static func noPriority(_ field: Field, _ limit: Int64) -> Message {
    Message(
      en: "'\(field.name)' is missing: add a number from 1 to \(limit)",
      ko: "'\(field.name)'이(가) 없습니다: 1부터 \(limit)까지의 수를 쓰십시오")
  }

  fileprivate static func withoutService(_ field: Field) -> Message {
    Message(
      en: "without a 'service' the API server answers itself: remove '\(field.name)', or add 'service'",
      ko: "'service'가 없으면 API 서버가 직접 답합니다: '\(field.name)'을(를) 지우거나 'service'를 추가하십시오")
  }

  fileprivate static var insecureBundle: Message {
    Message(
      en: "a certificate that is not verified needs no 'caBundle': keep one of the two",
      ko: "인증서를 검증하지 않으면 'caBundle'이 필요 없습니다: 둘 가운데 하나만 두십시오")
  }
}
