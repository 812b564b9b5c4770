import Findings
import Testing
import Validation

private func object(_ apiVersion: String, _ kind: String, _ rest: String, name: String = "a") -> String {
  "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: {name: \(name)}\n\(rest)"
}

private let template = "template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: b}]}}"
private let jobTemplate = "template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}"

private func job(_ fields: String) -> String { object("batch/v1", "Job", "spec: {\(fields), \(jobTemplate)}") }

private func cron(_ schedule: String) -> String {
  object("batch/v1", "CronJob", "spec: {schedule: \"\(schedule)\", jobTemplate: {spec: {\(jobTemplate)}}}")
}

private func stateful(_ fields: String, name: String = "a") -> String {
  object("apps/v1", "StatefulSet", "spec: {selector: {matchLabels: {a: b}}, \(template), \(fields)}", name: name)
}

private func slice(_ policy: String) -> String {
  object(
    "resource.k8s.io/v1", "ResourceSlice",
    "spec: {driver: d, nodeName: n, pool: {name: p, resourceSliceCount: 1}, devices: [{name: a, "
      + "allowMultipleAllocations: true, capacity: {m: {value: 10Gi, requestPolicy: {\(policy)}}}}]}")
}

private let policy = "spec.devices[0].capacity[m].requestPolicy"

