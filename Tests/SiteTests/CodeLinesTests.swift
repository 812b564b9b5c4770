import Findings
import Testing

@testable import Site

struct CodeLinesTests {
  private func html(
    _ text: String, marks: [(String, Severity)] = [], ranges: [SourceRange] = [], emphasized: [ClosedRange<Int>] = []
  ) -> String {
    var findings = marks.map { words, severity in
      Finding(id: "x/\(words)", severity: severity, range: DemoCourse.range(of: words, in: text), message: "m")
    }
    findings += ranges.map { Finding(id: "x/range", range: $0, message: "m") }
    return CodeLines(text: text, language: "yaml", findings: findings, emphasized: emphasized)
      .html { HTML("<i>\($0.id)</i>") }.text
  }

  @Test func cutsTokensAtTheEndsOfMarks() {
    let expected = """
      <span class="line emphasis"><span class="tok-key">im</span><mark class="mark-error"><span class="tok-key">age\
      </span><span class="tok-punctuation">:</span> <span class="tok-string">a&lt;</span></mark>\
      <span class="tok-string">b</span>
      </span><i>x/age: a&lt;</i><span class="line"><span class="tok-key">c</span><span class="tok-punctuation">:</span> \
      <span class="tok-number">1</span>
      </span>
      """.replacing("<i>x/age: a&lt;</i>", with: "<i>x/age: a<</i>")
    #expect(html("image: a<b\nc: 1\n", marks: [("age: a<", .error)], emphasized: [1...1]) == expected)
  }

  @Test func theGravestOfOverlappingFindingsColours() {
    #expect(
      html("abcdef", marks: [("abcd", .warning), ("cd", .error)]) == """
        <span class="line"><mark class="mark-warning"><span class="tok-string">ab</span></mark>\
        <mark class="mark-error"><span class="tok-string">cd</span></mark><span class="tok-string">ef</span>
        </span><i>x/abcd</i><i>x/cd</i>
        """)
  }

  @Test(arguments: [
    // A range over several lines is underlined on its first.
    (
      SourceRange(3, 16),
      "<mark class=\"mark-error\"><span class=\"tok-key\">bb</span><span class=\"tok-punctuation\">:</span></mark>"
    ),
    // An empty range takes the word at it, or before it.
    (
      SourceRange(3, 3),
      "<mark class=\"mark-error\"><span class=\"tok-key\">bb</span><span class=\"tok-punctuation\">:</span></mark>"
    ),
    (
      SourceRange(2, 2),
      "<mark class=\"mark-error\"><span class=\"tok-key\">a</span><span class=\"tok-punctuation\">:</span></mark>"
    ),
    // Past the end it stands at the last line.
    (SourceRange(90, 99), "<mark class=\"mark-error\"><span class=\"tok-number\">1</span></mark>"),
  ])
  func underlinesSomethingToSee(range: SourceRange, expected: String) {
    let code = "a:\n bb:\n   c: 1\n"
    let marks = html(code.replacing("\n bb", with: "\nbb").replacing("   c", with: "  c"), ranges: [range])
      .matches(of: #/<mark.*?<\/mark>/#).map { String($0.0) }
    #expect(marks == [expected])
  }

  @Test func theTextOfTheLinesIsTheCode() {
    let code = "키: \"값\"   \n\n# 끝\r\n"
    let text = html(code).replacing(#/<[^>]*>/#, with: "").replacing("&quot;", with: "\"")
    #expect(text == code.replacing("\r", with: "\u{FFFD}") || text == code)
  }

  @Test func anEmptyTextIsOneLine() {
    #expect(html("") == "<span class=\"line\">\n</span>")
  }
}
