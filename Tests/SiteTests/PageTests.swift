import Findings
import Foundation
import Markdown
import Testing

@testable import Site

/// What holds for every page of the demo.
struct PageTests {
  private static let pages: [(path: String, text: String)] = {
    let files = (try? Site.files(of: DemoCourse.content)) ?? []
    return files.filter { $0.path.hasSuffix(".html") }.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
  }()

  @Test func everyPageOfEveryLanguageIsThere() {
    #expect(
      PageTests.pages.map(\.path) == [
        "en/labs/index.html", "en/labs/slow-starter.html", "en/probes/index.html", "en/probes/three-probes.html",
        "en/rollouts/index.html", "en/rollouts/rolling-update.html", "en/rules/index.html",
        "en/rules/lint/image-tag-latest.html", "en/rules/schema/unknown-field.html", "index.html", "ko/index.html",
        "ko/labs/index.html", "ko/labs/slow-starter.html", "ko/probes/index.html", "ko/probes/three-probes.html",
        "ko/rules/index.html", "ko/rules/lint/image-tag-latest.html",
        "ko/rules/schema/unknown-field.html",
      ])
  }

  @Test func theSecurityPolicyHoldsByConstruction() {
    for page in PageTests.pages {
      #expect(
        page.text.contains("default-src 'none'; style-src 'self' file:; script-src 'self' file:;"), "\(page.path)")
      #expect(!page.text.contains("unsafe-"), "\(page.path)")
      #expect(page.text.matches(of: #/<[^>]* (?:style|on[a-z]+)=/#).isEmpty, "\(page.path)")
      #expect(page.text.matches(of: #/<script(?! src=)|<style/#).isEmpty, "\(page.path)")
      #expect(page.text.matches(of: #/(?:src|href)="(?:\/|http:)/#).isEmpty, "\(page.path)")
    }
  }

  @Test func everyPageHasOneTitleAndUniqueIDs() {
    for page in PageTests.pages {
      #expect(page.text.matches(of: #/<h1/#).count == 1, "\(page.path)")
      #expect(page.text.matches(of: #/<main/#).count == 1, "\(page.path)")
      let ids = page.text.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(page.path): \(ids)")
      let language = page.path.hasPrefix("ko/") ? "ko" : "en"
      #expect(page.text.contains("<html lang=\"\(language)\">"), "\(page.path)")
    }
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    #expect(try Site.files(of: DemoCourse.content) == Site.files(of: DemoCourse.content))
  }

  @Test func twoPagesMustNotHaveOneAddress() {
    var content = DemoCourse.content
    content.chapters[1].id = "labs"
    #expect(throws: SiteError.sameAddress("en/labs/index.html")) { _ = try Site.files(of: content) }
    content.chapters[1].id = ".."
    #expect(throws: SiteError.unsafeAddress("en/../index.html")) { _ = try Site.files(of: content) }
  }

  @Test func snippetsOfOneFileNameGetFilesOfTheirOwn() throws {
    var content = DemoCourse.content
    let text = "content/en/probes/three-probes.md"
    let document = MarkdownDocument(parsing: SourceText(name: text, text: "```\n```\n\n```\n```\n\n```\n```\n"))
    let snippets = ["a: 1\n", "a: 2\n", "a: 1\n"].enumerated().map {
      ($0.offset, SnippetView(title: "a.yaml", language: "yaml", text: $0.element))
    }
    content.chapters[0].lessons[0].texts["en"]?.page = MarkdownPage(
      path: text, document: document, snippets: Dictionary(uniqueKeysWithValues: snippets))
    let files = try Site.files(of: content).filter { $0.path.hasPrefix("en/probes/three-probes/") }
    #expect(
      files == [
        SiteFile(path: "en/probes/three-probes/2-a.yaml", bytes: Array("a: 2\n".utf8)),
        SiteFile(path: "en/probes/three-probes/a.yaml", bytes: Array("a: 1\n".utf8)),
      ])
  }

  /// One small page, byte for byte. `UPDATE_EXPECTED=1` writes it anew; the difference is reviewed like code.
  @Test func aSmallPage() throws {
    let path = "content/en/basics/first.md"
    let text = "Read *this*.\n\n## Try it\n\n```yaml\n```\n"
    let code = "kind: Pod\nspec: {replica: 1}\n"
    let snippet = SnippetView(
      id: "pod", title: "pod.yaml", language: "yaml", text: code, proof: .refused(DemoCourse.versions),
      findings: [
        Finding(
          id: "schema/unknown-field", range: DemoCourse.range(of: "replica", in: code),
          message: "a Pod has no field 'replica'",
          server: ServerError(.unknownField, FieldPath([.field("spec"), .field("replica")])))
      ], emphasizedLines: [2...2])
    let document = MarkdownDocument(parsing: SourceText(name: path, text: text))
    let content = SiteContent(
      title: "A course", description: "Small.", languages: ["en"], versions: DemoCourse.versions,
      chapters: [
        ChapterView(
          id: "basics", title: "Basics",
          lessons: [
            LessonView(
              id: "first",
              texts: [
                "en": LessonText(
                  title: "First", summary: "One `Pod`.", minutes: 1, objectives: ["Read."],
                  page: MarkdownPage(path: path, document: document, snippets: [0: snippet]))
              ])
          ])
      ])
    let page = try #require(try Site.files(of: content).first { $0.path == "en/basics/first.html" })
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expected/first.html")
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] != nil {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(page.bytes).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let actual = String(decoding: page.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, (line, wanted)) in zip(actual, expected).enumerated() where line != wanted {
      Issue.record("line \(number + 1): \(line)\nexpected: \(wanted)")
    }
    #expect(actual.count == expected.count)
  }
}
