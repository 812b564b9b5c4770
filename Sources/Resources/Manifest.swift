public import YAML

/// One YAML document that is a Kubernetes object: it says its `apiVersion` and `kind`.
public struct Manifest: Sendable {
  /// The object's mapping.
  public let node: Node
  /// `apps/v1`, `v1`.
  public let apiVersion: String
  public let kind: String

  /// `nil` where the value is no mapping with a text for `apiVersion` and `kind`.
  public init?(_ node: Node) {
    guard let apiVersion = node["apiVersion"]?.string, let kind = node["kind"]?.string else { return nil }
    self.node = node
    self.apiVersion = apiVersion
    self.kind = kind
  }

  /// The objects of a document: itself, or the items of a `v1` List, which kubectl unpacks.
  public static func manifests(in node: Node) -> [Manifest] {
    guard let manifest = Manifest(node) else { return [] }
    guard manifest.apiVersion == "v1", manifest.kind == "List" else { return [manifest] }
    return node["items"]?.items.compactMap { Manifest($0) } ?? []
  }

  /// `apps` of `apps/v1`; empty for the core group.
  public var group: String {
    guard let slash = apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(apiVersion[..<slash])
  }

  /// `v1` of `apps/v1`.
  public var version: String {
    guard let slash = apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")) else { return apiVersion }
    return String(apiVersion[apiVersion.utf8.index(after: slash)...])
  }

  public var metadata: Node? { node["metadata"] }
  public var spec: Node? { node["spec"] }
  public var name: String? { metadata?["name"]?.string }
  /// As written; absent for cluster-scoped kinds and where the client's namespace is meant.
  public var namespace: String? { metadata?["namespace"]?.string }
  /// The namespace it lands in where the client names none.
  public var effectiveNamespace: String { namespace ?? "default" }
  public var labels: Labels { Labels(metadata?["labels"]) }
  public var annotations: Labels { Labels(metadata?["annotations"]) }

  /// `Deployment/web`, as `kubectl` prints it; the kind alone where the object has no name.
  public var displayName: String { name.map { "\(kind)/\($0)" } ?? kind }
}
