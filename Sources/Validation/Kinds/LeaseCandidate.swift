import Findings
import Schema

extension KindValidation {
  /// groups.md 1.3 and 3.11: who would lead, and in which version.
  static let leaseCandidate = KindValidation(
    "coordination.k8s.io/v1beta1", "LeaseCandidate", names: .configKey, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: coordination.k8s.io/v1beta1
        kind: LeaseCandidate
        metadata: {name: scheduler-1}
        spec:
          leaseName: scheduler
          binaryVersion: 1.36.0
          emulationVersion: 1.35.0
          strategy: OldestEmulationVersion
        """),
      Example(
        """
        apiVersion: coordination.k8s.io/v1beta1
        kind: LeaseCandidate
        metadata: {name: scheduler-1}
        spec: # ←
          leaseName: "" # ←
          binaryVersion: "1.36" # ←
          strategy: OldestEmulationVersion
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.require(spec["leaseName"])
    report.require(spec["binaryVersion"])
    for name in ["binaryVersion", "emulationVersion"] as [StaticString] { report.version(spec[name]) }
    if let own = SemanticVersion(spec["binaryVersion"].text ?? ""),
      let emulated = SemanticVersion(spec["emulationVersion"].text ?? ""), own < emulated
    {
      report.refuse(spec["binaryVersion"], .olderThanEmulated)
    }
    let strategy = spec["strategy"]
    report.require(strategy)
    if strategy.hasText("OldestEmulationVersion") {
      report.require(spec["emulationVersion"])
    } else if strategy.isQualified {
      report.expect(strategy.reported(at: strategy, "strategy"), .qualifiedName)
    } else {
      report.expect(strategy.reported(at: strategy, "strategy"), oneOf: ["OldestEmulationVersion"])
    }
  }
}

extension Report {
  fileprivate mutating func version(_ field: Field) {
    if let text = field.text, !text.isEmpty, SemanticVersion(text) == nil { refuse(field, .noVersion(text)) }
  }
}

extension Message {
  fileprivate static var olderThanEmulated: Message {
    Message(
      en: "a program can behave like an older one, not like a newer: write an 'emulationVersion' up to this",
      ko: "프로그램은 더 오래된 버전처럼만 동작할 수 있습니다: 'emulationVersion'을 이 버전 이하로 쓰십시오")
  }
}
