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

  @Test func refusesWhatIsNoSchemaSet() {
    #expect(throws: (any Error).self) { try Release(minor: 25, json: Data("[]".utf8)) }
    #expect(throws: (any Error).self) { try Release(minor: 25, json: Data("{".utf8)) }
  }
}
