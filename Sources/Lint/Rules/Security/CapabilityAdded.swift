import Findings
import Resources
import YAML

extension Rule {
  /// A container adds no capability beyond those of the Pod Security Standards' baseline.
  ///
  /// Names are compared as the standards do: in capitals and without the prefix `CAP_`.
  static let capabilityAdded = Rule(
    id: "capability-added", category: .security, severity: .error,
    what: Message(en: "a capability beyond the baseline", ko: "기준선을 넘는 capability"),
    why: Message(
      en: "Capabilities such as SYS_ADMIN or NET_ADMIN open ways to the node and its network.",
      ko: "SYS_ADMIN이나 NET_ADMIN 같은 capability는 노드와 네트워크로 가는 길을 엽니다."),
    advice: Message(en: "Remove it from 'capabilities.add'.", ko: "'capabilities.add'에서 지우세요."),
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
              securityContext: {capabilities: {add: [NET_BIND_SERVICE]}}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              securityContext:
                capabilities:
                  add:
                    - NET_BIND_SERVICE
                    - SYS_ADMIN # ←
                    - ALL # ←
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.allContainers {
      guard let added = container.securityContext?["capabilities"]?["add"] else { continue }
      for capability in added.items where !isBaseline(capability.text) {
        report.add(.added(capability.text, container.title), at: capability)
      }
    }
  }
}

/// The list of the Pod Security Standards, level baseline.
private func isBaseline(_ capability: String) -> Bool {
  switch capability {
  case "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP",
    "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT":
    true
  default: false
  }
}

extension Message {
  fileprivate static func added(_ capability: String, _ container: String) -> Message {
    Message(
      en: "'\(capability)' lets container '\(container)' reach beyond itself: remove it",
      ko: "'\(capability)'은(는) 컨테이너 '\(container)'이(가) 자기 밖까지 닿게 합니다: 지우세요")
  }
}
