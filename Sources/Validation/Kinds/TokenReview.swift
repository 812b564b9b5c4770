import Findings
import Schema

extension KindValidation {
  /// groups.md 3.18
  static let tokenReview = KindValidation(
    "authentication.k8s.io/v1", "TokenReview", scope: .cluster, metadata: .none,
    examples: [
      Example(
        """
        apiVersion: authentication.k8s.io/v1
        kind: TokenReview
        spec: {token: eyJhbGciOi}
        """),
      Example(
        """
        apiVersion: authentication.k8s.io/v1
        kind: TokenReview
        spec: # ←
          audiences: [vault]
        """),
    ]
  ) { report, object in
    let token = object["spec"]["token"]
    if token.isEmpty { report.add(.required, at: token.reported(at: object), .badRequest, .noToken) }
  }
}

extension Message {
  fileprivate static var noToken: Message {
    Message(en: "there is no token to review: add 'spec.token'", ko: "검토할 토큰이 없습니다: 'spec.token'을 추가하십시오")
  }
}
