import Findings
import Resources
import YAML

extension Rule {
  /// A Pod sees its own processes only.
  static let hostPID = Rule(
    id: "host-pid", category: .security, severity: .error,
    what: Message(en: "a Pod among its node's processes", ko: "노드의 프로세스를 보는 Pod"),
    why: Message(
      en: "It sees the node's processes with their environment, and may signal them.",
      ko: "노드의 프로세스와 그 환경 변수를 보고 신호를 보낼 수 있습니다."),
    advice: Message(en: "Remove 'hostPID: true'.", ko: "'hostPID: true'를 지우세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          hostPID: false
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
          hostPID: true # ←
          containers:
            - name: web
              image: web:1.0
        """),
    ]
  ) { manifest, _, report in
    if let shared = manifest.pod?.node["hostPID"], shared.bool == true { report.add(.seesProcesses, at: shared) }
  }
}

extension Message {
  fileprivate static let seesProcesses = Message(
    en: "the Pod sees its node's processes: remove 'hostPID'", ko: "이 Pod는 노드의 프로세스를 봅니다: 'hostPID'를 지우세요")
}
