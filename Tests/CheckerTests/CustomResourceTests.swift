import Checker
import Findings
import Resources
import Schema
import Testing
import YAML

/// A definition of the kind Berth whose `spec.depth` is of some type.
private func definition(depth: String, version: String = "v1") -> String {
  """
  apiVersion: apiextensions.k8s.io/v1
  kind: CustomResourceDefinition
  metadata: {name: berths.harbour.example.org}
  spec:
    group: harbour.example.org
    scope: Namespaced
    names: {kind: Berth, plural: berths}
    versions:
    - name: \(version)
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: {type: object, properties: {depth: {type: \(depth)}}}
  """
}

private func berth(_ depth: String, name: String = "north") -> String {
  "apiVersion: harbour.example.org/v1\nkind: Berth\nmetadata: {name: \(name)}\nspec: {depth: \(depth)}"
}

private func definitions(_ text: String) -> CustomResourceDefinitions {
  var definitions = CustomResourceDefinitions()
  for tree in YAMLStream(parsing: text).documents { definitions.add(tree.root) }
  return definitions
}

private func manifests(_ text: String) -> [Manifest] {
  YAMLStream(parsing: text).documents.flatMap { Manifest.manifests(in: $0.root) }
}

/// The verdict on the last object of a text: `valid`, `refused` with ids, or `not judged`.
private func verdict(_ text: String, engine: Engine = Engine(), given: [Manifest] = []) throws -> String {
  let checked = engine.check(Array(text.utf8), versions: .all, given: given)
  let object = try #require(checked.objects.last { $0.manifest.kind != "CustomResourceDefinition" })
  if !object.verdict.refused.isEmpty { return "refused " + object.findings.map(\.id).joined(separator: " ") }
  return object.verdict.unknown.isEmpty ? "valid" : "not judged"
}

@Suite struct CustomResourceTests {
  @Test func judgesByADefinitionOfTheSameText() throws {
    let number = definition(depth: "integer")
    #expect(try verdict(berth("10")) == "not judged")
    #expect(try verdict(number + "\n---\n" + berth("10")) == "valid")
    #expect(try verdict(berth("10") + "\n---\n" + number) == "valid")
    #expect(try verdict(berth("ten") + "\n---\n" + number) == "refused schema/wrong-type")
  }

  @Test func judgesByAGivenDefinition() throws {
    #expect(try verdict(berth("10"), given: manifests(definition(depth: "integer"))) == "valid")
    #expect(try verdict(berth("10"), given: manifests(definition(depth: "string"))) == "refused schema/wrong-type")
  }

  @Test func aRefusedDefinitionDefinesNothing() throws {
    let refused = definition(depth: "whole")
    #expect(try verdict(refused + "\n---\n" + berth("10")) == "not judged")
    #expect(try verdict(berth("10"), given: manifests(refused)) == "not judged")
    let twice = definition(depth: "integer") + "\nkind: CustomResourceDefinition"
    #expect(try verdict(twice + "\n---\n" + berth("10")) == "not judged")
    let engine = Engine(definitions: definitions(refused))
    #expect(try verdict(berth("ten"), engine: engine) == "not judged")
  }

  @Test func theNearestDefinitionCounts() throws {
    let engine = Engine(definitions: definitions(definition(depth: "integer")))
    #expect(try verdict(berth("10"), engine: engine) == "valid")
    #expect(
      try verdict(berth("10"), engine: engine, given: manifests(definition(depth: "string")))
        == "refused schema/wrong-type")
    #expect(
      try verdict(
        definition(depth: "boolean") + "\n---\n" + berth("true"), engine: engine,
        given: manifests(definition(depth: "string"))) == "valid")
    // What one text defines is forgotten with the next.
    #expect(try verdict(berth("10"), engine: engine) == "valid")
  }

  @Test func refusesAVersionThatTheDefinitionDoesNotServe() throws {
    let text = definition(depth: "integer", version: "v2") + "\n---\n" + berth("10")
    #expect(try verdict(text) == "refused schema/unknown-kind")
  }

  @Test func metadataFollowsTheRulesOfEveryObject() throws {
    let number = definition(depth: "integer") + "\n---\n"
    #expect(try verdict(number + berth("10", name: "North")) == "refused validation/name-format")
    #expect(try verdict(number + berth("10", name: "north.pier-1")) == "valid")
  }

  @Test func whatRulesInCELDecideIsNotJudged() throws {
    let gateway = "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: a}\nspec: "
    let spec = "{gatewayClassName: a, listeners: [{name: a, port: 80, protocol: HTTP}]}"
    #expect(try verdict(gateway + spec) == "not judged")
    #expect(try verdict(gateway + "{gatewayClassName: a, listeners: []}") == "refused schema/length")
  }

  @Test func fragmentsAndPlacesOfCustomKinds() throws {
    let engine = Engine()
    let text = Array("- route:\n  - destinatoin: {host: web}".utf8)
    let findings = try engine.checkFragment(text, of: "VirtualService:spec.http", versions: .all)
    #expect(findings.map { $0.path.description } == ["spec.http[0].route[0].destinatoin"])
    #expect(try engine.describe("virtualservice.spec.http").place == "VirtualService:spec.http")
    #expect(throws: FragmentError.self) { try engine.describe("virtualservise.spec") }
  }
}
