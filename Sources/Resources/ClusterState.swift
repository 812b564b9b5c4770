/// The objects considered together, by kind, name and labels.
public struct ClusterState: Sendable {
  public let manifests: [Manifest]

  public init(_ manifests: [Manifest]) {
    self.manifests = manifests
  }

  /// The objects of a kind, in any version of its group, in the order given.
  public func manifests(ofKind kind: String, group: String? = nil) -> [Manifest] {
    manifests.filter { $0.kind == kind && (group == nil || $0.group == group) }
  }

  /// The object of a kind and name; any namespace where none is asked for. The last of several counts.
  public func manifest(kind: String, name: String, namespace: String? = nil) -> Manifest? {
    manifests.last {
      $0.kind == kind && $0.name == name && (namespace == nil || $0.effectiveNamespace == namespace)
    }
  }

  /// The workloads of a namespace whose Pods a plain selector (a map of labels) selects.
  public func workloads(in namespace: String, selectedBy selector: Labels) -> [Manifest] {
    guard !selector.isEmpty else { return [] }
    return manifests.filter { manifest in
      guard manifest.effectiveNamespace == namespace, let labels = manifest.podTemplate?.labels else { return false }
      return selector.pairs.allSatisfy { labels[$0.key] == $0.value }
    }
  }
}
