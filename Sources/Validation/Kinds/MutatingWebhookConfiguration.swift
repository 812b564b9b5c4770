import Findings

extension KindValidation {
  /// groups.md 3.12
  static let mutatingWebhookConfiguration = KindValidation(
    "admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration", scope: .cluster, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata: {name: sidecars}
        webhooks:
        - name: sidecars.course.example
          admissionReviewVersions: [v1]
          sideEffects: None
          reinvocationPolicy: IfNeeded
          clientConfig:
            url: https://sidecars.course.example/inject
          rules:
          - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
        """),
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata: {name: sidecars}
        webhooks:
        - name: sidecars.course.example # ←
          admissionReviewVersions: [v1]
          reinvocationPolicy: Always # ←
          clientConfig: # ←
            url: https://sidecars.course.example
            service: {namespace: mesh, name: sidecars}
          matchConditions:
          - {name: others, expression: ""} # ←
        """),
    ]
  ) { report, object in
    report.webhooks(of: object, mutates: true)
  }
}
