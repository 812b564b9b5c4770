import Findings
import Testing
import Validation

/// What istiod refuses of an object of its kinds, as paths in order of the text.
private func denied(_ kind: String, _ spec: String, group: String = "networking.istio.io/v1") throws -> [String] {
  let found = try findings(in: "apiVersion: \(group)\nkind: \(kind)\nmetadata: {name: a}\nspec: \(spec)\n")
  return found.filter { $0.severity == .error }.map { $0.path.description }.sorted()
}

@Test(
  arguments: [
    (
      "{host: a, trafficPolicy: {connectionPool: {tcp: {connectTimeout: 0s}}}}",
      ["spec.trafficPolicy.connectionPool.tcp.connectTimeout"]
    ),
    ("{host: a, trafficPolicy: {connectionPool: {tcp: {idleTimeout: 0s, connectTimeout: 1ms}}}}", []),
    (
      "{host: a, trafficPolicy: {connectionPool: {tcp: {connectTimeout: 1us}}}}",
      ["spec.trafficPolicy.connectionPool.tcp.connectTimeout"]
    ),
    (
      "{host: a, trafficPolicy: {loadBalancer: {warmup: {duration: 1d}}}}",
      ["spec.trafficPolicy.loadBalancer.warmup.duration"]
    ),
    (
      "{host: a, trafficPolicy: {loadBalancer: {consistentHash: {maglev: {tableSize: 65536}}}}}",
      ["spec.trafficPolicy.loadBalancer.consistentHash.maglev.tableSize"]
    ),
    ("{host: a, trafficPolicy: {loadBalancer: {consistentHash: {maglev: {tableSize: 65537}}}}}", []),
    (
      "{host: a, trafficPolicy: {tls: {mode: SIMPLE, insecureSkipVerify: true, subjectAltNames: [a]}}}",
      ["spec.trafficPolicy.tls.subjectAltNames"]
    ),
    ("{host: '*.shop', workloadSelector: {matchLabels: {a: b}}, exportTo: [shop]}", ["spec.exportTo[0]"]),
    ("{host: '', subsets: [{name: 'a b'}]}", ["spec.host", "spec.subsets[0].name"]),
  ] as [(String, [String])])
func destinationRules(spec: String, expected: [String]) throws {
  #expect(try denied("DestinationRule", spec) == expected)
}

@Test(
  arguments: [
    ("{hosts: [a.example.com], resolution: DYNAMIC_DNS, addresses: [10.0.0.0/8]}", ["spec.addresses[0]"]),
    ("{hosts: [a], endpoints: [{address: 10.0.0.1}]}", ["spec.endpoints"]),
    (
      "{hosts: [a], resolution: STATIC, endpoints: [{address: 'unix://run/a', ports: {http: 80}}]}",
      ["spec.endpoints[0].address", "spec.endpoints[0].ports"]
    ),
    ("{hosts: [a], resolution: STATIC, endpoints: [{labels: {a: b}}]}", ["spec.endpoints[0].address"]),
    ("{hosts: [a], ports: [{name: a, number: 80, protocol: HTTP, targetPort: 0}]}", ["spec.ports[0].targetPort"]),
    ("{hosts: [a, b], resolution: DNS, ports: [{name: a, number: 80, protocol: TCP}]}", ["spec.ports[0].protocol"]),
    ("{hosts: [a, b], resolution: DNS, ports: [{name: a, number: 80, protocol: HTTP}]}", []),
  ] as [(String, [String])])
func serviceEntries(spec: String, expected: [String]) throws {
  #expect(try denied("ServiceEntry", spec) == expected)
}

@Test(
  arguments: [
    ("{hosts: [a], http: [{route: [{destination: {host: a}}], timeout: 0s}]}", ["spec.http[0].timeout"]),
    ("{hosts: [a, '*.b', c.b], http: [{route: [{destination: {host: a}}]}]}", ["spec.hosts[2]"]),
    (
      "{hosts: [a], http: [{match: [{headers: {x: {prefix: ''}}}], route: [{destination: {host: a}}]}]}",
      ["spec.http[0].match[0].headers.x.prefix"]
    ),
    ("{hosts: [a], http: [{match: [{uri: {prefix: ''}}], route: [{destination: {host: a}}]}]}", []),
    ("{hosts: ['*'], gateways: [edge], http: [{route: [{destination: {host: a}}]}]}", []),
    (
      "{hosts: [a], tls: [{match: [{sniHosts: [b]}], route: [{destination: {host: a}}]}]}",
      ["spec.tls[0].match[0].sniHosts[0]"]
    ),
    ("{http: [{delegate: {name: b}}]}", ["spec.http[0].delegate"]),
  ] as [(String, [String])])
func virtualServices(spec: String, expected: [String]) throws {
  #expect(try denied("VirtualService", spec) == expected)
}

@Test(
  arguments: [
    ("AuthorizationPolicy", "{rules: [{}]}", []),
    ("AuthorizationPolicy", "{action: DENY}", ["spec.rules"]),
    (
      "AuthorizationPolicy", "{selector: {matchLabels: {a: b}}, targetRefs: [{kind: Service, name: a}]}",
      ["spec.targetRefs"]
    ),
    (
      "AuthorizationPolicy", "{rules: [{to: [{operation: {paths: ['/a/{**}/{*}', '/{**}/b', '/{*}/a/{**}']}}]}]}",
      ["spec.rules[0].to[0].operation.paths[0]"]
    ),
    ("PeerAuthentication", "{selector: {matchLabels: {a: 'b*'}}}", ["spec.selector.matchLabels.a"]),
    (
      "RequestAuthentication", "{jwtRules: [{issuer: a, jwksUri: 'https://a', jwks: '{\"keys\": []}'}]}",
      ["spec.jwtRules[0].jwks"]
    ),
    ("RequestAuthentication", "{jwtRules: [{issuer: a, jwks: 'no'}]}", ["spec.jwtRules[0].jwks"]),
  ] as [(String, String, [String])])
func securityOfTheMesh(kind: String, spec: String, expected: [String]) throws {
  #expect(try denied(kind, spec, group: "security.istio.io/v1") == expected)
}
