import Course
import Foundation
import Testing

/// Every id of a finding that stands in the sources has a page.
@Test func everyFindingIsDocumented() throws {
  let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")
  let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
  let documented = Set(CourseDocumentation.all.map(\.id))
  var seen = 0
  for case let file as URL in files where file.pathExtension == "swift" {
    let text = try String(contentsOf: file, encoding: .utf8)
    for match in text.matches(of: #/"((?:yaml|schema|snippet|course|markdown|lab)/[a-z0-9-]+)"/#) {
      seen += 1
      #expect(documented.contains(String(match.1)), "\(match.1) in \(file.lastPathComponent)")
    }
  }
  #expect(seen > 50)
}
