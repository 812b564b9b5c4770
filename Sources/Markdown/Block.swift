public import Findings

/// A block of a page: what stands on lines of its own.
public indirect enum Block: Sendable, Equatable {
  case heading(Heading)
  case paragraph([Inline])
  case blockQuote([Block])
  case alert(AlertKind, [Block])
  case list(List)
  case codeBlock(CodeBlock)
  /// HTML as it was written.
  case html(String)
  case thematicBreak
  case table(Table)
}

/// A heading with the name by which links reach it.
public struct Heading: Sendable, Equatable {
  /// 1 to 6.
  public var level: Int
  public var content: [Inline]
  /// The content without markup.
  public var text: String
  /// Unique in the page: written as `{#anchor}`, otherwise made from the text as GitHub does.
  public var anchor: String
  /// Of the whole heading in the page.
  public var range: SourceRange
}

/// The kinds of GitHub's alerts: `> [!NOTE]`.
public enum AlertKind: String, Sendable, CaseIterable {
  case note, tip, important, warning, caution
}

/// A bullet list, or a numbered one.
public struct List: Sendable, Equatable {
  public struct Item: Sendable, Equatable {
    /// For `[ ]` false, for `[x]` true, otherwise `nil`.
    public var task: Bool?
    public var blocks: [Block]
  }

  /// The first number of a numbered list; `nil` for bullets.
  public var start: Int?
  /// Whether the paragraphs of its items are shown without space between them.
  public var isTight: Bool
  public var items: [Item]
}

/// A table of GitHub Flavored Markdown. Header and rows have as many cells as there are alignments.
public struct Table: Sendable, Equatable {
  public enum Alignment: Sendable, Equatable { case left, center, right }

  public var alignments: [Alignment?]
  public var header: [[Inline]]
  public var rows: [[[Inline]]]
}
