public import YAML

/// A Pod's spec.
public struct PodSpec: Sendable {
  public let node: Node

  public init(_ node: Node) {
    self.node = node
  }

  public var containers: [Container] { containers("containers", .regular) }
  public var initContainers: [Container] { containers("initContainers", .initialization) }
  public var ephemeralContainers: [Container] { containers("ephemeralContainers", .ephemeral) }
  /// Init, regular and ephemeral containers, in this order.
  public var allContainers: [Container] { initContainers + containers + ephemeralContainers }

  public var volumes: [Node] { node["volumes"].map { Array($0.items) } ?? [] }
  public var securityContext: Node? { node["securityContext"] }
  /// `Always` where nothing is written (`pkg/apis/core/v1/defaults.go`).
  public var restartPolicy: String { node["restartPolicy"]?.text ?? "Always" }
  /// `default` where nothing is written, as the ServiceAccount admission plugin fills it in.
  public var serviceAccountName: String {
    node["serviceAccountName"]?.text ?? node["serviceAccount"]?.text ?? "default"
  }
  /// Seconds between being told to stop and being killed; 30 where nothing is written.
  public var terminationGracePeriodSeconds: Int64 { node["terminationGracePeriodSeconds"]?.integer ?? 30 }
  public var isHostNetwork: Bool { node["hostNetwork"]?.bool ?? false }

  private func containers(_ field: StaticString, _ role: Container.Role) -> [Container] {
    node[field]?.items.map { Container($0, role: role) } ?? []
  }
}
