import Findings
import Resources
import YAML

extension Rule {
  /// A namespace says in one way how it is in the mesh.
  static let injectionLabelConflict = Rule(
    id: "injection-label-conflict", category: .mesh, severity: .warning,
    what: Message(en: "two injection labels that contradict each other", ko: "서로 어긋나는 두 주입 레이블"),
    why: Message(
      en: "Which of them counts depends on the webhooks that are installed.", ko: "어느 쪽이 쓰일지는 설치된 웹훅에 달려 있습니다."),
    advice: Message(
      en: "Keep one of 'istio-injection', 'istio.io/rev' and 'istio.io/dataplane-mode'.",
      ko: "'istio-injection', 'istio.io/rev', 'istio.io/dataplane-mode' 중 하나만 남기세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            istio.io/rev: stable
        """),
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            istio-injection: enabled
            istio.io/rev: stable # ←
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "Namespace", let injection = manifest.labels["istio-injection"] else { return }
    if let revision = manifest.labels.value(of: "istio.io/rev") {
      report.add(.contradicts("istio.io/rev", "istio-injection"), at: revision)
    }
    if injection == "enabled", let mode = manifest.labels.value(of: "istio.io/dataplane-mode"), mode.hasText("ambient")
    {
      report.add(.contradicts("istio.io/dataplane-mode", "istio-injection"), at: mode)
    }
  }
}

extension Message {
  fileprivate static func contradicts(_ label: String, _ other: String) -> Message {
    Message(
      en: "label '\(label)' contradicts '\(other)': keep one of them",
      ko: "레이블 '\(label)'이(가) '\(other)'와(과) 어긋납니다: 하나만 남기세요"
    )
  }
}
