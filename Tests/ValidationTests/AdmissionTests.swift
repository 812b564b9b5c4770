import Findings
import Resources
import Testing
import Validation
import YAML

private let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: a}]\n"
private let urgent =
  "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: urgent}\nvalue: 5\n"
private let gvisor = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: gvisor}\nhandler: runsc\n"

private func objects(in text: String) -> [Manifest] {
  YAMLStream(parsing: text).documents.compactMap { Manifest($0.root) }
}

/// Whether other objects decide, by what a Pod says and what else there is.
@Test(
  arguments: [
    ("", "", false),
    ("  priorityClassName: urgent\n", "", true),
    ("  priorityClassName: urgent\n", urgent, false),
    ("  priorityClassName: urgent\n  priority: 5\n", urgent, false),
    ("  priorityClassName: urgent\n  priority: 6\n", urgent, true),
    ("  priorityClassName: urgent\n  preemptionPolicy: Never\n", urgent, true),
    ("  priorityClassName: urgent\n  preemptionPolicy: Never\n", urgent + "preemptionPolicy: Never\n", false),
    ("  priorityClassName: system-node-critical\n", "", false),
    ("  priority: 0\n", "", false),
    ("  priority: 5\n", "", true),
    ("  priority: 5\n", urgent, true),
    ("  priority: 5\n", urgent + "globalDefault: true\n", false),
    ("  preemptionPolicy: PreemptLowerPriority\n", "", false),
    ("  preemptionPolicy: Never\n", "", true),
    ("  runtimeClassName: gvisor\n", "", true),
    ("  runtimeClassName: gvisor\n", gvisor, false),
    ("  runtimeClassName: gvisor\n  overhead: {cpu: 1}\n", gvisor, true),
  ] as [(String, String, Bool)])
func saysWhereOtherObjectsDecide(fields: String, others: String, isUnknown: Bool) throws {
  let manifest = try #require(objects(in: pod + fields).first)
  let reason = Validator().unknownReason(for: manifest, among: KnownClasses(objects(in: others)))
  #expect((reason != nil) == isUnknown, "\(reason?.en ?? "")")
  #expect(reason?.ko != "")
}

@Test func aTemplateIsNotAdmittedAsAPod() throws {
  let text =
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {runtimeClassName: gvisor}}}"
  let manifest = try #require(objects(in: text).first)
  #expect(Validator().unknownReason(for: manifest) == nil)
}

/// What admission refuses comes alone.
@Test(
  arguments: [
    ("  priorityClassName: system-node-critical\n  priority: 1\n  restartPolicy: always\n", ["forbidden"]),
    ("  priorityClassName: system-node-critical\n  preemptionPolicy: never\n", ["forbidden"]),
    ("  priorityClassName: system-node-critical\n  priority: 2000001000\n", []),
    ("  overhead: {cpu: 100m}\n", ["forbidden"]),
    (
      "  overhead: {cpu: 100m}\n  restartPolicy: always\n",
      ["spec.restartPolicy: Unsupported value: \"always\": supported values: \"Always\", \"OnFailure\", \"Never\""]
    ),
  ] as [(String, [String])])
func admissionRefusesWhatThePodAloneDecides(fields: String, expected: [String]) throws {
  let found = try findings(in: pod + fields, versions: .since(.newest))
  #expect(found.compactMap { $0.server?.description } == expected)
}
