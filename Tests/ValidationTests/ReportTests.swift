import Findings
import Testing
import Validation

private let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n"
private let image = "{name: web, image: 'nginx:1.27'"

/// What the server says, where the manifest and it name a place differently or its error is not the obvious one.
@Test(
  arguments: [
    (
      pod + "  containers: [\(image), resources: {limits: {gpu: 1}}}]",
      [
        "spec.containers[0].resources.limits[gpu]: Invalid value: \"gpu\"",
        "spec.containers[0].resources.requests[gpu]: Invalid value: \"gpu\"",
      ]
    ),
    (pod + "  containers: [\(image), envFrom: [{prefix: a}]}]", ["spec.containers[0].envFrom: Invalid value"]),
    (pod + "  hostUsers: false\n  hostPID: true\n  containers: [\(image)}]", ["spec.HostPID: Forbidden"]),
    (
      pod + "  volumes: [{name: v, downwardAPI: {items: [{path: a}]}}]\n  containers: [\(image)}]",
      ["spec.volumes[0].downwardAPI: Required value"]
    ),
    (
      pod + "  volumes: [{name: v, gcePersistentDisk: {pdName: ''}}]\n  containers: [\(image)}]",
      ["spec.volumes[0].persistentDisk.pdName: Required value"]
    ),
    (
      pod + "  containers: [\(image), readinessProbe: {exec: {command: [a]}, terminationGracePeriodSeconds: 0}}]",
      [
        "spec.containers[0].readinessProbe.terminationGracePeriodSeconds: Invalid value: 0",
        "spec.containers[0].readinessProbe.terminationGracePeriodSeconds: Invalid value: 0: "
          + "must be greater than or equal to 1",
      ]
    ),
    (
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}",
      [
        "spec.selector: Required value",
        "spec.template.metadata.labels: Invalid value: `selector` does not match template `labels`",
        "spec.template.spec.containers: Required value",
      ]
    ),
    (
      "apiVersion: v1\nkind: PodTemplate\nmetadata: {name: web}\ntemplate: {metadata: {labels: {a b: c}}, "
        + "spec: {containers: [\(image)}]}}", ["template.labels: Invalid value: \"a b\""]
    ),
    (
      "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: [Once]}",
      [
        "spec.accessModes: Unsupported value: \"Once\": supported values: \"ReadOnlyMany\", \"ReadWriteMany\", "
          + "\"ReadWriteOnce\", \"ReadWriteOncePod\"",
        "spec.resources[storage]: Required value",
      ]
    ),
    (
      "apiVersion: v1\nkind: Secret\nmetadata: {name: site}\ntype: kubernetes.io/tls\nstringData: {tls.crt: a, 'b c': d}",
      ["data[b c]: Invalid value: \"b c\"", "data[tls.key]: Required value"]
    ),
    (
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, finalizers: [cleanup], labels: {a: -b}}",
      ["metadata.finalizers[0]: Invalid value: \"cleanup\"", "metadata.labels: Invalid value: \"-b\""]
    ),
    (
      "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a, namespace: NOT, }\nspec: {accessModes: [ReadWriteOnce], "
        + "capacity: {storage: ~}, hostPath: {path: /a}}", ["spec.capacity[storage]: Invalid value"]
    ),
  ] as [(String, [String])])
func speaksAsTheServerDoes(manifest: String, expected: [String]) throws {
  let found = try findings(in: manifest, versions: .since(.newest))
  #expect(found.compactMap { $0.server?.description }.sorted() == expected.sorted())
}

@Test(arguments: [
  ("apiVersion: v1\nkind: Service\nmetadata: {name: 1web}\nspec: {ports: [{port: 80}]}", "1.25–1.35"),
  (
    "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}], externalIPs: [010.0.0.1]}",
    "1.36–1.37"
  ),
  (pod + "  containers: [\(image), env: [{name: 1A, value: b}]}]", "1.25–1.31"),
  (
    "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}], trafficDistribution: "
      + "PreferSameNode}", "1.31–1.33"
  ),
])
func saysInWhichVersionsARuleHolds(manifest: String, versions: String) throws {
  let found = try findings(in: manifest).filter { $0.severity == .error }
  #expect(found.map { $0.versions?.description } == [versions])
}

/// The whole finding: place, path, related place and both languages.
@Test func pointsAtTheExactToken() throws {
  let text = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      selector:
        matchLabels: {app: shop}
      template:
        metadata:
          labels: {app: web}
        spec:
          containers:
          - name: web
            image: nginx:1.27
            imagePullPolicy: always
    """
  let source = SourceText(name: "web.yaml", text: text)
  let found = try findings(in: text)
  #expect(found.map { $0.id } == ["validation/selector-mismatch", "validation/not-supported"])
  let (mismatch, policy) = (try #require(found.first), try #require(found.last))
  #expect(source.text(of: mismatch.range) == "web")
  #expect(mismatch.path.description == "spec.template.metadata.labels")
  #expect(mismatch.related.map { source.text(of: $0.range) } == ["shop"])
  #expect(
    mismatch.message.en
      == "the selector looks for 'app: shop' and the template says 'web': write the same in both")
  #expect(source.text(of: policy.range) == "always")
  #expect(policy.message.en == "imagePullPolicy 'always' is not known: did you mean 'Always'")
  #expect(policy.message.ko == "imagePullPolicy 'always'은(는) 알 수 없는 값입니다: 'Always'을(를) 쓰려고 했습니까")
  #expect(policy.fix?.edits == [Fix.Edit(range: policy.range, replacement: "Always")])
}

@Test(arguments: [
  "apiVersion: v1\nkind: Pod", "apiVersion: v1\nkind: Pod\nmetadata: 1\nspec: [a]",
  "apiVersion: v1\nkind: Pod\nmetadata: {labels: 3}\nspec: {containers: {a: b}, volumes: 3}",
  "apiVersion: v1\nkind: Pod\nspec: {containers: [~, 1, [a], {name: {a: b}, ports: [~], env: ~}], volumes: [~]}",
  "apiVersion: v1\nkind: Service\nspec: {clusterIPs: [~, ~], ports: [~, a], ipFamilies: [1]}",
  "apiVersion: batch/v1\nkind: CronJob\nspec: {schedule: [1], jobTemplate: a}",
  "apiVersion: v1\nkind: Secret\ntype: kubernetes.io/dockerconfigjson\ndata: {.dockerconfigjson: '*'}",
  "apiVersion: v1\nkind: PersistentVolume\nspec: {iscsi: {iqn: iqn.}, capacity: [a]}",
])
func survivesValuesOfOtherTypes(manifest: String) throws {
  #expect(!(try findings(in: manifest)).isEmpty)
}
