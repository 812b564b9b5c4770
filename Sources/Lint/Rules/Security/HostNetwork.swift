import Findings
import Resources
import YAML

extension Rule {
  /// A Pod has a network of its own.
  static let hostNetwork = Rule(
    id: "host-network", category: .security, severity: .error,
    what: Message(en: "a Pod in its node's network", ko: "노드의 네트워크를 쓰는 Pod"),
    why: Message(
      en: "It hears the node's local services and escapes network policies.", ko: "노드의 로컬 서비스를 듣고 네트워크 정책을 벗어납니다."),
    advice: Message(en: "Remove 'hostNetwork: true'.", ko: "'hostNetwork: true'를 지우세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          hostNetwork: false
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
          hostNetwork: true # ←
          containers:
            - name: web
              image: web:1.0
        """),
    ]
  ) { manifest, _, report in
    if let shared = manifest.pod?.node["hostNetwork"], shared.bool == true { report.add(.sharesNetwork, at: shared) }
  }
}

extension Message {
  fileprivate static let sharesNetwork = Message(
    en: "the Pod shares its node's network: remove 'hostNetwork'", ko: "이 Pod는 노드의 네트워크를 함께 씁니다: 'hostNetwork'를 지우세요")
}
