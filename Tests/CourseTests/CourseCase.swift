import Course
import Findings
import Foundation

/// A small course in a temporary folder, and what is found in it.
struct CourseCase {
  let folder: TemporaryFolder

  /// A course with one chapter, `c`, that lists `lessons`.
  init(lessons: [String: String] = [:], labs: [String] = [], files: [String: String] = [:]) throws {
    folder = try TemporaryFolder(files)
    if files["drydock.yaml"] == nil {
      try folder.write(CourseCase.configuration(lessons: lessons.keys.sorted(), labs: labs), to: "drydock.yaml")
    }
    for (name, text) in lessons { try folder.write(text, to: "content/en/c/\(name).md") }
  }

  static func configuration(lessons: [String], labs: [String] = []) -> String {
    """
    format: 1
    title: T
    versions: 1.34-1.37
    chapters:
    - id: c
      title: C
      lessons: [\(lessons.joined(separator: ", "))]
    labs: [\(labs.joined(separator: ", "))]
    lint: {disable: [lint/image-tag-latest]}

    """
  }

  /// The same with the front matter that every lesson has, five lines.
  static func lesson(_ body: String) -> String { "---\ntitle: T\nsummary: S\n---\n\n" + body }

  func course(jobs: Int? = 1) async throws -> Course {
    try await CourseReader(folder: Folder(folder.path), jobs: jobs).read()
  }

  func findings() async throws -> [String] { try await course().findings.flatMap { lines(of: $0) } }

  /// The plain line, and a line for each related place, with paths as they are in the course.
  func lines(of located: LocatedFinding) -> [String] {
    let related = located.related.map { place in
      let position = place.source.position(at: place.range.start)
      return "  \(place.source.name):\(position.line):\(position.column): \(place.message.en)"
    }
    return ([located.plainText()] + related).map { $0.replacingOccurrences(of: folder.path + "/", with: "") }
  }
}

extension Page {
  /// What was proven of each snippet that asks for a proof.
  func outcomes(in folder: TemporaryFolder) -> [String] {
    snippets.compactMap { proven in
      let line = source.position(at: proven.snippet.fenceRange.start).line
      let versions = proven.proof.versions.isEmpty ? "" : " \(proven.proof.versions.description)"
      let kind = proven.snippet.isHereDocument ? "here-document" : "fence"
      let outcome: String
      switch proven.proof.outcome {
      case .none: return nil
      case .accepted: outcome = "accepted"
      case .fragment(let place): outcome = "fragment of \(place)"
      case .refusedAsMeant: outcome = "refused as meant"
      case .ignored(let reason): outcome = "ignored (\(reason))"
      case .notJudged(let reason): outcome = "not judged (\(reason.en))"
      case .failed: outcome = "failed"
      }
      return "\(line): \(kind): \(outcome)\(versions)"
    }
  }
}
