import Findings
import Resources
import Testing
import Validation
import YAML

/// Objects of earlier versions of an API have the rules of its newest, at the places where the API server says so.
@Test(
  arguments: [
    (
      "autoscaling/v2beta2", "HorizontalPodAutoscaler",
      "spec: {maxReplicas: 0, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, metrics: [{type: Resource, resource: "
        + "{name: cpu, target: {type: Utilization}}}]}",
      [
        "Required spec.maxReplicas", "Invalid spec.maxReplicas",
        "Required spec.metrics[0].resource.target.averageUtilization",
      ]
    ),
    (
      "flowcontrol.apiserver.k8s.io/v1beta2", "PriorityLevelConfiguration",
      "spec: {type: Limited, limited: {assuredConcurrencyShares: -1, limitResponse: {type: Reject}}}",
      ["Invalid spec.limited.nominalConcurrencyShares"]
    ),
    (
      "flowcontrol.apiserver.k8s.io/v1beta3", "PriorityLevelConfiguration",
      "spec: {type: Limited, limited: {nominalConcurrencyShares: -1, limitResponse: {type: Wait}}}",
      ["Invalid spec.limited.nominalConcurrencyShares", "NotSupported spec.limited.limitResponse.type"]
    ),
    (
      "flowcontrol.apiserver.k8s.io/v1beta1", "FlowSchema",
      "spec: {priorityLevelConfiguration: {name: b}, rules: [{subjects: [{kind: User}], nonResourceRules: "
        + "[{verbs: [get], nonResourceURLs: [a]}]}]}",
      ["Required spec.rules[0].subjects[0].user", "Invalid spec.rules[0].nonResourceRules[0].nonResourceURLs[0]"]
    ),
    (
      "storage.k8s.io/v1beta1", "CSIStorageCapacity", "storageClassName: A", ["Invalid storageClassName"]
    ),
    (
      "storage.k8s.io/v1beta1", "VolumeAttributesClass", "driverName: d", ["Required parameters"]
    ),
    (
      "networking.k8s.io/v1beta1", "ServiceCIDR", "spec: {cidrs: [10.0.0.1/8]}", ["Invalid spec.cidrs[0]"]
    ),
    ("networking.k8s.io/v1beta1", "IPAddress", "spec: {}", ["Invalid metadata.name", "Required spec.parentRef"]),
    (
      "admissionregistration.k8s.io/v1beta1", "ValidatingAdmissionPolicyBinding", "spec: {policyName: p}",
      ["Required spec.validationActions"]
    ),
    (
      "admissionregistration.k8s.io/v1beta1", "MutatingAdmissionPolicyBinding", "spec: {paramRef: {name: p}}",
      ["Required spec.policyName", "Required spec.paramRef.parameterNotFoundAction"]
    ),
    (
      "resource.k8s.io/v1beta1", "ResourceClaim",
      "spec: {devices: {requests: [{name: r, deviceClassName: C, count: -1}, {name: s}, {name: t, count: 1, "
        + "firstAvailable: [{name: u, deviceClassName: c}]}], constraints: [{requests: [t/u], matchAttribute: a/b}]}}",
      [
        "Invalid spec.devices.requests[0].exactly.deviceClassName", "Invalid spec.devices.requests[0].exactly.count",
        "Required spec.devices.requests[1]", "Invalid spec.devices.requests[2]",
      ]
    ),
    (
      "resource.k8s.io/v1beta1", "ResourceClaimTemplate",
      "spec: {spec: {devices: {requests: [{name: r, selectors: [{}]}]}}}",
      [
        "Required spec.spec.devices.requests[0].exactly.deviceClassName",
        "Required spec.spec.devices.requests[0].exactly.selectors[0].cel",
      ]
    ),
    (
      "resource.k8s.io/v1beta1", "ResourceSlice",
      "spec: {driver: d, nodeName: n, pool: {name: p, resourceSliceCount: 1}, devices: [{name: a, basic: {attributes: "
        + "{b: {}}, taints: [{key: k}]}}, {name: a}]}",
      [
        "Invalid spec.devices[0].attributes[b]", "Required spec.devices[0].taints[0].effect",
        "Duplicate spec.devices[1]",
      ]
    ),
    (
      "resource.k8s.io/v1beta2", "DeviceTaintRule", "spec: {taint: {key: '', effect: NoSchedule}}",
      ["Invalid spec.taint.key"]
    ),
    (
      "storagemigration.k8s.io/v1beta1", "StorageVersionMigration", "spec: {}", ["Required spec.resource.resource"]
    ),
    (
      "certificates.k8s.io/v1beta1", "ClusterTrustBundle", "spec: {trustBundle: ''}", ["Invalid spec.trustBundle"]
    ),
    (
      "certificates.k8s.io/v1beta1", "PodCertificateRequest",
      "spec: {signerName: a.b/c, podName: p, podUID: u, "
        + "serviceAccountName: s, serviceAccountUID: u, nodeName: n, nodeUID: u, maxExpirationSeconds: 60}",
      ["Invalid spec.maxExpirationSeconds"]
    ),
    ("authentication.k8s.io/v1beta1", "SelfSubjectReview", "", []),
  ] as [(String, String, String, [String])])
