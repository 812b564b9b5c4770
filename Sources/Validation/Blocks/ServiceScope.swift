import YAML

/// What the rules of a Service need to know of the whole, after defaulting.
struct ServiceScope {
  let spec: Field
  let type: Field
  let isExternalName: Bool
  let isLoadBalancer: Bool
  let isNodePort: Bool
  let isClusterIP: Bool
  /// The addresses that count: `clusterIPs`, else `clusterIP`.
  let addresses: [Field]
  /// `clusterIPs` is exactly `None`.
  let isHeadless: Bool

  init(_ spec: Field) {
    self.spec = spec
    type = spec["type"]
    isExternalName = type.hasText("ExternalName")
    isLoadBalancer = type.hasText("LoadBalancer")
    isNodePort = type.hasText("NodePort")
    isClusterIP = type.isEmpty || type.hasText("ClusterIP")
    let (one, many) = (spec["clusterIP"], spec["clusterIPs"])
    addresses = many.isEmpty ? (one.isEmpty ? [] : [one]) : Array(many.items)
    isHeadless = addresses.count == 1 && addresses[0].hasText("None")
  }

  /// Whether ports of it that name no port of the node get one.
  var allocatesNodePorts: Bool {
    isNodePort || isLoadBalancer && spec["allocateLoadBalancerNodePorts"].node?.bool != false
  }

  /// Whether clients outside the cluster reach it.
  var isExternal: Bool { isLoadBalancer || isNodePort || isClusterIP && !spec["externalIPs"].isEmpty }
}
