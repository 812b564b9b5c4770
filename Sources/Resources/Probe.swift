public import YAML

/// A startup, liveness or readiness probe, with the API server's defaults (`pkg/apis/core/v1/defaults.go`).
public struct Probe: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case startup = "startupProbe"
    case liveness = "livenessProbe"
    case readiness = "readinessProbe"
  }

  public enum Handler: String, Sendable, CaseIterable {
    case exec, httpGet, tcpSocket, grpc
  }

  public let node: Node
  public let kind: Kind

  public init(_ node: Node, kind: Kind) {
    self.node = node
    self.kind = kind
  }

  /// Seconds before the first check; 0 by default.
  public var initialDelaySeconds: Int64 { node["initialDelaySeconds"]?.integer ?? 0 }
  /// Seconds between checks; 10 by default, also where 0 is written.
  public var periodSeconds: Int64 { positive("periodSeconds") ?? 10 }
  /// Seconds until a check counts as failed; 1 by default, also where 0 is written.
  public var timeoutSeconds: Int64 { positive("timeoutSeconds") ?? 1 }
  /// Successes in a row that turn the result; 1 by default, also where 0 is written.
  public var successThreshold: Int64 { positive("successThreshold") ?? 1 }
  /// Failures in a row that turn the result; 3 by default, also where 0 is written.
  public var failureThreshold: Int64 { positive("failureThreshold") ?? 3 }

  /// Overrides the Pod's own for kills by this probe; `nil` where nothing is written.
  public var terminationGracePeriodSeconds: Int64? { node["terminationGracePeriodSeconds"]?.integer }

  /// The handlers written, in a fixed order; the API server takes exactly one.
  public var handlers: [(handler: Handler, node: Node)] {
    Handler.allCases.compactMap { handler in node[named: handler.rawValue].map { (handler, $0) } }
  }

  private func positive(_ field: StaticString) -> Int64? {
    guard let value = node[field]?.integer, value != 0 else { return nil }
    return value
  }
}
