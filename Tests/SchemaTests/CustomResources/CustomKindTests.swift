import Findings
import Foundation
import Schema
import Testing
import YAML

@testable import catalogue_compiler

@Suite struct CustomKindTests {
  @Test(arguments: [
    ("virtualservice.spec.http.route", "VirtualService:spec.http.route", "list of object", ["destination"]),
    ("PeerAuthentication.spec.mtls.mode", "PeerAuthentication:spec.mtls.mode", "string", []),
    ("gateway.spec", "Gateway:spec", "object", ["gatewayClassName", "listeners"]),
    ("networking.istio.io/v1/Gateway.spec.servers", "Gateway:spec.servers", "list of object", ["hosts", "port"]),
  ])
  func explains(place: String, found: String, type: String, required: [String]) throws {
    let description = try CustomKinds(CustomResourceDefinitions()).describe(path: place)
    #expect(description.place == found)
    #expect(description.type == type)
    #expect(description.fields.filter { !$0.required.isEmpty }.map(\.name) == required)
  }

  @Test func saysWhatAPlaceLacks() throws {
    let kinds = CustomKinds(CustomResourceDefinitions())
    #expect(throws: PlaceError.unknownField("htp", in: "VirtualService:spec", offset: 20, suggestion: "http")) {
      try kinds.place("VirtualService:spec.htp")
    }
    #expect(throws: PlaceError.unknownKind("VirtualServise", suggestion: "VirtualService")) {
      try kinds.place("VirtualServise:spec")
    }
    #expect(throws: PlaceError.notAnObject("VirtualService:spec.hosts", offset: 26)) {
      try kinds.place("VirtualService:spec.hosts.name")
    }
    let place = try kinds.place("VirtualService:spec.http[].route[]")
    let node = try #require(YAMLStream(parsing: "destination: {host: web}\nweigth: 3").documents.first?.root)
    let findings = check(node, as: place, against: Catalogue(), versions: .all).findings
    #expect(findings.map { $0.path.description } == ["spec.http[0].route[0].weigth"])
  }

  @Test func aGivenDefinitionTakesThePlaceOfTheEmbeddedOne() throws {
    var given = CustomResourceDefinitions()
    let text = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      spec:
        group: networking.istio.io
        names: {kind: Gateway}
        versions:
        - {name: v1, served: true, schema: {openAPIV3Schema: {type: object}}}
        - {name: v2, served: false, schema: {openAPIV3Schema: {type: object}}}
      """
    given.add(try #require(YAMLStream(parsing: text).documents.first?.root))
    let kinds = CustomKinds(given, fallback: CustomKinds(CustomResourceDefinitions()))
    #expect(try Outcome(kinds, "apiVersion: networking.istio.io/v1\nkind: Gateway\nspec: {}").lines.count == 1)
    #expect(kinds.resource(apiVersion: "networking.istio.io/v1", kind: "VirtualService")?.isEmbedded == true)
    for version in ["v2", "v1beta1"] {
      let node = try #require(YAMLStream(parsing: "apiVersion: networking.istio.io/\(version)").documents.first?.root)
      guard case .notServed(let finding) = kinds.answer(apiVersion: try #require(node["apiVersion"]), kind: "Gateway")
      else {
        Issue.record("\(version) is served")
        continue
      }
      #expect(finding.fix?.edits.first?.replacement == "networking.istio.io/v1")
    }
  }

  @Test(arguments: [
    "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec: {hosts: [a], http: [{route: [{destination: {host: a}}]}]}",
    "apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a}\nspec: {secretName: a, issuerRef: {name: a}}",
    "apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: a}\nspec: {selector: {}, endpoints: [{port: web, interval: 30s}]}",
    "apiVersion: snapshot.storage.k8s.io/v1\nkind: VolumeSnapshotClass\nmetadata: {name: a}\ndriver: a\ndeletionPolicy: Delete",
    "apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: a}\nspec: {scaleTargetRef: {name: a}, triggers: [{type: cpu, metadata: {value: '50'}}]}",
    "apiVersion: chaos-mesh.org/v1alpha1\nkind: PodChaos\nmetadata: {name: a}\nspec: {action: pod-kill, mode: one, selector: {namespaces: [a]}}",
    "apiVersion: argoproj.io/v1alpha1\nkind: AnalysisTemplate\nmetadata: {name: a}\nspec: {metrics: [{name: a, provider: {web: {url: 'http://a'}}}]}",
    "apiVersion: kubeflow.org/v1\nkind: Profile\nmetadata: {name: a}\nspec: {owner: {kind: User, name: a}}",
  ])
  func judgesObjectsOfEmbeddedKinds(text: String) throws {
    let outcome = try Outcome(CustomKinds(CustomResourceDefinitions()), text)
    #expect(outcome.lines == [])
    #expect(outcome.unjudged == nil)
  }

  @Test func namesTheDefinitionThatRulesNeed() throws {
    let outcome = try Outcome(
      CustomKinds(CustomResourceDefinitions()),
      "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: a}\nspec: {gatewayClassName: a, listeners: [{name: a, port: 80, protocol: HTTP}]}"
    )
    #expect(outcome.lines == [])
    #expect(
      outcome.unjudged
        == "rules in CEL decide about 'spec.listeners'; give the CustomResourceDefinition of Gateway")
  }

  // MARK: - The compiler

  @Test func compilesFactsOnly() throws {
    var facts = CustomFacts()
    let text = definition(
      """
      type: object
      description: prose
      properties:
        description: {type: string, description: prose, example: x, default: "a\\"b"}
        number: {type: number, minimum: 0.5, maximum: 1e3}
      x-kubernetes-validations: [{rule: "self.number > 1", message: prose}]
      """, version: "subresources: {status: {}}")
    try facts.add(Array(text.utf8), file: "test")
    #expect(facts.kindsText == "harbour.example.org/v1 Berth N \(try #require(facts.root)) status\n")
    #expect(facts.schemasText.split(separator: "\n").count == 2)
    #expect(
      facts.schemasText.contains(
        #" {"properties":{"description":{"default":"a\"b","type":"string"},"number":{"maximum":1e3,"minimum":0.5,"type":"number"}},"type":"object","x-kubernetes-validations":true}"#
      ))
    #expect(!facts.schemasText.contains("prose") && !facts.schemasText.contains("self"))
  }

  /// The folder with recorded material, where there is one.
  private static let shared = ProcessInfo.processInfo.environment["DRYDOCK_SHARED"].map { $0 + "/crds" }

  @Test(.enabled(if: shared != nil, "DRYDOCK_SHARED names no folder with definitions"))
  func theEmbeddedFactsAreThoseOfTheDefinitions() throws {
    let folder = try #require(CustomKindTests.shared)
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".json") }
    #expect(files.count > 60)
    var facts = CustomFacts()
    let embedded = CustomKinds(CustomResourceDefinitions())
    for file in files.sorted() {
      let data = try #require(FileManager.default.contents(atPath: folder + "/" + file))
      try facts.add(Array(data), file: file)
      // What users give is read as what is embedded.
      var given = CustomResourceDefinitions()
      let root = try #require(YAMLStream(parsing: Array(data)).documents.first?.root, "\(file)")
      let isTaken = given.add(root)
      #expect(isTaken, "\(file)")
      let kinds = CustomKinds(given)
      let group = try #require(root["spec"]?["group"]?.text)
      let kind = try #require(root["spec"]?["names"]?["kind"]?.text)
      for version in root["spec"]?["versions"]?.items.map({ $0 }) ?? [] where version["served"]?.bool ?? false {
        let place = "\(group)/\(version["name"]?.text ?? "")/\(kind)"
        let (mine, own) = (try kinds.describe(path: place), try embedded.describe(path: place))
        #expect(mine.fields == own.fields, "\(place)")
        #expect(!own.fields.isEmpty, "\(place)")
      }
    }
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let written = source.appending(path: "Sources/CCatalogue/facts/custom-schemas.txt")
    #expect(try String(contentsOf: written, encoding: .utf8) == facts.schemasText, "compile the catalogue anew")
  }
}

extension CustomFacts {
  /// The key of the schema of the only kind.
  fileprivate var root: String? { kinds.values.first.map { String($0.split(separator: " ")[1]) } }
}
