import Findings
import Resources
import YAML

/// What the rules on requests and limits share: whether a container's amount is settled somewhere.
enum ResourceAmount: Equatable {
  case request, limit
}

extension Container {
  /// Whether an amount is settled: by the container, for the whole Pod, or by a LimitRange of the set.
  ///
  /// A limit counts as a request, because the API server copies it (`pkg/apis/core/v1/defaults.go`).
  func settles(
    _ amount: ResourceAmount, of resource: StaticString, in pod: PodSpec, of manifest: Manifest, _ cluster: ClusterState
  ) -> Bool {
    if limits?[resource] != nil || (amount == .request && requests?[resource] != nil) { return true }
    let shared = pod.node["resources"]
    if shared?["limits"]?[resource] != nil || (amount == .request && shared?["requests"]?[resource] != nil) {
      return true
    }
    return cluster.manifests(ofKind: "LimitRange", group: "").contains { range in
      guard range.effectiveNamespace == manifest.effectiveNamespace else { return false }
      return range.spec?["limits"]?.items.contains { item in
        guard item["type"]?.hasText("Container") == true else { return false }
        return item["default"]?[resource] != nil || (amount == .request && item["defaultRequest"]?[resource] != nil)
      } ?? false
    }
  }
}

extension Manifest {
  /// The containers that run as long as the Pod does and leave an amount open; ordinary init containers do not count.
  func containers(
    without amount: ResourceAmount, of resource: StaticString, in cluster: ClusterState
  ) -> [Container] {
    guard let pod else { return [] }
    return pod.runningContainers.filter { !$0.settles(amount, of: resource, in: pod, of: self, cluster) }
  }
}
