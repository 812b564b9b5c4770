import Findings
import Resources
import YAML

extension Rule {
  /// A suppression names a rule.
  static let suppressionUnknown = Rule(
    id: "suppression-unknown-rule", category: .style, severity: .warning,
    what: Message(en: "a suppression of a rule that does not exist", ko: "없는 규칙의 무시"),
    why: Message(en: "It suppresses nothing; mostly the name is mistyped.", ko: "아무것도 무시하지 않으며, 대개 이름을 잘못 적은 것입니다."),
    advice: Message(
      en: "Correct the name after 'ignore-check.drydock/', or remove the annotation.",
      ko: "'ignore-check.drydock/' 뒤의 이름을 고치거나 주석을 지우세요."),
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
            ignore-check.drydock/naked-pods: "deleted by hand after the drill" # ←
        spec: {containers: [{name: debug, image: "debug:1.0"}]}
        """),
    ]
  ) { manifest, _, report in
    for suppression in Suppression.all(in: manifest) where suppression.ruleIDs.isEmpty {
      report.add(.noRule(suppression.name), at: suppression.key)
    }
  }
}

extension Message {
  fileprivate static func noRule(_ rule: String) -> Message {
    Message(
      en: "there is no rule '\(rule)', so nothing is ignored: correct the name",
      ko: "'\(rule)'(이)라는 규칙이 없어 아무것도 무시하지 않습니다: 이름을 고치세요")
  }
}
