import Findings
import Schema

extension KindValidation {
  /// groups.md 3.4
  static let ipAddress = KindValidation(
    "networking.k8s.io/v1", "IPAddress", earlier: ["networking.k8s.io/v1beta1"], scope: .cluster,
    names: .pathSegment,
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IPAddress
        metadata: {name: 10.96.0.20}
        spec:
          parentRef: {resource: services, namespace: shop, name: web}
        """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IPAddress
        metadata: {name: "fd00:0::20"} # ←
        spec:
          parentRef: {resource: services, namespace: shop} # ←
        """),
    ]
  ) { report, object in
    let metadata = object["metadata"]
    for name in [metadata["name"], metadata["generateName"]] {
      if let text = name.text, !text.isEmpty, Grammar.pathSegment.matches(text) { report.expectCanonicalIP(name) }
    }
    // What the API server appends to the prefix makes no address.
    if metadata["name"].isEmpty, !metadata["generateName"].isEmpty {
      report.refuse(metadata["generateName"].reported(at: metadata, "name"), .generated, as: .nameFormat)
    }
    let parent = object["spec"]["parentRef"]
    guard parent.isGiven else { return report.require(parent) }
    report.expect(parent["group"], .subdomain)
    report.requireSegment(parent["resource"])
    report.requireSegment(parent["name"])
    report.expect(parent["namespace"], .pathSegment)
  }
}

extension Message {
  fileprivate static var generated: Message {
    Message(
      en: "the name is the address itself and cannot be made up: write 'name'",
      ko: "이름이 곧 주소이므로 만들어 낼 수 없습니다: 'name'을 쓰십시오")
  }
}
