import Findings
import Resources
import YAML

extension Rule {
  /// An object carries the label by which tools know its application.
  static let labelRequired = Rule(
    id: "label-required", category: .style, severity: .info, isOnByDefault: false,
    what: Message(
      en: "an object without the label 'app.kubernetes.io/name'", ko: "'app.kubernetes.io/name' 레이블이 없는 객체"),
    why: Message(en: "Tools group and select objects of an application by it.", ko: "도구가 이 레이블로 애플리케이션의 객체를 묶고 고릅니다."),
    advice: Message(en: "Add the label 'app.kubernetes.io/name'.", ko: "'app.kubernetes.io/name' 레이블을 추가하세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels: {app.kubernetes.io/name: shop}
        """),
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings} # ←
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels: {app: shop} # ←
        """),
    ]
  ) { manifest, _, report in
    guard let metadata = manifest.metadata, manifest.labels["app.kubernetes.io/name"] == nil else { return }
    report.add(.noLabel, missing: "labels", "app.kubernetes.io/name", in: metadata)
  }
}

extension Message {
  fileprivate static let noLabel = Message(
    en: "tools cannot tell which application this belongs to: add the label 'app.kubernetes.io/name'",
    ko: "도구가 어느 애플리케이션인지 알 수 없습니다: 'app.kubernetes.io/name' 레이블을 추가하세요")
}
