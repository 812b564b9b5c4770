import Findings
import Schema

extension KindValidation {
  /// groups.md 3.18
  static let localSubjectAccessReview = KindValidation(
    "authorization.k8s.io/v1", "LocalSubjectAccessReview", metadata: .none,
    examples: [
      Example(
        """
        apiVersion: authorization.k8s.io/v1
        kind: LocalSubjectAccessReview
        metadata: {namespace: shop}
        spec:
          groups: [developers]
          resourceAttributes: {verb: get, resource: pods, namespace: shop}
        """),
      Example(
        """
        apiVersion: authorization.k8s.io/v1
        kind: LocalSubjectAccessReview
        metadata: {namespace: shop}
        spec:
          user: mira
          resourceAttributes: {verb: get, resource: pods, namespace: default} # ←
          nonResourceAttributes: {verb: get, path: /healthz} # ←
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.accessQuestion(spec)
    report.accessSubject(spec)
    report.noMetadata(object["metadata"])
    let resource = spec["resourceAttributes"]
    if resource.isGiven, (resource["namespace"].text ?? "") != object.requestNamespace {
      report.refuse(resource["namespace"], .otherNamespace(object.requestNamespace), as: .accessReview)
    }
    if spec["nonResourceAttributes"].isGiven {
      report.refuse(spec["nonResourceAttributes"], .urlInNamespace, as: .accessReview)
    }
  }
}

extension Message {
  fileprivate static func otherNamespace(_ name: String) -> Message {
    Message(
      en: "the review lies in the namespace '\(name)' and asks about it alone: write 'namespace: \(name)'",
      ko: "리뷰는 자신이 놓인 네임스페이스 '\(name)'만 묻습니다: 'namespace: \(name)'을(를) 쓰십시오")
  }

  fileprivate static var urlInNamespace: Message {
    Message(
      en: "URLs lie in no namespace: use a SubjectAccessReview", ko: "URL은 네임스페이스에 속하지 않습니다: SubjectAccessReview를 쓰십시오")
  }
}
