import Foundation
import Schema
import Testing

@testable import catalogue_compiler

@Suite struct CompilerTests {
  private func release(_ minor: Int, extra: String = "", required: String = "[]") throws -> Release {
    let json = """
      {"$defs": {
        "io.k8s.api.apps.v1.Thing": {"description": "prose", "type": ["object", "null"],
          "properties": {
            "apiVersion": {"type": "string", "enum": ["apps/v1"]}, "kind": {"type": "string", "enum": ["Thing"]},
            "metadata": {"$ref": "#/$defs/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},
            "mode": {"type": ["string", "null"], "enum": ["A"\(minor > 30 ? ", \"B\"" : "")], "default": "A"},
            "ports": {"type": "array", "items": {"type": "integer", "format": "int32"}, "x-kubernetes-list-type": "map",
              "x-kubernetes-list-map-keys": ["port", "protocol"], "x-kubernetes-patch-merge-key": "port"},
            "limits": {"type": "object", "additionalProperties":
              {"$ref": "#/$defs/io.k8s.apimachinery.pkg.api.resource.Quantity"}}\(extra)},
          "required": \(required),
          "x-kubernetes-group-version-kind": [{"group": "apps", "kind": "Thing", "version": "v1"}]},
        "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta": {"properties": {
          "name": {"type": "string"}, "at": {"$ref": "#/$defs/io.k8s.apimachinery.pkg.apis.meta.v1.Time"}}},
        "io.k8s.apimachinery.pkg.api.resource.Quantity": {"oneOf": []},
        "io.k8s.apimachinery.pkg.apis.meta.v1.Time": {"type": "string"}
      }}
      """
    return try Release(minor: minor, json: Data(json.utf8))
  }

  private func facts() throws -> Facts {
    try Facts(
      releases: (25...37).reversed().map { minor in
        try release(
          minor, extra: minor >= 29 ? ", \"late\": {\"type\": \"boolean\"}" : "",
          required: minor >= 33 ? "[\"ports\"]" : "[]")
      }, supplement: Supplement("meta.v1.ObjectMeta.name enum x y@1.30\nmeta.v1.ObjectMeta.name = x"))
  }

  @Test func writesOneLineAFactWithItsVersions() throws {
    let facts = try facts()
    #expect(facts.kindsText == "apps/v1 Thing N apps.v1.Thing\n")
    #expect(
      facts.typesText == """
        apps.v1.Thing
         apiVersion string
         kind string
         late bool @1.29-
         limits {}quantity
         metadata meta.v1.ObjectMeta
         mode string enum(A|B@1.31-) default=A
         ports []int32 required@1.33- map(port,protocol) merge(port)
        meta.v1.ObjectMeta
         at time
         name string enum(x|y@1.30-) default=x

        """)
  }

  @Test func givesTheSameBytesAgain() throws {
    let (first, second) = (try facts(), try facts())
    #expect(first.typesText == second.typesText)
    #expect(first.kindsText == second.kindsText)
  }

  @Test func whatItWritesCanBeRead() throws {
    let facts = try facts()
    let catalogue = Catalogue(kinds: facts.kindsText, types: facts.typesText)
    let ports = try catalogue.describe(path: "thing.ports")
    #expect(ports.type == "list of integer")
    #expect(ports.required.description == "1.33–1.37")
    #expect(try catalogue.describe(path: "thing.late").since?.minor == 29)
  }

  @Test func compilesConfigurationWithItsSupplement() throws {
    let json = """
      {"kinds": [{"group": "boat.example", "kind": "Boat", "version": "v1", "schema": "#/definitions/boat.api.v1.Boat"}],
       "definitions": {
        "boat.api.v1.Boat": {"type": "object", "properties": {
          "kind": {"type": "string"}, "wait": {"type": "string", "format": "duration"},
          "plugin": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
          "load": {"format": "quantity", "x-kubernetes-int-or-string": true},
          "crew": {"type": "array", "items": {"$ref": "#/definitions/boat.api.v1.Sailor"}}}},
        "boat.api.v1.Sailor": {"type": "object", "properties": {"name": {"type": "string"}}},
        "apimachinery.pkg.apis.meta.v1.ObjectMeta": {"type": "object", "properties": {"name": {"type": "string"}}}}}
      """
    let supplement = """
      # Comments are left out.
      api.v1.Boat.wait @1.30-
      api.v1.Boat.wait = 5s
      api.v1.Sailor.rank string @-1.28
      api.v1.Sailor.rank enum captain cook@1.27
      like old.v1. api.v1.
      old.v1.Boat.load none
      kind boat.example/v0 Boat old.v1.Boat @-1.31
      """
    let facts = try Facts(
      configuration: Data(json.utf8), served: "meta.v1.ObjectMeta\n name string\n", supplement: supplement)
    #expect(
      facts.kindsText == "boat.example/v0 Boat file old.v1.Boat @-1.31\nboat.example/v1 Boat file api.v1.Boat\n")
    #expect(
      facts.typesText == """
        api.v1.Boat
         crew []api.v1.Sailor
         kind string
         load quantity
         plugin object
         wait duration default=5s @1.30-
        api.v1.Sailor
         name string
         rank string enum(captain|cook@1.27-1.28) @-1.28
        old.v1.Boat
         crew []old.v1.Sailor
         kind string
         plugin object
         wait duration default=5s @1.30-
        old.v1.Sailor
         name string
         rank string enum(captain|cook@1.27-1.28) @-1.28

        """)
  }

  @Test(arguments: ["nonsense", "kind a/v1 A no.v1.Type", "api.v1.None.field @1.30-"])
  func refusesASupplementThatMeansNothing(line: String) {
    let json = Data(#"{"kinds": [], "definitions": {}}"#.utf8)
    #expect(throws: Facts.SupplementProblem.self) { try Facts(configuration: json, served: "", supplement: line) }
  }

  @Test func refusesWhatIsNoSchemaSet() {
    #expect(throws: (any Error).self) { try Release(minor: 25, json: Data("[]".utf8)) }
    #expect(throws: (any Error).self) { try Release(minor: 25, json: Data("{".utf8)) }
  }
}
