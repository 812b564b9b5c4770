import Findings
import Markdown
import Testing

struct BlockTests {
  @Test(arguments: [
    ("# A *b*\n\nText `c` **d**\nmore  \nend\\\n.\n", "h1#a-b A <em>b</em>\np Text `c` <b>d</b>⏎more↵end↵."),
    ("Title\n=====\nSub\n---\n***\n", "h1#title Title\nh2#sub Sub\nbreak"),
    ("> a\nb\n> > c\n", "quote\n  p a⏎b\n  quote\n    p c"),
    ("- a\n- b\n\n  c\n", "list loose\n  item\n    p a\n  item\n    p b\n    p c"),
    ("3) a\n4) b\n", "list 3 tight\n  item\n    p a\n  item\n    p b"),
    (
      "- [ ] a\n- [x] b *c*\n- [X] d\n- [y] e\n- [x]f\n",
      "list tight\n  item open\n    p a\n  item done\n    p b <em>c</em>\n  item done\n    p d\n  item\n    p [y] e\n  item\n    p [x]f"
    ),
    (
      "<div>\n*a*\n</div>\n\nb <i>c</i> <!-- d -->\n", "html \"<div>\\n*a*\\n</div>\\n\"\np b «<i>»c«</i>» «<!-- d -->»"
    ),
    ("\\*a\\* &amp; &copy; <https://x.org/a_b>\n", "p *a* & © [https://x.org/a_b](https://x.org/a_b)"),
    (
      "[a](<b c> 'T') ![d *e*](f) [g][h] [h]\n\n[h]: /i (J)\n",
      "p [a](b c 'T') ![d <em>e</em>](f) [g](/i 'J') [h](/i 'J')"
    ),
    ("    a\n\n\tb\n", "code  \"a\\n\\nb\\n\""),
    ("", ""),
  ])
  func readsCommonMark(markdown: String, expected: String) {
    #expect(outline(markdown) == expected)
    #expect(
      outline(markdown.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")) == expected)
  }

  @Test(arguments: [
    ("> [!NOTE]\n> Text.\n>\n> - a\n", "alert note\n  p Text.\n  list tight\n    item\n      p a"),
    ("> [!warning]\n>\n> Text.\n", "alert warning\n  p Text."),
    ("> [!TIP]\n", "alert tip"),
    ("> [!CAUTION] Text.\n", "quote\n  p [!CAUTION] Text."),
    ("> [!OTHER]\n> Text.\n", "quote\n  p [!OTHER]⏎Text."),
    ("> a\n> [!NOTE]\n", "quote\n  p a⏎[!NOTE]"),
    ("- > [!IMPORTANT]\n  > a\n", "list tight\n  item\n    alert important\n      p a"),
  ])
  func readsAlerts(markdown: String, expected: String) {
    #expect(outline(markdown) == expected)
  }

  @Test(arguments: [
    ("a ~~b *c*~~ d", "p a <s>b <em>c</em></s> d"), ("~a~ ~~b~~", "p <s>a</s> <s>b</s>"),
    ("3~5 and 7~9", "p 3~5 and 7~9"), ("~~a", "p ~~a"), ("~~ a ~~", "p ~~ a ~~"), ("~~~a~~~ b", "code a~~~ \"\""),
    ("`~~a~~` ~~`b`~~", "p `~~a~~` <s>`b`</s>"), ("**a~~b~~c**", "p <b>a<s>b</s>c</b>"), ("~~a~ b~~", "p <s>a~ b</s>"),
  ])
  func readsStrikethrough(markdown: String, expected: String) {
    #expect(outline(markdown, dialect: .foreign) == expected)
  }

  @Test(arguments: [
    ("see https://k8s.io/docs.", "p see [https://k8s.io/docs](https://k8s.io/docs)."),
    ("(www.x.org/a_(b))", "p ([www.x.org/a_(b)](http://www.x.org/a_(b)))"),
    ("https://kubernetes.io에서", "p [https://kubernetes.io](https://kubernetes.io)에서"),
    ("xhttps://a.b http:// https://", "p xhttps://a.b http:// https://"),
    ("[see https://a.b](c)", "p [see https://a.b](c)"),
    (
      "http://localhost:8080/~me/?q=1&r=2, ok",
      "p [http://localhost:8080/~me/?q=1&r=2](http://localhost:8080/~me/?q=1&r=2), ok"
    ),
  ])
  func linksBareAddresses(markdown: String, expected: String) {
    #expect(outline(markdown) == expected)
  }

  @Test(arguments: [
    (
      "## Probes & Timing!\n## Probes: timing\n## probes  timing\n",
      ["probes--timing", "probes-timing", "probes--timing-1"]
    ),
    ("# 세 가지 프로브\n# 세 가지 `프로브`\n", ["세-가지-프로브", "세-가지-프로브-1"]),
    ("# a\n# a-1\n# a\n# a\n", ["a", "a-1", "a-2", "a-3"]),
    ("# Explicit {#here}\n# {#only}\n# not {# this}\n# `c` {#code}\n", ["here", "only", "not--this", "code"]),
    ("# !\n", ["section"]), ("# snake_case v1.2\n", ["snake_case-v12"]),
  ])
  func namesHeadings(markdown: String, expected: [String]) {
    #expect(document(markdown).headings.map(\.anchor) == expected)
  }

  @Test func headingsKnowTextAndPlace() {
    let page = document("> ## The `spec` {#s}  \n\nTwo\nlines\n---\n# a #\n# b {#s}\n")
    #expect(page.headings.map(\.text) == ["The spec", "Two lines", "a", "b"])
    #expect(
      page.headings.map { page.source.text(of: $0.range) } == [
        "## The `spec` {#s}  ", "Two\nlines\n---", "# a #", "# b {#s}",
      ])
    #expect(summary(page) == ["markdown/duplicate-anchor '# b {#s}'"])
  }

