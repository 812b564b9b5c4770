import Foundation
import Testing

struct NewTests {
  @Test func whatItMakesBuildsAndIsNeverOverwritten() throws {
    let folder = try TemporaryFolder()
    var transcript = Transcript(folder)
    try transcript.run("new course training")
    try transcript.run("new course training")
    try transcript.run("build", in: "training")
    try transcript.run("new lesson first/second --title Second", in: "training")
    try folder.edit("training/drydock.yaml", "[services]", "[services, second]")
    try transcript.run("new lab another", in: "training")
    try folder.edit("training/drydock.yaml", "[reach-the-web]", "[reach-the-web, another]")
    try transcript.run("build --warnings-as-errors", in: "training")
    try transcript.run("new lesson first/second", in: "training")
    try transcript.run("new lab another", in: "training")
    try transcript.run("new lesson first/third", in: "")
    try folder.write("", to: "file")
    try transcript.run("new course file/course")
    try expect(transcript.text, matches: "Expected/new.txt")
  }
}
