import Findings

extension KindValidation {
  /// groups.md 3.4
  static let serviceCIDR = KindValidation(
    "networking.k8s.io/v1", "ServiceCIDR", earlier: ["networking.k8s.io/v1beta1"], scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: ServiceCIDR
        metadata: {name: more}
        spec:
          cidrs: [10.97.0.0/16, "fd00:97::/112"]
        """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: ServiceCIDR
        metadata: {name: more}
        spec:
          cidrs: # ←
          - 10.97.0.0/16
          - 10.98.0.1/16 # ←
        """),
    ]
  ) { report, object in
    let blocks = object["spec"]["cidrs"]
    report.require(blocks)
    if blocks.count > 2 { return report.refuse(blocks, .manyBlocks, as: .addressFormat) }
    for block in blocks.items { report.expectCanonicalCIDR(block) }
    report.expectOneOfEachFamily(blocks)
  }
}

extension Message {
  fileprivate static var manyBlocks: Message {
    Message(
      en: "there is at most one block of each family: keep one IPv4 and one IPv6 block",
      ko: "블록은 계열마다 하나입니다: IPv4와 IPv6 블록을 하나씩만 두십시오")
  }
}
