import Findings
import Resources
import YAML

extension Rule {
  /// A subset that a route names is defined.
  ///
  /// Silent where the set holds no DestinationRule of the host.
  static let virtualServiceSubsetMissing = Rule(
    id: "virtualservice-subset-missing", category: .mesh, severity: .error,
    what: Message(
      en: "a route to a subset that no DestinationRule defines", ko: "어떤 DestinationRule도 정의하지 않은 서브셋으로 가는 경로"),
    why: Message(en: "Requests of the route get 503.", ko: "그 경로의 요청은 503을 받습니다."),
    advice: Message(
      en: "Correct the name, or define the subset in the host's DestinationRule.",
      ko: "이름을 고치거나 호스트의 DestinationRule에 서브셋을 정의하세요."),
    examples: [
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec:
          hosts: [web]
          http:
            - route:
                - destination:
                    host: web
                    subset: v2
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: web, namespace: shop}
        spec:
          host: web.shop.svc.cluster.local
          subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]
        """),
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec:
          hosts: [web]
          http:
            - route:
                - destination:
                    host: web
                    subset: v3 # ←
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: web, namespace: shop}
        spec:
          host: web
          subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.kind == "VirtualService", let spec = manifest.spec else { return }
    var destinations: [Node] = []
    for routes in [spec["http"], spec["tcp"], spec["tls"]] {
      for route in routes.map({ Array($0.items) }) ?? [] {
        destinations += route["route"]?.items.compactMap { $0["destination"] } ?? []
        destinations += route["mirror"].map { [$0] } ?? []
        destinations += route["mirrors"]?.items.compactMap { $0["destination"] } ?? []
      }
    }
    for destination in destinations {
      guard let subset = destination["subset"], let host = destination["host"]?.text else { continue }
      let name = MeshHost.fullName(host, in: manifest.effectiveNamespace)
      let rules = cluster.manifests(ofKind: "DestinationRule").filter { rule in
        MeshHost.fullName(rule.spec?["host"]?.text ?? "", in: rule.effectiveNamespace) == name
      }
      let subsets = rules.flatMap { $0.spec?["subsets"].map { Array($0.items) } ?? [] }
      guard !rules.isEmpty, !subsets.contains(where: { $0["name"]?.text == subset.text }) else { continue }
      report.add(.noSubset(subset.text, host), at: subset)
    }
  }
}

extension Message {
  fileprivate static func noSubset(_ subset: String, _ host: String) -> Message {
    Message(
      en: "no DestinationRule of '\(host)' defines subset '\(subset)': correct the name or define it",
      ko: "'\(host)'의 어떤 DestinationRule에도 서브셋 '\(subset)'이(가) 없습니다: 이름을 고치거나 정의하세요")
  }
}
