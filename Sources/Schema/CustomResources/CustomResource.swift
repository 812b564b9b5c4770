public import Findings
public import YAML

/// A custom kind in one version of its group, as a definition describes it.
///
/// One instance serves one thread: its schemas are compiled on first use and kept.
public final class CustomResource {
  /// `networking.istio.io/v1`.
  public let apiVersion: String
  public let kind: String
  public let isNamespaced: Bool
  /// The CustomResourceDefinition that was given; `nil` where it is one of those that the program carries: facts of one
  /// release, without rules in CEL.
  public let definition: Node?
  public var isEmbedded: Bool { definition == nil }
  /// What was found out about the definition itself: the versions asked for, and those that refuse it.
  public var refusal: (asked: VersionSet, refused: VersionSet)?
  /// Whether the API server drops `status` when an object is created.
  let hasStatus: Bool
  let arena: SchemaArena
  /// The schema of the whole object; -1 where the definition gives none.
  let root: Int32

  init(
    apiVersion: String, kind: String, isNamespaced: Bool, definition: Node?, hasStatus: Bool, arena: SchemaArena,
    root: Int32
  ) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.isNamespaced = isNamespaced
    self.definition = definition
    self.hasStatus = hasStatus
    self.arena = arena
    self.root = root
  }

  /// The group without the version.
  var group: String { Catalogue.group(of: apiVersion) }
}
