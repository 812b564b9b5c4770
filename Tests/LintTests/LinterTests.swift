import Findings
import Resources
import Testing

@testable import Lint

/// Ids and lines of what a linter finds, `naked-pod:2`.
private func lint(_ text: String, _ configuration: LintConfiguration = LintConfiguration()) throws -> [String] {
  let source = SourceText(name: "-", text: text)
  let manifests = try manifests(text)
  let linter = Linter(configuration: configuration)
  return manifests.flatMap { linter.findings(for: $0, in: ClusterState(manifests)) }
    .map { "\($0.id.dropFirst(5)):\(source.line(at: $0.range.start))" }
}

private let pod = """
  apiVersion: v1
  kind: Pod
  metadata:
    name: web
    annotations:
      ANNOTATION
  spec:
    containers: [{name: web, image: web}]
  """

private func pod(_ annotation: String) -> String { pod.replacing("ANNOTATION", with: annotation) }

@Suite struct LinterTests {
  private let two = LintConfiguration(
    only: [
      "image-tag-latest", "lint/naked-pod", "privilege-escalation-allowed", "suppression-without-reason",
      "suppression-unknown-rule",
    ])

  @Test(arguments: [
    ("a: b", ["naked-pod:2", "image-tag-latest:8", "privilege-escalation-allowed:8"]),
    ("ignore-check.drydock/naked-pod: a drill", ["image-tag-latest:8", "privilege-escalation-allowed:8"]),
    (
      "ignore-check.drydock/naked-pod: \" \"",
      ["suppression-without-reason:6", "image-tag-latest:8", "privilege-escalation-allowed:8"]
    ),
    (
      "ignore-check.drydock/naked: a drill",
      ["naked-pod:2", "suppression-unknown-rule:6", "image-tag-latest:8", "privilege-escalation-allowed:8"]
    ),
    ("ignore-check.kube-linter.io/latest-tag: a drill", ["naked-pod:2", "privilege-escalation-allowed:8"]),
    (
      "ignore-check.kube-linter.io/no-such-check: a drill",
      ["naked-pod:2", "image-tag-latest:8", "privilege-escalation-allowed:8"]
    ),
  ])
  func honoursSuppressions(annotation: String, expected: [String]) throws {
    let found = try lint(pod(annotation), two)
    #expect(found.sorted() == expected.sorted())
  }

  @Test func kubeLinterNamesLeadToRules() throws {
    let names = ["run-as-non-root", "liveness-port", "dangling-service", "pdb-min-available", "access-to-secrets"]
    for name in names {
      let manifest = try #require(try manifests(pod("ignore-check.kube-linter.io/\(name): why")).first)
      let suppressions = Suppression.all(in: manifest)
      #expect(suppressions.count == 1)
      for id in suppressions.flatMap(\.ruleIDs) { #expect(Rule.named(id) != nil, "\(id)") }
    }
  }

  @Test func runsWhatIsConfigured() throws {
    let text = pod("a: b")
    #expect(try !lint(text).contains("image-digest-missing:8"))
    #expect(try lint(text, LintConfiguration(enabled: ["image-digest-missing"])).contains("image-digest-missing:8"))
    #expect(try lint(text, LintConfiguration(disabled: ["lint/image-tag-latest"])).contains("naked-pod:2"))
    #expect(try !lint(text, LintConfiguration(disabled: ["lint/image-tag-latest"])).contains("image-tag-latest:8"))
    #expect(try lint(text, LintConfiguration(only: ["naked-pod"])) == ["naked-pod:2"])
    #expect(try lint(text, LintConfiguration(only: [])) == [])
    #expect(
      LintConfiguration(enabled: ["lint/naked-pod", "no-such"], disabled: ["nor-this"]).unknownIDs
        == ["no-such", "nor-this"])
  }

  /// Whatever shape the values have, rules look at it without complaint.
  @Test(arguments: [
    "spec: [1, 2]", "spec: text", "spec: {containers: text}", "spec: {containers: [text, [x], {}]}",
    "spec: {template: {spec: {containers: [{name: [1], image: {a: b}, ports: x, env: [1], resources: 3}]}}}",
    "spec: {selector: [a], ports: {a: b}, rules: [[]], scaleTargetRef: x, metrics: [1]}",
    "spec: {containers: [{name: a, livenessProbe: x, readinessProbe: {httpGet: []}, securityContext: 1}]}",
    "metadata: text", "metadata: {annotations: [1], labels: x}", "metadata: {name: {a: b}, namespace: [1]}",
    "rules: [{verbs: x, apiGroups: {a: b}, resources: [[1]]}, 3]", "roleRef: [1]\nsubjects: {a: b}", "data: [1]",
    "spec: {minAvailable: 99999999999999999999%, maxUnavailable: [], selector: 3}",
  ])
  func takesAnyShape(rest: String) throws {
    let kinds = [
      "v1 Pod", "apps/v1 Deployment", "apps/v1 StatefulSet", "apps/v1 DaemonSet", "batch/v1 Job", "batch/v1 CronJob",
      "v1 Service", "networking.k8s.io/v1 Ingress", "networking.k8s.io/v1 NetworkPolicy", "v1 Namespace",
      "v1 ConfigMap", "policy/v1 PodDisruptionBudget", "autoscaling/v2 HorizontalPodAutoscaler",
      "rbac.authorization.k8s.io/v1 Role", "rbac.authorization.k8s.io/v1 RoleBinding", "v1 PersistentVolumeClaim",
      "storage.k8s.io/v1 StorageClass", "security.istio.io/v1 PeerAuthentication",
      "networking.istio.io/v1 VirtualService", "networking.istio.io/v1 DestinationRule",
    ]
    let objects = kinds.map { kind in
      let parts = kind.split(separator: " ")
      return "apiVersion: \(parts[0])\nkind: \(parts[1])\n\(rest)"
    }
    let all = try manifests(objects.joined(separator: "\n---\n"))
    #expect(all.count == kinds.count)
    let linter = Linter(configuration: LintConfiguration(only: Rule.all.map(\.id)))
    for manifest in all {
      for finding in linter.findings(for: manifest, in: ClusterState(all)) {
        #expect(finding.range.end > finding.range.start, "\(finding.id)")
      }
    }
  }
}
