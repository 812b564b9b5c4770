import Findings
import Resources
import YAML

extension Rule {
  /// A Service claims no address outside of the cluster.
  static let serviceExternalIPs = Rule(
    id: "service-external-ips", category: .security, severity: .error,
    what: Message(en: "a Service with 'externalIPs'", ko: "'externalIPs'가 있는 서비스"),
    why: Message(
      en:
        "Nobody checks whose the addresses are, so such a Service can draw in other people's traffic (CVE-2020-8554).",
      ko: "누구의 주소인지 확인하지 않으므로 남의 트래픽을 끌어올 수 있습니다(CVE-2020-8554)."),
    advice: Message(
      en: "Remove 'externalIPs'; use a LoadBalancer, an Ingress or a Gateway.",
      ko: "'externalIPs'를 지우고 LoadBalancer나 Ingress, Gateway를 쓰세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80}]
          externalIPs: [203.0.113.7] # ←
        """),
    ]
  ) { manifest, _, report in
    guard manifest.isService, let addresses = manifest.spec?["externalIPs"], !addresses.items.isEmpty else { return }
    report.add(.claimsAddresses, at: addresses)
  }
}

extension Message {
  fileprivate static let claimsAddresses = Message(
    en: "the Service may draw in traffic of others: remove 'externalIPs'",
    ko: "이 서비스는 남의 트래픽을 끌어올 수 있습니다: 'externalIPs'를 지우세요")
}
