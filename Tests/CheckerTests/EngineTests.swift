import Checker
import Findings
import Testing

private func check(_ text: String, _ versions: String) -> CheckedStream {
  Engine().check(Array(text.utf8), versions: VersionSet(versions) ?? .all)
}

private func plain(_ checked: CheckedStream) -> [String] {
  checked.findings.map { "\($0.id)@\($0.path.jsonPointer)" + ($0.versions.map { " \($0.description)" } ?? "") }
}

@Test func judgesEveryVersionInOnePass() {
  let pod =
    "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - {name: a, image: b, restartPolicyRules: []}\n"
  let checked = check(pod, "1.25-1.37")
  #expect(checked.objects.map(\.verdict.accepted.description) == ["1.34–1.37"])
  #expect(checked.objects.map(\.verdict.refused.description) == ["1.25–1.33"])
  #expect(plain(checked) == ["schema/unknown-field@/spec/containers/0/restartPolicyRules 1.25–1.33"])
  #expect(
    checked.objects.map { $0.verdict.text() } == [
      "valid 1.34–1.37; refused 1.25–1.33 (field 'restartPolicyRules' exists since 1.34)"
    ])
}

@Test func aFieldThatCannotBeDecodedHidesOnlyItsConsequences() {
  let text = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: A}
    spec:
      replicas: "3"
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          contianers: [{name: web, image: nginx}]
    """
  #expect(
    plain(check(text, "1.34")) == [
      "validation/name-format@/metadata/name", "schema/wrong-type@/spec/replicas",
      "schema/unknown-field@/spec/template/spec/contianers",
    ])
}

@Test func whatCannotBeJudgedIsUnknown() {
  let checked = check(
    "apiVersion: example.org/v1\nkind: Ship\nmetadata: {name: a}\n---\napiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n",
    "1.34")
  #expect(checked.findings.isEmpty)
  #expect(checked.objects.map(\.verdict.unknown.description) == ["1.34", "1.34"])
  #expect(checked.objects.allSatisfy { $0.verdict.reason != nil && !$0.verdict.isAccepted })
}

@Test func aBrokenDocumentStillSaysThatItsKindIsGone() {
  let checked = check(
    "apiVersion: extensions/v1beta1\nkind: Ingress\nspec: [\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n",
    "1.34")
  #expect(checked.findings.map(\.id) == ["schema/removed-api", "yaml/syntax"])
  #expect(checked.objects.map(\.verdict.isAccepted) == [true])
}

@Test func itemsOfAListAreObjects() {
  let checked = check(
    "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n- {apiVersion: v1, kind: Namespace, metadata: {name: B}}\n",
    "1.34")
  #expect(checked.objects.map(\.verdict.isAccepted) == [true, false])
}

@Test func everyPrefixAndEveryMutationIsAnswered() {
  let text = """
    apiVersion: v1
    kind: Service
    metadata: {name: web, labels: &l {app: web}}
    spec:
      selector: *l
      type: NodePort
      ports:
      - {port: 80, targetPort: http, nodePort: 30080}
    """
  let bytes = Array(text.utf8)
  for count in 0...bytes.count { _ = Engine().check(Array(bytes.prefix(count)), versions: .all) }
  var seed: UInt64 = 42
  for _ in 0..<500 {
    var mutated = bytes
    for _ in 0..<3 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      mutated[Int(seed >> 33) % mutated.count] = UInt8(truncatingIfNeeded: seed >> 17)
    }
    let checked = Engine().check(mutated, versions: .all)
    #expect(checked.findings.allSatisfy { $0.range.start >= 0 && $0.range.end <= mutated.count })
  }
}
