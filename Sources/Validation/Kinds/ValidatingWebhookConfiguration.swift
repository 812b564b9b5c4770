import Findings

extension KindValidation {
  /// groups.md 3.12
  static let validatingWebhookConfiguration = KindValidation(
    "admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", scope: .cluster, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: images}
        webhooks:
        - name: images.course.example
          admissionReviewVersions: [v1]
          sideEffects: None
          clientConfig:
            service: {namespace: policy, name: images, path: /validate}
          rules:
          - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
        """),
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: images}
        webhooks:
        - name: images # ←
          admissionReviewVersions: [v2] # ←
          sideEffects: Some # ←
          timeoutSeconds: 60 # ←
          clientConfig:
            url: http://images.policy.svc/validate # ←
          rules:
          - apiGroups: ["*", apps] # ←
            apiVersions: [v1]
            operations: [create] # ←
            resources: ["*", pods] # ←
        """),
    ]
  ) { report, object in
    report.webhooks(of: object, mutates: false)
  }
}
