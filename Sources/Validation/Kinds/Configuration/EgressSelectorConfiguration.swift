import Findings
import Schema

extension KindValidation {
  /// apiserver, `ValidateEgressSelectorConfiguration`
  static let egressSelectorConfiguration = KindValidation.file(
    "apiserver.k8s.io/v1beta1", "EgressSelectorConfiguration", readBy: "kube-apiserver",
    others: ["apiserver.k8s.io/v1alpha1"],
    examples: [
      Example(
        """
        apiVersion: apiserver.k8s.io/v1beta1
        kind: EgressSelectorConfiguration
        egressSelections:
        - name: cluster
          connection:
            proxyProtocol: GRPC
            transport:
              uds: {udsName: /etc/kubernetes/konnectivity/konnectivity-server.socket}
        - name: etcd
          connection: {proxyProtocol: Direct}
        """),
      Example(
        """
        apiVersion: apiserver.k8s.io/v1beta1
        kind: EgressSelectorConfiguration
        egressSelections:
        - name: cluster
          connection: {proxyProtocol: SOCKS} # ←
        - name: cluster # ←
          connection:
            proxyProtocol: Direct
            transport: # ←
              tcp: {url: "https://proxy:8131"}
        - name: etcd
          connection: {proxyProtocol: HTTPConnect} # ←
        """),
    ]
  ) { report, file in
    report.expectUnique(file["egressSelections"], by: "name")
    for selection in file["egressSelections"].items {
      report.require(selection["name"])
      report.egress(selection["connection"])
    }
  }
}

extension Report {
  fileprivate mutating func egress(_ connection: Field) {
    let transport = connection["transport"]
    expect(always: connection["proxyProtocol"], oneOf: ["Direct", "HTTPConnect", "GRPC"])
    switch connection["proxyProtocol"].text {
    case "Direct": forbid(transport, .directWithTransport)
    case "HTTPConnect", "GRPC":
      let (tcp, uds) = (transport["tcp"], transport["uds"])
      if tcp.isGiven == uds.isGiven {
        let message = tcp.isGiven ? Message.twoTransports : .noTransport
        add(tcp.isGiven ? .invalid : .required, at: transport, tcp.isGiven ? .invalid : .required, message)
      }
      if tcp.isGiven { require(tcp["url"]) }
      if uds.isGiven { require(uds["udsName"]) }
    default: break
    }
  }
}

extension Message {
  fileprivate static var directWithTransport: Message {
    Message(
      en: "a direct connection goes through no proxy: remove 'transport'",
      ko: "Direct 연결은 프록시를 거치지 않습니다: 'transport'를 지우십시오")
  }

  fileprivate static var twoTransports: Message {
    Message(en: "the proxy is reached in two ways: keep 'tcp' or 'uds'", ko: "프록시에 닿는 길이 둘입니다: 'tcp'나 'uds' 하나만 두십시오")
  }

  fileprivate static var noTransport: Message {
    Message(
      en: "it is not said how the proxy is reached: add 'transport' with 'tcp' or 'uds'",
      ko: "프록시에 닿는 길이 없습니다: 'transport'에 'tcp'나 'uds'를 쓰십시오")
  }
}
