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
    report.request(spec["request"])
    report.require(spec["usages"])
    for usage in spec["usages"].items { report.expect(always: usage, oneOf: .usages) }
    report.expectUniqueItems(spec["usages"])
    report.signerName(spec["signerName"])
    report.expect(spec["expirationSeconds"], in: 600...)
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
  /// A request as OpenSSL writes it, in PEM, and that in base64.
  fileprivate mutating func request(_ field: Field) {
    let bytes = field.node?.withText { Base64.decode($0) } ?? []
    guard let block = PEMBlock(String(decoding: bytes, as: UTF8.self)), block.type == "CERTIFICATE REQUEST",
      isRequest(block.bytes)
    else {
      return refuse(field, .noRequest(field))
    }
  }

  /// Whether bytes are of the outer form of PKCS #10: a sequence of a sequence, a sequence and a string of bits.
  private func isRequest(_ bytes: [UInt8]) -> Bool {
    guard let whole = DERValue(bytes[...]), whole.tag == 0x30, whole.rest.isEmpty,
      let info = DERValue(whole.content), info.tag == 0x30, let version = DERValue(info.content), version.tag == 0x02,
      let algorithm = DERValue(info.rest), algorithm.tag == 0x30,
      let signature = DERValue(algorithm.rest), signature.tag == 0x03, signature.rest.isEmpty
    else { return false }
    return true
  }

  /// `example.com/path`: a domain of at least two parts, and a path whose parts are set off by dots.
  fileprivate mutating func signerName(_ field: Field) {
    require(field)
    guard let text = field.text, !text.isEmpty else { return }
    if text == "kubernetes.io/legacy-unknown" { return refuse(field, .legacySigner) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == 2 else { return refuse(field, .noSigner(field), as: .nameFormat) }
    let (domain, path) = (parts[0], parts[1])
    if domain.utf8.count > 253 { addTooLong(field, 253) }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count < 2 || !labels.allSatisfy({ Grammar.label.matches(String($0)) }) {
      refuse(field, .noSigner(field), as: .nameFormat)
    }
    let steps = path.split(separator: ".", omittingEmptySubsequences: false)
    if !steps.allSatisfy({ Grammar.subdomain.matches(String($0)) }) { refuse(field, .noSigner(field), as: .nameFormat) }
    if text.utf8.count > 571 { addTooLong(field, 571) }
  }
}

/// The first block of a text in PEM.
private struct PEMBlock {
  let type: String
  let bytes: [UInt8]

  init?(_ text: String) {
    let begin = "-----BEGIN "
    var type: String?
    var body: [UInt8] = []
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = String(decoding: line, as: UTF8.self).trimmingBlanks
      guard let current = type else {
        if line.hasPrefix(begin), line.hasSuffix("-----"), line.utf8.count > begin.utf8.count + 5 {
          type = String(line.dropFirst(begin.utf8.count).dropLast(5))
        }
        continue
      }
      if line == "-----END \(current)-----" {
        guard let bytes = Base64.decode(String(decoding: body, as: UTF8.self)) else { return nil }
        self.type = current
        self.bytes = bytes
        return
      }
      if line.utf8.contains(UInt8(ascii: ":")) { continue }
      body.append(contentsOf: line.utf8)
    }
    return nil
  }
}

/// A value in DER: its tag, its content, and what follows it.
private struct DERValue {
  let tag: UInt8
  let content: ArraySlice<UInt8>
  let rest: ArraySlice<UInt8>

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let tag = bytes.first, let first = bytes.dropFirst().first else { return nil }
    var body = bytes.dropFirst(2)
    var length = Int(first)
    if first >= 0x80 {
      let count = Int(first & 0x7F)
      guard count >= 1, count <= 3, body.count >= count else { return nil }
      length = body.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      body = body.dropFirst(count)
    }
    guard body.count >= length else { return nil }
    self.tag = tag
    content = body.prefix(length)
    rest = body.dropFirst(length)
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

  fileprivate static var legacySigner: Message {
    Message(
      en:
        "the signer 'kubernetes.io/legacy-unknown' is gone: name another, such as 'kubernetes.io/kube-apiserver-client'",
      ko: "'kubernetes.io/legacy-unknown' 서명자는 없어졌습니다: 'kubernetes.io/kube-apiserver-client' 같은 다른 것을 쓰십시오")
  }

  fileprivate static func noSigner(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no name of a signer: write a domain, '/' and a name, as in 'example.com/students'",
      ko: "'\(field.written)'은(는) 서명자 이름이 아닙니다: 'example.com/students'처럼 도메인, '/', 이름을 쓰십시오")
  }
}
