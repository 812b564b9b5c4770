import Foundation
import Testing

@testable import Site

struct SiteFolderTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "drydock-site-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private var site: String { folder + "/site" }

  private func publish(_ files: [String: String]) throws {
    let files = files.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) }
    try SiteFolder(path: site).publish(files.sorted { $0.path < $1.path })
  }

  private func write(_ text: String, to path: String) throws {
    let parent = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  /// All paths below the temporary folder, with the text of files.
  private func tree() throws -> [String: String] {
    var tree: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      if !isFolder.boolValue, !path.hasSuffix(SiteFolder.marker) {
        tree[path] = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      }
    }
    return tree
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  @Test func replacesTheWholeSite() throws {
    defer { remove() }
    try publish(["index.html": "1", "old/a.html": "a"])
    #expect(try tree() == ["site/index.html": "1", "site/old/a.html": "a"])
    try publish(["index.html": "2", "new/b.html": "b"])
    #expect(try tree() == ["site/index.html": "2", "site/new/b.html": "b"])
  }

  @Test func filesThatStayTheSameKeepTheirDate() throws {
    defer { remove() }
    func dates() throws -> [Date?] {
      try ["same", "other"].map {
        try FileManager.default.attributesOfItem(atPath: "\(site)/\($0).html")[.modificationDate] as? Date
      }
    }
    try publish(["same.html": "1", "other.html": "1"])
    let past = Date(timeIntervalSince1970: 1_000_000)
    for name in ["same", "other"] {
      try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: "\(site)/\(name).html")
    }
    try publish(["same.html": "1", "other.html": "2"])
    let after = try dates()
    #expect(after[0] == past)
    #expect(after[1] != past)
    #expect(try tree() == ["site/same.html": "1", "site/other.html": "2"])
  }

  @Test func keepsHiddenFilesOfTheFolder() throws {
    defer { remove() }
    try write("", to: site + "/.gitkeep")
    try publish(["index.html": "1"])
    try publish(["index.html": "2"])
    #expect(try tree() == ["site/.gitkeep": "", "site/index.html": "2"])
  }

  @Test func leavesTheOldSiteWholeWhenWritingFails() throws {
    defer { remove() }
    try publish(["index.html": "1"])
    let tooLong = String(repeating: "x", count: 300)
    let error = #expect(throws: PublicationError.self) {
      try publish(["a.html": "2", "index.html": "2", "\(tooLong).html": "2"])
    }
    #expect(error?.message.en.hasSuffix("(File name too long): the old site is kept") == true)
    #expect(try tree() == ["site/index.html": "1"])
  }

  @Test func refusesPathsThatLeaveTheSite() throws {
    defer { remove() }
    #expect(throws: PublicationError(.notAFolder, path: "../a.html")) { try publish(["../a.html": "1"]) }
    #expect(try tree() == [:])
  }

  @Test func refusesFoldersThatItDidNotWrite() throws {
    defer { remove() }
    try write("mine", to: site + "/notes.txt")
    #expect(throws: PublicationError(.notASite, path: site)) { try publish(["index.html": "1"]) }
    #expect(try tree() == ["site/notes.txt": "mine"])
  }

  @Test func refusesToLoseAHiddenFolder() throws {
    defer { remove() }
    try publish(["index.html": "1"])
    try write("ref", to: site + "/.git/HEAD")
    #expect(throws: PublicationError(.hiddenFolder, path: site + "/.git")) { try publish(["index.html": "2"]) }
    #expect(try tree() == ["site/.git/HEAD": "ref", "site/index.html": "1"])
  }

  @Test func refusesAFile() throws {
    defer { remove() }
    try write("mine", to: site)
    #expect(throws: PublicationError(.notAFolder, path: site)) { try publish(["index.html": "1"]) }
    #expect(try tree() == ["site": "mine"])
  }

  @Test func removesWhatKilledBuildsLeftAndNothingElse() throws {
    defer { remove() }
    try write("", to: folder + "/.site.drydock-123/" + SiteFolder.marker)
    try write("half", to: folder + "/.site.drydock-123/index.html")
    try write("mine", to: folder + "/.site.drydock-notes/a.txt")
    try write("mine", to: folder + "/.other.drydock-123/a.txt")
    try publish(["index.html": "1"])
    #expect(
      try tree() == [
        ".other.drydock-123/a.txt": "mine", ".site.drydock-notes/a.txt": "mine", "site/index.html": "1",
      ])
  }

  @Test func bringsTheOldSiteBackFromAnUnfinishedExchange() throws {
    defer { remove() }
    try write("", to: folder + "/.site.drydock-9.old/" + SiteFolder.marker)
    try write("old", to: folder + "/.site.drydock-9.old/index.html")
    let tooLong = String(repeating: "x", count: 300)
    #expect(throws: PublicationError.self) { try publish(["\(tooLong)": ""]) }
    #expect(try tree() == ["site/index.html": "old"])
  }

  @Test func followsALinkToTheFolder() throws {
    defer { remove() }
    try FileManager.default.createDirectory(atPath: folder + "/elsewhere", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: site, withDestinationPath: folder + "/elsewhere")
    try publish(["index.html": "1"])
    #expect(FileSystem.kind(of: site) == .link)
    #expect(try tree()["elsewhere/index.html"] == "1")
  }
}
