public import Findings
public import Markdown

/// One Markdown file, in one language.
public struct Lesson: Sendable {
  public var chapter: String
  /// The file's name without its ending.
  public var id: String
  public var language: String
  public var frontMatter: FrontMatterFields
  public var page: Page
}

/// What a lesson says of itself.
public struct FrontMatterFields: Sendable {
  public var title = ""
  public var summary = ""
  public var minutes: Int?
  public var objectives: [String] = []
  /// Ids of labs, with their places in the page.
  public var labs: [CourseConfiguration.Entry] = []
  public var versions: VersionSet?

  public init() {}
}

/// A page of Markdown with its snippets and what was proven of them.
public struct Page: Sendable {
  /// The file; its name is the path that findings show.
  public var source: SourceText
  public var document: MarkdownDocument
  /// In the order of the page; a here-document follows its fence.
  public var snippets: [ProvenSnippet]
}

/// A snippet and its proof.
public struct ProvenSnippet: Sendable {
  public var snippet: Snippet
  public var proof: SnippetProof
}
