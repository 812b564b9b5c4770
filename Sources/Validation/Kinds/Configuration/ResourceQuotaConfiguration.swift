import Findings
import Schema

extension KindValidation {
  /// The configuration of the admission plugin ResourceQuota.
  static let resourceQuotaConfiguration = KindValidation.file(
    "apiserver.config.k8s.io/v1", "ResourceQuotaConfiguration", readBy: "kube-apiserver",
    examples: [
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: ResourceQuotaConfiguration
        limitedResources:
        - resource: pods
          matchScopes:
          - {scopeName: PriorityClass, operator: In, values: [high]}
        """),
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: ResourceQuotaConfiguration
        limitedResources:
        - resource: "" # ←
        """),
    ]
  ) { report, file in report.quotaLimits(file) }
}

extension Report {
  mutating func quotaLimits(_ file: Field) {
    for item in file["limitedResources"].items { require(item["resource"]) }
  }
}
