import Foundation
import Testing

struct LabTests {
  @Test(arguments: ["en", "ko"])
  func goesThroughALab(language: String) throws {
    let folder = try TemporaryFolder(Fixture.course)
    var transcript = Transcript(folder)
    transcript.environment["LC_ALL"] = language == "ko" ? "ko_KR.UTF-8" : "en_US.UTF-8"
    try transcript.run("lab list")
    try transcript.run("lab start name-it")
    try transcript.run("lab check name-it")
    try transcript.run("lab check name-it --min-score 1")
    try transcript.run("lab check name-it --min-score 2")
    try transcript.run("lab hint name-it")
    try transcript.run("lab hint name-it 2")
    try transcript.run("lab hint name-it 3")
    try folder.write(Fixture.broken, to: "name-it/settings.yaml")
    try transcript.run("lab check name-it")
    try folder.write(Fixture.named("settings"), to: "name-it/settings.yaml")
    try transcript.run("lab check name-it")
    try transcript.run("lab check name-it name-it/settings.yaml --format json")
    #expect(try folder.read("name-it/TASK.md") == Fixture.course["labs/name-it/task.\(language).md"])
    try expect(transcript.text, matches: "Expected/lab-\(language).txt")
  }

  @Test func answersWhatCannotBeGraded() throws {
    let folder = try TemporaryFolder(Fixture.course)
    var transcript = Transcript(folder)
    try transcript.run("lab start nme-it")
    try transcript.run("lab check name-it")
    try transcript.run("lab start name-it there")
    try transcript.run("lab start name-it there")
    try transcript.run("lab hint name-it 0")
    try folder.makeFolder("nothing")
    try transcript.run("lab check name-it nothing")
    try folder.write(Data([0x61, 0x3A, 0x20, 0xFF, 0x0A]), to: "bytes/a.yaml")
    try transcript.run("lab check name-it bytes")
    try folder.write("a: [\n", to: "bad/a.yaml")
    try transcript.run("lab check name-it bad")
    try folder.write("", to: "file")
    try transcript.run("lab start name-it file")
    try folder.write("format: 1\ntitle: [\n", to: "labs/name-it/lab.yaml")
    try transcript.run("lab list")
    try folder.remove("labs/name-it/lab.yaml")
    try transcript.run("lab hint name-it")
    try expect(transcript.text, matches: "Expected/lab-errors.txt")
  }
}
