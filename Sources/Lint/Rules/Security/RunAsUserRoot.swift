import Findings
import Resources
import YAML

extension Rule {
  /// No user id is 0.
  static let runAsUserRoot = Rule(
    id: "run-as-user-root", category: .security, severity: .error,
    what: Message(en: "the user id 0", ko: "사용자 id 0"),
    why: Message(
      en: "The container runs as root; with 'runAsNonRoot: true' beside it, it does not start at all.",
      ko: "컨테이너가 root로 실행되며, 'runAsNonRoot: true'가 함께 있으면 아예 시작하지 못합니다."),
    advice: Message(en: "Choose another 'runAsUser'.", ko: "다른 'runAsUser'를 고르세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          securityContext: {runAsUser: 1000}
          containers:
            - name: web
              image: web:1.0
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          securityContext: {runAsUser: 0} # ←
          containers:
            - name: web
              image: web:1.0
            - name: tools
              image: tools:1.0
              securityContext: {runAsUser: 0} # ←
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod else { return }
    let contexts = [pod.securityContext] + pod.allContainers.map { $0.securityContext }
    for user in contexts.compactMap({ $0?["runAsUser"] }) where user.integer == 0 { report.add(.root, at: user) }
  }
}

extension Message {
  fileprivate static let root = Message(en: "user 0 is root: choose another id", ko: "사용자 0은 root입니다: 다른 id를 고르세요")
}
