extension KindValidation {
  /// groups.md 3.12
  static let mutatingAdmissionPolicyBinding = KindValidation(
    "admissionregistration.k8s.io/v1", "MutatingAdmissionPolicyBinding",
    earlier: ["admissionregistration.k8s.io/v1beta1"],
    scope: .cluster, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingAdmissionPolicyBinding
        metadata: {name: team-label}
        spec:
          policyName: team-label
          matchResources:
            namespaceSelector:
              matchLabels: {team: shop}
        """),
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingAdmissionPolicyBinding
        metadata: {name: team-label}
        spec: # ←
          paramRef: # ←
            parameterNotFoundAction: deny # ←
          matchResources:
            matchPolicy: Equal # ←
        """),
    ]
  ) { report, object in
    report.policyBinding(object, mutates: true)
  }
}
