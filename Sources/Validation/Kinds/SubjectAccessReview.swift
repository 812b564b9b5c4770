import Findings
import Schema

extension KindValidation {
  /// groups.md 3.18
  static let subjectAccessReview = KindValidation(
    "authorization.k8s.io/v1", "SubjectAccessReview", scope: .cluster, metadata: .none,
    examples: [
      Example(
        """
        apiVersion: authorization.k8s.io/v1
        kind: SubjectAccessReview
        spec:
          user: mira
          resourceAttributes: {verb: get, resource: pods, namespace: shop}
        """),
      Example(
        """
        apiVersion: authorization.k8s.io/v1
        kind: SubjectAccessReview
        metadata: {name: may-mira} # ←
        spec: # ←
          resourceAttributes: {verb: get, resource: pods}
          nonResourceAttributes: {verb: get, path: /healthz} # ←
        """),
    ]
  ) { report, object in
    report.accessQuestion(object["spec"])
    report.accessSubject(object["spec"])
    report.noMetadata(object["metadata"])
  }
}
