import Findings
import Testing
import Validation

private let template =
  "template: {metadata: {labels: {app: a}}, spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}"
private let codes = "spec.podFailurePolicy.rules[0].onExitCodes.values"

private func job(_ fields: String, name: String = "j") -> String {
  "apiVersion: batch/v1\nkind: Job\nmetadata: {name: \(name)}\nspec: {\(fields), \(template)}"
}

private func cron(_ fields: String) -> String {
  "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: j}\nspec: {schedule: '@hourly', jobTemplate: {spec: "
    + "{\(fields), \(template)}}}"
}

/// A workload with a selector and the labels of its template.
private func workload(_ version: String, _ kind: String, _ selector: String, _ labels: String) -> String {
  "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: w}\nspec: {selector: \(selector), template: {metadata: "
    + "{labels: {\(labels)}}, spec: {containers: [{name: c, image: b}]}}}"
}

/// A StatefulSet with claims, of which each is given its name.
private func stateful(_ claims: [String], volumes: String, mounts: String = "") -> String {
  let spec = "{accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}"
  let list = claims.map { "{metadata: {name: \($0)}, spec: \(spec)}" }.joined(separator: ", ")
  return "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: s}\nspec: {selector: {matchLabels: {app: a}}, "
    + "volumeClaimTemplates: [\(list)], template: {metadata: {labels: {app: a}}, spec: {volumes: [\(volumes)], "
    + "containers: [{name: a, image: b, volumeMounts: [\(mounts)]}]}}}"
}

private let faulty = "{name: v, emptyDir: {sizeLimit: -1}}, {name: w, hostPath: {}}"

@Test(
  arguments: [
    // What is not said is filled in for a Job, and not for the template of one.
    (job("completionMode: Indexed"), []),
    (job("completionMode: Indexed", name: "a.b"), ["Invalid metadata.name"]),
    (job("completionMode: Indexed, parallelism: 2"), ["Required spec.completions"]),
    (cron("completionMode: Indexed"), ["Required spec.jobTemplate.spec.completions"]),
    (
      job("completionMode: Indexed, backoffLimitPerIndex: 1, maxFailedIndexes: 2"), ["Invalid spec.maxFailedIndexes"]
    ),
    (
      job("completionMode: Indexed, successPolicy: {rules: [{succeededCount: 2}]}"),
      ["Invalid spec.successPolicy.rules[0].succeededCount"]
    ),
    // Names that are made of a prefix.
    (
      "apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: a.b-}\nspec: {completionMode: Indexed, \(template)}",
      ["Invalid metadata.name"]
    ),
    (
      "apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: a-}\nspec: {template: {metadata: {labels: {a: b c}}, "
        + "spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}}",
      ["Invalid metadata.labels", "Invalid spec.template.labels"]
    ),
    (
      "apiVersion: batch/v1\nkind: CronJob\nmetadata: {generateName: a-name-of-nearly-fifty-letters-that-is-long-enough-}\n"
        + "spec: {schedule: '@hourly', jobTemplate: {spec: {\(template)}}}", ["Invalid metadata.name"]
    ),
    // An empty text is given.
    (job("completionMode: '', backoffLimitPerIndex: 1"), ["NotSupported spec.completionMode"]),
    (job("podReplacementPolicy: ''"), ["NotSupported spec.podReplacementPolicy"]),
    // Several at once.
    (
      job("podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [1, 3, 1]}}]}"),
      ["Duplicate \(codes)[2]", "Invalid \(codes)"]
    ),
    (
      job(
        "completionMode: Indexed, completions: 3, successPolicy: {rules: [{succeededIndexes: '5', succeededCount: 1}]}"),
      ["Invalid spec.successPolicy.rules[0].succeededCount", "Invalid spec.successPolicy.rules[0].succeededIndexes"]
    ),
    // A selector beside the one that is made.
    (job("selector: {matchLabels: {}}"), []),
    (job("selector: {matchLabels: {job-name: j}}"), []),
    (job("selector: {matchExpressions: [{key: b, operator: DoesNotExist}]}"), []),
    (job("selector: {matchLabels: {app: a}}"), ["Invalid spec.selector"]),
    (
      job("selector: {matchLabels: {controller-uid: a}}"),
      ["Invalid spec.selector", "Invalid spec.template.metadata.labels"]
    ),
    (job("selector: {matchLabels: {app: b}}"), ["Invalid spec.selector", "Invalid spec.template.metadata.labels"]),
    (
      job("selector: {matchExpressions: [{key: a, operator: Has}]}"),
      ["Invalid spec.selector.matchExpressions[0].operator"]
    ),
    (job("manualSelector: true, selector: {matchLabels: {}}"), []),
    (job("manualSelector: true, selector: {matchLabels: {app: b}}"), ["Invalid spec.template.metadata.labels"]),
    (
      job("manualSelector: true, selector: {matchExpressions: [{key: a, operator: Has}]}"),
      ["Invalid spec.selector.matchExpressions[0].operator"]
    ),
    // Claims are the first volumes of a StatefulSet's Pods, and take the place of those with their names.
    (
      stateful([], volumes: faulty),
      [
        "Forbidden spec.template.spec.volumes[0].emptyDir.sizeLimit",
        "Required spec.template.spec.volumes[1].hostPath.path",
      ]
    ),
    (
      stateful(["data"], volumes: faulty),
      [
        "Forbidden spec.template.spec.volumes[1].emptyDir.sizeLimit",
        "Required spec.template.spec.volumes[2].hostPath.path",
      ]
    ),
    (
      stateful(["data", "data"], volumes: faulty),
      [
        "Forbidden spec.template.spec.volumes[1].emptyDir.sizeLimit",
        "Required spec.template.spec.volumes[2].hostPath.path",
      ]
    ),
    (stateful(["v"], volumes: faulty), ["Required spec.template.spec.volumes[1].hostPath.path"]),
    (
      stateful(["Data"], volumes: "", mounts: "{name: Data, mountPath: /a}"),
      [
        "Invalid spec.template.spec.volumes[0].name", "NotFound spec.template.spec.containers[0].volumeMounts[0].name",
      ]
    ),
    (
      "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: s}\nspec: {selector: {matchExpressions: [{key: a, "
        + "operator: Has}]}, \(template)}",
      [
        "Invalid spec.selector", "Invalid spec.selector.matchExpressions[0].operator",
        "NotSupported spec.template.spec.restartPolicy",
      ]
    ),
    // Null is the empty text of a label, and an exit code of 0.
    (workload("apps/v1", "Deployment", "{matchLabels: {a: ~}}", "a: ''"), []),
    (workload("apps/v1", "Deployment", "{matchExpressions: [{key: a, operator: In, values: ['']}]}", "a: ~"), []),
    (
      workload("apps/v1", "Deployment", "{matchLabels: {a: ~}}", "b: ~"),
      ["Invalid spec.template.metadata.labels"]
    ),
    (workload("v1", "ReplicationController", "{a: ~}", "a: ''"), []),
    (
      job("podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [~, 1]}}]}"),
      ["Invalid \(codes)[0]"]
    ),
  ] as [(String, [String])])
func looksAtWorkloadsAsFarAsTheServer(manifest: String, expected: [String]) throws {
  let found = try findings(in: manifest, versions: .since(.newest)).filter { $0.severity == .error }
  let errors = Set(found.compactMap { $0.server.map { "\($0.kind.rawValue.dropFirst(10)) \($0.field)" } })
  #expect(errors.sorted() == expected.sorted())
}
