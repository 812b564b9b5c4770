import Findings
import Schema
import Testing
import YAML

/// A definition of the kind Berth, with the schemas of `spec` and `status`, and what else stands at the version and at
/// the root.
func definition(_ spec: String, version: String = "", root: String = "", status: String = "{}") -> String {
  func indented(_ text: String, _ count: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String(repeating: " ", count: count) + $0 }
      .joined(separator: "\n")
  }
  return """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: berths.harbour.example.org}
    spec:
      group: harbour.example.org
      scope: Namespaced
      names: {kind: Berth, plural: berths}
      versions:
      - name: v1
        served: true
        storage: true
    \(indented(version, 4))
        schema:
          openAPIV3Schema:
            type: object
    \(indented(root, 8))
            properties:
              spec:
    \(indented(spec, 12))
              status: \(status)
    """
}

/// What is found in an object of the kind, as `path id Server message`, and why it is not judged whole.
struct Outcome {
  var lines: [String] = []
  var fixes: [String] = []
  var unjudged: String?

  init(_ definition: String, _ object: String, versions: VersionSet = .all) throws {
    var definitions = CustomResourceDefinitions()
    let tree = try #require(YAMLStream(parsing: definition).documents.first, "\(definition)")
    let isTaken = definitions.add(tree.root)
    #expect(isTaken)
    try self.init(CustomKinds(definitions), object, versions: versions)
  }

  init(_ kinds: CustomKinds, _ object: String, versions: VersionSet = .all) throws {
    let root = try #require(YAMLStream(parsing: object).documents.first?.root)
    let apiVersion = try #require(root["apiVersion"]?.text)
    let resource = try #require(kinds.resource(apiVersion: apiVersion, kind: root["kind"]?.text ?? ""))
    let judgement = check(root, as: resource, against: Catalogue(), versions: versions)
    for finding in judgement.findings.sorted(by: Finding.isOrderedBefore) {
      let server = finding.server.map { " \($0.kind)@\($0.field.description)" } ?? ""
      lines.append(
        "\(finding.path.description) \(finding.id.dropFirst("schema/".count))\(server): \(finding.message.en)")
      if let edit = finding.fix?.edits.first { fixes.append(edit.replacement) }
      #expect(finding.message.ko != nil)
    }
    unjudged = judgement.unjudged?.en
  }
}

/// An object of the kind with a spec.
func berth(_ spec: String) -> String {
  "apiVersion: harbour.example.org/v1\nkind: Berth\nmetadata: {name: north}\nspec: \(spec)"
}
