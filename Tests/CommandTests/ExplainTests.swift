import Foundation
import Testing

struct ExplainTests {
  @Test func explainsFindingsAndFields() throws {
    let folder = try TemporaryFolder()
    var transcript = Transcript(folder)
    try transcript.run("explain schema/unknown-field")
    try transcript.run("explain snippet/expected-finding --language ko")
    try transcript.run("explain deployment.spec.strategy")
    try transcript.run("explain deployment.spec.strategy --language ko")
    try transcript.run("explain service.spec.ports.protocol")
    try transcript.run("explain service.spec")
    try transcript.run("explain configmap")
    try transcript.run("explain schema/unknown-fields")
    try transcript.run("explain yaml/nothing-of-the-kind")
    try transcript.run("explain other/area")
    try transcript.run("explain deployment.spec.strateg")
    try transcript.run("explain deploymnt.spec")
    try transcript.run("explain widget")
    try transcript.run("explain schema/unknown-field --language fr")
    try expect(transcript.text, matches: "Expected/explain.txt")
  }

  @Test func namesTheLessonsOfTheCourse() throws {
    let folder = try TemporaryFolder(Fixture.course)
    var transcript = Transcript(folder)
    try transcript.run("explain configmap.data")
    try transcript.run("explain configmap.data --language ko")
    try transcript.run("explain configmap.data --course .", in: "content")
    try transcript.run("explain configmap.binaryData")
    try expect(transcript.text, matches: "Expected/explain-course.txt")
  }
}
