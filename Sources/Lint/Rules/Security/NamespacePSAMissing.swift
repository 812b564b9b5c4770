import Findings
import Resources
import YAML

extension Rule {
  /// A namespace says which Pod Security Standard it enforces.
  static let namespacePSAMissing = Rule(
    id: "namespace-psa-missing", category: .security, severity: .info,
    what: Message(en: "a namespace without a pod-security level", ko: "파드 보안 수준이 없는 네임스페이스"),
    why: Message(
      en: "The cluster's own default holds then, which is 'privileged' unless an administrator changed it.",
      ko: "그러면 클러스터의 기본값이 쓰이며, 관리자가 바꾸지 않았다면 'privileged'입니다."),
    advice: Message(
      en: "Add the label 'pod-security.kubernetes.io/enforce'.",
      ko: "'pod-security.kubernetes.io/enforce' 레이블을 추가하세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels: {pod-security.kubernetes.io/enforce: baseline}
        """),
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop # ←
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "Namespace", manifest.labels["pod-security.kubernetes.io/enforce"] == nil,
      let name = manifest.metadata?["name"]
    else { return }
    report.add(.noLevel(name.text), at: name)
  }
}

extension Message {
  fileprivate static func noLevel(_ name: String) -> Message {
    Message(
      en: "namespace '\(name)' leaves the pod-security level to the cluster: add the label that enforces one",
      ko: "네임스페이스 '\(name)'이(가) 파드 보안 수준을 클러스터에 맡깁니다: 강제하는 레이블을 추가하세요")
  }
}
