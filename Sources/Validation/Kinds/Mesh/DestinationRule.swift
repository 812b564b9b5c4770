import Findings
import Schema

extension KindValidation {
  /// mesh.md 9
  static let destinationRule = KindValidation(
    "networking.istio.io/v1", "DestinationRule",
    earlier: ["networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"], metadata: .general,
    examples: [
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: orders}
        spec:
          host: orders.shop.svc.cluster.local
          trafficPolicy:
            tls: {mode: ISTIO_MUTUAL}
            outlierDetection: {consecutive5xxErrors: 5, maxEjectionPercent: 50}
            portLevelSettings:
            - port: {number: 8080}
              tls: {mode: DISABLE}
          subsets:
          - name: v1
            labels: {version: v1}
        """),
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: orders}
        spec:
          host: "orders.*.local" # ←
          trafficPolicy:
            tls: {mode: MUTUAL, privateKey: /keys/own.pem} # ←
            outlierDetection: {maxEjectionPercent: 120, consecutiveErrors: 3} # ←
            portLevelSettings:
            - port: {number: 8080} # ←
          subsets:
          - name: v1
            labels: {version: v1}
          - name: v1 # ←
            labels: {version: v2}
            trafficPolicy: {} # ←
          exportTo: [".", "*"] # ←
        """),
    ]
  ) { report, object in
    report.destinationRule(object["spec"])
  }
}

extension Report {
  fileprivate mutating func destinationRule(_ spec: Field) {
    demandHost(spec["host"])
    trafficPolicy(spec["trafficPolicy"])
    let subsets = Array(spec["subsets"].items)
    denyRepeated(subsets.map { $0["name"] }) { .meshRepeated($0) }
    for subset in subsets { self.subset(subset) }
    workloadSelector(spec["workloadSelector"])
    let shown = spec["exportTo"]
    exportTo(shown)
    if spec["workloadSelector"].isGiven {
      for namespace in shown.items where !namespace.hasText(".") { deny(namespace, .shownElsewhere) }
    }
  }

  private mutating func subset(_ subset: Field) {
    demandLabel(subset["name"])
    subsetLabels(subset["labels"])
    trafficPolicy(subset["trafficPolicy"])
  }

  private mutating func subsetLabels(_ labels: Field) {
    for (key, value) in labels.entries {
      expect(given: key, .qualifiedName, as: .mesh)
      expect(given: value, .labelValue, as: .mesh)
    }
  }

  private mutating func trafficPolicy(_ policy: Field) {
    guard policy.isGiven else { return }
    guard !policy.isEmpty else { return deny(policy, .meshEmpty(policy)) }
    settings(policy)
    if policy["tunnel"].isGiven, policy["proxyProtocol"].isGiven { deny(policy["tunnel"], .tunnelAndProtocol) }
    for item in policy["portLevelSettings"].items {
      if !item["port"].isGiven { deny(item, .meshMissing(item["port"])) }
      demandPort(item["port"]["number"])
      let settings = ["connectionPool", "loadBalancer", "outlierDetection", "tls"] as [StaticString]
      if !settings.contains(where: { item[$0].isGiven }) {
        deny(item["port"].isGiven ? item["port"] : item, .noSetting)
      }
      self.settings(item)
    }
  }

  private mutating func settings(_ settings: Field) {
    clientTLS(settings["tls"])
    outlierDetection(settings["outlierDetection"])
    loadBalancer(settings["loadBalancer"])
    connectionPool(settings["connectionPool"])
  }

  private mutating func clientTLS(_ tls: Field) {
    guard tls.isGiven else { return }
    let (mode, secret, certificate, key) = (
      tls["mode"], tls["credentialName"], tls["clientCertificate"], tls["privateKey"]
    )
    let files = ["clientCertificate", "privateKey", "caCertificates", "caCrl"] as [StaticString]
    if mode.hasText("MUTUAL"), secret.isEmpty {
      if certificate.isEmpty { deny(certificate, .noOwnCertificate(certificate)) }
      if key.isEmpty { deny(key, .noOwnCertificate(key)) }
    }
    if mode.hasText("SIMPLE") || mode.hasText("MUTUAL"), !secret.isEmpty,
      let file = files.first(where: { !tls[$0].isEmpty })
    {
      deny(tls[file], .twoCertificates(tls[file]), related: [Related(range: secret.range, message: .firstOne)])
    }
    guard tls["insecureSkipVerify"].isTrue else { return }
    for field in [tls["caCertificates"], tls["subjectAltNames"]] where !field.isEmpty {
      deny(field, .verifiedInVain(field))
    }
    if mode.hasText("SIMPLE"), !secret.isEmpty { deny(secret, .verifiedInVain(secret)) }
  }

  private mutating func outlierDetection(_ detection: Field) {
    for field in [detection["maxEjectionPercent"], detection["minHealthPercent"]] {
      if let number = field.integer, !(0...100).contains(number) { deny(field, .noPercentage(field)) }
    }
    demandDuration(detection["interval"])
    demandDuration(detection["baseEjectionTime"])
    let local = detection["consecutiveLocalOriginFailures"]
    if (local.integer ?? 0) > 0, !detection["splitExternalLocalOriginErrors"].isTrue { deny(local, .notSplit) }
    if detection["consecutiveErrors"].isGiven { warn(.mesh, at: detection["consecutiveErrors"], .oldErrors) }
  }

