import Findings
import Resources
import YAML

extension Rule {
  /// A process of a container cannot gain rights that its parent lacks.
  ///
  /// Not written means allowed. Windows has no such switch.
  static let privilegeEscalationAllowed = Rule(
    id: "privilege-escalation-allowed", category: .security, severity: .error,
    what: Message(en: "a container whose processes may gain rights", ko: "프로세스가 권한을 더 얻을 수 있는 컨테이너"),
    why: Message(
      en: "Unless switched off, a setuid program gives an intruder the rights of root in the container.",
      ko: "끄지 않으면 setuid 프로그램이 침입자에게 컨테이너의 root 권한을 줍니다."),
    advice: Message(
      en: "Set 'securityContext.allowPrivilegeEscalation: false' on the container.",
      ko: "컨테이너에 'securityContext.allowPrivilegeEscalation: false'를 적으세요."),
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
              securityContext: {allowPrivilegeEscalation: false}
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
            - name: says-so
              image: web:1.0
              securityContext:
                allowPrivilegeEscalation: true # ←
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod, !pod.isWindows else { return }
    for container in pod.allContainers {
      if let allowed = container.securityContext?["allowPrivilegeEscalation"] {
        if allowed.bool == true { report.add(.allowed(container.title), at: allowed) }
      } else {
        report.add(
          .allowed(container.title), missing: "securityContext", "allowPrivilegeEscalation", in: container.node)
      }
    }
  }
}

extension Message {
  fileprivate static func allowed(_ container: String) -> Message {
    Message(
      en: "processes of container '\(container)' may gain rights: set 'allowPrivilegeEscalation: false'",
      ko: "컨테이너 '\(container)'의 프로세스가 권한을 더 얻을 수 있습니다: 'allowPrivilegeEscalation: false'로 하세요")
  }
}
