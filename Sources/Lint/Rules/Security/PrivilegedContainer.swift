import Findings
import Resources
import YAML

extension Rule {
  /// A container keeps to its own part of the node.
  static let privilegedContainer = Rule(
    id: "privileged-container", category: .security, severity: .error,
    what: Message(en: "a privileged container", ko: "특권 컨테이너"),
    why: Message(
      en: "It has nearly the rights of root on the node: all devices, all capabilities, no confinement.",
      ko: "노드의 root와 거의 같은 권한을 가집니다: 모든 장치와 모든 capability, 격리 없음."),
    advice: Message(
      en: "Remove 'privileged: true' and add only the capabilities needed.",
      ko: "'privileged: true'를 지우고 필요한 capability만 추가하세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              securityContext: {privileged: false}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          initContainers:
            - name: tune
              image: tune:1.0
              securityContext: {privileged: true} # ←
          containers:
            - name: web
              image: web:1.0
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.allContainers {
      guard let privileged = container.securityContext?["privileged"], privileged.bool == true else { continue }
      report.add(.privileged(container.title), at: privileged)
    }
  }
}

extension Message {
  fileprivate static func privileged(_ container: String) -> Message {
    Message(
      en: "container '\(container)' has the rights of root on its node: remove 'privileged'",
      ko: "컨테이너 '\(container)'이(가) 노드의 root 권한을 가집니다: 'privileged'를 지우세요")
  }
}
