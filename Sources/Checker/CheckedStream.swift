public import Findings
public import Resources
public import YAML

/// An object of a text with what was found out about it.
public struct CheckedObject: Sendable {
  public let manifest: Manifest
  public var verdict: Verdict
  /// Of this object alone, in order of position.
  public var findings: [Finding]
  /// Whether it is a custom resource, judged by its definition.
  var isCustom = false
}

/// A YAML text with what was found out about it.
public struct CheckedStream: Sendable {
  public let stream: YAMLStream
  /// In the order of the text; the items of a List count each.
  public var objects: [CheckedObject]
  /// Documents that could be read and are no Kubernetes objects.
  public var otherDocuments: [Node]
  /// Everything found, in order of position.
  public var findings: [Finding]

  /// The objects, to be considered together.
  public var manifests: [Manifest] { objects.map { $0.manifest } }
}
