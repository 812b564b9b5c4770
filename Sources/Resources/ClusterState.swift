import YAML

/// The objects considered together, by kind, name and labels.
///
/// Rules ask for each object which others have to do with it, so the answers are looked up, not searched for.
public struct ClusterState: Sendable {
  public let manifests: [Manifest]
  private let index: ClusterIndex

  public init(_ manifests: [Manifest]) {
    self.manifests = manifests
    index = ClusterIndex(manifests)
  }

  /// The objects of a kind, in any version of its group, in the order given.
  public func manifests(ofKind kind: String, group: String? = nil) -> [Manifest] {
    (index.kinds[kind] ?? []).map { manifests[$0] }.filter { group == nil || $0.group == group }
  }

  /// The object of a kind and name; any namespace where none is asked for. The last of several counts.
  public func manifest(kind: String, name: String, namespace: String? = nil) -> Manifest? {
    let position = index.names[ClusterIndex.key(kind, name)]?.last {
      namespace == nil || manifests[$0].effectiveNamespace == namespace
    }
    return position.map { manifests[$0] }
  }

  /// Whether there is an object of a kind in a namespace, which suggests that objects of this kind are kept here.
  public func holds(_ kind: String, in namespace: String) -> Bool {
    index.kindsOfNamespaces.contains(ClusterIndex.key(namespace, kind))
  }

  /// The workloads of a namespace; single Pods included.
  public func workloads(in namespace: String) -> [Manifest] {
    (index.workloads[namespace] ?? []).map { manifests[$0] }
  }

  /// Whether a namespace has any.
  public func hasWorkloads(in namespace: String) -> Bool { index.workloads[namespace] != nil }

  /// The workloads of a namespace whose Pods a plain selector (a map of labels) selects.
  public func workloads(in namespace: String, selectedBy selector: Labels) -> [Manifest] {
    let pairs = selector.pairs
    // One of the labels finds the few that may have the others.
    guard let first = pairs.first else { return [] }
    return (index.labelled[ClusterIndex.key(namespace, first.key, first.value)] ?? []).map { manifests[$0] }
      .filter { manifest in
        guard let labels = manifest.podTemplate?.labels else { return false }
        return pairs.allSatisfy { labels[$0.key] == $0.value }
      }
  }

  /// The Services of its namespace that select a workload's Pods.
  public func services(selecting workload: Manifest) -> [Manifest] {
    guard let labels = workload.podTemplate?.labels else { return [] }
    let namespace = workload.effectiveNamespace
    var found: [Int] = []
    for pair in labels.pairs { found += index.services[ClusterIndex.key(namespace, pair.key, pair.value)] ?? [] }
    return Set(found).sorted().map { manifests[$0] }.filter { service in
      Labels(service.spec?["selector"]).pairs.allSatisfy { labels[$0.key] == $0.value }
    }
  }

  /// The HorizontalPodAutoscalers that name a workload as their target.
  public func autoscalers(targeting workload: Manifest) -> [Manifest] {
    guard let name = workload.name else { return [] }
    let key = ClusterIndex.key(workload.effectiveNamespace, workload.kind, name)
    return (index.autoscalers[key] ?? []).map { manifests[$0] }
  }
}

/// Where in a list of objects those are that have something in common.
private struct ClusterIndex: Sendable {
  var kinds: [String: [Int]] = [:]
  /// By kind and name.
  var names: [String: [Int]] = [:]
  /// Namespaces and kinds.
  var kindsOfNamespaces: Set<String> = []
  /// Workloads by namespace.
  var workloads: [String: [Int]] = [:]
  /// Workloads by namespace and each label of their Pods.
  var labelled: [String: [Int]] = [:]
  /// Services by namespace and the first label that they select.
  var services: [String: [Int]] = [:]
  /// Autoscalers by namespace and the kind and name of what they scale.
  var autoscalers: [String: [Int]] = [:]

  init(_ manifests: [Manifest]) {
    for (position, manifest) in manifests.enumerated() {
      let namespace = manifest.effectiveNamespace
      kinds[manifest.kind, default: []].append(position)
      if let name = manifest.name { names[ClusterIndex.key(manifest.kind, name), default: []].append(position) }
      kindsOfNamespaces.insert(ClusterIndex.key(namespace, manifest.kind))
      if let template = manifest.podTemplate {
        workloads[namespace, default: []].append(position)
        for pair in template.labels.pairs {
          let key = ClusterIndex.key(namespace, pair.key, pair.value)
          if labelled[key]?.last != position { labelled[key, default: []].append(position) }
        }
      } else if manifest.isService, let pair = Labels(manifest.spec?["selector"]).pairs.first {
        services[ClusterIndex.key(namespace, pair.key, pair.value), default: []].append(position)
      } else if manifest.kind == "HorizontalPodAutoscaler", let target = manifest.spec?["scaleTargetRef"] {
        let key = ClusterIndex.key(namespace, target["kind"]?.text ?? "", target["name"]?.text ?? "")
        autoscalers[key, default: []].append(position)
      }
    }
  }

  /// Several words as one; a line break is in none of them that is right.
  static func key(_ words: String...) -> String { words.joined(separator: "\n") }
}
