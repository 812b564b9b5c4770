import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whatever a tree holds: a located sentence, exit code 1 or 2, no crash, no hang, no half-written site.
struct BadInputTests {
  @Test func odditiesAmongManifests() throws {
    let folder = try TemporaryFolder(["tree/good.yaml": Fixture.valid])
    try folder.write("", to: "tree/empty.yaml")
    try folder.write("", to: "tree/empty.md")
    try folder.write(Data([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x00, 0x00, 0xFF, 0xFE]), to: "tree/binary.yaml")
    try folder.write(Data("# Page\n\u{0} \n".utf8) + Data([0xC3, 0x28]), to: "tree/binary.md")
    try folder.write(Data("metadata:\n  name: ".utf8) + Data([0xE9, 0x0A]), to: "tree/latin1.yaml")
    try folder.write(
      Data([0xFF, 0xFE]) + Data("a: b\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }), to: "tree/utf16.yaml")
    try folder.write(String(repeating: "[", count: 10_000), to: "tree/deep-flow.yaml")
    try folder.write(
      (0..<10_000).map { String(repeating: " ", count: $0) + "a:\n" }.prefix(300).joined(), to: "tree/deep-block.yaml")
    try folder.write(
      String(repeating: "{\"a\":", count: 10_000) + "1" + String(repeating: "}", count: 10_000), to: "tree/deep.json")
    try folder.write(String(repeating: "> ", count: 10_000) + "deep\n", to: "tree/deep-quote.md")
    try folder.write(
      "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + zip("bcdefghi", "abcdefgh").map {
          "\($0): &\($0) [\(Array(repeating: "*\($1)", count: 10).joined(separator: ", "))]\n"
        }.joined(),
      to: "tree/bomb.yaml")
    try folder.write("a: &a {b: *a}\n", to: "tree/loop.yaml")
    try folder.makeFolder("tree/folder.yaml")
    try folder.link("tree/circle", to: "../tree")
    try folder.link("tree/itself.yaml", to: "itself.yaml")
    try folder.link("tree/nowhere.yaml", to: "missing.yaml")
    try folder.link("tree/nowhere.txt", to: "missing.txt")
    mkfifo(folder.path("tree/pipe.yaml"), 0o600)
    var transcript = Transcript(folder)
    try transcript.run("check --format plain tree")
    for name in ["folder.yaml", "pipe.yaml/x", "itself.yaml", "nowhere.yaml"] {
      try transcript.run("check --format plain tree/\(name)")
    }
    try expect(transcript.text, matches: "Expected/oddities.txt")
  }

  @Test func aFileOf50MegabytesIsRefusedAndOneOf32IsRead() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data(repeating: 0x23, count: 50 << 20), to: "huge.yaml")
    try folder.write(Data(repeating: 0x23, count: (32 << 20) - 1) + Data([0x0A]), to: "large.yaml")
    var transcript = Transcript(folder)
    try transcript.run("check --format plain huge.yaml")
    try transcript.run("check --format plain large.yaml")
    try expect(transcript.text, matches: "Expected/huge.txt")
  }

  /// A named pipe is read like a file, so that `<(kustomize build)` works.
  @Test func aNamedPipeIsRead() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.path("pipe"), 0o600)
    let check = try RunningProgram([Program.path, "check", "--format", "plain", "pipe"], in: folder.path)
    try Data(Fixture.broken.utf8).write(to: URL(fileURLWithPath: folder.path("pipe")))
    let outcome = try check.wait()
    #expect(outcome.output == "pipe:5:1: error: unknown field 'datum' [schema/unknown-field]\n")
    #expect(outcome.status == 1)
  }

  struct Oddity: Sendable {
    var name: String
    var make: @Sendable (TemporaryFolder) throws -> Void
  }

  static let oddities: [Oddity] = [
    Oddity(name: "no course file") { try $0.remove("drydock.yaml") },
    Oddity(name: "a folder for a course file") {
      try $0.remove("drydock.yaml")
      try $0.makeFolder("drydock.yaml")
    },
    Oddity(name: "a list for a course file") { try $0.write("- a\n", to: "drydock.yaml") },
    Oddity(name: "an empty course file") { try $0.write("", to: "drydock.yaml") },
    Oddity(name: "bytes for a course file") { try $0.write(Data([0x61, 0xFF]), to: "drydock.yaml") },
    Oddity(name: "a pipe for a course file") {
      try $0.remove("drydock.yaml")
      mkfifo($0.path("drydock.yaml"), 0o600)
    },
    Oddity(name: "a lesson that is missing") { try $0.remove("content/ko/first/two.md") },
    Oddity(name: "a lesson that is a folder") {
      try $0.remove("content/ko/first/two.md")
      try $0.makeFolder("content/ko/first/two.md")
    },
    Oddity(name: "a lesson that is a pipe") {
      try $0.remove("content/ko/first/two.md")
      mkfifo($0.path("content/ko/first/two.md"), 0o600)
    },
    Oddity(name: "a lesson that is empty") { try $0.write("", to: "content/ko/first/two.md") },
    Oddity(name: "a lesson that is no text") {
      try $0.write(
        Data("---\ntitle: T\nsummary: ".utf8) + Data([0xFF]) + Data("\n---\n".utf8), to: "content/ko/first/two.md")
    },
    Oddity(name: "a link out of the course") {
      try $0.remove("content/ko/first/two.md")
      try $0.link("content/ko/first/two.md", to: "/etc/hostname")
    },
    Oddity(name: "an include out of the course") {
      try $0.edit("content/en/first/one.md", "examples/settings.yaml", "../../settings.yaml")
    },
    Oddity(name: "an include through a link out of the course") {
      try $0.remove("content/examples/settings.yaml")
      try $0.link("content/examples/settings.yaml", to: "/etc/hostname")
    },
    Oddity(name: "an include through a folder that is a link out of the course") {
      try $0.remove("content/examples")
      try $0.link("content/examples", to: "/etc")
      try $0.edit("content/en/first/one.md", "settings.yaml", "hostname")
      try $0.edit("content/ko/first/one.md", "settings.yaml", "hostname")
    },
    Oddity(name: "a picture that is a link out of the course") {
      try $0.link("content/en/picture.png", to: "/etc/hostname")
    },
    Oddity(name: "an include that is no text") {
      try $0.write(Data([0x61, 0x3A, 0x20, 0xFF]), to: "content/examples/settings.yaml")
    },
    Oddity(name: "an include of a pipe") {
      try $0.remove("content/examples/settings.yaml")
      mkfifo($0.path("content/examples/settings.yaml"), 0o600)
    },
    Oddity(name: "an include of 50 megabytes") {
      try $0.write(Data(repeating: 0x23, count: 50 << 20), to: "content/examples/settings.yaml")
    },
    Oddity(name: "two snippets with one id") {
      try $0.write(
        Fixture.lesson("Two", "```sh id=a\nls\n```\n\n```sh id=a\nls\n```\n"), to: "content/en/first/two.md")
    },
    Oddity(name: "an unknown attribute") {
      try $0.edit("content/en/first/one.md", "include=", "inclde=")
    },
    Oddity(name: "a lab without a folder") { try $0.remove("labs/name-it") },
    Oddity(name: "a lab that is a file") {
      try $0.remove("labs/name-it")
      try $0.write("", to: "labs/name-it")
    },
    Oddity(name: "a lab without a solution") { try $0.remove("labs/name-it/solution") },
    Oddity(name: "a lab whose solution is a file") {
      try $0.remove("labs/name-it/solution")
      try $0.write("", to: "labs/name-it/solution")
    },
    Oddity(name: "a lab whose solution is a folder") {
      try $0.remove("labs/name-it/solution/settings.yaml")
      try $0.makeFolder("labs/name-it/solution/settings.yaml")
    },
    Oddity(name: "a lab without a starter") { try $0.remove("labs/name-it/starter") },
    Oddity(name: "a lab without a task") {
      try $0.remove("labs/name-it/task.en.md")
      try $0.remove("labs/name-it/task.ko.md")
    },
    Oddity(name: "a lab without a task in one language") { try $0.remove("labs/name-it/task.ko.md") },
    Oddity(name: "a lab that is no text") {
      try $0.write(Data("title: ".utf8) + Data([0xFF]), to: "labs/name-it/lab.yaml")
    },
    Oddity(name: "a task that is no text") {
      try $0.write(Data("Task ".utf8) + Data([0xFF]), to: "labs/name-it/task.ko.md")
    },
    Oddity(name: "an answer that is no text") { try $0.write(Data([0xFF]), to: "labs/name-it/answers/other.yaml") },
    Oddity(name: "an answer that is not listed") { try $0.write(Fixture.valid, to: "labs/name-it/answers/more.yaml") },
    Oddity(name: "an answer that is missing") { try $0.remove("labs/name-it/answers/other.yaml") },
    Oddity(name: "a starter that passes") { try $0.write(Fixture.valid, to: "labs/name-it/starter/settings.yaml") },
    Oddity(name: "an empty lab.yaml") { try $0.write("", to: "labs/name-it/lab.yaml") },
    Oddity(name: "a course without content") { try $0.remove("content") },
    Oddity(name: "quotes 10,000 deep") {
      try $0.write(
        Fixture.lesson("Two", String(repeating: "> ", count: 10_000) + "deep\n"), to: "content/en/first/two.md")
    },
    Oddity(name: "nesting 10,000 deep in a fence") {
      try $0.write(
        Fixture.lesson("Two", "```yaml\n" + String(repeating: "[", count: 10_000) + "\n```\n"),
        to: "content/en/first/two.md")
    },
  ]

  @Test func odditiesInACourse() throws {
    let folder = try TemporaryFolder(Fixture.course)
    #expect(try Program.run(["build"], in: folder.path).status == 0)
    let site = try folder.fingerprint("site")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var text = ""
    for oddity in BadInputTests.oddities {
      for name in ["content", "labs", "drydock.yaml"] { try? folder.remove(name) }
      for (name, text) in Fixture.course { try folder.write(text, to: name) }
      try oddity.make(folder)
      var transcript = Transcript(folder)
      let outcome = try transcript.run("build --format plain")
      #expect(outcome.status == 1 || outcome.status == 2, "\(oddity.name)")
      #expect(try folder.fingerprint("site") == site, "\(oddity.name): the old site is whole")
      #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)).subtracting(names) == [])
      text += "# \(oddity.name)\n" + transcript.text
    }
    try expect(text, matches: "Expected/oddities-course.txt")
  }

  // MARK: What the system refuses

  /// A user without rights; tests may run as root, whom nothing is refused.
  static let nobody: [String]? = {
    guard geteuid() == 0 else { return [] }
    let prefix = ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    guard let folder = try? TemporaryFolder(), chmod(folder.path, 0o755) == 0,
      let outcome = try? RunningProgram(prefix + [Program.path, "--version"], in: folder.path).wait(),
      outcome.status == 0
    else { return nil }
    return prefix
  }()

  @Test func whatMayNotBeReadOrWritten() throws {
    guard let nobody = BadInputTests.nobody else {
      print("skipped: unreadable files, as this is root and the program cannot be run as another user")
      return
    }
    let folder = try TemporaryFolder(Fixture.course)
    try folder.write(Fixture.valid, to: "tree/good.yaml")
    try folder.write(Fixture.valid, to: "tree/secret.yaml")
    try folder.write(Fixture.valid, to: "tree/closed/a.yaml")
    #expect(try Program.run(["build"], in: folder.path).status == 0)
    let site = try folder.fingerprint("site")
    chmod(folder.path, 0o755)
    chmod(folder.path("tree/secret.yaml"), 0)
    chmod(folder.path("tree/closed"), 0)
    chmod(folder.path("site"), 0o555)
    defer { chmod(folder.path("tree/closed"), 0o755) }
    var text = ""
    func run(_ command: String) throws {
      let outcome = try Program.run(command.split(separator: " ").map { String($0) }, in: folder.path, prefix: nobody)
      text += "$ drydock \(command)\n\(outcome.output)2> \(outcome.error)[exit \(outcome.status)]\n\n"
    }
    // For the owner of the tree too: nothing may be made in it.
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    try run("check --format plain tree")
    try run("check --format plain tree/good.yaml --format json=report.json")
    try run("build --format plain")
    try run("lab start name-it")
    try run("new lab another")
    chmod(folder.path("content/en/first/one.md"), 0)
    chmod(folder.path("labs/name-it/lab.yaml"), 0)
    try run("build --format plain")
    #expect(try folder.fingerprint("site") == site)
    let readable = text.replacingOccurrences(of: folder.path, with: "FOLDER").replacing(
      #/\.drydock-[0-9]+/#, with: ".drydock-PID")
    try expect(readable, matches: "Expected/not-permitted.txt")
  }

  @Test func aFullDisk() throws {
    let folder = try TemporaryFolder(Fixture.course)
    try folder.makeFolder("disk")
    let mount = try RunningProgram(
      ["/bin/mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.path("disk")], in: folder.path
    ).wait()
    guard mount.status == 0 else {
      print("skipped: a full disk, as nothing can be mounted here: \(mount.error)")
      return
    }
    defer { _ = try? RunningProgram(["/bin/umount", folder.path("disk")], in: folder.path).wait() }
    #expect(try Program.run(["build", "-o", "disk/site"], in: folder.path).status == 0)
    let site = try folder.fingerprint("disk/site")
    // What is left of the disk is filled but for a little.
    let free = try #require(
      try FileManager.default.attributesOfFileSystem(forPath: folder.path("disk"))[.systemFreeSize] as? Int)
    try folder.write(Data(count: max(0, free - 65_536)), to: "disk/filler")
    try folder.edit("drydock.yaml", "en: Course", "en: Course of another name")
    var transcript = Transcript(folder)
    try transcript.run("build -o disk/site")
    try transcript.run("build -o disk/other")
    #expect(try folder.fingerprint("disk/site") == site)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("disk")).sorted() == ["filler", "site"])
    try folder.write(Data(count: 65_536), to: "disk/more")
    try transcript.run("new course disk/course")
    try transcript.run("check --format json=disk/report.json content/examples")
    // Which file did not fit depends on the sizes of all.
    let text = transcript.text.replacing(#/PID\/[^']*/#, with: "PID/FILE")
    try expect(text, matches: "Expected/full-disk.txt")
  }
}
