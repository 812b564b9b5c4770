import Findings
import Schema

extension KindValidation {
  /// mesh.md 9
  static let sidecar = KindValidation(
    "networking.istio.io/v1", "Sidecar",
    earlier: ["networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"], metadata: .general,
    examples: [
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: default}
        spec:
          egress:
          - hosts: ["./*", "istio-system/*"]
        """),
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: default}
        spec:
          egress:
          - hosts: ["*.example.com"] # ←
          - port: {number: 9080, protocol: HTTP, name: web}
            hosts: [] # ←
          ingress:
          - port: {number: 9080, protocol: HTTP, name: web}
            defaultEndpoint: 127.0.0.1 # ←
            tls: {mode: SIMPLE, credentialName: web} # ←
        """),
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: default}
        spec: {} # ←
        """),
    ]
  ) { report, object in
    report.sidecar(object["spec"])
  }
}

extension Report {
  fileprivate mutating func sidecar(_ spec: Field) {
    let (egress, ingress) = (spec["egress"], spec["ingress"])
    if spec.isEmpty { return deny(spec, .meshEmpty(spec)) }
    workloadSelector(spec["workloadSelector"], labels: "labels")
    connectionPool(spec["inboundConnectionPool"])
    denyRepeated(ingress.items.map { $0["port"]["number"] }) { .meshRepeated($0) }
    denyRepeated(egress.items.map { $0["port"]["number"] }) { .meshRepeated($0) }
    let count = egress.count
    for (index, listener) in egress.items.enumerated() {
      if listener["hosts"].isEmpty {
        deny(listener["hosts"].isGiven ? listener["hosts"] : listener, .meshMissing(listener["hosts"]))
      }
      egressHosts(listener["hosts"])
      if !listener["port"].isGiven, index + 1 < count { deny(listener["hosts"], .portlessNotLast) }
      demandPort(listener["port"]["number"], from: 0)
    }
    for listener in ingress.items { self.listener(listener) }
  }

  private mutating func egressHosts(_ hosts: Field) {
    var first: [String: Field] = [:]
    for host in hosts.items {
      let text = host.text ?? ""
      if let other = first[text] {
        warn(.mesh, at: host, .meshRepeated(host), related: [Related(range: other.range, message: .firstOne)])
        continue
      }
      first[text] = host
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      let namespace = parts.first.map { String($0) } ?? ""
      let isNamespace =
        ["*", ".", "~"].contains(namespace)
        || MeshHost.isLabel(namespace.hasPrefix("~") ? String(namespace.dropFirst()) : namespace)
      guard parts.count == 2, isNamespace, MeshHost.isName(String(parts[1])) else {
        deny(host, .noEgressHost(host))
        continue
      }
    }
    if hosts.count > 1, let all = first["*/*"] { warn(.mesh, at: all, .everything) }
  }

  private mutating func listener(_ listener: Field) {
    let (port, endpoint, tls) = (listener["port"], listener["defaultEndpoint"], listener["tls"])
    if !port.isGiven { deny(listener, .meshMissing(port)) }
    demandPort(port["number"])
    if !endpoint.isEmpty { self.endpoint(endpoint) }
    connectionPool(listener["connectionPool"])
    guard tls.isGiven else { return }
    certificateSources(of: tls)
    switch MeshProtocol(port["protocol"]) {
    case .https, .tls: break
    default: return deny(tls, .noTLSProtocol(port["protocol"]))
    }
    for mode in ["ISTIO_MUTUAL", "AUTO_PASSTHROUGH"] as [StaticString] where tls["mode"].hasText(mode) {
      deny(tls["mode"], .noSidecarMode(tls["mode"]))
    }
    if !tls["credentialName"].isEmpty { deny(tls["credentialName"], .noSidecarSecret) }
  }

  /// `127.0.0.1:8080`, `[::1]:8080`, `0.0.0.0:8080`, `unix:///path`.
  private mutating func endpoint(_ endpoint: Field) {
    let text = endpoint.text ?? ""
    if text.hasPrefix("unix:///") || text.hasPrefix("unix://@") { return }
    let hosts = ["127.0.0.1:", "[::1]:", "0.0.0.0:", "[::]:"]
    for host in hosts where text.hasPrefix(host) {
      if let port = Int64(text.dropFirst(host.utf8.count)), (1...65_535).contains(port) { return }
    }
    deny(endpoint, .noEndpoint(endpoint))
  }
}

extension Message {
  fileprivate static var portlessNotLast: Message {
    Message(
      en: "a listener without a port takes all that is left, so it comes last: move it to the end",
      ko: "포트가 없는 리스너는 나머지를 모두 받으므로 마지막에 둡니다: 끝으로 옮기십시오")
  }

  fileprivate static func noEgressHost(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no host of a namespace: write 'namespace/host', such as './*' or 'shop/*'",
      ko: "'\(field.written)'은(는) 네임스페이스의 호스트가 아닙니다: './*'나 'shop/*'처럼 '네임스페이스/호스트'로 쓰십시오")
  }

  fileprivate static var everything: Message {
    Message(en: "'*/*' stands for all hosts: remove the others", ko: "'*/*'은 모든 호스트를 뜻합니다: 나머지를 지우십시오")
  }

  fileprivate static func noTLSProtocol(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is not encrypted: remove 'tls', or use HTTPS or TLS",
      ko: "'\(field.written)'은(는) 암호화되지 않습니다: 'tls'를 지우거나 HTTPS나 TLS를 쓰십시오")
  }

  fileprivate static func noSidecarMode(_ field: Field) -> Message {
    Message(
      en: "\(field.written) cannot be set for a sidecar's port: use SIMPLE or MUTUAL",
      ko: "사이드카 포트에는 \(field.written)을(를) 쓸 수 없습니다: SIMPLE이나 MUTUAL을 쓰십시오")
  }

  fileprivate static var noSidecarSecret: Message {
    Message(
      en: "a sidecar reads certificates from files: write 'serverCertificate' and 'privateKey'",
      ko: "사이드카는 인증서를 파일에서 읽습니다: 'serverCertificate'와 'privateKey'를 쓰십시오")
  }

  fileprivate static func noEndpoint(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no place of the workload: write '127.0.0.1:PORT', '0.0.0.0:PORT' or 'unix:///PATH'",
      ko: "'\(field.written)'은(는) 워크로드의 주소가 아닙니다: '127.0.0.1:포트', '0.0.0.0:포트', 'unix:///경로'로 쓰십시오")
  }
}
