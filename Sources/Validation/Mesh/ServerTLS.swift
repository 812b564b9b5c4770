import Findings

/// Certificates of a server, at a gateway or a sidecar (mesh.md 8 and 9).
extension Report {
  mutating func serverTLS(_ tls: Field, _ used: MeshProtocol) {
    let mode = tls["mode"]
    let files = [tls["serverCertificate"], tls["privateKey"], tls["caCertificates"], tls["caCrl"]]
    let sources = [tls["credentialName"], tls["credentialNames"], tls["tlsCertificates"]]
    let hasSecret = sources.contains { !$0.isEmpty }
    if mode.hasText("ISTIO_MUTUAL") {
      for field in files + sources where !field.isEmpty { deny(field, .meshCertificates(field)) }
    } else if mode.isEmpty || mode.hasText("PASSTHROUGH") || mode.hasText("AUTO_PASSTHROUGH") {
      for field in files + sources where !field.isEmpty { warn(.mesh, at: field, .unusedCertificates(field)) }
    } else {
      certificates(tls, mode, hasSecret: hasSecret)
    }
    denyOldVersions(tls)
  }

  /// Certificates come from one of three places; an empty list is a place too.
  mutating func certificateSources(of tls: Field) {
    let sources = [tls["credentialName"], tls["credentialNames"], tls["tlsCertificates"]].filter { $0.isGiven }
    if sources.count > 1, let second = sources.dropFirst().first { deny(second, .severalSources) }
  }

  private mutating func certificates(_ tls: Field, _ mode: Field, hasSecret: Bool) {
    if hasSecret {
      for field in [tls["serverCertificate"], tls["privateKey"]] where !field.isEmpty { deny(field, .severalSources) }
      return
    }
    for field in [tls["serverCertificate"], tls["privateKey"]] where field.isEmpty {
      deny(field, .noServerCertificate(field, mode))
    }
    let isMutual = mode.hasText("MUTUAL") || mode.hasText("OPTIONAL_MUTUAL")
    if isMutual, tls["caCertificates"].isEmpty, tls["caCertCredentialName"].isEmpty {
      deny(tls["caCertificates"], .noServerCertificate(tls["caCertificates"], mode))
    }
  }

  private mutating func denyOldVersions(_ tls: Field) {
    let suites = tls["cipherSuites"]
    var first: [String: Field] = [:]
    for suite in suites.items {
      let text = suite.text ?? ""
      if let other = first[text] {
        warn(.mesh, at: suite, .meshRepeated(suite), related: [Related(range: other.range, message: .firstOne)])
      } else {
        first[text] = suite
      }
    }
    for version in [tls["minProtocolVersion"], tls["maxProtocolVersion"]]
    where suites.isEmpty && (version.hasText("TLSV1_0") || version.hasText("TLSV1_1")) {
      warn(.mesh, at: version, .oldVersion(version))
    }
  }
}

extension Message {
  fileprivate static func meshCertificates(_ field: Field) -> Message {
    Message(
      en: "ISTIO_MUTUAL uses the mesh's own certificates: remove '\(field.name)'",
      ko: "ISTIO_MUTUAL은 메시의 인증서를 씁니다: '\(field.name)'을(를) 지우십시오")
  }

  fileprivate static func unusedCertificates(_ field: Field) -> Message {
    Message(
      en: "what passes through is not decrypted, so '\(field.name)' is not used: remove it, or write 'mode: SIMPLE'",
      ko: "통과하는 트래픽은 복호화하지 않으므로 '\(field.name)'을(를) 쓰지 않습니다: 지우거나 'mode: SIMPLE'을 쓰십시오")
  }

  fileprivate static var severalSources: Message {
    Message(
      en: "certificates come from one place: keep one of them", ko: "인증서는 한 곳에서 옵니다: 하나만 두십시오")
  }

  fileprivate static func noServerCertificate(_ field: Field, _ mode: Field) -> Message {
    Message(
      en: "\(mode.written) needs '\(field.name)': add it, or name a Secret in 'credentialName'",
      ko: "\(mode.written)에는 '\(field.name)'이(가) 필요합니다: 추가하거나 'credentialName'에 시크릿을 쓰십시오")
  }

  fileprivate static func oldVersion(_ field: Field) -> Message {
    Message(
      en: "no cipher of today speaks \(field.written): list 'cipherSuites' that do, or use TLSV1_2",
      ko: "요즘의 암호는 \(field.written)을(를) 지원하지 않습니다: 'cipherSuites'를 쓰거나 TLSV1_2를 쓰십시오")
  }
}
