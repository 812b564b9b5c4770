import Findings
import Schema

extension KindValidation {
  /// groups.md 3.18
  static let selfSubjectAccessReview = KindValidation(
    "authorization.k8s.io/v1", "SelfSubjectAccessReview", scope: .cluster, metadata: .none,
    examples: [
      Example(
        """
        apiVersion: authorization.k8s.io/v1
        kind: SelfSubjectAccessReview
        spec:
          nonResourceAttributes: {verb: get, path: /healthz}
        """),
      Example(
        """
        apiVersion: authorization.k8s.io/v1
        kind: SelfSubjectAccessReview
        metadata: {name: may-i} # ←
        spec: {} # ←
        """),
    ]
  ) { report, object in
    report.accessQuestion(object["spec"])
    report.noMetadata(object["metadata"])
  }
}
