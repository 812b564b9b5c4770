import Foundation
import Testing

struct FrontMatterTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var text: String
    var findings: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "complete",
      text: "title: T\nsummary: S\nminutes: 10\nobjectives: [a, b]\nlabs: []\nversions: 1.35-1.36", findings: []),
    Case(
      name: "unknown key", text: "title: T\nsumary: S\nsummary: S\ndraft: true",
      findings: [
        "3:1: error: the front matter has no key 'sumary': write 'summary' [course/front-matter]",
        "5:1: error: the front matter has no key 'draft': it takes title, summary, minutes, objectives, labs, versions [course/front-matter]",
      ]),
    Case(
      name: "missing", text: "minutes: 5",
      findings: [
        "2:1: error: the front matter has no 'summary': add it [course/front-matter]",
        "2:1: error: the front matter has no 'title': add it [course/front-matter]",
      ]),
    Case(
      name: "wrong types",
      text: "title: [T]\nsummary: {a: b}\nminutes: ten\nobjectives: a\nlabs: [[a]]\nversions: [1.35]",
      findings: [
        "2:8: error: 'title' is a text [course/front-matter]",
        "3:10: error: 'summary' is a text [course/front-matter]",
        "4:10: error: 'minutes' is a whole number from 1 to 1000 [course/front-matter]",
        "5:13: error: 'objectives' is a list: write '[a, b]' or lines with '- ' [course/front-matter]",
        "6:8: error: 'labs' is a list of texts: write one here [course/front-matter]",
        "7:11: error: 'versions' names no versions from 1.25 to 1.37: write '1.34' or '1.30-1.34' [course/front-matter]",
      ]),
    Case(
      name: "odd numbers", text: "title: T\nsummary: S\nminutes: 99999999999999999999\nversions: 1.2",
      findings: [
        "4:10: error: 'minutes' is a whole number from 1 to 1000 [course/front-matter]",
        "5:11: error: '1.2' names no versions from 1.25 to 1.37: write '1.34' or '1.30-1.34' [course/front-matter]",
      ]),
    Case(
      name: "unknown lab", text: "title: T\nsummary: S\nlabs: [nowhere]",
      findings: ["4:8: error: the course has no lab 'nowhere': list it in drydock.yaml [course/unknown-lab]"]),
    Case(
      name: "bad YAML", text: "title: T\n  summary: S",
      findings: [
        "3:10: error: a ':' where no key can stand: align the line with its siblings, or quote a value that holds ': ' [yaml/syntax]"
      ]),
    Case(
      name: "empty", text: "# nothing",
      findings: [
        "2:1: error: the front matter is empty: write 'title' and 'summary' [course/front-matter]"
      ]),
    Case(
      name: "a list", text: "- title",
      findings: [
        "2:1: error: the front matter is a mapping of keys: write 'key: value' lines [course/front-matter]"
      ]),
  ]

  @Test(arguments: cases)
  func findsWhatIsWrong(_ example: Case) async throws {
    let course = try CourseCase(lessons: ["a": "---\n\(example.text)\n---\n\nWords.\n"])
    #expect(try await course.findings() == example.findings.map { "content/en/c/a.md:" + $0 })
  }

  @Test func wantsFrontMatter() async throws {
    let course = try CourseCase(lessons: ["a": "Words.\n", "b": "---\ntitle: T\n", "c": ""])
    #expect(
      try await course.findings() == [
        "content/en/c/a.md:1:1: error: the page has no front matter: begin it with '---', 'title: …', 'summary: …', '---' [course/front-matter]",
        "content/en/c/b.md:1:1: error: the front matter is never closed: end it with a line '---' [markdown/unclosed-front-matter]",
        "content/en/c/c.md:1:1: error: the page has no front matter: begin it with '---', 'title: …', 'summary: …', '---' [course/front-matter]",
      ])
  }
}
