public import Findings
public import YAML

/// Where Pods come from: a Pod itself, or the template of a workload.
public struct PodTemplate: Sendable {
  /// The mapping that holds `metadata` and `spec`.
  public let node: Node
  public let path: FieldPath

  public var labels: Labels { Labels(node["metadata"]?["labels"]) }
  public var annotations: Labels { Labels(node["metadata"]?["annotations"]) }
  public var spec: PodSpec? { node["spec"].map { PodSpec($0) } }
}

extension Manifest {
  /// The Pod template of the kinds that have one; a Pod is its own. `nil` for other kinds and where none is written.
  public var podTemplate: PodTemplate? {
    switch (group, kind) {
    case ("", "Pod"): PodTemplate(node: node, path: .root)
    case ("", "PodTemplate"): template(in: node, at: .root)
    case ("", "ReplicationController"), ("apps", "Deployment"), ("apps", "ReplicaSet"), ("apps", "StatefulSet"),
      ("apps", "DaemonSet"), ("batch", "Job"):
      spec.flatMap { template(in: $0, at: .root.field("spec")) }
    case ("batch", "CronJob"):
      spec?["jobTemplate"]?["spec"].flatMap {
        template(in: $0, at: .root.field("spec").field("jobTemplate").field("spec"))
      }
    default: nil
    }
  }

  /// The kinds that run Pods, a Pod included.
  public var isWorkload: Bool { podTemplate != nil }

  private func template(in node: Node, at path: FieldPath) -> PodTemplate? {
    node["template"].map { PodTemplate(node: $0, path: path.field("template")) }
  }
}
