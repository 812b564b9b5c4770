import Findings

extension KindValidation {
  /// groups.md 3.12
  static let validatingAdmissionPolicyBinding = KindValidation(
    "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding",
    earlier: ["admissionregistration.k8s.io/v1beta1"],
    scope: .cluster, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: replicas}
        spec:
          policyName: replicas
          validationActions: [Deny, Audit]
          paramRef: {name: limits, namespace: shop, parameterNotFoundAction: Deny}
        """),
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: replicas}
        spec:
          policyName: Replicas # ←
          validationActions: [Deny, Warn] # ←
          paramRef: {name: limits} # ←
        """),
    ]
  ) { report, object in
    report.policyBinding(object, mutates: false)
    let actions = object["spec"]["validationActions"]
    report.require(actions)
    for action in actions.items { report.expect(always: action, oneOf: ["Audit", "Deny", "Warn"]) }
    report.expectUniqueItems(actions)
    if actions.items.contains(where: { $0.hasText("Deny") }), actions.items.contains(where: { $0.hasText("Warn") }) {
      report.refuse(actions, .denyAndWarn)
    }
  }
}

extension Message {
  fileprivate static var denyAndWarn: Message {
    Message(
      en: "'Deny' tells the user already what 'Warn' would: keep one", ko: "'Deny'가 'Warn'의 내용을 이미 알립니다: 하나만 두십시오")
  }
}
