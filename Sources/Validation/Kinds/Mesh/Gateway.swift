import Findings
import Schema

extension KindValidation {
  /// mesh.md 8 and 9
  static let istioGateway = KindValidation(
    "networking.istio.io/v1", "Gateway",
    earlier: ["networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"], names: .label, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: edge}
        spec:
          selector: {istio: ingressgateway}
          servers:
          - port: {number: 80, name: http, protocol: HTTP}
            hosts: ["*.example.com"]
            tls: {httpsRedirect: true}
          - port: {number: 443, name: https, protocol: HTTPS}
            hosts: ["shop/*.example.com"]
            tls: {mode: SIMPLE, credentialName: edge-cert}
        """),
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: edge}
        spec:
          selector: {istio: ingressgateway}
          servers:
          - port: {number: 443, name: https, protocol: HTTPS} # ←
            hosts: ["*.example.com"]
          - port: {number: 8443, name: https, protocol: TLS} # ←
            hosts: ["a/b/c"] # ←
            tls: {mode: MUTUAL} # ←
          - port: {number: 80, name: web, protocol: HTP} # ←
            hosts: [] # ←
        """),
    ]
  ) { report, object in
    report.gateway(object["spec"])
  }
}

extension Report {
  fileprivate mutating func gateway(_ spec: Field) {
    let servers = spec["servers"]
    demand(servers)
    denyRepeated(servers.items.map { $0["port"]["name"] }) { .meshRepeated($0) }
    for server in servers.items { self.server(server) }
  }

  private mutating func server(_ server: Field) {
    let (port, hosts, tls) = (server["port"], server["hosts"], server["tls"])
    if hosts.isEmpty { deny(hosts.isGiven ? hosts : server, .meshMissing(hosts)) }
    for host in hosts.items { serverHost(host) }
    if tls.isGiven { certificateSources(of: tls) }
    guard port.isGiven else { return deny(server, .meshMissing(port)) }
    demandPort(port["number"])
    demand(port["name"])
    if !port["targetPort"].isEmpty, port["targetPort"].integer != 0 { deny(port["targetPort"], .targetPort) }
    guard let used = MeshProtocol(port["protocol"]) else {
      return deny(port["protocol"], .noProtocol(port["protocol"]))
    }
    switch used {
    case .https, .tls: if !tls.isGiven { return deny(port["protocol"], .noTLS(port["protocol"])) }
    case .http, .http2, .grpc, .grpcWeb:
      let others = tls.entries.contains { !$0.key.hasText("httpsRedirect") && !$0.value.isEmpty }
      if others { return deny(tls, .tlsUnused(port["protocol"])) }
    default: if tls.isGiven { return deny(tls, .tlsUnused(port["protocol"])) }
    }
    if tls.isGiven, used == .https || used == .tls { serverTLS(tls, used) }
  }

  /// `host`, `namespace/host`, `./host`, `*/host`.
  private mutating func serverHost(_ host: Field) {
    let parts = (host.text ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, parts.count <= 2 else { return deny(host, .noServerHost(host)) }
    if parts.count == 2 {
      let namespace = String(parts[0])
      guard namespace == "*" || namespace == "." || MeshHost.isLabel(namespace) else {
        return deny(host, .noServerHost(host))
      }
    }
    if !MeshHost.isName(String(name)), IP(String(name)) == nil { deny(host, .noServerHost(host)) }
  }
}

/// The protocols that ports of mesh kinds name, without regard to case.
enum MeshProtocol: String, CaseIterable {
  case http, http2, https, grpc, tcp, tls, udp, mongo, redis, mysql
  case grpcWeb = "grpc-web"
  case proxy = "http_proxy"
  case hbone

  init?(_ field: Field) {
    guard let text = field.text, let known = MeshProtocol(rawValue: text.lowercased()) else { return nil }
    self = known
  }
}

extension Message {
  fileprivate static var targetPort: Message {
    Message(
      en: "a gateway has no port behind its own: remove 'targetPort'", ko: "게이트웨이에는 뒤쪽 포트가 없습니다: 'targetPort'를 지우십시오")
  }

  static func noProtocol(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no protocol: use HTTP, HTTPS, HTTP2, GRPC, TLS, TCP, MONGO, REDIS or MYSQL",
      ko: "'\(field.written)'은(는) 프로토콜이 아닙니다: HTTP, HTTPS, HTTP2, GRPC, TLS, TCP, MONGO, REDIS, MYSQL 가운데 쓰십시오")
  }

  fileprivate static func noTLS(_ field: Field) -> Message {
    Message(
      en: "\(field.written) needs certificates or a word that they are elsewhere: add 'tls' with a 'mode'",
      ko: "\(field.written)에는 인증서 설정이 필요합니다: 'mode'가 있는 'tls'를 추가하십시오")
  }

  fileprivate static func tlsUnused(_ field: Field) -> Message {
    Message(
      en:
        "\(field.written) is not encrypted here: remove 'tls' (of HTTP 'httpsRedirect' may stay), or use HTTPS or TLS",
      ko: "\(field.written)은(는) 여기서 암호화되지 않습니다: 'tls'를 지우거나(HTTP는 'httpsRedirect'만) HTTPS나 TLS를 쓰십시오")
  }

  fileprivate static func noServerHost(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no host: write 'host' or 'namespace/host'; the namespace may be '.' or '*'",
      ko: "'\(field.written)'은(는) 호스트가 아닙니다: '호스트'나 '네임스페이스/호스트'로 쓰십시오(네임스페이스는 '.'이나 '*'도 됩니다)")
  }
}
