import Findings
import Schema

extension KindValidation {
  /// groups.md 3.17
  static let resourceClaimTemplate = KindValidation(
    "resource.k8s.io/v1", "ResourceClaimTemplate", earlier: .deviceBetas,
    examples: [
      Example(
        """
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaimTemplate
        metadata: {name: one-gpu}
        spec:
          metadata:
            labels: {team: vision}
          spec:
            devices:
              requests:
              - {name: gpu, exactly: {deviceClassName: gpu.example.com}}
        """),
      Example(
        """
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaimTemplate
        metadata: {name: one-gpu}
        spec:
          metadata:
            name: gpu # ←
          spec:
            devices:
              requests:
              - {name: gpu} # ←
        """),
    ]
  ) { report, object in
    report.templateMetadata(object["spec"]["metadata"])
    report.deviceClaim(object["spec"]["spec"]["devices"], isFirstBeta: object.isOfFirstDeviceBeta)
  }
}
