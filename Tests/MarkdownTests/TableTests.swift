import Findings
import Markdown
import Testing

struct TableTests {
  @Test(arguments: [
    ("| a | b |\n|---|:-:|\n| 1 | 2 |\n", "table none center\n  a | b\n  1 | 2"),
    ("a | b\n:- | -:\n1\n1 | 2 | 3\n", "table left right\n  a | b\n  1 | \n  1 | 2"),
    ("| a |\n| - |\n", "table none\n  a"),
    ("| `a \\| b` | \\| |\n|-|-|\n| **x** | [l](m) |\n", "table none none\n  `a | b` | |\n  <b>x</b> | [l](m)"),
    (
      "before\nstill\n| a | b |\n|---|---|\n| 1 | 2 |\n\nafter\n",
      "p before⏎still\ntable none none\n  a | b\n  1 | 2\np after"
    ),
    (
      "- x\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n",
      "list loose\n  item\n    p x\n    table none none\n      a | b\n      1 | 2"
    ),
    ("> | a | b |\n> |---|---|\n> | 1 | 2 |\nlazy\n", "quote\n  table none none\n    a | b\n    1 | 2\n  p lazy"),
    (
      "| # a | - b | 1. c | > d |\n|-|-|-|-|\n|    e | --- | <br> | ![i](j) |\n",
      "table none none none none\n  # a | - b | 1. c | > d\n  e | --- | «<br>» | ![i](j)"
    ),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n---\n", "table none none\n  a | b\n  1 | 2\nbreak"),
    ("| [r] | [x][r] |\n|---|---|\n\n[r]: /to\n", "table none none\n  [r](/to) | [x](/to)"),
    ("| ~~a~~ | https://b.c |\n|---|---|\n", "table none none\n  <s>a</s> | [https://b.c](https://b.c)"),
    ("| 필드 | 뜻 |\n|---|---|\n| `spec` | 원하는 상태 |\n| | x |\n", "table none none\n  필드 | 뜻\n  `spec` | 원하는 상태\n   | x"),
    // No tables: cells and delimiters differ in number, no delimiter row, a word in it.
    ("| a | b |\n|---|\n", "p | a | b |⏎|---|"),
    ("| a | b |\n| 1 | 2 |\n", "p | a | b |⏎| 1 | 2 |"),
    ("| a | b |\n|---|-x-|\n", "p | a | b |⏎|---|-x-|"),
    ("    | a |\n    |---|\n", "code  \"| a |\\n|---|\\n\""),
  ])
  func readsTables(markdown: String, expected: String) {
    #expect(outline(markdown) == expected)
  }
}
