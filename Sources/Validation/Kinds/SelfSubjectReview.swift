extension KindValidation {
  /// groups.md 3.18: the API server answers who asks, whatever is written.
  static let selfSubjectReview = KindValidation(
    "authentication.k8s.io/v1", "SelfSubjectReview",
    earlier: ["authentication.k8s.io/v1alpha1", "authentication.k8s.io/v1beta1"], scope: .cluster, metadata: .none,
    examples: [
      Example(
        """
        apiVersion: authentication.k8s.io/v1
        kind: SelfSubjectReview
        """)
    ]
  ) { _, _ in }
}
