import Findings
import Resources
import YAML

extension Rule {
  /// A namespace does not switch the Pod Security Standards off.
  static let namespacePSAPrivileged = Rule(
    id: "namespace-psa-privileged", category: .security, severity: .error,
    what: Message(en: "a namespace that enforces the level 'privileged'", ko: "'privileged' 수준을 강제하는 네임스페이스"),
    why: Message(en: "Any Pod is admitted then, one that takes over the node too.", ko: "노드를 장악하는 Pod까지 무엇이든 받아들입니다."),
    advice: Message(en: "Enforce 'baseline' or 'restricted'.", ko: "'baseline'이나 'restricted'를 강제하세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
        """),
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: privileged # ←
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "Namespace", let level = manifest.labels.value(of: "pod-security.kubernetes.io/enforce"),
      level.hasText("privileged")
    else { return }
    report.add(.anyPod, at: level)
  }
}

extension Message {
  fileprivate static let anyPod = Message(
    en: "the namespace admits any Pod: enforce 'baseline' or 'restricted'",
    ko: "이 네임스페이스는 어떤 Pod든 받습니다: 'baseline'이나 'restricted'를 강제하세요")
}
