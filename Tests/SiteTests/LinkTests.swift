import Findings
import Markdown
import Testing

@testable import Site

struct LinkTests {
  private func content(_ markdown: String) -> SiteContent {
    func lesson(_ id: String, _ text: String) -> LessonView {
      let path = "content/en/probes/\(id).md"
      let document = MarkdownDocument(parsing: SourceText(name: path, text: text))
      return LessonView(
        id: id, texts: ["en": LessonText(title: id, summary: "", page: MarkdownPage(path: path, document: document))])
    }
    return SiteContent(
      title: "t", description: "d", languages: ["en"], versions: .all,
      chapters: [
        ChapterView(
          id: "probes", title: "Probes", lessons: [lesson("one", markdown), lesson("two", "## Timing fields\n")])
      ],
      labs: DemoCourse.content.labs, rules: DemoCourse.content.rules,
      assets: [AssetView(path: "en/probes/a b.svg", bytes: [])])
  }

  @Test(arguments: [
    ("[x](two.md)", "two.html"),
    ("[x](two.md#timing-fields)", "two.html#timing-fields"),
    ("[x](../probes/./two.md)", "two.html"),
    ("[x](#here)\n\n## Here", "#here"),
    ("[x](lab:slow-starter)", "../labs/slow-starter.html"),
    ("[x](rule:lint/image-tag-latest)", "../rules/lint/image-tag-latest.html"),
    ("[x](https://example.org/?a=1&b)", "https://example.org/?a=1&b"),
    ("[x](<a b.svg>)", "../../content/en/probes/a%20b.svg"),
  ])
  func resolves(markdown: String, expected: String) throws {
    let content = content(markdown)
    #expect(Site.brokenLinks(in: content) == [])
    let page = try #require(try Site.files(of: content).first { $0.path == "en/probes/one.html" })
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("href=\"\(HTML.escaped(expected))\""))
  }

  @Test(arguments: [
    ("[x](tow.md)", "course/broken-link", "tow.md", "there is no page 'tow.md': did you mean 'two.md'?"),
    (
      "[x](../../../../etc/passwd)", "course/broken-link", "../../../../etc/passwd",
      "'../../../../etc/passwd' leads out of the course: write a path relative to this file"
    ),
    (
      "[x](/two.md)", "course/broken-link", "/two.md",
      "'/two.md' leads out of the course: write a path relative to this file"
    ),
    (
      "[x](two.md#timing-field)", "course/broken-anchor", "two.md#timing-field",
      "'two.md' has no anchor '#timing-field': did you mean '#timing-fields'?"
    ),
    ("[x](#nowhere)", "course/broken-anchor", "#nowhere", "'content/en/probes/one.md' has no anchor '#nowhere'"),
    (
      "[x](lab:slow-start)", "course/broken-link", "lab:slow-start",
      "there is no lab 'slow-start' in this language: did you mean 'lab:slow-starter'?"
    ),
    ("[x](rule:lint/image-tag)", "course/broken-link", "rule:lint/image-tag", "there is no rule 'lint/image-tag'"),
    (
      "[x](javascript:alert)", "course/broken-link", "javascript:alert",
      "links of the scheme 'javascript:' are not published: use 'https:', 'mailto:', 'lab:', 'rule:' or a path"
    ),
    ("![x](missing.svg)", "course/broken-link", "missing.svg", "there is no picture 'missing.svg'"),
    ("![x](ab.svg)", "course/broken-link", "ab.svg", "there is no picture 'ab.svg': did you mean 'a b.svg'?"),
  ])
  func findsLinksThatLeadNowhere(markdown: String, id: String, written: String, message: String) {
    let text = "Before " + markdown + "\n"
    let pages = Site.brokenLinks(in: content(text))
    #expect(pages.map(\.path) == ["content/en/probes/one.md"])
    #expect(pages.flatMap(\.findings).map(\.id) == [id])
    #expect(pages.flatMap(\.findings).map(\.message.en) == [message])
    #expect(pages.flatMap(\.findings).map(\.range) == [DemoCourse.range(of: written, in: text)])
  }

  @Test(arguments: [
    ("index.html", "en/a/b.html", "en/a/b.html"), ("en/a/b.html", "en/a/c.html", "c.html"),
    ("en/a/b.html", "ko/a/b.html", "../../ko/a/b.html"), ("en/a/b.html", "index.html", "../../index.html"),
    ("en/a/b.html", "en/a/b/x#y.yaml", "b/x%23y.yaml"),
  ])
  func relativePaths(from: String, to: String, expected: String) {
    #expect(PagePath.relative(from: from, to: to) == expected)
  }
}
