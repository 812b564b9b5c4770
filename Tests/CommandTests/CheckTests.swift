import Foundation
import Testing

struct CheckTests {
  @Test func reportsOnFilesFoldersAndStandardInput() throws {
    let folder = try TemporaryFolder([
      "valid.yaml": Fixture.valid, "broken.yaml": Fixture.broken,
      "tree/a.yaml": Fixture.valid, "tree/b/c.yml": Fixture.broken, "tree/b/d.json": #"{"apiVersion": "v1"}"#,
      "tree/values.yaml": "replicas: 3\n",
      "tree/page.md": "# Page\n\n```yaml\n\(Fixture.broken)```\n", "tree/notes.txt": "not read",
      "tree/.hidden.yaml": "a: [",
    ])
    var transcript = Transcript(folder)
    try transcript.run("check valid.yaml")
    try transcript.run("check broken.yaml valid.yaml")
    try transcript.run("check tree")
    try transcript.run("check", in: "tree/b")
    try transcript.run("check -", input: Fixture.broken)
    try transcript.run("check - --format plain", input: "a: [\n")
    try transcript.run("check -", input: "\n")
    try transcript.run("check - valid.yaml", input: Fixture.valid)
    try transcript.run("check missing.yaml valid.yaml")
    try transcript.run("check tree/notes.txt --format plain")
    try expect(transcript.text, matches: "Expected/check.txt")
  }

  @Test func writesEveryFormat() throws {
    let folder = try TemporaryFolder(["broken.yaml": Fixture.broken, "valid.yaml": Fixture.valid])
    var transcript = Transcript(folder)
    try transcript.run("check --format text --language ko broken.yaml")
    try transcript.run("check --format plain broken.yaml")
    try transcript.run("check --format json broken.yaml")
    try transcript.run("check --format json valid.yaml")
    try transcript.run("check --format plain --format json=report.json broken.yaml")
    #expect(
      try folder.read("report.json")
        == Program.run(["check", "--format", "json", "broken.yaml"], in: folder.path).output)
    try transcript.run("check --format json=missing/report.json valid.yaml")
    try transcript.run("check --format xml valid.yaml")
    try transcript.run("check --language fr valid.yaml")
    try expect(transcript.text, matches: "Expected/formats.txt")
  }

  @Test func speaksTheLanguageOfTheLocale() throws {
    let folder = try TemporaryFolder(["broken.yaml": Fixture.broken])
    for variables in [["LC_ALL": "ko_KR.UTF-8"], ["LC_ALL": "", "LANG": "ko_KR.UTF-8"]] {
      let outcome = try Program.run(["check", "broken.yaml"], in: folder.path, environment: variables)
      #expect(outcome.output.contains("오브젝트 1개"), "\(variables)")
    }
  }

  @Test func judgesForTheVersionsAskedFor() throws {
    let folder = try TemporaryFolder([
      "flow.yaml": """
      apiVersion: flowcontrol.apiserver.k8s.io/v1beta3
      kind: PriorityLevelConfiguration
      metadata:
        name: exempt
      spec:
        type: Exempt

      """
    ])
    var transcript = Transcript(folder)
    for versions in ["1.31", "1.30-1.34", "1.31,1.32", "1.26-", "-1.25"] {
      try transcript.run("check -k \(versions) flow.yaml")
    }
    try transcript.run("check -k 1.31 --kubernetes-version 1.33 flow.yaml")
    for versions in ["1.24", "1.99", "latest", "1.34-1.30"] { try transcript.run("check -k \(versions) flow.yaml") }
    try expect(transcript.text, matches: "Expected/versions.txt")
  }

  @Test func obeysWhatCountsAsAnError() throws {
    let folder = try TemporaryFolder([
      "fine.yaml": Fixture.valid, "broken.yaml": Fixture.broken,
      "role.yaml": """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: reader
      rules:
      - apiGroups: [""]
        resources: [pods]
        verbs: [create]

      """,
    ])
    var transcript = Transcript(folder)
    try transcript.run("check --format plain role.yaml")
    try transcript.run("check --format plain --warnings-as-errors role.yaml")
    try transcript.run("check --format plain --error lint/workload-create-access role.yaml")
    try transcript.run("check --format plain --no-lint role.yaml")
    try transcript.run("check --format plain --warn schema/unknown-field broken.yaml")
    try transcript.run("check --format plain --jobs 2 role.yaml broken.yaml")
    try transcript.run("check --jobs 0 fine.yaml")
    try transcript.run("check --error schema/unknown-feld fine.yaml")
    try transcript.run("check --warn nothing/of-the-kind fine.yaml")
    try expect(transcript.text, matches: "Expected/severity.txt")
  }

  @Test func isSilentAboutNothingToCheck() throws {
    let folder = try TemporaryFolder(["notes.txt": "a"])
    try folder.makeFolder("empty")
    var transcript = Transcript(folder)
    try transcript.run("check")
    try transcript.run("check empty")
    try transcript.run("check empty --language ko")
    try transcript.run("check missing")
    try expect(transcript.text, matches: "Expected/nothing.txt")
  }

  @Test func checksACourseAsBuildDoes() throws {
    let folder = try TemporaryFolder(Fixture.course)
    try folder.write(Fixture.broken, to: "more/broken.yaml")
    var transcript = Transcript(folder)
    try transcript.run("check")
    try transcript.run("check . more")
    try transcript.run("check -k 1.30 .")
    try transcript.run("check --no-lint .")
    try folder.edit("content/examples/settings.yaml", "greeting: hello", "greeting: [hello]")
    try transcript.run("check")
    try transcript.run("check content/examples --format plain")
    #expect(try folder.contents().keys.allSatisfy { !$0.hasPrefix("site") })
    try expect(transcript.text, matches: "Expected/check-course.txt")
  }
}
