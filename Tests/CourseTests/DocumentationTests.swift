import Course
import Foundation
import Testing

struct DocumentationTests {
  /// The ids that stand in our sources, found by their form.
  @Test func everyFindingOfPagesCoursesAndLabsIsDocumented() throws {
    let sources = URL(fileURLWithPath: Corpus.folder).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources").path
    var written: Set<String> = []
    for module in ["Course", "Grading", "Markdown", "Site"] {
      for file in try FileManager.default.subpathsOfDirectory(atPath: "\(sources)/\(module)")
      where file.hasSuffix(".swift") && !file.hasSuffix("Documentation.swift") {
        let text = try String(contentsOfFile: "\(sources)/\(module)/\(file)", encoding: .utf8)
        for match in text.matches(of: #/"((?:course|lab|markdown|snippet)/[a-z0-9-]+)"/#) {
          written.insert(String(match.1))
        }
      }
    }
    let documented = Set(
      CourseDocumentation.all.map(\.id).filter { id in
        ["course/", "lab/", "markdown/", "snippet/"].contains { id.hasPrefix($0) }
      })
    #expect(written.subtracting(documented).sorted() == [])
    #expect(documented.subtracting(written).sorted() == [])
  }

  @Test func idsAreUniqueAndBothLanguagesAreWritten() {
    let all = CourseDocumentation.all
    #expect(Set(all.map(\.id)).count == all.count)
    for documentation in all {
      for message in [documentation.what, documentation.why] {
        #expect(!message.en.isEmpty && message.ko?.isEmpty == false, "\(documentation.id)")
      }
    }
  }
}