/// Type and field of what the server refuses.
@Test(
  arguments: [
    (
      object(
        "apps/v1", "DaemonSet",
        "spec: {selector: {matchExpressions: [{key: a, operator: In}]}, template: {metadata: {labels: {a: b}}, spec: "
          + "{restartPolicy: Never, containers: [{name: a, image: b}]}}}"),
      ["Required spec.selector.matchExpressions[0].values", "NotSupported spec.template.spec.restartPolicy"]
    ),
    (
      object(
        "apps/v1", "StatefulSet",
        "spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {hostname: A_, subdomain: "
          + "B_, containers: [{name: a, image: b}]}}}"), []
    ),
    (
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, generation: -1, ownerReferences: [{apiVersion: a/b/c, "
        + "kind: A, name: a, uid: u}]}\nspec: {selector: {matchLabels: {a: b}}, \(template)}",
      ["Invalid metadata.ownerReferences.apiVersion"]
    ),
    (
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, generation: -1}", ["Invalid metadata.generation"]
    ),
    (slice("default: 1Gi, validValues: [1Gi, 2Gi]"), []),
    (slice("default: 1Gi"), []),
    (slice("validValues: [1Gi]"), ["Required \(policy).default"]),
    (
      slice("default: 3Gi, validValues: [2Gi, 1Gi, 1Gi, 20Gi]"),
      [
        "Invalid \(policy).validValues", "Invalid \(policy).validValues[1]", "Duplicate \(policy).validValues[2]",
        "Invalid \(policy).validValues[3]",
      ]
    ),
    (slice("default: 1Gi, validRange: {max: 2Gi}"), ["Required \(policy).validRange.min"]),
    (slice("default: 2Gi, validRange: {min: 1Gi, max: 4Gi, step: 1Gi}"), []),
    (
      slice("default: 1536Mi, validRange: {min: 1Gi, max: 20Gi, step: 1Gi}"),
      ["Invalid \(policy).validRange.max", "Invalid \(policy).validRange.step"]
    ),
    (
      slice("default: 1Gi, validRange: {min: 2Gi, max: 1Gi}"),
      ["Invalid \(policy).validRange.min", "Invalid \(policy).validRange.max"]
    ),
    (slice("default: 1, validValues: [1], validRange: {min: 1}"), ["Forbidden \(policy)"]),
    (
      slice("default: 1, validValues: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]"),
      ["TooMany \(policy).validValues", "Invalid \(policy).validValues"]
    ),
    (
      object(
        "resource.k8s.io/v1", "ResourceSlice",
        "spec: {driver: d, nodeName: a, pool: {name: p, resourceSliceCount: 1}, devices: [{name: a, attributes: {'': "
          + "{int: 1}}, bindingConditions: [a, a, b, c, d], bindingFailureConditions: [e]}]}"),
      [
        "Invalid spec.devices[0].attributes", "TooMany spec.devices[0].bindingConditions",
        "Duplicate spec.devices[0].bindingConditions[1]",
      ]
    ),
    (
      object("resource.k8s.io/v1", "ResourceClaim", "spec: {devices: {constraints: [{matchAttribute: ''}]}}"),
      ["Invalid spec.devices.constraints[0].matchAttribute"]
    ),
    (
      object(
        "resource.k8s.io/v1", "ResourceClaim",
        "spec: {devices: {requests: [{name: a, firstAvailable: [{name: b, deviceClassName: c}]}, {name: a, exactly: "
          + "{deviceClassName: c}}], constraints: [{requests: [a/b], matchAttribute: d/e}]}}"),
      ["Duplicate spec.devices.requests[1]", "Invalid spec.devices.constraints[0].requests[0]"]
    ),
    (
      object(
        "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy",
        "spec: {paramKind: {apiVersion: /, kind: A}, matchConstraints: {resourceRules: [{apiGroups: [''], apiVersions: "
          + "[v1], operations: [CREATE], resources: [pods]}]}, validations: [{expression: 'true'}]}"),
      ["Invalid spec.paramKind.apiVersion"]
    ),
    (
      object(
        "resource.k8s.io/v1", "ResourceSlice",
        "spec: {driver: d, nodeName: '', pool: {name: p, resourceSliceCount: 1}, sharedCounters: [{counters: {c: "
          + "{value: 1}}}], devices: []}"),
      ["Invalid spec.nodeName", "Required spec", "Invalid spec", "Required spec.sharedCounters[0].name"]
    ),
    (
      object(
        "resource.k8s.io/v1", "ResourceSlice",
        "spec: {driver: d, nodeName: n, pool: {name: p, resourceSliceCount: 1}, devices: [{name: a, nodeName: n, "
          + "allNodes: true}]}"), ["Invalid spec.devices[0]"]
    ),
    (
      object(
        "resource.k8s.io/v1", "DeviceClass",
        "spec: {config: [{opaque: {driver: d, parameters: {a: \"\(String(repeating: "<", count: 1710))\"}}}]}"),
      ["TooLong spec.config[0].opaque.parameters"]
    ),
    (
      object(
        "certificates.k8s.io/v1", "CertificateSigningRequest",
        "spec: {signerName: kubernetes.io/kube-apiserver-client, usages: [client auth], request: "
          + "\(masters)}"), ["Forbidden"]
    ),
    (
      object(
        "certificates.k8s.io/v1", "CertificateSigningRequest",
        "spec: {signerName: kubernetes.io/kube-apiserver-client, usages: [], request: \(masters)}"),
      ["Required spec.usages"]
    ),
    (
      object(
        "certificates.k8s.io/v1", "CertificateSigningRequest",
        "spec: {signerName: a.b/c, usages: [any], expirationSeconds: 1, request: \(masters)}", name: "a/b"),
      ["Invalid spec.expirationSeconds"]
    ),
    (
      object(
        "certificates.k8s.io/v1", "CertificateSigningRequest",
        "spec: {signerName: a.b/c, usages: [any], request: \(masters)}", name: "a/b"), ["Invalid metadata.name"]
    ),
    (
      object(
        "certificates.k8s.io/v1", "CertificateSigningRequest",
        "spec: {signerName: example.com/a, usages: [client auth], request: \(masters)}"), []
    ),
    (
      object("certificates.k8s.io/v1", "ClusterTrustBundle", "spec: {signerName: a/b, trustBundle: x}", name: "a:b:c"),
      ["Invalid spec.signerName", "Invalid spec.trustBundle"]
    ),
    (cron("TZ=UTC 0 3 * * *"), ["Invalid spec.schedule"]),
    (
      object(
        "coordination.k8s.io/v1beta1", "LeaseCandidate",
        "spec: {leaseName: l, binaryVersion: 1.35.0, emulationVersion: 1.36.0, strategy: Newest}"),
      ["Invalid spec.binaryVersion", "NotSupported spec.strategy.strategy"]
    ),
  ] as [(String, [String])])
func refusesWhatTheServerRefuses(manifest: String, expected: [String]) throws {
  let found = try findings(in: manifest, versions: .since(.newest)).filter { $0.severity == .error }
  let errors = found.compactMap { finding in
    finding.server.map { $0.kind == .denied ? "Forbidden" : "\($0.kind.rawValue.dropFirst(10)) \($0.field)" }
  }
  #expect(Set(errors).sorted() == expected.sorted(), "\(found.map { $0.server?.description ?? "" })")
}

/// A gate that is off drops fields before they are judged.
@Test(
  arguments: [
    (job("managedBy: a"), ["1.32–1.37"]),
    (job("completionMode: Indexed, completions: 2, backoffLimitPerIndex: -1"), ["1.29–1.37"]),
    (job("podReplacementPolicy: Never"), ["1.29–1.37"]),
    (job("podFailurePolicy: {rules: [{action: Stop, onPodConditions: [{type: a}]}]}"), ["1.26–1.37"]),
    (job("completionMode: Indexed, completions: 2, successPolicy: {rules: []}"), ["1.31–1.37"]),
    (stateful("ordinals: {start: -1}"), ["1.27–1.37"]),
    (stateful("persistentVolumeClaimRetentionPolicy: {whenScaled: Keep}"), ["1.27–1.37"]),
    (stateful("serviceName: A"), ["1.33–1.37"]),
    (stateful("updateStrategy: {rollingUpdate: {maxUnavailable: 0}}"), ["1.37"]),
    (stateful("updateStrategy: {rollingUpdate: {maxUnavailable: 101%}}"), ["1.37"]),
    (stateful("replicas: 1", name: "a.b"), ["1.27–1.37"]),
    (stateful("replicas: 1", name: "A.b"), [nil]),
    (object("policy/v1", "PodDisruptionBudget", "spec: {unhealthyPodEvictionPolicy: Never}"), ["1.27–1.37"]),
    (
      object(
        "autoscaling/v2", "HorizontalPodAutoscaler",
        "spec: {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: A, name: a}, metrics: [{type: "
          + "ContainerResource, containerResource: {name: cpu, container: a, target: {type: Utilization, "
          + "averageUtilization: 1}}}]}"), ["1.25–1.26"]
    ),
    (
      object(
        "autoscaling/v2", "HorizontalPodAutoscaler",
        "spec: {minReplicas: 0, maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: A, name: a}, metrics: "
          + "[{type: External, external: {metric: {name: q}, target: {type: Value, value: 1}}}]}"), ["1.25–1.36"]
    ),
    (
      object(
        "discovery.k8s.io/v1", "EndpointSlice",
        "addressType: IPv4\nendpoints: [{addresses: [10.0.0.1], hints: {forNodes: [{name: A}]}}]"), ["1.34–1.37"]
    ),
    (
      object(
        "resource.k8s.io/v1beta2", "ResourceClaim",
        "spec: {devices: {requests: [{name: r, firstAvailable: [{name: s, deviceClassName: c}]}]}}"), ["1.25–1.33"]
    ),
    (
      object(
        "resource.k8s.io/v1", "ResourceSlice",
        "spec: {driver: d, perDeviceNodeSelection: true, pool: {name: p, resourceSliceCount: 1}}"), ["1.25–1.35"]
    ),
    // What is an error in all versions is not warned of in some.
    (cron("CRON_TZ=Asia/Seoul 0 25 * * *"), ["1.29–1.37", nil]),
    (cron("TZ=Nowhere 0 3 * * *"), ["1.29–1.37", nil]),
    (cron("TZ=Asia/Seoul 0 3 * * *"), ["1.29–1.37", "1.25–1.28"]),
  ] as [(String, [String?])])
func saysInWhichVersionsAGateIsOn(manifest: String, versions: [String?]) throws {
  let found = try findings(in: manifest).filter { $0.id != "validation/deprecated" }
  #expect(
    found.map { $0.versions?.description ?? "" }.sorted() == versions.map { $0 ?? "" }.sorted(),
    "\(found.map { $0.server?.description ?? $0.id })")
}

