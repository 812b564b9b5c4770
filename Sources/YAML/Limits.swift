/// What a YAML stream may cost before the reader refuses it.
public struct Limits: Sendable {
  /// Bytes in one stream. The API server takes 3 MiB a request, so no useful stream comes near.
  public var streamBytes = 32 << 20
  /// Depth of nesting.
  public var nesting = 100
  /// Nodes that aliases and merge keys may add to one document.
  public var aliasedNodes = 100_000

  /// Findings reported of one text.
  public var findings = 1000

  public init() {}
}
