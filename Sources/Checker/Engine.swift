public import Findings
public import Resources
public import YAML

/// The engine: text in, findings and verdicts out.
///
/// It keeps what it has looked up in the catalogue, so one engine serves one thread; make one for each.
public final class Engine {
  public init() {}

  /// Checks every document of a text as objects of the API server.
  public func check(_ source: [UInt8], versions: VersionSet, limits: Limits = Limits()) -> CheckedStream {
    let stream = YAMLStream(parsing: source, limits: limits)
    return CheckedStream(stream: stream, objects: [], otherDocuments: [], findings: stream.findings)
  }

  /// Checks a text as the value at a place of a kind, `Deployment:spec.template.spec`.
  public func checkFragment(
    _ source: [UInt8], of place: String, versions: VersionSet
  ) throws(FragmentError) -> [Finding] {
    []
  }

  /// What the lint rules say of objects that are considered together; for each object its findings.
  public func lint(_ objects: [Manifest], among cluster: ClusterState) -> [[Finding]] {
    objects.map { _ in [] }
  }
}

/// Why a place of a fragment cannot be found in the catalogue.
public struct FragmentError: Error, Sendable {
  public var message: Message

  public init(message: Message) {
    self.message = message
  }
}
