public import Findings
public import Markdown

/// A text of a page that is shown as code: a fence, a here-document in one, or a file that a fence includes.
public struct Snippet: Sendable {
  /// What the author asks of the engine.
  public enum Demand: Sendable, Equatable {
    /// Every document is an object that the API server takes.
    case valid
    /// The text is the value at a place of a kind: `Deployment:spec.template.spec`.
    case fragment(String)
    /// Exactly these findings, no others.
    case invalid([Expectation])
    /// Not checked, for a reason that is shown and counted.
    case ignored(reason: String)
    /// Nothing to check: no YAML.
    case none
  }

  /// A finding that must appear, `schema/unknown-field@/spec/replica`.
  public struct Expectation: Sendable, Equatable {
    public var id: String
    /// A JSON Pointer; `nil` where any place will do.
    public var pointer: String?
    /// In the page.
    public var range: SourceRange
  }

  /// The code block it belongs to, by its number in the page.
  public var blockIndex: Int
  /// Whether it is a here-document of the block, not the block itself.
  public var isHereDocument = false
  public var id: String?
  public var title: String?
  public var language: String
  /// What is checked.
  public var text: String
  /// The file that the text stands in.
  public var origin: SourceText
  /// From bytes of `text` to bytes of `origin`.
  public var map: SourceMap
  /// For an included text: where the fence asks for it.
  public var includedAt: (source: SourceText, range: SourceRange)?
  /// The part of an included text that is shown, with its indentation taken off; `nil` where all is.
  public var shown: ShownPart?
  public var demand: Demand
  public var versions: VersionSet
  /// Snippets of one group are one cluster state.
  public var group: String?
  /// Ids of the snippets that are considered together with it.
  public var with: [String] = []
  /// Texts that stand for valid values.
  public var placeholders: [String] = []
  public var attributes: FenceAttributes
  /// The fence in its page.
  public var page: SourceText
  public var fenceRange: SourceRange

  public struct ShownPart: Sendable, Equatable {
    public var text: String
    /// From bytes of the shown text to bytes of the snippet's text.
    public var map: SourceMap
  }
}
