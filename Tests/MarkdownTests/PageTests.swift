import Findings
import Markdown
import Testing

struct PageTests {
  @Test(arguments: [
    ("---\ntitle: x\n---\n# a\n", "title: x\n", "---\ntitle: x\n---", "h1#a a"),
    ("\u{FEFF}---\r\na: 1\r\nb: 2\r\n...\r\ntext", "a: 1\r\nb: 2\r\n", "---\r\na: 1\r\nb: 2\r\n...", "p text"),
    ("--- \n---\n", "", "--- \n---", ""),
  ])
  func readsFrontMatter(markdown: String, text: String, range: String, body: String) throws {
    let page = document(markdown)
    let matter = try #require(page.frontMatter)
    #expect(matter.text == text)
    #expect(page.source.text(of: matter.range) == range)
    #expect(page.source.text(of: matter.map.source(of: SourceRange(0, text.utf8.count))) == text)
    #expect(outline(markdown) == body)
    #expect(summary(page) == [])
  }

  @Test func unclosedFrontMatterIsFoundInACourse() {
    #expect(summary(document("---\ntitle: x\n")) == ["markdown/unclosed-front-matter '---'"])
    #expect(summary(document("---\n\ntext\n", dialect: .foreign)) == [])
    #expect(document("text\n---\na: 1\n---\n").frontMatter == nil)
    #expect(outline("+++\ntitle = 'x'\n+++\ntext", dialect: .foreign) == "p text")
  }

  @Test func positionsCountFromTheHeadOfTheFile() throws {
    let page = document("\u{FEFF}---\nt: 1\n---\n\n  - ```yaml wrong\n    a: 1\n    ```\n")
    let finding = try #require(page.findings.first)
    #expect(page.source.position(at: finding.range.start) == SourcePosition(line: 5, column: 13))
    let block = try #require(page.codeBlocks.first)
    #expect(page.source.position(at: block.map.source(of: 3)) == SourcePosition(line: 6, column: 8))
  }

  @Test func invalidUTF8IsOneFindingAtItsFirstByte() {
    let bytes = Array("# a\n\n```yaml\nb: ".utf8) + [0xFF, 0xC0, 0x80] + Array("\n```\n한".utf8) + [0xED, 0xA0, 0x80]
    let page = MarkdownDocument(parsing: SourceText(name: "x", bytes: bytes))
    #expect(page.findings.map(\.id) == ["markdown/invalid-utf8"])
    #expect(page.findings.map(\.range) == [SourceRange(16, 17)])
    #expect(page.codeBlocks.map(\.text) == ["b: ???\n"])
    #expect(page.codeBlocks.map { $0.map.source(of: SourceRange(3, 6)) } == [SourceRange(16, 19)])
  }

  @Test func nullCharactersAreFound() {
    #expect(document("a\0b").findings.map(\.id) == ["markdown/null-character"])
    #expect(outline("a\0b") == "p a?b")
  }

  private static let deep: [String: String] = [
    "quotes": String(repeating: ">", count: 10_000) + "a\n",
    "lists": String(repeating: "- ", count: 10_000) + "a\n",
    "lists of quotes": String(repeating: "1. > ", count: 10_000) + "a\nb\n",
    "indented lists": (0..<300).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
    "emphasis": String(repeating: "*a **b ", count: 10_000) + String(repeating: "c** d*", count: 10_000),
    "images": String(repeating: "![", count: 4_000) + "a" + String(repeating: "](b)", count: 4_000),
  ]

  @Test(arguments: deep.keys.sorted())
  func deepNestingIsOneFinding(name: String) throws {
    let markdown = try #require(PageTests.deep[name])
    #expect(document(markdown).findings.map(\.id) == ["markdown/too-deep"])
  }

  @Test func nestingUpToTheLimitIsRead() {
    let page = document(String(repeating: ">", count: 99) + " ```yaml\n")
    #expect(page.findings.map(\.id) == ["markdown/unclosed-fence"])
    #expect(page.codeBlocks.count == 1)
  }

  /// Pages that make careless readers take time out of all proportion; by name, because they are long.
  private static let hostile: [String: String] = [
    "images": String(repeating: "![[]()", count: 20_000), "links": String(repeating: "[a](b", count: 20_000),
    "references": String(repeating: "[r] ", count: 20_000) + "\n\n[r]: /x\n",
    "tables": String(repeating: "| [r] |\n|---|\n| a |\n\n[r]: x\n\n", count: 1_000),
    "strikes": String(repeating: "~~a~~ ~b ", count: 20_000),
    "addresses": String(repeating: "https://a.b(", count: 20_000),
    "here-documents": "```sh\n" + String(repeating: "cat <<A\n A\n", count: 20_000) + "```\n",
    "here-documents of one line": "```sh\n" + String(repeating: "cat <<A <<B ", count: 20_000) + "\n```\n",
    "headings": String(repeating: "# a\n", count: 20_000),
    "fences": String(repeating: "```yaml {1 x=\n```\n", count: 5_000),
    "cells": String(repeating: "a|", count: 5_000) + "\n" + String(repeating: "-|", count: 5_000) + "\n"
      + String(repeating: "x\n", count: 100),
  ]

  @Test(arguments: hostile.keys.sorted())
  func hostilePagesAreRead(name: String) throws {
    let markdown = try #require(PageTests.hostile[name])
    let page = document(markdown, dialect: .foreign)
    #expect(page.codeBlocks.reduce(0) { $0 + $1.hereDocuments.count } <= markdown.utf8.count)
  }

  @Test func largePagesAreRefused() {
    let page = document(String(repeating: "a\n", count: 3 << 20))
    #expect(page.findings.map(\.id) == ["markdown/too-large"])
    #expect(page.blocks == [])
  }

  private static let rich = """
    \u{FEFF}---
    title: 모든 것
    ---
    # Heading {#top}

    > [!NOTE]
    > Text ~~with~~ [a link](x.md "t") and `code`.
    >
    > 1. ```yaml title="a \\"b\\"" {2-3,7}
    >    a: 1
    >    \tb: 2
    >    ```
    > 2. item

    - [x] task
    \t~~~ { .yaml hl_lines="1" }
    \tc:
    \t  d: 한글
    \t~~~
      - | a | `b\\|c` |
        |---|:-:|
        | [l](m) | ![i](j) |
        lazy

    ```console
    $ cat <<-'EOF' | kubectl apply -f -
    > \tkind: Pod
    > EOF
    # kubectl create -f - << X <<Y
    one
    X
    two
    Y
    ```

        indented: code

    <div>
    </div>

    Setext *title*
    ---
    [r]: /url 'title'
    [r] https://a.b.c/d_(e) end\r\nlast ```
    """

  @Test func everyPrefixIsReadWithFaithfulPlaces() {
    for dialect in [MarkdownDialect.course, .foreign] {
      for text in [Self.rich, Self.rich.replacing("\n", with: "\r\n")] {
        let bytes = Array(text.utf8)
        for length in 0...bytes.count {
          let page = MarkdownDocument(
            parsing: SourceText(name: "x", bytes: Array(bytes[..<length])), dialect: dialect)
          // A scalar cut in two is replaced, so its bytes differ.
          if page.findings.contains(where: { $0.id == "markdown/invalid-utf8" }) { continue }
          let problems = unfaithfulPlaces(page)
          #expect(problems == [], "prefix of \(length)")
          for range in page.findings.map(\.range) + page.links.map(\.range) + page.codeBlocks.map(\.range) {
            #expect(range.start >= 0 && range.end <= length, "prefix of \(length)")
          }
        }
      }
    }
  }
}
