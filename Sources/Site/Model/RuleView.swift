import Findings

/// What there is to know of one finding id.
public struct RuleView: Sendable {
  public struct Example: Sendable {
    /// A good example has no finding of the rule.
    public var isGood: Bool
    public var snippet: SnippetView

    public init(isGood: Bool, snippet: SnippetView) {
      self.isGood = isGood
      self.snippet = snippet
    }
  }

  /// `lint/image-tag-latest`.
  public var id: String
  public var severity: Severity
  /// What it finds, in one sentence.
  public var what: LocalizedText
  /// Why it matters.
  public var why: LocalizedText
  public var examples: [Example]
  /// Whether a course may switch it off; what the API server refuses cannot be.
  public var canBeDisabled: Bool

  public init(
    id: String, severity: Severity, what: LocalizedText, why: LocalizedText, examples: [Example] = [],
    canBeDisabled: Bool
  ) {
    self.id = id
    self.severity = severity
    self.what = what
    self.why = why
    self.examples = examples
    self.canBeDisabled = canBeDisabled
  }

  /// The part of the id before the slash: `lint`.
  public var area: String { String(id.prefix { $0 != "/" }) }
}