/// What the server accepts with a warning.
@Test(
  arguments: [
    (
      object("apps/v1", "Deployment", "spec: {selector: {matchLabels: {a: b}}, \(template)}", name: "a.b"),
      "validation/name-format"
    ),
    (
      object("apps/v1", "ReplicaSet", "spec: {selector: {matchLabels: {a: b}}, \(template)}", name: "a.b"),
      "validation/name-format"
    ),
    (object("batch/v1", "Job", "spec: {\(jobTemplate)}", name: "a.b"), "validation/name-format"),
    (
      object("batch/v1", "CronJob", "spec: {schedule: '@daily', jobTemplate: {spec: {\(jobTemplate)}}}", name: "a.b"),
      "validation/name-format"
    ),
    (stateful("revisionHistoryLimit: -1"), "validation/number-range"),
    (
      stateful(
        "volumeClaimTemplates: [{metadata: {name: d}, spec: {accessModes: [ReadWriteOnce], resources: {requests: "
          + "{storage: 1500m}}}}]"), "validation/quantity"
    ),
    (job("completionMode: Indexed, completions: 100001, parallelism: 10001"), "validation/number-range"),
  ] as [(String, String)])
func warnsOfWorkloadsAsTheServerDoes(manifest: String, id: String) throws {
  let found = try findings(in: manifest, versions: .since(.newest))
  #expect(found.map { $0.id } == [id], "\(found.map { $0.server?.description ?? $0.id })")
  #expect(found.map { $0.severity } == [.warning])
}

