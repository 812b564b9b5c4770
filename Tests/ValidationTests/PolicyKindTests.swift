import Findings
import Foundation
import Testing
import Validation

private func object(_ apiVersion: String, _ kind: String, _ rest: String) -> String {
  "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: {name: a}\n\(rest)"
}

private func autoscaler(_ rest: String) -> String {
  object(
    "autoscaling/v2", "HorizontalPodAutoscaler",
    "spec: {maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, \(rest)}")
}

/// Type and field of what is found, where they are not those that one would guess.
@Test(
  arguments: [
    (
      autoscaler("metrics: [{type: Pods, resource: {name: cpu}, object: {}}]"),
      [
        "Forbidden spec.metrics[0].object", "Forbidden spec.metrics[0].resource",
        "Invalid spec.metrics[0].object.target.type", "Required spec.metrics[0].object.describedObject.kind",
        "Required spec.metrics[0].object.describedObject.name", "Required spec.metrics[0].object.metric.name",
        "Required spec.metrics[0].object.target.averageValue", "Required spec.metrics[0].object.target.type",
        "Required spec.metrics[0].pods",
      ]
    ),
    (autoscaler("behavior: {scaleUp: {policies: ~}, scaleDown: {}}"), []),
    (
      autoscaler(
        "minReplicas: 0, metrics: [{type: External, external: {metric: {name: q}, target: {type: Value, value: 1}}}]"),
      []
    ),
    (autoscaler("minReplicas: 0"), ["Forbidden spec.metrics"]),
    (
      object(
        "autoscaling/v1", "HorizontalPodAutoscaler",
        "spec: {maxReplicas: 9, scaleTargetRef: {kind: ReplicationController, name: a}, targetCPUUtilizationPercentage: 0}"
      ), ["Invalid spec.metrics[0].resource.target.averageUtilization"]
    ),
    (
      object(
        "discovery.k8s.io/v1", "EndpointSlice",
        "addressType: FQDN\nendpoints:\n- {addresses: [a.b., a, 'a..b'], hints: {forZones: [{name: z}, {name: z}]}}"),
      [
        "Duplicate endpoints[0].hints.forZones[1].name", "Invalid endpoints[0].addresses[1]",
        "Invalid endpoints[0].addresses[2]",
      ]
    ),
    (
      object(
        "discovery.k8s.io/v1", "EndpointSlice", "addressType: IPv6\nendpoints: [{addresses: ['FD00::1', 10.0.0.1]}]"),
      ["Invalid endpoints[0].addresses", "Invalid endpoints[0].addresses[0]"]
    ),
    (
      object("v1", "Node", "spec: {podCIDR: 10.0.0.0, podCIDRs: [10.0.0.0/24]}"), ["Invalid spec.podCIDRs[0]"]
    ),
    (object("v1", "Node", "spec: {podCIDR: 10.0.0.0/24, podCIDRs: [10.0.0.0/24, 'fd00::/64']}"), []),
    (
      object("v1", "Node", "status: {capacity: {pods: 1.5}, declaredFeatures: [B, A/b, a]}"),
      [
        "Invalid status.allocatable.pods", "Invalid status.capacity.pods", "Invalid status.declaredFeatures[1]",
        "Invalid status.declaredFeatures[2]",
      ]
    ),
    (
      "apiVersion: v1\nkind: Node\nmetadata: {name: a, annotations: {scheduler.alpha.kubernetes.io/taints: '[a: b'}}",
      ["Invalid metadata.annotations"]
    ),
    (
      "apiVersion: v1\nkind: LimitRange\nspec: {limits: [{type: Container, max: {gpu: 1}}]}",
      [
        "Invalid spec.limits[0].default[gpu]", "Invalid spec.limits[0].defaultRequest[gpu]",
        "Invalid spec.limits[0].max[gpu]",
      ]
    ),
    (
      object(
        "v1", "LimitRange",
        "spec: {limits: [{type: Pod, min: {cpu: 0}, max: {cpu: 4}, maxLimitRequestRatio: {cpu: 9}}]}"),
      []
    ),
    (
      object(
        "v1", "ResourceQuota",
        "spec: {hard: {storage: 1, count/pods: 1.5, hugepages-2Mi: 1, services: 1}, scopes: [BestEffort]}"),
      ["Invalid spec.hard[count/pods]", "Invalid spec.hard[storage]", "Invalid spec.scopes"]
    ),
    (
      object("policy/v1", "PodDisruptionBudget", "spec: {minAvailable: -1}").replacing("name: a", with: "name: a/b"),
      ["Invalid spec.minAvailable"]
    ),
    (
      object("policy/v1", "PodDisruptionBudget", "spec: {}").replacing(
        "{name: a}", with: "{name: A_B c, finalizers: [x]}"), []
    ),
    (
      object(
        "networking.k8s.io/v1", "Ingress", "spec: {ingressClassName: b, defaultBackend: {resource: {kind: A, name: b}}}"
      )
      .replacing("{name: a}", with: "{name: a, annotations: {kubernetes.io/ingress.class: c}}"),
      ["Invalid annotations.kubernetes.io/ingress.class"]
    ),
    (
      "apiVersion: networking.k8s.io/v1\nkind: IPAddress\nmetadata: {generateName: a}\nspec: {parentRef: {resource: a, name: b}}",
      ["Invalid metadata.generateName", "Invalid metadata.name"]
    ),
    (
      object("networking.k8s.io/v1", "ServiceCIDR", "spec: {cidrs: [10.0.0.0/8, 11.0.0.1/8]}"),
      ["Invalid spec.cidrs", "Invalid spec.cidrs[1]"]
    ),
    (
      object(
        "events.k8s.io/v1", "Event",
        "eventTime: '2026-01-02T15:04:05.000000Z'\ntype: Normal\nreportingController: a/b/c\nreportingInstance: i\n"
          + "action: x\nregarding: {name: a}\ndeprecatedCount: 1\nnote: \(String(repeating: "n", count: 1025))"),
      ["Invalid count", "Invalid message", "Invalid reportingController", "Required reason"]
    ),
  ] as [(String, [String])])
