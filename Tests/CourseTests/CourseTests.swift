import Course
import Findings
import Foundation
import Testing

struct CourseTests {
  /// All pages of the corpus as one course: much is found in it.
  private func everyPage() throws -> CourseCase {
    var lessons: [String: String] = [:]
    for page in PageTests.pages { lessons[page] = try Corpus.text("Pages/\(page).md") }
    return try CourseCase(lessons: lessons, files: try Corpus.files(below: "Pages/examples", as: "content/examples"))
  }

  @Test func findsTheSameInTheSameOrderWithAnyNumberOfJobs() async throws {
    let example = try everyPage()
    let alone = try await example.course(jobs: 1)
    let lines = alone.findings.flatMap { example.lines(of: $0) }
    #expect(lines.count > 50)
    #expect(
      alone.findings.elementsEqual(alone.findings.sorted(by: LocatedFinding.isOrderedBefore)) {
        $0.plainText() == $1.plainText()
      })
    for jobs in [2, 5, 64, nil] {
      let course = try await example.course(jobs: jobs)
      #expect(course.findings.flatMap { example.lines(of: $0) } == lines, "\(jobs ?? 0) jobs")
      #expect(course.lessons.map(\.id) == alone.lessons.map(\.id))
      #expect(
        course.lessons.flatMap { $0.page.outcomes(in: example.folder) }
          == alone.lessons.flatMap { $0.page.outcomes(in: example.folder) })
    }
  }

  @Test func aFileThatSeveralFencesIncludeIsFoundWantingOnce() async throws {
    let fence = "```yaml include=\"examples/broken.yaml\"\n```\n"
    let example = try CourseCase(
      lessons: ["a": CourseCase.lesson(fence), "b": CourseCase.lesson("Words.\n\n" + fence + "\n" + fence)],
      files: ["content/examples/broken.yaml": try Corpus.text("Pages/examples/broken.yaml")])
    #expect(
      try await example.findings() == [
        "content/examples/broken.yaml:6:3: error: unknown field 'selektor'; did you mean 'selector'? [schema/unknown-field]",
        "  content/en/c/a.md:6:18: included here",
        "  content/en/c/b.md:8:18: included here",
        "  content/en/c/b.md:11:18: included here",
      ])
  }

  @Test func warnsOfPagesThatNoChapterLists() async throws {
    let page = CourseCase.lesson("Words.\n")
    let example = try CourseCase(
      lessons: ["a": page],
      files: [
        "content/en/index.md": page, "content/en/c/draft.md": page, "content/en/d/e/f.md": page,
        "content/en/c/notes.txt": "", "content/examples/README.md": page, "content/ko/c/a.md": page,
      ])
    let lines = try await example.findings()
    let words = "warning: no chapter of drydock.yaml lists this page: add it to 'lessons' [course/unlisted-lesson]"
    #expect(lines == ["content/en/c/draft.md:1:1: \(words)", "content/en/d/e/f.md:1:1: \(words)"])
    #expect(try await example.course().findings.allSatisfy { $0.finding.severity != .error })
  }

  @Test func publishesPicturesAndNothingElse() async throws {
    let page = CourseCase.lesson("Words.\n")
    let example = try CourseCase(
      lessons: ["a": page],
      files: [
        "content/en/c/a.svg": "<svg/>", "content/pictures/b.png": "png", "content/secret.key": "key",
        "content/.hidden.png": "png", "content/examples/a.yaml": "a: b",
      ])
    #expect(try await example.course().assets.map(\.path) == ["en/c/a.svg", "pictures/b.png"])
  }

  @Test func namesTheNearestLab() async throws {
    let example = try CourseCase(
      lessons: ["a": "---\ntitle: T\nsummary: S\nlabs: [slow-startr]\n---\n"], labs: ["slow-starter"])
    #expect(
      try await example.findings() == [
        "content/en/c/a.md:4:8: error: the course has no lab 'slow-startr': write 'slow-starter' [course/unknown-lab]",
        "drydock.yaml:8:8: error: '\(example.folder.path)/labs/slow-starter/lab.yaml' does not exist: check the path [course/missing-file]"
          .replacingOccurrences(of: example.folder.path + "/", with: ""),
      ])
  }
}
