import Findings
import Resources
import YAML

extension Rule {
  /// The service account of a workload exists.
  ///
  /// Silent unless the set holds accounts in the namespace; `default` is made by the control plane.
  static let serviceAccountMissing = Rule(
    id: "service-account-missing", category: .reliability, severity: .warning,
    what: Message(en: "a service account that is not there", ko: "없는 서비스 어카운트"),
    why: Message(
      en: "The API server refuses every Pod of the workload until the account exists.",
      ko: "그 어카운트가 생길 때까지 API 서버가 이 워크로드의 모든 Pod를 거부합니다."),
    advice: Message(en: "Correct the name, or add the account.", ko: "이름을 고치거나 어카운트를 추가하세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          serviceAccountName: kept-elsewhere
          containers: [{name: web, image: "web:1.0"}]
        """),
      Example(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: web}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          serviceAccountName: wbe # ←
          containers: [{name: web, image: "web:1.0"}]
        """),
    ]
  ) { manifest, cluster, report in
    guard let pod = manifest.pod, let account = pod.node["serviceAccountName"] ?? pod.node["serviceAccount"],
      let name = account.string, name != "default"
    else { return }
    let namespace = manifest.effectiveNamespace
    guard cluster.holds("ServiceAccount", in: namespace),
      cluster.manifest(kind: "ServiceAccount", name: name, namespace: namespace) == nil
    else { return }
    report.add(.noAccount(name, namespace), at: account)
  }
}

extension Message {
  fileprivate static func noAccount(_ name: String, _ namespace: String) -> Message {
    Message(
      en: "service account '\(name)' is not in namespace '\(namespace)': correct the name or add it",
      ko: "네임스페이스 '\(namespace)'에 서비스 어카운트 '\(name)'이(가) 없습니다: 이름을 고치거나 추가하세요")
  }
}