func findsTheErrorsOfTheServer(manifest: String, expected: [String]) throws {
  let found = try findings(in: manifest, versions: .since(.newest)).filter { $0.severity == .error }
  let errors = found.compactMap { $0.server.map { "\($0.kind.rawValue.dropFirst(10)) \($0.field)" } }
  #expect(Set(errors).sorted() == expected.sorted())
}

@Test(arguments: [
  (
    "autoscaling/v1", "HorizontalPodAutoscaler", "spec: {maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: a}}",
    "1.34–1.37"
  ),
  ("v1", "ResourceQuota", "spec: {scopes: [VolumeAttributesClass]}", "1.25–1.33"),
  (
    "networking.k8s.io/v1", "Ingress", "spec: {defaultBackend: {service: {name: 1a, port: {number: 1}}}}", "1.25–1.35"
  ),
])
func saysInWhichVersionsAKindIsStricter(apiVersion: String, kind: String, rest: String, versions: String) throws {
  let found = try findings(in: object(apiVersion, kind, rest))
  #expect(found.map { $0.versions?.description } == [versions])
}

/// What the server accepts with a warning.
@Test(arguments: [
  (object("v1", "ResourceQuota", "spec: {hard: {cpu: 4, limits.cpu: 2}}"), "validation/request-above-limit"),
  (object("v1", "Endpoints", "subsets: [{addresses: [{ip: 'FD00::1'}]}]"), "validation/address-spelling"),
  (object("discovery.k8s.io/v1", "EndpointSlice", "addressType: FQDN"), "validation/deprecated"),
  (object("v1", "Node", "spec: {externalID: a}"), "validation/deprecated"),
])
func warnsAsTheServerDoes(manifest: String, id: String) throws {
  let found = try findings(in: manifest, versions: .since(.newest))
    .filter { $0.id != Constraint.deprecatedKind.id }
  #expect(found.map { $0.id } == [id])
  #expect(found.map { $0.severity } == [.warning])
}

@Test func offersTheCanonicalForm() throws {
  let found = try findings(in: object("networking.k8s.io/v1", "ServiceCIDR", "spec: {cidrs: ['FD00:0::/112']}"))
  #expect(found.map { $0.fix?.edits.map { $0.replacement } } == [["\"fd00::/112\""]])
}
