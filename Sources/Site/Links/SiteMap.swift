import Markdown

/// All pages of a site that links can reach, and the anchors in them.
struct SiteMap: Sendable {
  struct Page: Sendable {
    /// Relative to the site's root.
    var path: String
    var anchors: Set<String>
  }

  /// By the path of the Markdown file.
  private(set) var lessons: [String: Page] = [:]
  /// By language, then id.
  private(set) var labs: [String: [String: Page]] = [:]
  private(set) var rules: Set<String> = []
  private(set) var assets: Set<String> = []

  init(_ content: SiteContent) {
    for chapter in content.chapters {
      for lesson in chapter.lessons {
        for (language, text) in lesson.texts {
          lessons[text.page.path] = Page(
            path: PagePath.lesson(lesson.id, in: chapter.id, language), anchors: SiteMap.anchors(of: text.page))
        }
      }
    }
    for lab in content.labs {
      for language in content.languages {
        guard let task = lab.task[language] else { continue }
        let page = Page(path: PagePath.lab(lab.id, language), anchors: SiteMap.anchors(of: task))
        labs[language, default: [:]][lab.id] = page
        lessons[task.path] = page
      }
    }
    rules = Set(content.rules.map(\.id))
    assets = Set(content.assets.map(\.path))
  }

  private static func anchors(of page: MarkdownPage) -> Set<String> {
    var anchors = Set(page.document.headings.map(\.anchor))
    for (index, snippet) in page.snippets { anchors.insert(snippetAnchor(snippet, index: index)) }
    return anchors
  }

  /// The `id` of a snippet's figure. The dot keeps it apart from the anchors of headings.
  static func snippetAnchor(_ snippet: SnippetView, index: Int) -> String {
    "snippet.\(snippet.id ?? "\(index + 1)")"
  }
}
