import Findings
import Schema

extension KindValidation {
  /// groups.md 3.6
  static let clusterRole = KindValidation(
    "rbac.authorization.k8s.io/v1", "ClusterRole", scope: .cluster, names: .pathSegment,
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: "shop:reader"}
        rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [get, list]
        """),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: shop/reader} # ←
        rules:
        - apiGroups: [""] # ←
          resources: [pods]
        - nonResourceURLs: [/metrics] # ←
          resources: [pods]
          verbs: [get]
        """),
    ]
  ) { report, object in
    report.accessRules(object["rules"], isClusterWide: true)
    let aggregation = object["aggregationRule"]
    guard aggregation.isGiven else { return }
    let selectors = aggregation["clusterRoleSelectors"]
    report.require(selectors)
    for selector in selectors.items {
      report.labelSelector(selector)
      if !selector.isUsableSelector { report.refuse(selector, .unusableSelector, as: .selectorOperator) }
    }
  }
}
