import YAML

/// How objects refer to one another.
extension ClusterState {
  /// Whether there is an object of a kind in a namespace, which suggests that objects of this kind are kept here.
  public func holds(_ kind: String, in namespace: String) -> Bool {
    manifests.contains { $0.kind == kind && $0.effectiveNamespace == namespace }
  }

  /// The workloads of a namespace; single Pods included.
  public func workloads(in namespace: String) -> [Manifest] {
    manifests.filter { $0.isWorkload && $0.effectiveNamespace == namespace }
  }

  /// The workloads of a namespace whose Pods a label selector selects; an empty selector selects all.
  public func workloads(in namespace: String, matching selector: LabelSelector) -> [Manifest] {
    workloads(in: namespace).filter { workload in
      workload.podTemplate.map { selector.matches($0.labels) } ?? false
    }
  }

  /// The Services of its namespace that select a workload's Pods.
  public func services(selecting workload: Manifest) -> [Manifest] {
    guard let labels = workload.podTemplate?.labels else { return [] }
    return manifests.filter { service in
      guard service.isService, service.effectiveNamespace == workload.effectiveNamespace else { return false }
      let selector = Labels(service.spec?["selector"]).pairs
      return !selector.isEmpty && selector.allSatisfy { labels[$0.key] == $0.value }
    }
  }

  /// The HorizontalPodAutoscalers that name a workload as their target.
  public func autoscalers(targeting workload: Manifest) -> [Manifest] {
    manifests.filter { autoscaler in
      guard autoscaler.kind == "HorizontalPodAutoscaler",
        autoscaler.effectiveNamespace == workload.effectiveNamespace,
        let target = autoscaler.spec?["scaleTargetRef"]
      else { return false }
      return target["kind"]?.text == workload.kind && target["name"]?.text == workload.name
    }
  }
}

extension Manifest {
  /// Whether it is a Service of the core group; other groups have kinds of that name.
  public var isService: Bool { kind == "Service" && group.isEmpty }
}
