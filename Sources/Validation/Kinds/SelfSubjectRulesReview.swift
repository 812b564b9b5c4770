import Findings
import Schema

extension KindValidation {
  /// groups.md 3.18: what somebody may do is asked of one namespace.
  static let selfSubjectRulesReview = KindValidation(
    "authorization.k8s.io/v1", "SelfSubjectRulesReview", scope: .cluster, metadata: .none,
    examples: [
      Example(
        """
        apiVersion: authorization.k8s.io/v1
        kind: SelfSubjectRulesReview
        spec: {namespace: shop}
        """),
      Example(
        """
        apiVersion: authorization.k8s.io/v1
        kind: SelfSubjectRulesReview
        spec: {} # ←
        """),
    ]
  ) { report, object in
    let namespace = object["spec"]["namespace"]
    if namespace.isEmpty { report.add(.required, at: namespace.reported(at: object), .badRequest, .noNamespace) }
  }
}

extension Message {
  fileprivate static var noNamespace: Message {
    Message(
      en: "rules are listed for one namespace: add 'spec.namespace'",
      ko: "규칙은 네임스페이스 하나에 대해 나열합니다: 'spec.namespace'를 추가하십시오")
  }
}
