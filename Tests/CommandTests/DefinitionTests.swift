import Foundation
import Testing

/// Objects that hang on others: custom resources on their definitions, Pods on the classes they name.
struct DefinitionTests {
  private static let definition = """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: boats.harbour.example
    spec:
      group: harbour.example
      scope: Namespaced
      names: {plural: boats, kind: Boat}
      versions:
      - name: v1
        served: true
        storage: true
        schema:
          openAPIV3Schema:
            type: object
            required: [spec]
            properties:
              spec:
                type: object
                required: [length]
                properties:
                  length: {type: integer, minimum: 1, maximum: 400}
                  hull: {type: string, enum: [wood, steel], default: steel}

    """

  private static func boat(_ spec: String) -> String {
    "apiVersion: harbour.example/v1\nkind: Boat\nmetadata:\n  name: anna\nspec:\n  \(spec)\n"
  }

  @Test func customResourcesAreJudgedByTheirDefinitions() throws {
    let folder = try TemporaryFolder([
      "crds/boats.yaml": Self.definition, "crds/notes.txt": "not read",
      "good.yaml": Self.boat("length: 12"), "bad.yaml": Self.boat("lenght: 12\n  hull: glass"),
      "both/0.yaml": Self.boat("length: 500"), "both/1.yaml": Self.definition,
      "one.yaml": Self.boat("length: 0") + "---\n" + Self.definition,
      "page.md": "```yaml\n\(Self.boat("length: long"))```\n\nWith\n\n```yaml\n\(Self.definition)```\n",
      "refused.yaml": Self.definition.replacingOccurrences(of: "plural: boats", with: "plural: Boats"),
      "empty/settings.yaml": Fixture.valid,
    ])
    var transcript = Transcript(folder)
    try transcript.run("check good.yaml")
    try transcript.run("check --crds crds good.yaml")
    try transcript.run("check --crds crds/boats.yaml bad.yaml")
    try transcript.run("check --crds crds -", input: Self.boat("length: 0"))
    try transcript.run("check both")
    try transcript.run("check one.yaml")
    try transcript.run("check page.md")
    try transcript.run("check --crds refused.yaml good.yaml --format plain")
    try transcript.run("check --crds empty good.yaml")
    try transcript.run("check --crds missing good.yaml")
    try transcript.run("explain --crds crds boat.spec.hull")
    try expect(transcript.text, matches: "Expected/definitions.txt")
  }

  @Test func podsAreJudgedByClassesInOtherFiles() throws {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        priorityClassName: lessons
        containers:
        - {name: web, image: "nginx:1.27"}

      """
    let folder = try TemporaryFolder([
      "alone/pod.yaml": pod, "together/pod.yaml": pod,
      "together/class.yaml": """
      apiVersion: scheduling.k8s.io/v1
      kind: PriorityClass
      metadata: {name: lessons}
      value: 1000

      """,
    ])
    var transcript = Transcript(folder)
    try transcript.run("check --no-lint alone")
    try transcript.run("check --no-lint together")
    try expect(transcript.text, matches: "Expected/classes.txt")
  }

  @Test func aCourseNamesItsDefinitions() throws {
    var files = Fixture.course
    files["drydock.yaml"]? += "schemas: [schemas, nothing]\n"
    files["schemas/boats.yaml"] = Self.definition
    files["content/en/first/two.md"]? += """

      ```yaml
      \(Self.boat("length: 12"))
      ```

      ```yaml invalid="schema/wrong-type@/spec/length"
      \(Self.boat("length: long"))
      ```

      """
    let folder = try TemporaryFolder(files)
    var transcript = Transcript(folder)
    try transcript.run("check --format plain")
    try folder.edit("drydock.yaml", ", nothing", "")
    try transcript.run("check --format plain")
    try expect(transcript.text, matches: "Expected/definitions-course.txt")
  }
}
