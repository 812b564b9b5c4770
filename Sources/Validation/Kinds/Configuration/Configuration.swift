import Findings
import Schema

extension KindValidation {
  /// The configuration of the admission plugin EventRateLimit.
  static let eventRateLimitConfiguration = KindValidation.file(
    "eventratelimit.admission.k8s.io/v1alpha1", "Configuration", readBy: "kube-apiserver",
    examples: [
      Example(
        """
        apiVersion: eventratelimit.admission.k8s.io/v1alpha1
        kind: Configuration
        limits:
        - {type: Namespace, qps: 50, burst: 100, cacheSize: 2000}
        - {type: Server, qps: 500, burst: 1000}
        """),
      Example(
        """
        apiVersion: eventratelimit.admission.k8s.io/v1alpha1
        kind: Configuration
        limits:
        - {type: namespace, qps: 50, burst: 100} # ←
        - type: User
          qps: 0 # ←
          burst: -1 # ←
        """),
    ]
  ) { report, file in report.eventRateLimits(file) }
}

extension Report {
  mutating func eventRateLimits(_ file: Field) {
    require(file["limits"], .noLimits)
    for limit in file["limits"].items {
      expect(always: limit["type"], oneOf: ["Server", "Namespace", "User", "SourceAndObject"])
      for name in ["burst", "qps"] as [StaticString] {
        if let number = limit[name].integer {
          if number <= 0 { refuse(limit[name], .notPositive(limit[name])) }
        } else {
          refuse(limit[name], .missing(name))
        }
      }
      if !limit["type"].hasText("Server") { expect(limit["cacheSize"], in: 0...) }
    }
  }
}

extension Message {
  fileprivate static var noLimits: Message {
    Message(en: "nothing is limited: add an item to 'limits'", ko: "제한할 것이 없습니다: 'limits'에 항목을 추가하십시오")
  }

  fileprivate static func notPositive(_ field: Field) -> Message {
    Message(
      en: "\(field.name) \(field.written) lets no event through: use 1 or more",
      ko: "\(field.name) \(field.written)이면 이벤트가 통과하지 못합니다: 1 이상을 쓰십시오")
  }

  fileprivate static func missing(_ name: StaticString) -> Message {
    Message(en: "'\(name)' is missing: add a number of 1 or more", ko: "'\(name)'이(가) 없습니다: 1 이상의 수를 쓰십시오")
  }
}
