import Findings
import Markdown

/// A lesson in the languages in which it is written.
public struct LessonView: Sendable {
  /// The file's name without its ending, and the last part of the address.
  public var id: String
  /// By language code.
  public var texts: [String: LessonText]

  public init(id: String, texts: [String: LessonText]) {
    self.id = id
    self.texts = texts
  }
}

/// A lesson in one language.
public struct LessonText: Sendable {
  public var title: String
  public var summary: String
  /// Reading time; `nil` when the author gave none.
  public var minutes: Int?
  public var objectives: [String]
  /// Ids of the labs that practise it.
  public var labs: [String]
  /// The Kubernetes versions it is for; `nil` for those of the course.
  public var versions: VersionSet?
  public var page: MarkdownPage

  public init(
    title: String, summary: String, minutes: Int? = nil, objectives: [String] = [], labs: [String] = [],
    versions: VersionSet? = nil,
    page: MarkdownPage
  ) {
    self.title = title
    self.summary = summary
    self.minutes = minutes
    self.objectives = objectives
    self.labs = labs
    self.versions = versions
    self.page = page
  }
}

/// A Markdown document with what was proven of its code blocks.
public struct MarkdownPage: Sendable {
  /// The file's path relative to the course folder, for findings and for relative links:
  /// `content/en/probes/three-probes.md`.
  public var path: String
  public var document: MarkdownDocument
  /// By the code block's index in document order; a block without an entry is shown as it is.
  public var snippets: [Int: SnippetView]

  public init(path: String, document: MarkdownDocument, snippets: [Int: SnippetView] = [:]) {
    self.path = path
    self.document = document
    self.snippets = snippets
  }
}
