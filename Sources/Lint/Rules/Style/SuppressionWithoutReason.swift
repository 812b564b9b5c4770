import Findings
import Resources
import YAML

extension Rule {
  /// A suppression says why.
  static let suppressionWithoutReason = Rule(
    id: "suppression-without-reason", category: .style, severity: .warning,
    what: Message(en: "a suppression without a reason", ko: "이유가 없는 규칙 무시"),
    why: Message(en: "The next reader cannot tell a decision from an oversight.", ko: "다음 사람이 결정인지 실수인지 알 수 없습니다."),
    advice: Message(en: "Write the reason as the annotation's value.", ko: "주석 값에 이유를 적으세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: debug
          annotations:
            ignore-check.drydock/naked-pod: "deleted by hand after the drill"
        spec: {containers: [{name: debug, image: "debug:1.0"}]}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: debug
          annotations:
            ignore-check.drydock/naked-pod: "" # ←
        spec: {containers: [{name: debug, image: "debug:1.0"}]}
        """),
    ]
  ) { manifest, _, report in
    for suppression in Suppression.all(in: manifest) where !suppression.hasReason {
      report.add(.noReason(suppression.name), at: suppression.reason)
    }
  }
}

extension Message {
  fileprivate static func noReason(_ rule: String) -> Message {
    Message(
      en: "nothing says why '\(rule)' is ignored: write the reason here",
      ko: "왜 '\(rule)'을(를) 무시하는지 알 수 없습니다: 여기에 이유를 적으세요")
  }
}
