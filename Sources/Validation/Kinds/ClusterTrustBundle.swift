import Findings
import Schema
import YAML

extension KindValidation {
  /// groups.md 1.3; certificates are read as far as tells whether they are those of authorities.
  static let clusterTrustBundle = KindValidation(
    "certificates.k8s.io/v1", "ClusterTrustBundle", earlier: ["certificates.k8s.io/v1beta1"], scope: .cluster,
    names: .pathSegment,
    examples: [
      Example(
        """
        apiVersion: certificates.k8s.io/v1
        kind: ClusterTrustBundle
        metadata: {name: "example.com:students:main"}
        spec:
          signerName: example.com/students
          trustBundle: |
            -----BEGIN CERTIFICATE-----
            MIIBfTCCASOgAwIBAgIUN9/11zF4DMokAfcGyPQ4Vij7h1owCgYIKoZIzj0EAwIw
            EzERMA8GA1UEAwwIc3R1ZGVudHMwIBcNMjYxMTI4MTYyNzQ3WhgPMjEyNjExMDQx
            NjI3NDdaMBMxETAPBgNVBAMMCHN0dWRlbnRzMFkwEwYHKoZIzj0CAQYIKoZIzj0D
            AQcDQgAEhHgFo7IRaeNA2l8dSewsoUQKOte4vo84LKhoPFtMZdF9v3YGjvkOBP6G
            odlfy+OV7yJwLwGx7x8WIqwt/Yk2PqNTMFEwHQYDVR0OBBYEFFfjg0dNdrJBNkTs
            ZJ612Ro/tDr5MB8GA1UdIwQYMBaAFFfjg0dNdrJBNkTsZJ612Ro/tDr5MA8GA1Ud
            EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgKwNrpdLG7GQSnxNSPOElkPno
            5TLPN1sXidddopT0rhwCIQCE7xy3Rp4nkz8IObyZU+rEHTPRbkeb2aYC6xa0f30c
            Ow==
            -----END CERTIFICATE-----
        """),
      Example(
        """
        apiVersion: certificates.k8s.io/v1
        kind: ClusterTrustBundle
        metadata: {name: main} # ←
        spec:
          signerName: example.com/students
          trustBundle: none # ←
        """),
    ]
  ) { report, object in
    let (signer, bundle) = (object["spec"]["signerName"], object["spec"]["trustBundle"])
    report.bundleName(object["metadata"], signer: signer.text ?? "")
    if !signer.isEmpty { report.signerName(signer) }
    report.trustBundle(bundle)
  }
}

extension Report {
  /// A bundle of a signer has its name before its own: `example.com:students:main`.
  fileprivate mutating func bundleName(_ metadata: Field, signer: String) {
    let (name, prefix) = (metadata["name"], metadata["generateName"])
    guard !signer.isEmpty else {
      expect(name, .subdomain)
      return expectPrefix(prefix, of: .subdomain)
    }
    let beginning = signer.split(separator: "/", omittingEmptySubsequences: false).joined(separator: ":") + ":"
    for field in [name, prefix] where !field.isEmpty {
      guard let text = field.text, text.hasPrefix(beginning) else {
        refuse(field, .otherSigner(field, beginning), as: .nameFormat)
        continue
      }
      let rest = String(decoding: text.utf8.dropFirst(beginning.utf8.count), as: UTF8.self)
      let fits = field.isAt(name) ? Grammar.subdomain.matches(rest) : Grammar.subdomain.matches(prefix: rest)
      if !fits { refuse(field, .otherSigner(field, beginning), as: .nameFormat) }
    }
  }

  /// One certificate of an authority or more, each once.
  fileprivate mutating func trustBundle(_ field: Field) {
    let text = field.text ?? ""
    if text.utf8.count > 1 << 20 { return addTooLong(field, 1 << 20) }
    let blocks = PEMBlock.all(in: text)
    guard !blocks.isEmpty else { return refuse(field, .noCertificates) }
    var seen: Set<[UInt8]> = []
    for block in blocks {
      let isCertificate = block.type == "CERTIFICATE" && !block.hasHeaders
      if !isCertificate || SignedInformation(block.bytes)?.isAuthority != true { return refuse(field, .noAuthority) }
      if !seen.insert(block.bytes).inserted { return refuse(field, .certificateTwice) }
    }
  }
}

extension Message {
  fileprivate static func otherSigner(_ name: Field, _ beginning: String) -> Message {
    Message(
      en: "'\(name.written)' does not begin with its signer: write a name such as '\(beginning)main'",
      ko: "'\(name.written)'이(가) 서명자로 시작하지 않습니다: '\(beginning)main'처럼 쓰십시오")
  }

  fileprivate static var noCertificates: Message {
    Message(
      en: "there is nothing to trust: add certificates of authorities in PEM to 'trustBundle'",
      ko: "신뢰할 인증서가 없습니다: 'trustBundle'에 인증 기관의 인증서를 PEM으로 쓰십시오")
  }

  fileprivate static var noAuthority: Message {
    Message(
      en: "a bundle holds certificates of authorities and nothing else: remove the other blocks",
      ko: "번들에는 인증 기관의 인증서만 담습니다: 다른 블록을 지우십시오")
  }

  fileprivate static var certificateTwice: Message {
    Message(en: "a certificate is given twice: remove one", ko: "같은 인증서가 두 번 쓰였습니다: 하나를 지우십시오")
  }
}
