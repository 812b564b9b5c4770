import Findings
import Resources
import YAML

extension Rule {
  /// Seccomp is not switched off.
  static let seccompUnconfined = Rule(
    id: "seccomp-unconfined", category: .security, severity: .error,
    what: Message(en: "a seccomp profile of type 'Unconfined'", ko: "'Unconfined' 타입의 seccomp 프로필"),
    why: Message(en: "Every system call is open, those of past break-outs too.", ko: "과거의 탈출에 쓰인 것까지 모든 시스템 호출이 열립니다."),
    advice: Message(en: "Use 'RuntimeDefault', or a profile of the node.", ko: "'RuntimeDefault'나 노드의 프로필을 쓰세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          securityContext: {seccompProfile: {type: RuntimeDefault}}
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
          securityContext: {seccompProfile: {type: Unconfined}} # ←
          containers:
            - name: web
              image: web:1.0
              securityContext: {seccompProfile: {type: Unconfined}} # ←
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod else { return }
    let contexts = [pod.securityContext] + pod.allContainers.map { $0.securityContext }
    for type in contexts.compactMap({ $0?["seccompProfile"]?["type"] }) where type.hasText("Unconfined") {
      report.add(.unconfined, at: type)
    }
  }
}

extension Message {
  fileprivate static let unconfined = Message(
    en: "every system call is open: use 'RuntimeDefault'", ko: "모든 시스템 호출이 열려 있습니다: 'RuntimeDefault'를 쓰세요")
}
