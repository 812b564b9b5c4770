import Foundation
import Testing

@testable import Site

struct DemoSiteTests {
  /// With `DEMO_SITE=FOLDER` in the environment the demo is published there, to be looked at.
  @Test func everyLinkOfEveryPageLeadsSomewhere() throws {
    let content = DemoCourse.content
    #expect(Site.brokenLinks(in: content) == [])
    let files = try Site.files(of: content)
    if let folder = ProcessInfo.processInfo.environment["DEMO_SITE"] {
      try SiteFolder(path: folder).publish(files)
    }
    #expect(PublishedLinks(files).broken == [])
  }
}

/// The links and anchors of finished pages, read from their text.
struct PublishedLinks {
  private var ids: [String: Set<String>] = [:]
  private var links: [(page: String, target: String)] = []

  init(_ files: [SiteFile]) {
    for file in files {
      ids[file.path] = []
      guard file.path.hasSuffix(".html") else { continue }
      let text = String(decoding: file.bytes, as: UTF8.self)
      for match in text.matches(of: #/ id="([^"]*)"/#) { ids[file.path]?.insert(String(match.1)) }
      for match in text.matches(of: #/ (?:href|src)="([^"]*)"/#) { links.append((file.path, String(match.1))) }
    }
  }

  /// Links to pages that were not made, and to anchors that they do not have.
  var broken: [String] {
    links.compactMap { link in
      if link.target.hasPrefix("https://") { return nil }
      let parts = link.target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let path = parts[0].isEmpty ? link.page : PagePath.resolved(String(parts[0]), from: link.page)
      let isFound = path.flatMap { ids[$0] }.map { parts.count == 1 || $0.contains(String(parts[1])) } ?? false
      return isFound ? nil : "\(link.page): \(link.target)"
    }
  }
}
