import Findings
import Schema

extension KindValidation {
  /// groups.md 3.9
  static let priorityClass = KindValidation(
    "scheduling.k8s.io/v1", "PriorityClass", scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: urgent}
        value: 100000
        preemptionPolicy: Never
        """),
      Example(
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: system-urgent} # ←
        value: 100000
        preemptionPolicy: never # ←
        """),
      Example(
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: urgent}
        value: 2000000000 # ←
        """),
    ]
  ) { report, object in
    let (name, value) = (object["metadata"]["name"], object["value"])
    if name.hasPrefix("system-") {
      if !object.isSystemPriorityClass { report.forbid(name, .systemPriority(name)) }
    } else if let number = value.integer, number > 1_000_000_000 {
      report.forbid(value, .priorityTooHigh, as: .numberRange)
    }
    let policy = object["preemptionPolicy"]
    if policy.isGiven { report.require(policy) }
    report.expect(policy, oneOf: ["PreemptLowerPriority", "Never"])
  }
}

extension Field {
  /// One of the two classes that every cluster has, as it has them.
  fileprivate var isSystemPriorityClass: Bool {
    guard let name = self["metadata"]["name"].text, let known = SystemPriority(name: name) else { return false }
    return self["value"].integer == known.value && !self["globalDefault"].isTrue
  }
}

extension Message {
  fileprivate static func systemPriority(_ name: Field) -> Message {
    Message(
      en: "names that begin with 'system-' are the cluster's own: choose another than '\(name.written)'",
      ko: "'system-'으로 시작하는 이름은 클러스터의 것입니다: '\(name.written)' 대신 다른 이름을 쓰십시오")
  }

  fileprivate static var priorityTooHigh: Message {
    Message(
      en: "values above 1000000000 are the cluster's own: write a smaller one",
      ko: "1000000000보다 큰 값은 클러스터의 것입니다: 더 작은 값을 쓰십시오")
  }
}
