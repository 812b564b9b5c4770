public import Findings

/// Whose Markdown it is: how strictly fences and alerts are read.
public enum MarkdownDialect: Sendable {
  /// A Drydock course: attributes that the product does not know are findings.
  case course
  /// Pages of other tools: their attributes are accepted.
  case foreign
}

/// The front matter of a page, between two lines of `---`.
public struct FrontMatter: Sendable, Equatable {
  /// The lines between the delimiters.
  public var text: String
  /// From bytes of `text` to bytes of the page.
  public var map: SourceMap
  /// From the first delimiter to the end of the last.
  public var range: SourceRange
}

/// A page as values.
public struct MarkdownDocument: Sendable {
  public let source: SourceText
  public var frontMatter: FrontMatter?
  public var blocks: [Block] = []
  /// Every heading, also those within quotes and lists, in order of position.
  public var headings: [Heading] = []
  /// Every code block, in order of position.
  public var codeBlocks: [CodeBlock] = []
  /// Every link and image, in order of position.
  public var links: [Link] = []
  /// What is wrong with the page as Markdown, in order of position.
  public var findings: [Finding] = []
}

extension MarkdownDocument {
  /// Reads a page. Every text gives a document; what is wrong with it is in `findings`.
  public init(parsing source: SourceText, dialect: MarkdownDialect = .course) {
    self.source = source
  }
}

extension CodeBlock {
  /// The here-documents of a shell fence, in order; none for other languages.
  public var hereDocuments: [HereDocument] { [] }
}
