import Findings
import Resources
import YAML

extension Rule {
  /// Probes and hooks ask the Pod itself.
  static let probeHostSet = Rule(
    id: "probe-host-set", category: .probes, severity: .error,
    what: Message(en: "a probe or hook with a 'host'", ko: "'host'가 있는 프로브나 훅"),
    why: Message(
      en: "The kubelet calls that host from the node, past network policies, and the answer is not the Pod's.",
      ko: "kubelet이 네트워크 정책을 지나 노드에서 그 호스트를 부르며, 그 답은 Pod의 것이 아닙니다."),
    advice: Message(
      en: "Remove 'host'; to send a virtual host's name, set the header 'Host'.",
      ko: "'host'를 지우세요. 가상 호스트 이름을 보내려면 'Host' 헤더를 쓰세요."),
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
              readinessProbe:
                httpGet: {path: /, port: 8080, httpHeaders: [{name: Host, value: shop.example}]}
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
              livenessProbe:
                tcpSocket: {port: 5432, host: db.internal} # ←
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.allContainers {
      var handlers = container.probes.map { $0.node }
      handlers += [container.node["lifecycle"]?["postStart"], container.node["lifecycle"]?["preStop"]].compactMap { $0 }
      for handler in handlers {
        guard let host = handler["httpGet"]?["host"] ?? handler["tcpSocket"]?["host"], !host.text.isEmpty else {
          continue
        }
        report.add(.host(host.text), at: host)
      }
    }
  }
}

extension Message {
  fileprivate static func host(_ host: String) -> Message {
    Message(
      en: "the kubelet asks '\(host)' instead of the Pod: remove 'host'",
      ko: "kubelet이 Pod 대신 '\(host)'에 묻습니다: 'host'를 지우세요")
  }
}
