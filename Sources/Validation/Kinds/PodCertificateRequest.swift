import Findings
import Schema
import YAML

extension KindValidation {
  /// groups.md 1.3, as a kubelet writes it. The signature of the request is not verified: one that nothing refuses stays
  /// unknown.
  static let podCertificateRequest = KindValidation(
    "certificates.k8s.io/v1", "PodCertificateRequest", earlier: ["certificates.k8s.io/v1beta1"],
    examples: [
      Example(
        """
        apiVersion: certificates.k8s.io/v1
        kind: PodCertificateRequest
        metadata: {name: web-1}
        spec:
          signerName: example.com/students
          podName: web
          podUID: 5f1b7d4e-9c1a-4ad1-8b8e-1d6a3f0f9b11
          serviceAccountName: default
          serviceAccountUID: 8f1b7d4e-9c1a-4ad1-8b8e-1d6a3f0f9b12
          nodeName: node-1
          nodeUID: 9f1b7d4e-9c1a-4ad1-8b8e-1d6a3f0f9b13
          maxExpirationSeconds: 86400
          stubPKCS10Request: |-
            MIHJMHECAQAwDzENMAsGA1UEAwwEbWlyYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABI0aJVXaaP7napXtwVDjPxbmG02T6MN6GEEFM5UWdrBzgh6fkJzCDnXaDzntzoE8SVw1Nhsbzk2Vfhlu1stRv1qgADAKBggqhkjOPQQDAgNIADBFAiEA8rGMMNGVI70q+7+k88onZiLT4uYMr4lHTcB1QxbghvICIDajZsw0NToMUeFrO3R9l79hENtLFhigsZjrLkvvn+bC
        """),
      Example(
        """
        apiVersion: certificates.k8s.io/v1
        kind: PodCertificateRequest
        metadata: {name: web-1}
        spec: # ←
          signerName: kubernetes.io/kube-apiserver-client-pod
          podName: Web # ←
          podUID: 5f1b7d4e-9c1a-4ad1-8b8e-1d6a3f0f9b11
          serviceAccountName: default
          serviceAccountUID: 8f1b7d4e-9c1a-4ad1-8b8e-1d6a3f0f9b12
          nodeName: node-1
          maxExpirationSeconds: 864000 # ←
          stubPKCS10Request: bWlyYQ== # ←
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.signerName(spec["signerName"])
    report.annotations(spec["unverifiedUserAnnotations"])
    for name in ["podName", "serviceAccountName", "nodeName"] as [StaticString] {
      report.expect(always: spec[name], .subdomain)
    }
    for name in ["podUID", "serviceAccountUID", "nodeUID"] as [StaticString] { report.identity(spec[name]) }
    let isOfCluster = spec["signerName"].hasPrefix("kubernetes.io/")
    report.expect(spec["maxExpirationSeconds"], in: 3600...(isOfCluster ? 86_400 : 7_862_400))
    report.stubRequest(spec["stubPKCS10Request"], isRequired: object["apiVersion"].hasText("certificates.k8s.io/v1"))
  }
}

extension Report {
  fileprivate mutating func identity(_ field: Field) {
    if field.isEmpty { refuse(field, .noIdentity(field)) }
    expect(field, atMostBytes: 128)
  }

  /// A request in DER; the versions before v1 knew a public key and a proof instead.
  fileprivate mutating func stubRequest(_ field: Field, isRequired: Bool) {
    guard field.isGiven || isRequired else { return }
    let bytes = field.node?.withText { Base64.decode($0) } ?? []
    if bytes.count > 10_240 { return addTooLong(field, 10_240) }
    if SignedInformation(bytes)?.isRequest != true { refuse(field, .noStub) }
  }
}

extension Message {
  fileprivate static func noIdentity(_ field: Field) -> Message {
    Message(
      en: "'\(field.name)' is missing: add the 'uid' of that object", ko: "'\(field.name)'이(가) 없습니다: 해당 객체의 'uid'를 쓰십시오"
    )
  }

  fileprivate static var noStub: Message {
    Message(
      en: "this is no certificate request: write one of PKCS #10 in DER, encoded with base64",
      ko: "인증서 요청이 아닙니다: PKCS #10 요청을 DER로 만들고 base64로 인코딩해 쓰십시오")
  }
}