  @Test(arguments: [
    ("[a](b.md) and ![c]( <d e.png> \"t\")\n", ["b.md", "d e.png"]),
    ("> - x [a](one.md)\n>   y [b](two.md#three)\n> lazy\nz [c](four)\n", ["one.md", "two.md#three", "four"]),
    ("`[a](x)` [a](x)\n", ["x"]),
    ("[a \\] b](c\\(d) [e](f(g)h) [](i)\n", ["c\\(d", "f(g)h", "i"]),
    (
      "[ref][r], [r] and <https://a.b> https://c.d/.\n\n[r]: /somewhere\n", ["ref", "r", "https://a.b", "https://c.d/"]
    ),
    ("## [a](b) {#c}\n\n| [d](e) | f |\n|---|---|\n| x \\| y | **[g](h)** |\n", ["b", "e", "h"]),
    ("[![alt](img.png)](page.md)\n", ["img.png", "page.md"]),
    ("[a](x?b&amp;c) ~~[d](e)~~\n", ["x?b&amp;c", "e"]),
  ])
  func placesLinks(markdown: String, expected: [String]) {
    let page = document(markdown)
    #expect(page.links.map { page.source.text(of: $0.range) } == expected)
  }

  @Test func exactPlaceOfALinkOnALaterLine() throws {
    let page = document("[x](x)\n\n1. a [x](x)\n   b [x](y)\n")
    #expect(
      page.links.map { page.source.position(at: $0.range.start) } == [
        SourcePosition(line: 1, column: 5), SourcePosition(line: 3, column: 10), SourcePosition(line: 4, column: 10),
      ])
  }

  @Test func plainTextDropsMarkup() throws {
    guard case .paragraph(let inlines)? = document("a *b* [c **d**](e) `f`\n<g> ~~h~~").blocks.first else {
      Issue.record("not a paragraph")
      return
    }
    #expect(plainText(of: inlines) == "a b c d f  h")
  }
}