/// A zone in the schedule was taken before 1.29, but not beside one in its own field.
@Test(arguments: [("", ["warning"]), ("timeZone: UTC, ", ["error"])])
func takesOneZoneAlone(field: String, expected: [String]) throws {
  let manifest = object(
    "batch/v1", "CronJob",
    "spec: {\(field)schedule: \"TZ=Asia/Seoul 0 3 * * *\", jobTemplate: {spec: {\(jobTemplate)}}}")
  let found = try findings(in: manifest, versions: VersionSet("1.28") ?? [])
  #expect(found.map { $0.severity == .error ? "error" : "warning" } == expected)
}

/// What is refused since 1.36 was warned of for three releases.
@Test(arguments: [
  (
    object("networking.k8s.io/v1", "NetworkPolicy", "spec: {ingress: [{from: [{ipBlock: {cidr: 10.0.0.1/8}}]}]}"),
    ["error 1.36–1.37", "warning 1.33–1.35"]
  ),
  (
    object("discovery.k8s.io/v1", "EndpointSlice", "addressType: IPv4\nendpoints: [{addresses: [010.0.0.1]}]"),
    ["error 1.36–1.37", "warning 1.33–1.35"]
  ),
])
func warnsBeforeItRefuses(manifest: String, expected: [String]) throws {
  let found = try findings(in: manifest)
  let shown = found.map { "\($0.severity == .error ? "error" : "warning") \($0.versions?.description ?? "")" }
  #expect(shown.sorted() == expected)
}

/// A request for the group that may do everything, as OpenSSL wrote it.
private let masters =
  "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIa01JR0tBZ0VBTUNneEZ6QVZCZ05WQkFvTURuTjVjM1JsYlRw"
  + "dFlYTjBaWEp6TVEwd0N3WURWUVFEREFSdAphWEpoTUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFeFExOGJ2V3du"
  + "RXFUejBTbURaMGd1M1E4CkE2Wm1qOFIzNzZ2d3ZCM3hYYnFRdmM3and6cnJha3pXMEVhNWlyM0t3elZ2RjBySHV3SFN4ODhnS2FN"
  + "L1BxQUEKTUFvR0NDcUdTTTQ5QkFNQ0Ewa0FNRVlDSVFDRXpSL3FsL3JNWTF6WmlnS1pSNTFuS0szN2hmOFM3Um5KL0hkMgorQmpt"
  + "QWdJaEFLODI4YWNkcWtnM00rWXBKam9EQVVzaWlzRkF5Vmw3eXBEekhEYmJoaEtGCi0tLS0tRU5EIENFUlRJRklDQVRFIFJFUVVF"
  + "U1QtLS0tLQo="
