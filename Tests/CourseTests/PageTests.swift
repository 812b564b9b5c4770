import Course
import Foundation
import Testing

/// Each page in `Pages` is a lesson of a small course; beside it stands what is found in it and proven of it.
struct PageTests {
  static let pages = Corpus.names(in: "Pages", ending: ".md")

  @Test(arguments: pages)
  func findsWhatStandsBeside(page: String) async throws {
    let course = try CourseCase(
      lessons: [page: try Corpus.text("Pages/\(page).md")],
      files: try Corpus.files(below: "Pages/examples", as: "content/examples"))
    let read = try await course.course()
    let lines = read.findings.flatMap { course.lines(of: $0) }
    let outcomes = read.lessons.flatMap { $0.page.outcomes(in: course.folder) }
    try expect((outcomes + [""] + lines).joined(separator: "\n") + "\n", matches: "Pages/\(page).txt")
  }
}

/// Files beside the tests.
enum Corpus {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

  static func names(in subfolder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(subfolder)")) ?? []
    return names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  static func files(below subfolder: String, as path: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(subfolder)") {
      files["\(path)/\(name)"] = try text("\(subfolder)/\(name)")
    }
    return files
  }
}
