import Findings

extension KindValidation {
  /// core.md 4.6: only its metadata is judged (SA1).
  static let serviceAccount = KindValidation(
    "v1", "ServiceAccount",
    examples: [
      Example("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: deployer}"),
      Example("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: CI} # ←"),
      Example(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: deployer
          annotations:
            kubernetes.io/enforce-mountable-secrets: "true" # ←
        """),
    ]
  ) { report, object in
    let annotation = object["metadata"]["annotations"]["kubernetes.io/enforce-mountable-secrets"]
    if annotation.isGiven {
      report.inVersions(.warnsOfMountableSecrets) { $0.warn(.deprecated, at: annotation, .mountable) }  // W37
    }
  }
}

extension Message {
  fileprivate static var mountable: Message {
    Message(
      en: "the annotation is deprecated: keep Secrets apart by namespaces instead",
      ko: "이 어노테이션은 더는 쓰지 않습니다: 대신 네임스페이스로 Secret을 나누십시오")
  }
}
