import Findings
import Resources
import YAML

extension Rule {
  /// A seccomp profile is set.
  ///
  /// Not written means none on most nodes, unless their kubelet sets `seccompDefault`.
  static let seccompProfileMissing = Rule(
    id: "seccomp-profile-missing", category: .security, severity: .warning,
    what: Message(en: "a container without a seccomp profile", ko: "seccomp 프로필이 없는 컨테이너"),
    why: Message(en: "On most nodes every system call is open then.", ko: "그러면 대부분의 노드에서 모든 시스템 호출이 열립니다."),
    advice: Message(
      en: "Set 'seccompProfile: {type: RuntimeDefault}' on the Pod.",
      ko: "Pod에 'seccompProfile: {type: RuntimeDefault}'를 적으세요."),
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
          containers:
            - name: web # ←
              image: web:1.0
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod, !pod.isWindows else { return }
    for container in pod.allContainers where container.security("seccompProfile", in: pod) == nil {
      report.add(.noProfile(container.title), missing: "securityContext", "seccompProfile", in: container.node)
    }
  }
}

extension Message {
  fileprivate static func noProfile(_ container: String) -> Message {
    Message(
      en: "container '\(container)' may use every system call: set 'seccompProfile: {type: RuntimeDefault}'",
      ko: "컨테이너 '\(container)'이(가) 모든 시스템 호출을 쓸 수 있습니다: 'seccompProfile: {type: RuntimeDefault}'로 하세요")
  }
}
