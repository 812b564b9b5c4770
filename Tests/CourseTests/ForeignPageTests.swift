import Course
import Findings
import Foundation
import Testing

/// Each page in `Foreign` is one of another tool; beside it stands what is judged in it, what is not, what is found.
struct ForeignPageTests {
  @Test(arguments: Corpus.names(in: "Foreign", ending: ".md"))
  func judgesWhatStandsBeside(page: String) async throws {
    let folder = try TemporaryFolder(["\(page).md": try Corpus.text("Foreign/\(page).md")])
    var checker = PathChecker(versions: VersionSet("1.34-1.37") ?? .all)
    checker.jobs = 1
    let report = await checker.check([folder.path])
    var lines = ["files \(report.files), objects \(report.objects.count), not judged \(report.notJudged.count)"]
    lines += report.objects.map { "\($0.line): \($0.kind)/\($0.name ?? "?"): \($0.verdict.text())" }
    lines += report.notJudged.map { "\($0.line): not judged: \($0.reason.en)" }
    lines += report.findings.map { $0.plainText() }
    let text = lines.joined(separator: "\n").replacingOccurrences(of: folder.path + "/", with: "")
    try expect(text + "\n", matches: "Foreign/\(page).txt")
  }
}
