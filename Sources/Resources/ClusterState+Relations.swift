import YAML

extension ClusterState {
  /// The workloads of a namespace whose Pods a label selector selects; an empty selector selects all.
  public func workloads(in namespace: String, matching selector: LabelSelector) -> [Manifest] {
    // What matchLabels asks for is looked up.
    let labels = selector.matchLabels
    let candidates = labels.isEmpty ? workloads(in: namespace) : workloads(in: namespace, selectedBy: labels)
    return candidates.filter { workload in
      workload.podTemplate.map { selector.matches($0.labels) } ?? false
    }
  }
}

extension Manifest {
  /// Whether it is a Service of the core group; other groups have kinds of that name.
  public var isService: Bool { kind == "Service" && group.isEmpty }
}
