import Findings
import Schema

extension KindValidation {
  /// groups.md 3.7
  static let csiDriver = KindValidation(
    "storage.k8s.io/v1", "CSIDriver", scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: CSIDriver
        metadata: {name: disks.example.com}
        spec:
          fsGroupPolicy: File
          volumeLifecycleModes: [Persistent, Ephemeral]
          tokenRequests:
          - {audience: vault, expirationSeconds: 3600}
          serviceAccountTokenInSecrets: true
        """),
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: CSIDriver
        metadata: {name: disks.example.com}
        spec:
          fsGroupPolicy: Always # ←
          volumeLifecycleModes: [persistent] # ←
          tokenRequests:
          - {audience: vault, expirationSeconds: 60} # ←
          - {audience: vault} # ←
          serviceAccountTokenInSecrets: true
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.expect(given: spec["fsGroupPolicy"], oneOf: ["File", "None", "ReadWriteOnceWithFSType"])
    report.tokenRequests(spec["tokenRequests"])
    for mode in spec["volumeLifecycleModes"].items {
      report.expect(always: mode.reported(at: spec["volumeLifecycleModes"]), oneOf: ["Ephemeral", "Persistent"])
    }
    report.inVersions(.mutableAllocatable) { $0.expect(spec["nodeAllocatableUpdatePeriodSeconds"], in: 10...) }
    let inSecrets = spec["serviceAccountTokenInSecrets"]
    report.inVersions(.tokensInSecrets) { report in
      if inSecrets.isGiven, spec["tokenRequests"].isEmpty { report.refuse(inSecrets, .noTokens) }
      if !inSecrets.isGiven, !spec["tokenRequests"].isEmpty {
        report.warn(.tokenPlace, at: inSecrets, .tokensInContext)
      }
    }
  }
}

extension Report {
  /// Tokens that a driver gets, told apart by their audiences; an empty one is that of the API server.
  fileprivate mutating func tokenRequests(_ requests: Field) {
    var audiences: [String: Field] = [:]
    for request in requests.items {
      let audience = request["audience"]
      if let first = audiences[audience.text ?? ""] {
        addDuplicate(audience, of: first)
        continue
      }
      audiences[audience.text ?? ""] = audience
      expect(request["expirationSeconds"], in: 600...4_294_967_296)
    }
  }
}

extension Message {
  fileprivate static var tokensInContext: Message {
    Message(
      en: "the driver gets its tokens among the attributes of the volume, which are logged: add "
        + "'serviceAccountTokenInSecrets: true' if the driver reads them from secrets",
      ko: "드라이버가 토큰을 로그에 남는 볼륨 속성으로 받습니다: 드라이버가 시크릿에서 읽을 수 있으면 "
        + "'serviceAccountTokenInSecrets: true'를 추가하십시오")
  }

  fileprivate static var noTokens: Message {
    Message(
      en: "the driver asks for no tokens, so there is no place to choose for them: add 'tokenRequests' or remove this",
      ko: "드라이버가 요청하는 토큰이 없어 둘 곳을 정할 수 없습니다: 'tokenRequests'를 추가하거나 이 필드를 지우십시오")
  }
}