  private mutating func loadBalancer(_ balancer: Field) {
    let hash = balancer["consistentHash"]
    if hash["httpCookie"].isGiven, hash["httpCookie"]["name"].isEmpty {
      demand(hash["httpCookie"]["name"])
    }
    if let size = hash["maglev"]["tableSize"].integer, size >= 5_000_011 || !isPrime(size) {
      deny(hash["maglev"]["tableSize"], .noTableSize(hash["maglev"]["tableSize"]))
    }
    demandDuration(balancer["warmup"]["duration"])
    demandDuration(balancer["warmupDurationSecs"])
    let (locality, zones) = (balancer["localityLbSetting"], balancer["zoneAwareLbSetting"])
    if locality.isGiven, zones.isGiven {
      deny(zones, .localityAndZones, related: [Related(range: locality.range, message: .firstOne)])
    }
  }

  /// For numbers below some millions.
  private func isPrime(_ number: Int64) -> Bool {
    guard number > 1, number < 5_000_011 else { return false }
    var divisor: Int64 = 2
    while divisor * divisor <= number {
      if number % divisor == 0 { return false }
      divisor += 1
    }
    return true
  }
}

extension Message {
  fileprivate static var shownElsewhere: Message {
    Message(
      en: "a rule for some workloads stays in its namespace: write '.', or remove 'exportTo'",
      ko: "일부 워크로드를 위한 규칙은 네임스페이스를 벗어나지 않습니다: '.'을 쓰거나 'exportTo'를 지우십시오")
  }

  fileprivate static var tunnelAndProtocol: Message {
    Message(
      en: "a tunnel does not speak the PROXY protocol too: remove 'tunnel' or 'proxyProtocol'",
      ko: "터널은 PROXY 프로토콜과 함께 쓸 수 없습니다: 'tunnel'이나 'proxyProtocol'을 지우십시오")
  }

  fileprivate static var noSetting: Message {
    Message(
      en: "nothing is set for this port: add 'tls', 'loadBalancer', 'connectionPool' or 'outlierDetection'",
      ko: "이 포트에 설정이 없습니다: 'tls', 'loadBalancer', 'connectionPool', 'outlierDetection'을 추가하십시오")
  }

  fileprivate static func noOwnCertificate(_ field: Field) -> Message {
    Message(
      en: "MUTUAL shows a certificate of one's own, and '\(field.name)' is missing: add it, or 'credentialName'; "
        + "the mesh's own certificates are 'mode: ISTIO_MUTUAL'",
      ko: "MUTUAL은 자신의 인증서를 보이는데 '\(field.name)'이(가) 없습니다: 추가하거나 'credentialName'을 쓰십시오. "
        + "메시의 인증서는 'mode: ISTIO_MUTUAL'입니다")
  }

  fileprivate static func twoCertificates(_ field: Field) -> Message {
    Message(
      en: "'credentialName' says where certificates come from: remove '\(field.name)', or 'credentialName'",
      ko: "인증서는 'credentialName'에서 옵니다: '\(field.name)'이나 'credentialName'을 지우십시오")
  }

  fileprivate static func verifiedInVain(_ field: Field) -> Message {
    Message(
      en: "with 'insecureSkipVerify' nothing is verified: remove '\(field.name)', or 'insecureSkipVerify'",
      ko: "'insecureSkipVerify'이면 아무것도 확인하지 않습니다: '\(field.name)'이나 'insecureSkipVerify'를 지우십시오")
  }

  fileprivate static func noPercentage(_ field: Field) -> Message {
    Message(
      en: "\(field.name) \(field.written) is no percentage: use 0 to 100",
      ko: "\(field.name) \(field.written)은(는) 백분율이 아닙니다: 0부터 100까지 쓰십시오")
  }

  fileprivate static var notSplit: Message {
    Message(
      en: "failures of one's own side are counted apart only with 'splitExternalLocalOriginErrors: true': add it",
      ko: "'splitExternalLocalOriginErrors: true'일 때만 자기 쪽 실패를 따로 셉니다: 추가하십시오")
  }

  fileprivate static var oldErrors: Message {
    Message(
      en: "'consecutiveErrors' is out of use: write 'consecutive5xxErrors' or 'consecutiveGatewayErrors'",
      ko: "'consecutiveErrors'는 더 이상 쓰지 않습니다: 'consecutive5xxErrors'나 'consecutiveGatewayErrors'를 쓰십시오")
  }

  fileprivate static func noTableSize(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no size of a table: use a prime below 5000011, such as 65537",
      ko: "'\(field.written)'은(는) 테이블 크기가 아닙니다: 65537처럼 5000011보다 작은 소수를 쓰십시오")
  }

  fileprivate static var localityAndZones: Message {
    Message(
      en: "load is kept near in one way: keep 'localityLbSetting' or 'zoneAwareLbSetting'",
      ko: "가까운 곳으로 보내는 방법은 하나입니다: 'localityLbSetting'이나 'zoneAwareLbSetting' 하나만 두십시오")
  }
}
