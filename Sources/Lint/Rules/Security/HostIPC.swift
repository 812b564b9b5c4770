import Findings
import Resources
import YAML

extension Rule {
  /// A Pod shares no memory with its node.
  static let hostIPC = Rule(
    id: "host-ipc", category: .security, severity: .error,
    what: Message(en: "a Pod in its node's IPC namespace", ko: "노드의 IPC 네임스페이스를 쓰는 Pod"),
    why: Message(en: "It reads and writes shared memory of the node's processes.", ko: "노드 프로세스의 공유 메모리를 읽고 씁니다."),
    advice: Message(en: "Remove 'hostIPC: true'.", ko: "'hostIPC: true'를 지우세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          hostIPC: false
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
          hostIPC: true # ←
          containers:
            - name: web
              image: web:1.0
        """),
    ]
  ) { manifest, _, report in
    if let shared = manifest.pod?.node["hostIPC"], shared.bool == true { report.add(.sharesMemory, at: shared) }
  }
}

extension Message {
  fileprivate static let sharesMemory = Message(
    en: "the Pod shares memory with its node: remove 'hostIPC'", ko: "이 Pod는 노드와 메모리를 공유합니다: 'hostIPC'를 지우세요")
}
