import Course
import Foundation
import Testing

struct FolderTests {
  private func error(_ body: () throws(FileError) -> Void) -> FileError.Reason? {
    do throws(FileError) {
      try body()
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func listsFilesInTheOrderOfTheirBytes() throws {
    let folder = try TemporaryFolder([
      "b.yaml": "", "a.yaml": "", "B/z.yaml": "", "é.yaml": "", ".hidden/a.yaml": "", "node_modules/a.yaml": "",
      "a/b/c.md": "",
    ])
    var errors: [FileError] = []
    let files = Folder(folder.path).files(errors: &errors)
    #expect(files == ["B/z.yaml", "a/b/c.md", "a.yaml", "b.yaml", "é.yaml"])
    #expect(errors == [])
  }

  @Test func followsNoCircleOfLinks() throws {
    let folder = try TemporaryFolder(["a/one.md": "", "b/two.md": ""])
    for name in ["a", "b"] {
      for (index, target) in ["../a", "../b", "..", "."].enumerated() {
        try folder.link("\(name)/to\(index)", to: target)
      }
    }
    var errors: [FileError] = []
    let files = Folder(folder.path).files(errors: &errors)
    #expect(
      files == [
        "a/one.md", "a/to1/two.md", "b/to0/one.md", "b/two.md",
      ])
    #expect(errors == [])
  }

  @Test func endsAtItsDepth() throws {
    let folder = try TemporaryFolder([
      Array(repeating: "d", count: 70).joined(separator: "/") + "/a.md": "", "a.md": "",
    ])
    var errors: [FileError] = []
    #expect(Folder(folder.path).files(errors: &errors) == ["a.md"])
    #expect(errors.map(\.reason) == [.tooDeep(limit: 64)])
  }

  @Test func readsNothingOutside() throws {
    let folder = try TemporaryFolder(["course/a.md": "a", "course-two/b.md": "b", "outside.md": "o"])
    try folder.link("course/out.md", to: "../outside.md")
    try folder.link("course/sibling", to: "../course-two")
    try folder.link("course/in.md", to: "a.md")
    try folder.link("course/absolute.md", to: folder.path("course/a.md"))
    let course = Folder(folder.path("course")).confined
    for name in ["a.md", "in.md", "absolute.md"] {
      #expect(String(decoding: try course.read(name).bytes, as: UTF8.self) == "a")
    }
    for name in ["out.md", "sibling/b.md", "../outside.md"] {
      #expect(error { () throws(FileError) in _ = try course.read(name) } == .outside)
    }
    #expect(error { () throws(FileError) in _ = try course.folder("sibling").read("b.md") } == .outside)
    #expect(try Folder(folder.path("course")).read("out.md").bytes == Array("o".utf8))
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    let folder = try TemporaryFolder(["file": ""])
    try folder.makeFolder("folder")
    try folder.link("circle", to: "circle")
    let root = Folder(folder.path)
    #expect(error { () throws(FileError) in _ = try root.read("missing") } == .missing)
    #expect(error { () throws(FileError) in _ = try root.read("folder") } == .isDirectory)
    #expect(error { () throws(FileError) in _ = try root.read("file/below") } == .missing)
    #expect(error { () throws(FileError) in _ = try root.read("circle") } == .linkLoop)
    #expect(error { () throws(FileError) in _ = try Folder("/dev").read("null") } == .isNoFile)
    #expect(error { () throws(FileError) in _ = try root.names(in: "file") } == .isNoDirectory)
    #expect(error { () throws(FileError) in try root.write([], to: "missing/file") } == .noFolder)
    #expect(error { () throws(FileError) in try root.makeFolder("file/below") } == .isNoDirectory)
    #expect(error { () throws(FileError) in try root.write([], to: "folder") } == .isDirectory)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["circle", "file", "folder"])
  }

  @Test func writesWhole() throws {
    let folder = try TemporaryFolder(["file": "old"])
    let root = Folder(folder.path)
    try root.makeFolder("a/b")
    try root.makeFolder("a/b")
    try root.write(Array("new".utf8), to: "file")
    try root.write([], to: "a/b/empty")
    #expect(try folder.read("file") == "new")
    #expect(try folder.contents().keys.sorted() == ["a/b/empty", "file"])
  }
}
