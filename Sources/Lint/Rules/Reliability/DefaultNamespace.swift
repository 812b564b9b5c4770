import Findings
import Resources
import YAML

extension Rule {
  /// Objects live in a namespace of their own.
  ///
  /// Only `namespace: default` as written counts: an absent one is set where the object is installed.
  static let defaultNamespace = Rule(
    id: "default-namespace", category: .reliability, severity: .info,
    what: Message(en: "an object in the namespace 'default'", ko: "'default' 네임스페이스에 있는 객체"),
    why: Message(
      en: "Whatever names no namespace lands there, so rights, quotas and policies cannot be kept apart.",
      ko: "네임스페이스를 적지 않은 것이 모두 거기 모여 권한과 할당량, 정책을 나눌 수 없습니다."),
    advice: Message(en: "Name a namespace of its own.", ko: "전용 네임스페이스를 적으세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        """),
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: default # ←
        """),
    ]
  ) { manifest, _, report in
    guard let namespace = manifest.metadata?["namespace"], namespace.hasText("default") else { return }
    report.add(.inDefault, at: namespace)
  }
}

extension Message {
  fileprivate static let inDefault = Message(
    en: "the object shares namespace 'default' with everything else: name one of its own",
    ko: "이 객체는 'default' 네임스페이스를 다른 모든 것과 함께 씁니다: 전용 네임스페이스를 적으세요")
}
