import Findings
import Schema
import YAML

extension KindValidation {
  /// groups.md 3.13. The signature of the request is not verified.
  static let certificateSigningRequest = KindValidation(
    "certificates.k8s.io/v1", "CertificateSigningRequest", scope: .cluster, names: .pathSegment,
    examples: [
      Example(
        """
        apiVersion: certificates.k8s.io/v1
        kind: CertificateSigningRequest
        metadata: {name: mira}
        spec:
          signerName: example.com/students
          expirationSeconds: 3600
          usages: [client auth, digital signature]
          request: |-
            LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlISk1IRUNBUUF3RHpF
            Tk1Bc0dBMVVFQXd3RWJXbHlZVEJaTUJNR0J5cUdTTTQ5QWdFR0NDcUdTTTQ5QXdFSApB
            MElBQkkwYUpWWGFhUDduYXBYdHdWRGpQeGJtRzAyVDZNTjZHRUVGTTVVV2RyQnpnaDZm
            a0p6Q0RuWGFEem50CnpvRThTVncxTmhzYnprMlZmaGx1MXN0UnYxcWdBREFLQmdncWhr
            ak9QUVFEQWdOSUFEQkZBaUVBOHJHTU1OR1YKSTcwcSs3K2s4OG9uWmlMVDR1WU1yNGxI
            VGNCMVF4YmdodklDSURhalpzdzBOVG9NVWVGck8zUjlsNzloRU50TApGaGlnc1pqckxr
            dnZuK2JDCi0tLS0tRU5EIENFUlRJRklDQVRFIFJFUVVFU1QtLS0tLQo=
        """),
      Example(
        """
        apiVersion: certificates.k8s.io/v1
        kind: CertificateSigningRequest
        metadata: {name: mira}
        spec:
          signerName: students # ←
          expirationSeconds: 60 # ←
          usages: [client-auth] # ←
          request: bWlyYQ== # ←
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    let asksForMasters = report.request(spec["request"], of: object)
    report.require(spec["usages"])
    for usage in spec["usages"].items { report.expect(always: usage, oneOf: .usages) }
    report.expectUniqueItems(spec["usages"])
    if spec["signerName"].hasText("kubernetes.io/legacy-unknown") {
      report.refuse(spec["signerName"], .legacySigner)
    } else {
      report.signerName(spec["signerName"])
    }
    report.expect(spec["expirationSeconds"], in: 600...)
    report.leaveNameToLast(object["metadata"])
    // CertificateSubjectRestriction: nobody is let in as a master by a signature alone. It looks at valid requests only.
    if asksForMasters, !report.hasErrors {
      report.add(.admission, at: spec["request"].reported(at: object), .denied, .masters)
    }
  }
}

extension Words {
  fileprivate static let usages: Words = [
    "any", "signing", "digital signature", "content commitment", "key encipherment", "key agreement",
    "data encipherment", "cert sign", "crl sign", "encipher only", "decipher only", "server auth", "client auth",
    "code signing", "email protection", "s/mime", "ipsec end system", "ipsec tunnel", "ipsec user", "timestamping",
    "ocsp signing", "microsoft sgc", "netscape sgc",
  ]
}

extension Report {
  /// Any name is as good as another, but for those that no path can hold; these are refused where nothing else is wrong.
  fileprivate mutating func leaveNameToLast(_ metadata: Field) {
    let names = [metadata["name"], metadata["generateName"]].filter { !$0.isEmpty }
    let paths = names.map { $0.path }
    guard findings.contains(where: { $0.severity == .error && !paths.contains($0.path) }) else { return }
    for name in names { withdraw(at: name) }
  }

  /// A request as OpenSSL writes it, in PEM, and that in base64. Answers whether it is one to be a master.
  fileprivate mutating func request(_ field: Field, of object: Field) -> Bool {
    let bytes = field.node?.withText { Base64.decode($0) } ?? []
    guard let block = PEMBlock.all(in: String(decoding: bytes, as: UTF8.self)).first,
      block.type == "CERTIFICATE REQUEST", let information = SignedInformation(block.bytes), information.isRequest
    else {
      refuse(field, .noRequest(field))
      return false
    }
    let signer = object["spec"]["signerName"]
    return signer.hasText("kubernetes.io/kube-apiserver-client")
      && information.organizations.contains("system:masters")
  }
}

extension Message {
  fileprivate static func noRequest(_ field: Field) -> Message {
    field.isEmpty
      ? Message(
        en: "'request' is missing: add the request that 'openssl req -new' writes, in base64",
        ko: "'request'가 없습니다: 'openssl req -new'가 만든 요청을 base64로 쓰십시오")
      : Message(
        en: "this is no certificate request: write what 'openssl req -new' writes, as 'base64 -w0' encodes it",
        ko: "인증서 요청이 아닙니다: 'openssl req -new'가 만든 내용을 'base64 -w0'로 인코딩해 쓰십시오")
  }

  fileprivate static var masters: Message {
    Message(
      en: "this signer gives nobody the group 'system:masters': ask with another organization, or bind a role",
      ko: "이 서명자는 'system:masters' 그룹을 주지 않습니다: 다른 조직으로 요청하거나 롤을 바인딩하십시오")
  }

  fileprivate static var legacySigner: Message {
    Message(
      en:
        "the signer 'kubernetes.io/legacy-unknown' is gone: name another, such as 'kubernetes.io/kube-apiserver-client'",
      ko: "'kubernetes.io/legacy-unknown' 서명자는 없어졌습니다: 'kubernetes.io/kube-apiserver-client' 같은 다른 것을 쓰십시오")
  }
}
