import Checker
import Findings
import Resources
import Testing
import YAML

/// What is found in a text, as `id@line:column`.
private func places(in text: String) -> [String] {
  let source = SourceText(name: "-", text: text)
  return Engine().check(source.bytes, versions: VersionSet("1.36") ?? .all).findings.map {
    let position = source.position(at: $0.range.start)
    return "\($0.id)@\(position.line):\(position.column)"
  }
}

/// Lists and lines so long that they are not searched from the beginning each time.
@Test func columnsOfLongLinesCountCharacters() {
  let before =
    "{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {note: '" + String(repeating: "가나다", count: 1500)
  let text = before + "'}}, spec: {containers: [{name: c, image: a, ports: [{containerPort: 0x}]}]}}\n"
  let column =
    before.unicodeScalars.count + "'}}, spec: {containers: [{name: c, image: a, ports: [{containerPort: ".count + 1
  #expect(places(in: text) == ["schema/wrong-type@1:\(column)"])
  let source = SourceText(name: "-", text: text)
  #expect(source.position(at: text.utf8.count - 1).column == text.unicodeScalars.count)
}

@Test func repetitionsAreFoundInLongLists() {
  func lines(_ indentation: String, _ line: (Int) -> String) -> String {
    (0..<40).map { indentation + "- " + line($0) + "\n" }.joined()
  }
  let pod =
    "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  volumes:\n"
    + lines("  ") { "{name: v\($0 == 39 ? 0 : $0), emptyDir: {}}" }
    + "  containers:\n"
    + lines("  ") { "{name: c\($0), image: a, ports: [{containerPort: 1, hostPort: \($0 == 39 ? 7 : $0 + 7)}]}" }
    + "  - name: mounting\n    image: a\n    volumeMounts:\n"
    + lines("    ") { "{name: v\($0 == 38 ? 99 : $0 % 38), mountPath: /\($0 == 39 ? 0 : $0)}" }
    + "  initContainers: [{name: c38, image: a}]\n"
  #expect(
    places(in: pod) == [
      "validation/duplicate@45:12", "validation/duplicate@86:51", "validation/duplicate@86:64",
      "validation/mount-without-volume@128:14", "validation/mount-path-twice@129:29", "validation/duplicate@130:27",
    ])
}

@Test func keysThatStandTwiceAreFoundInLongMappings() {
  let head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n"
  let data = (0..<100).map { "  k\($0): v\n" }.joined()
  let checked = Engine().check(Array((head + data + "  k7: w\n").utf8), versions: .all)
  #expect(checked.findings.map(\.id) == ["yaml/duplicate-key"])
  #expect(checked.findings.first?.path.description == "data.k7")
  #expect(checked.manifests.first?.node["data"]?["k7"]?.text == "w")
}

@Test func anchorsMoveWithWhatMergeKeysBring() {
  let text = """
    base: &base {a: &a 1, b: 2}
    one: &one
      <<: *base
      c: &c [x, y]
    two:
      <<: [*one, {d: &d z}]
      e: *c
      f: *d
    three: *one
    """
  let root = YAMLStream(parsing: text).documents.first?.root
  #expect(root?["two"]?["e"]?.path.description == "two.e")
  #expect(root?["two"]?["e"]?.items.map(\.text) == ["x", "y"])
  #expect(root?["two"]?["f"]?.text == "z")
  #expect(root?["two"]?.entries.map(\.key.text) == ["a", "b", "c", "d", "e", "f"])
  #expect(root?["three"]?["c"]?.items.map(\.path.description) == ["three.c[0]", "three.c[1]"])
}

/// A value is found by its keys and labels among many objects, as among few.
@Test func objectsFindOneAnother() {
  let text = """
    apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec: {selector: {app: web, tier: front}}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec: {template: {metadata: {labels: {tier: front, app: web, extra: x}}}}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: back, namespace: other}
    spec: {template: {metadata: {labels: {tier: front, app: web}}}}
    """
  let manifests = YAMLStream(parsing: text).documents.flatMap { Manifest.manifests(in: $0.root) }
  let cluster = ClusterState(manifests)
  #expect(cluster.services(selecting: manifests[1]).map(\.displayName) == ["Service/web"])
  #expect(cluster.services(selecting: manifests[2]).isEmpty)
  let selector = Labels(manifests[0].spec?["selector"])
  #expect(cluster.workloads(in: "default", selectedBy: selector).map(\.displayName) == ["Deployment/web"])
  #expect(cluster.holds("Deployment", in: "other") && !cluster.holds("Service", in: "other"))
  #expect(cluster.manifest(kind: "Deployment", name: "back")?.namespace == "other")
  #expect(cluster.manifest(kind: "Deployment", name: "back", namespace: "default") == nil)
}
