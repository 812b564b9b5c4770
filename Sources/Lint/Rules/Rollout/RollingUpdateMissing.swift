import Findings
import Resources
import YAML

extension Rule {
  /// A Deployment replaces its Pods a few at a time, which is the default.
  static let rollingUpdateMissing = Rule(
    id: "rolling-update-missing", category: .rollout, severity: .warning,
    what: Message(
      en: "a Deployment that stops all Pods before it starts new ones", ko: "새 Pod를 띄우기 전에 모두 멈추는 Deployment"),
    why: Message(en: "Every rollout is an outage.", ko: "롤아웃할 때마다 중단됩니다."),
    advice: Message(
      en: "Leave 'strategy' out, or set 'type: RollingUpdate', unless two versions must never run side by side.",
      ko: "두 버전이 함께 돌면 안 되는 경우가 아니라면 'strategy'를 빼거나 'type: RollingUpdate'로 하세요."),
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        """),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          strategy:
            type: Recreate # ←
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "Deployment", let type = manifest.spec?["strategy"]?["type"], type.hasText("Recreate")
    else { return }
    report.add(.recreates, at: type)
  }
}

extension Message {
  fileprivate static let recreates = Message(
    en: "'Recreate' makes each rollout an outage: use 'RollingUpdate'",
    ko: "'Recreate'는 롤아웃마다 중단을 만듭니다: 'RollingUpdate'를 쓰세요")
}
