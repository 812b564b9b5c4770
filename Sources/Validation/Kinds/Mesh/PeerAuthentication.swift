import Findings
import YAML

extension KindValidation {
  /// mesh.md 9
  static let peerAuthentication = KindValidation(
    "security.istio.io/v1", "PeerAuthentication", earlier: ["security.istio.io/v1beta1"], metadata: .general,
    examples: [
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: orders}
        spec:
          selector: {matchLabels: {app: orders}}
          mtls: {mode: STRICT}
          portLevelMtls:
            8081: {mode: PERMISSIVE}
        """),
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: orders}
        spec:
          mtls: {mode: STRICT}
          portLevelMtls: # ←
            70000: {mode: PERMISSIVE} # ←
        """),
    ]
  ) { report, object in
    report.peerAuthentication(object["spec"])
  }
}

extension Report {
  fileprivate mutating func peerAuthentication(_ spec: Field) {
    let (selector, ports) = (spec["selector"], spec["portLevelMtls"])
    workloadSelector(selector)
    guard ports.isGiven else { return }
    if ports.isEmpty { return deny(ports, .meshEmpty(ports)) }
    if selector["matchLabels"].isEmpty { deny(ports, .portsOfNoWorkload) }
    for (key, _) in ports.entries {
      let number = key.node?.integer ?? key.node.flatMap { Int64($0.text) }
      if !(1...65_535).contains(number ?? 0) { deny(key, .noPort(key)) }
    }
  }
}

extension Message {
  fileprivate static var portsOfNoWorkload: Message {
    Message(
      en: "ports are those of workloads, and none is selected: add 'selector.matchLabels', or remove 'portLevelMtls'",
      ko: "포트는 워크로드의 것인데 고른 워크로드가 없습니다: 'selector.matchLabels'를 추가하거나 'portLevelMtls'를 지우십시오")
  }

  fileprivate static func noPort(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' is no port: use the workload's own, 1 to 65535",
      ko: "'\(key.written)'은(는) 포트가 아닙니다: 워크로드의 포트를 1부터 65535까지 쓰십시오")
  }
}
