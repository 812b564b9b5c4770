import Foundation
import Testing

struct BuildTests {
  @Test func rendersACourseTwiceAlike() throws {
    let folder = try TemporaryFolder(Fixture.course)
    var transcript = Transcript(folder)
    try transcript.run("build")
    let first = try folder.fingerprint("site")
    try transcript.run("build -o again --jobs 1 --language ko")
    try transcript.run("build --course \(folder.path) -o parallel --jobs 4")
    #expect(try folder.fingerprint("again") == first)
    #expect(try folder.fingerprint("parallel") == first)
    #expect(first.contains(" ./index.html\n") && first.contains(" ./ko/first/one.html\n"))
    try expect(transcript.text.replacingOccurrences(of: folder.path, with: "FOLDER"), matches: "Expected/build.txt")
  }

  /// Each breaks one token; the build says where, and the old site stays as it is.
  static let breaks: [(file: String, old: String, new: String, place: String)] = [
    ("content/examples/settings.yaml", "data:", "datum:", "content/examples/settings.yaml:5:1: error: unknown field"),
    ("content/en/first/one.md", "settings.yaml\"", "setings.yaml\"", "content/en/first/one.md:8:18: error: "),
    ("content/en/first/one.md", "(two.md)", "(tow.md)", "content/en/first/one.md:6:11: error: "),
    ("content/ko/first/two.md", "글.", "```yaml\nkind: [\n```", "content/ko/first/two.md:"),
    (
      "content/en/first/two.md", "title: Two", "titel: Two",
      "content/en/first/two.md:2:1: error: the front matter has no"
    ),
    ("labs/name-it/solution/settings.yaml", "name: settings", "name: other", "labs/name-it/lab.yaml:12:7: error: "),
    ("labs/name-it/lab.yaml", "points: 1, failed", "points: 2, failed", "labs/name-it/lab.yaml:"),
    ("labs/name-it/task.en.md", "Name the", "```yaml bogus\nName the", "labs/name-it/task.en.md:1:9: error: "),
    ("drydock.yaml", "[one, two]", "[one, three, two]", "drydock.yaml:8:18: error: "),
  ]

  @Test func aBrokenCourseLeavesTheOldSite() throws {
    let folder = try TemporaryFolder(Fixture.course)
    #expect(try Program.run(["build"], in: folder.path).status == 0)
    let before = try folder.fingerprint()
    for example in BuildTests.breaks {
      let original = try folder.read(example.file)
      try folder.edit(example.file, example.old, example.new)
      let broken = try folder.fingerprint()
      let outcome = try Program.run(["build"], in: folder.path)
      #expect(outcome.status == 1)
      #expect(
        outcome.output.split(separator: "\n").contains { $0.hasPrefix(example.place) },
        "\(example.file)\n\(outcome.output)")
      #expect(outcome.error == "drydock: nothing was rendered: site is as it was\n")
      #expect(try folder.fingerprint() == broken)
      try folder.write(original, to: example.file)
    }
    #expect(try folder.fingerprint() == before)
  }

  @Test func refusesFoldersThatAreNotItsOwn() throws {
    let folder = try TemporaryFolder(Fixture.course)
    try folder.write("mine", to: "mine/notes.txt")
    try folder.write("mine", to: "file")
    let before = try folder.fingerprint()
    var transcript = Transcript(folder)
    for output in ["mine", "file", "file/site", "content", ".", "labs/name-it"] {
      try transcript.run("build -o \(output)")
    }
    #expect(try folder.fingerprint() == before)
    try expect(transcript.text, matches: "Expected/build-elsewhere.txt")
  }

  @Test func usesTheCoursesOwnTemplates() throws {
    let folder = try TemporaryFolder(Fixture.course)
    try folder.write("body { color: rebeccapurple }\n", to: "templates/assets/site.css")
    try folder.write("{{# never closed", to: "templates/page.mustache")
    let outcome = try Program.run(["build"], in: folder.path)
    #expect(outcome.status == 2 && outcome.output.hasSuffix("0 errors, 0 warnings\n"))
    #expect(outcome.error.hasPrefix("drydock: "))
    #expect(try folder.contents().keys.allSatisfy { !$0.hasPrefix("site/") })
  }

  @Test func killedAtAnyTimeItLeavesTheOldSiteWhole() throws {
    let folder = try TemporaryFolder(Fixture.course)
    // Enough pages that some of the kills come in the midst of writing.
    let lessons = (0..<60).map { "lesson-\($0)" }
    try folder.edit("drydock.yaml", "[one, two]", "[one, two, \(lessons.joined(separator: ", "))]")
    for lesson in lessons {
      for language in ["en", "ko"] {
        try folder.write(Fixture.lesson(lesson, "Words.\n"), to: "content/\(language)/first/\(lesson).md")
      }
    }
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try Program.run(["build"], in: folder.path).status == 0)
    let whole = clock.now - start
    let old = try folder.fingerprint("site")
    for lesson in lessons {
      try folder.write(Fixture.lesson(lesson, "Other words.\n"), to: "content/en/first/\(lesson).md")
    }
    #expect(try Program.run(["build", "-o", "expected"], in: folder.path).status == 0)
    let new = try folder.fingerprint("expected")
    #expect(new != old)
    var killed = 0
    for part in 1...6 {
      let build = try RunningProgram([Program.path, "build"], in: folder.path)
      let delay = whole * part / 7
      usleep(UInt32(delay.components.seconds * 1_000_000 + delay.components.attoseconds / 1_000_000_000_000))
      build.kill()
      if try build.wait().status != 0 { killed += 1 }
      // The exchange may be over when the signal comes; between the two there is nothing.
      #expect([old, new].contains(try folder.fingerprint("site")))
    }
    #expect(killed > 0)
    #expect(try Program.run(["build"], in: folder.path).status == 0)
    #expect(try folder.fingerprint("site") == new)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["content", "drydock.yaml", "expected", "labs", "site"], "nothing of the killed builds is left")
  }
}
