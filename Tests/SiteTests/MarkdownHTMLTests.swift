import Findings
import Markdown
import Testing

@testable import Site

struct MarkdownHTMLTests {
  private func html(_ markdown: String, shift: Int = 0) -> String {
    let document = MarkdownDocument(parsing: SourceText(name: "a.md", text: markdown))
    let page = MarkdownPage(path: "a.md", document: document)
    let content = SiteContent(title: "", description: "", languages: ["en"], versions: .all)
    let links = LinkResolution(map: SiteMap(content), file: "a.md", page: "en/a/a.html", language: "en")
    return MarkdownHTML(
      page: page, words: TemplateSet().words(in: "en"), links: links, headingShift: shift,
      figure: { snippet, index in HTML("<pre>\(index) \(snippet.language)</pre>\n") }
    ).html.text
  }

  @Test(arguments: [
    ("a *b* **c** `<d>` ~~e~~", "<p>a <em>b</em> <strong>c</strong> <code>&lt;d&gt;</code> <del>e</del></p>\n"),
    ("## A `b`", "<h2 id=\"a-b\"><a class=\"self\" href=\"#a-b\">A <code>b</code></a></h2>\n"),
    (
      "## [A](https://a.example)", "<h2 id=\"a\"><a href=\"https://a.example\" rel=\"external noreferrer\">A</a></h2>\n"
    ),
    ("3. a\n4. b", "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>\n"),
    (
      "- [x] a",
      "<ul class=\"task-list\">\n<li><input type=\"checkbox\" disabled aria-label=\"done\" checked>a\n</li>\n</ul>\n"
    ),
    ("> q", "<blockquote>\n<p>q</p>\n</blockquote>\n"),
    (
      "| a | b |\n| - | -: |\n| 1 | 2 |",
      "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"a, b\"><table>\n<thead><tr><th scope=\"col\">a</th><th class=\"right\" scope=\"col\">b</th></tr></thead>\n<tbody>\n<tr><td>1</td><td class=\"right\">2</td></tr>\n</tbody></table></div>\n"
    ),
    ("a\n\n***", "<p>a</p>\n<hr>\n"),
    ("```yaml\na: 1\n```", "<pre>0 yaml</pre>\n"),
    ("<kbd>x</kbd> <b onclick=x>y</b><br/>", "<p><kbd>x</kbd> &lt;b onclick=x&gt;y&lt;/b&gt;<br></p>\n"),
    ("<abbr title=\"<\">y</abbr>", "<p><abbr title=\"&lt;\">y</abbr></p>\n"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("[x](javascript:alert)", "<p>x</p>\n"),
    ("![x](https://a.example/b.png)", "<p><a href=\"https://a.example/b.png\" rel=\"external noreferrer\">x</a></p>\n"),
    ("\"'&\u{1}", "<p>&quot;&#39;&amp;\u{FFFD}</p>\n"),
  ])
  func renders(markdown: String, expected: String) {
    #expect(html(markdown).trimmingPrefix("\n") == expected || html(markdown) == expected + "\n")
  }

  @Test func alertsHaveATitle() {
    let text = html("> [!TIP]\n> Do")
    #expect(text.hasPrefix("<div class=\"alert tip\" role=\"note\"><p class=\"alert-title\"><svg"))
    #expect(text.hasSuffix("</svg>Tip</p>\n<p>Do</p>\n</div>\n"))
  }

  @Test func headingsMoveDownWithinASection() {
    #expect(html("## A", shift: 1).hasPrefix("<h3 "))
    #expect(html("###### A", shift: 1).hasPrefix("<h6 "))
  }

  @Test(arguments: [
    ("image 'nginx' has no tag", "image <code>nginx</code> has no tag"),
    ("'a' is not 'b'", "<code>a</code> is not <code>b</code>"),
    ("it can't be '<x>'", "it can&#39;t be <code>&lt;x&gt;</code>"),
    ("'a'이(가) 없습니다", "<code>a</code>이(가) 없습니다"),
    ("the reader's `a 'b'` and `c", "the reader&#39;s <code>a &#39;b&#39;</code> and `c"),
    ("", ""),
  ])
  func sentencesShowWhatWasWrittenAsCode(sentence: String, expected: String) {
    #expect(Sentence.html(sentence).text == expected)
  }
}
