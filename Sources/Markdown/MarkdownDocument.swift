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
    let prepared = PreparedText(source)
    findings = prepared.findings
    var firstLine = 1
    switch FrontMatter.head(of: source, bytes: prepared.bytes, start: prepared.start) {
    case .none: break
    case .yaml(let matter, let bodyLine):
      frontMatter = matter
      firstLine = bodyLine
    case .toml(let bodyLine): firstLine = bodyLine
    case .unclosed(let range):
      // Elsewhere a page may begin with a thematic break.
      if dialect == .course {
        findings.append(Finding(id: "markdown/unclosed-front-matter", range: range, message: .unclosedFrontMatter))
      }
    }
    var reader = PageReader(source: source, dialect: dialect, prepared: prepared, firstLine: firstLine)
    blocks = reader.read()
    headings = reader.headings
    codeBlocks = reader.codeBlocks
    links = reader.links
    findings += reader.findings
    findings.sortByPlace()
  }
}

extension Message {
  fileprivate static let unclosedFrontMatter = Message(
    en: "the front matter is never closed: end it with a line '---'", ko: "머리말이 닫히지 않았습니다: '---' 줄로 끝내세요")
}
