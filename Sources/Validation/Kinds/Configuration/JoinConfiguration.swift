import Findings
import Schema
import YAML

extension KindValidation {
  /// kubeadm, `ValidateJoinConfiguration`
  static let joinConfiguration = KindValidation.file(
    "kubeadm.k8s.io/v1beta4", "JoinConfiguration", readBy: "kubeadm",
    others: ["kubeadm.k8s.io/v1beta3", "kubeadm.k8s.io/v1beta2"],
    examples: [
      Example(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: JoinConfiguration
        discovery:
          bootstrapToken:
            apiServerEndpoint: 10.0.0.1:6443
            token: abcdef.0123456789abcdef
            caCertHashes: ["sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"]
        """),
      Example(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: JoinConfiguration
        caCertPath: pki/ca.pem # ←
        discovery:
          bootstrapToken: # ←
            apiServerEndpoint: 10.0.0.1 # ←
            token: abc # ←
        """),
      Example("apiVersion: kubeadm.k8s.io/v1beta4\nkind: JoinConfiguration # ←"),
    ]
  ) { report, file in
    report.discovery(file["discovery"])
    report.nodeRegistration(file["nodeRegistration"])
    report.apiEndpoint(file["controlPlane"]["localAPIEndpoint"])
    report.certificateKey(file["controlPlane"]["certificateKey"])
    if let text = file["caCertPath"].text, !text.isEmpty, !text.hasPrefix("/") || !text.hasSuffix(".crt") {
      report.refuse(file["caCertPath"], .authorityPath(file["caCertPath"]), as: .pathFormat)
    }
  }
}

extension Report {
  fileprivate mutating func discovery(_ discovery: Field) {
    let (token, file) = (discovery["bootstrapToken"], discovery["file"])
    if token.isGiven == file.isGiven { refuse(discovery, token.isGiven ? .bothWays : .noWay) }
    if token.isGiven {
      let endpoint = token["apiServerEndpoint"]
      if endpoint.isEmpty { require(endpoint.reported(at: token)) }
      if let text = endpoint.text, !text.isEmpty, splitHostPort(text) == nil {
        refuse(endpoint, .endpoint(endpoint), as: .addressFormat)
      }
      if token["caCertHashes"].isEmpty, !token["unsafeSkipCAVerification"].isTrue {
        refuse(token["caCertHashes"], .noHashes)
      }
      for hash in token["caCertHashes"].items {
        if let text = hash.text, !text.hasPrefix("sha256:") || text.utf8.count != 71 { refuse(hash, .hash(hash)) }
      }
      // The token of the TLS bootstrap may be given once for both.
      if token["token"].isEmpty, discovery["tlsBootstrapToken"].isEmpty { require(token["token"]) }
      bootstrapToken(token["token"])
    }
    if !discovery["tlsBootstrapToken"].isEmpty { bootstrapToken(discovery["tlsBootstrapToken"]) }
    if file.isGiven { discoveryFile(file["kubeConfigPath"]) }
  }

  private mutating func discoveryFile(_ path: Field) {
    require(path)
    guard let text = path.text, !text.isEmpty else { return }
    let scheme = WebAddress(text)?.scheme ?? ""
    if !scheme.isEmpty, scheme != "https" { refuse(path, .notHTTPS(path), as: .addressFormat) }
  }
}

extension Message {
  fileprivate static func authorityPath(_ field: Field) -> Message {
    Message(
      en:
        "caCertPath '\(field.written)' is no whole path of a '.crt' file: write one such as '/etc/kubernetes/pki/ca.crt'",
      ko: "caCertPath '\(field.written)'은(는) '.crt' 파일의 전체 경로가 아닙니다: '/etc/kubernetes/pki/ca.crt'처럼 쓰십시오")
  }

  fileprivate static var noWay: Message {
    Message(
      en: "it is not said how the cluster is found: add 'discovery.bootstrapToken' or 'discovery.file'",
      ko: "클러스터를 찾는 방법이 없습니다: 'discovery.bootstrapToken'이나 'discovery.file'을 추가하십시오")
  }

  fileprivate static var bothWays: Message {
    Message(
      en: "the cluster is found by a token or by a file: keep one", ko: "클러스터는 토큰이나 파일로 찾습니다: 하나만 두십시오")
  }

  fileprivate static func endpoint(_ field: Field) -> Message {
    Message(
      en: "apiServerEndpoint '\(field.written)' has no port: write one such as '10.0.0.1:6443'",
      ko: "apiServerEndpoint '\(field.written)'에 포트가 없습니다: '10.0.0.1:6443'처럼 쓰십시오")
  }

  fileprivate static var noHashes: Message {
    Message(
      en: "nothing proves that the cluster is the right one: add 'caCertHashes', or 'unsafeSkipCAVerification: true'",
      ko: "올바른 클러스터인지 확인할 수 없습니다: 'caCertHashes'나 'unsafeSkipCAVerification: true'를 추가하십시오")
  }

  fileprivate static func hash(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no hash of a key: write 'sha256:' and 64 hexadecimal digits",
      ko: "'\(field.written)'은(는) 키의 해시가 아닙니다: 'sha256:'과 16진수 64자리를 쓰십시오")
  }

  fileprivate static func notHTTPS(_ field: Field) -> Message {
    Message(
      en: "kubeConfigPath '\(field.written)' is a URL other than 'https://': use one, or a path",
      ko: "kubeConfigPath '\(field.written)'은(는) 'https://'가 아닌 URL입니다: 'https://'나 경로를 쓰십시오")
  }
}
