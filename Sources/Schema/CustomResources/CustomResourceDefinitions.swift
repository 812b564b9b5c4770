import Findings
public import YAML

/// CustomResourceDefinitions that count besides those embedded in the catalogue; a later one takes the place of an earlier
/// one of the same group and kind.
public struct CustomResourceDefinitions: Sendable {
  /// The documents, in the order in which they were given.
  public private(set) var documents: [Node] = []

  public init() {}

  public var isEmpty: Bool { documents.isEmpty }

  /// Takes a document if it is a CustomResourceDefinition of `apiextensions.k8s.io/v1`; whether it is one.
  @discardableResult
  public mutating func add(_ document: Node) -> Bool {
    guard CustomResourceDefinitions.include(document) else { return false }
    documents.append(document)
    return true
  }

  /// Whether a document is a CustomResourceDefinition of `apiextensions.k8s.io/v1`.
  public static func include(_ document: Node) -> Bool {
    guard document.isMapping, let kind = document["kind"], kind.hasText("CustomResourceDefinition"),
      let apiVersion = document["apiVersion"], apiVersion.hasText("apiextensions.k8s.io/v1")
    else { return false }
    return true
  }

  /// Takes those of other definitions, after its own.
  public mutating func add(_ others: CustomResourceDefinitions) { documents += others.documents }
}