func judgesEarlierVersions(apiVersion: String, kind: String, rest: String, expected: [String]) throws {
  let text = "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: {name: a}\n\(rest)"
  let found = try findings(in: text, versions: .since(.newest)).filter { $0.severity == .error }
  let errors = found.compactMap { $0.server.map { "\($0.kind.rawValue.dropFirst(10)) \($0.field)" } }
  #expect(Set(errors).sorted() == expected.sorted())
}

@Test(arguments: [
  ("autoscaling/v1", "HorizontalPodAutoscaler", true), ("autoscaling/v2beta1", "HorizontalPodAutoscaler", false),
  ("networking.k8s.io/v1alpha1", "IPAddress", false), ("scheduling.k8s.io/v1alpha1", "Workload", false),
  ("authorization.k8s.io/v1", "SelfSubjectRulesReview", true), ("coordination.k8s.io/v1beta1", "LeaseCandidate", true),
])
func coversWhatIsStable(apiVersion: String, kind: String, isCovered: Bool) throws {
  let stream = YAMLStream(parsing: "apiVersion: \(apiVersion)\nkind: \(kind)")
  let manifest = try #require(stream.documents.first.flatMap { Manifest($0.root) })
  #expect(Validator().covers(manifest) == isCovered)
}

/// The server warns of a version that goes, in each release that still has it.
@Test(arguments: [
  ("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema", "1.29–1.37"),
  ("resource.k8s.io/v1beta2", "ResourceClaim", "1.36–1.37"), ("resource.k8s.io/v1beta2", "DeviceTaintRule", nil),
  ("storage.k8s.io/v1beta1", "VolumeAttributesClass", "1.34–1.37"), ("apps/v1", "Deployment", nil),
])
func warnsOfDeprecatedVersions(apiVersion: String, kind: String, versions: String?) throws {
  let found = try findings(in: "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: {name: a}\nspec: {}")
  let warnings = found.filter { $0.id == "validation/deprecated" }
  #expect(warnings.map { $0.versions?.description } == (versions.map { [$0] } ?? []))
}

/// What the objects alone do not tell.
@Test(arguments: [
  (
    "resource.k8s.io/v1", "ResourceClaim",
    "spec: {devices: {requests: [{name: r, exactly: {deviceClassName: c, adminAccess: true}}]}}", true
  ),
  (
    "resource.k8s.io/v1", "ResourceClaim",
    "spec: {devices: {requests: [{name: r, exactly: {deviceClassName: c}}]}}", false
  ),
  ("autoscaling/v1", "HorizontalPodAutoscaler", "spec: {}", true),
  ("autoscaling/v2", "HorizontalPodAutoscaler", "spec: {}", false),
])
func saysWhereAnObjectIsNotJudgedWhole(apiVersion: String, kind: String, rest: String, isUnknown: Bool) throws {
  let text =
    "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: {name: a, annotations: "
    + "{autoscaling.alpha.kubernetes.io/metrics: '[]'}}\n\(rest)"
  let manifest = try #require(YAMLStream(parsing: text).documents.first.flatMap { Manifest($0.root) })
  #expect((Validator().unknownReason(for: manifest) != nil) == isUnknown)
}
