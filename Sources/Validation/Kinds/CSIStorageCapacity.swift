import Findings
import Schema

extension KindValidation {
  /// groups.md 3.7
  static let csiStorageCapacity = KindValidation(
    "storage.k8s.io/v1", "CSIStorageCapacity", earlier: ["storage.k8s.io/v1beta1"],
    examples: [
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: CSIStorageCapacity
        metadata: {name: fast-zone-a}
        storageClassName: fast
        capacity: 100Gi
        nodeTopology:
          matchLabels: {topology.kubernetes.io/zone: zone-a}
        """),
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: CSIStorageCapacity
        metadata: {name: fast-zone-a}
        storageClassName: Fast # ←
        capacity: -1Gi # ←
        nodeTopology:
          matchLabels: {topology.kubernetes.io/zone: zone a} # ←
        """),
    ]
  ) { report, object in
    report.expect(always: object["storageClassName"], .subdomain)
    report.labelSelector(object["nodeTopology"])
    report.warnOfDeprecatedLabels(object["nodeTopology"]["matchLabels"])
    for condition in object["nodeTopology"]["matchExpressions"].items {
      report.warnOfDeprecatedLabel(condition["key"])
    }
    if let amount = object["capacity"].quantity, amount.sign < 0 {
      report.refuse(object["capacity"], .negativeCapacity, as: .quantity)
    }
  }
}

extension Message {
  fileprivate static var negativeCapacity: Message {
    Message(en: "'capacity' is negative: write 0 or more", ko: "'capacity'가 음수입니다: 0 이상을 쓰십시오")
  }
}
