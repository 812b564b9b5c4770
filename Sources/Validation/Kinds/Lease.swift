extension KindValidation {
  /// groups.md 3.11; `strategy` and `preferredHolder` are dropped unread.
  static let lease = KindValidation(
    "coordination.k8s.io/v1", "Lease", metadata: .general,
    examples: [
      Example(
        """
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        metadata: {name: scheduler}
        spec:
          holderIdentity: node-1
          leaseDurationSeconds: 15
          leaseTransitions: 0
        """),
      Example(
        """
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        metadata: {name: scheduler}
        spec:
          leaseDurationSeconds: 0 # ←
          leaseTransitions: -1 # ←
        """),
    ]
  ) { report, object in
    report.expect(object["spec"]["leaseDurationSeconds"], in: 1...)
    report.expect(object["spec"]["leaseTransitions"], in: 0...)
  }
}
