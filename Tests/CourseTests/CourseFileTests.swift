import Course
import Findings
import Foundation
import Testing

/// Each file in `CourseFiles` is a course file; beside it stands what is found in it.
struct CourseFileTests {
  @Test(arguments: Corpus.names(in: "CourseFiles", ending: ".yaml"))
  func findsWhatStandsBeside(file: String) throws {
    var findings: [LocatedFinding] = []
    let source = SourceText(name: "drydock.yaml", text: try Corpus.text("CourseFiles/\(file).yaml"))
    let configuration = CourseConfiguration(parsing: source, findings: &findings)
    var lines = findings.map { $0.plainText() }
    lines.append(
      """

      languages \(configuration.languages.joined(separator: " ")); versions \(configuration.versions.description)
      title \(configuration.title.text(in: "en")) | \(configuration.title.text(in: "ko"))
      chapters \(configuration.chapters.map { "\($0.id): \($0.lessons.map(\.id).joined(separator: " "))" })
      labs \(configuration.labs.map(\.id)); disabled \(configuration.disabledRules.map(\.id))
      """)
    try expect(lines.joined(separator: "\n") + "\n", matches: "CourseFiles/\(file).txt")
  }

  @Test func refusesBytesThatAreNoText() throws {
    var findings: [LocatedFinding] = []
    let source = SourceText(name: "drydock.yaml", bytes: Array("format: 1\ntitle: \u{FF}\n".utf8) + [0xFF, 0x0A])
    _ = CourseConfiguration(parsing: source, findings: &findings)
    #expect(
      findings.map { $0.plainText() } == [
        "drydock.yaml:3:1: error: byte 0xFF is not UTF-8: save the file as UTF-8 [yaml/invalid-utf8]"
      ])
  }
}
