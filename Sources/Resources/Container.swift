public import YAML

/// One container of a Pod.
public struct Container: Sendable {
  public enum Role: Sendable {
    case regular, initialization, ephemeral
  }

  public let node: Node
  public let role: Role

  public init(_ node: Node, role: Role) {
    self.node = node
    self.role = role
  }

  public var name: String? { node["name"]?.string }
  public var image: Node? { node["image"] }
  public var ports: [Node] { list("ports") }
  public var env: [Node] { list("env") }
  public var envFrom: [Node] { list("envFrom") }
  public var volumeMounts: [Node] { list("volumeMounts") }
  public var volumeDevices: [Node] { list("volumeDevices") }
  public var securityContext: Node? { node["securityContext"] }
  public var resources: Node? { node["resources"] }
  public var requests: Node? { resources?["requests"] }
  public var limits: Node? { resources?["limits"] }

  /// An init container that keeps running beside the others (`restartPolicy: Always`).
  public var isSidecar: Bool { role == .initialization && node["restartPolicy"]?.hasText("Always") == true }

  public func probe(_ kind: Probe.Kind) -> Probe? {
    node[named: kind.rawValue].map { Probe($0, kind: kind) }
  }

  /// The probes it has, in the order startup, liveness, readiness.
  public var probes: [Probe] { Probe.Kind.allCases.compactMap { probe($0) } }

  private func list(_ field: StaticString) -> [Node] { node[field].map { Array($0.items) } ?? [] }
}
