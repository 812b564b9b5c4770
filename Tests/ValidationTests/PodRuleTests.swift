import Findings
import Testing
import Validation

/// A Pod with fields of its spec and of its container.
private func pod(_ spec: String = "", container: String = "", annotations: String = "") -> String {
  "apiVersion: v1\nkind: Pod\nmetadata: {name: web, annotations: {\(annotations)}}\n"
    + "spec: {\(spec.isEmpty ? "" : spec + ", ")containers: [{name: c, image: b\(container.isEmpty ? "" : ", ")"
    + "\(container)}]}"
}

private let claims =
  "volumes: [{name: a, persistentVolumeClaim: {claimName: x}}, {name: b, persistentVolumeClaim: "
  + "{claimName: z}}]"
private let twoVolumes = "volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}]"
private let c = "spec.containers[0]"
private let term = "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]"

/// Types and fields of what the newest server refuses, in any order and each once.
private func errors(in text: String, versions: VersionSet = .since(.newest)) throws -> [String] {
  let found = try findings(in: text, versions: versions).filter { $0.severity == .error }
  return Set(found.compactMap { $0.server.map { "\($0.kind.rawValue.dropFirst(10)) \($0.field)" } }).sorted()
}

@Test(
  arguments: [
    // Absent paths repeat each other.
    (
      pod(twoVolumes, container: "volumeMounts: [{name: a}, {name: b}]"),
      [
        "Required \(c).volumeMounts[0].mountPath", "Invalid \(c).volumeMounts[1].mountPath",
        "Required \(c).volumeMounts[1].mountPath",
      ]
    ),
    (
      pod(claims, container: "volumeDevices: [{name: a}, {name: b}]"),
      [
        "Required \(c).volumeDevices[0].devicePath", "Invalid \(c).volumeDevices[1].devicePath",
        "Required \(c).volumeDevices[1].devicePath",
      ]
    ),
    // Of mounts with one name the last counts for the devices, and the other way round.
    (
      pod(
        claims,
        container: "volumeMounts: [{name: a, mountPath: /a}, {name: a, mountPath: /b}], volumeDevices: "
          + "[{name: b, devicePath: /a}]"), ["Invalid \(c).volumeMounts[0].mountPath"]
    ),
    // What is no name repeats none.
    (
      pod(container: "ports: [{name: A_, containerPort: 1}, {name: A_, containerPort: 2}]"),
      ["Invalid \(c).ports[0].name", "Invalid \(c).ports[1].name"]
    ),
    (
      pod("securityContext: {sysctls: [{name: A, value: b}, {name: A, value: b}, {name: a, value: b}, {name: a}]}"),
      [
        "Duplicate spec.securityContext.sysctls[3].name", "Invalid spec.securityContext.sysctls[0].name",
        "Invalid spec.securityContext.sysctls[1].name",
      ]
    ),
    // Absent names repeat each other.
    (
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{image: a}], initContainers: [{image: b}]}",
      ["Required \(c).name", "Duplicate spec.initContainers[0].name", "Required spec.initContainers[0].name"]
    ),
    (
      pod("schedulingGates: [{}, {}]"),
      ["Invalid spec.schedulingGates[0]", "Duplicate spec.schedulingGates[1]", "Invalid spec.schedulingGates[1]"]
    ),
    (
      pod(container: "resizePolicy: [{restartPolicy: NotRequired}, {restartPolicy: NotRequired}]"),
      ["Required \(c).resizePolicy", "Duplicate \(c).resizePolicy[1]"]
    ),
    (
      pod(
        "topologySpreadConstraints: [{maxSkew: 1, whenUnsatisfiable: ScheduleAnyway}, {maxSkew: 1, whenUnsatisfiable: "
          + "ScheduleAnyway}]"),
      [
        "Duplicate spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}",
        "Required spec.topologySpreadConstraints[0].topologyKey",
        "Required spec.topologySpreadConstraints[1].topologyKey",
      ]
    ),
    (
      pod("ephemeralContainers: [{image: a}, {image: a}]"),
      [
        "Forbidden spec.ephemeralContainers", "Required spec.ephemeralContainers[0].name",
        "Required spec.ephemeralContainers[1].name", "Duplicate spec.ephemeralContainers[1].name",
      ]
    ),
    // Where the server looks no further.
    (
      pod("initContainers: [{name: i, image: b, restartPolicyRules: [{action: Stop}]}]"),
      ["Required spec.initContainers[0].restartPolicy"]
    ),
    (
      pod(container: "restartPolicyRules: [{action: Stop}]"),
      [
        "Required \(c).restartPolicy", "Required \(c).restartPolicyRules[0].exitCodes",
        "NotSupported \(c).restartPolicyRules[0].action",
      ]
    ),
    (pod("volumes: [{name: v, hostPath: {type: Disk}}]"), ["Required spec.volumes[0].hostPath.path"]),
    (
      pod(
        "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, matchLabelKeys: "
          + "[a b], mismatchLabelKeys: [c d]}]}}"),
      ["Forbidden \(term).matchLabelKeys", "Forbidden \(term).mismatchLabelKeys"]
    ),
    (
      pod(
        "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, matchLabelKeys: "
          + "[a b]}]"), ["Forbidden spec.topologySpreadConstraints[0].matchLabelKeys"]
    ),
    (
      pod("securityContext: {appArmorProfile: {type: Foo, localhostProfile: x}}"),
      ["NotSupported spec.securityContext.appArmorProfile.type"]
    ),
    (
      pod("securityContext: {appArmorProfile: {localhostProfile: x}}"),
      ["Required spec.securityContext.appArmorProfile.type"]
    ),
    (
      pod(
        "resourceClaims: [{name: a, resourceClaimName: x}]",
        container: "resources: {claims: [{name: a}, {name: a, request: B_}, {request: B_}]}"),
      ["Duplicate \(c).resources.claims[1]", "Required \(c).resources.claims[2]"]
    ),
    (
      pod(
        "volumes: [{name: d, downwardAPI: {items: [{path: x, fieldRef: {fieldPath: metadata.name}, resourceFieldRef: "
          + "{resource: bogus}}]}}]"), ["Invalid spec.volumes[0].downwardAPI"]
    ),
    (
      pod(container: "env: [{name: A, valueFrom: {fieldRef: {apiVersion: v2}}}]"),
      ["Required \(c).env[0].valueFrom.fieldRef.fieldPath"]
    ),
    // And where it does.
    (
      pod(
        "volumes: [{name: d, downwardAPI: {items: [{path: x, resourceFieldRef: {resource: limits.cpu, divisor: 3m}}]}}]"
      ),
      [
        "Required spec.volumes[0].downwardAPI.resourceFieldRef.containerName",
        "Invalid spec.volumes[0].downwardAPI.resourceFieldRef.divisor",
      ]
    ),
    (
      pod(
        "volumes: [{name: a-name-of-thirty-letters-and-more, emptyDir: {}, iscsi: {targetPortal: "
          + "'a-portal-of-thirty-letters.example:3260', iqn: 'iqn.2020-01.a:b', lun: 0, initiatorName: "
          + "'iqn.2020-01.a:b'}}]"), ["Forbidden spec.volumes[0].iscsi", "Invalid spec.volumes[0].name"]
    ),
    (
      pod("volumes: [{name: v, azureDisk: {diskName: a, diskURI: 'https://x', kind: '', cachingMode: ''}}]"),
      ["NotSupported spec.volumes[0].azureDisk.cachingMode", "NotSupported spec.volumes[0].azureDisk.kind"]
    ),
    (pod("volumes: [{name: v, quobyte: {registry: 'a:,:http', volume: v}}]"), []),
    (pod("volumes: [{name: v, quobyte: {registry: 'a:1,', volume: v}}]"), ["Invalid spec.volumes[0].quobyte.registry"]),
    (
      pod("volumes: [{name: v, quobyte: {registry: 'a:b:1', volume: v}}]"),
      ["Invalid spec.volumes[0].quobyte.registry"]
    ),
    (
      pod(
        "volumes: [{name: e, ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: "
          + "{storage: 1Gi}}}}}}, {name: p, persistentVolumeClaim: {claimName: web-e}}]",
        container: "volumeMounts: [{name: p, mountPath: /p}]"),
      ["Invalid spec.volumes[1].persistentVolumeClaim.claimName"]
    ),
    (
      pod("resources: {claims: [{name: a}], limits: {cpu: 1}}"),
      ["Forbidden spec.resources.claims", "NotFound spec.resources.claims[0]"]
    ),
    (
      pod(
        container:
          "ports: [{containerPort: 1, hostPort: 1, protocol: ''}, {containerPort: 2, hostPort: 1, protocol: TCP}]"
      ), ["Duplicate \(c).ports[1].hostPort"]
    ),
    (
      pod(
        "securityContext: {appArmorProfile: {type: RuntimeDefault}}",
        annotations: "container.apparmor.security.beta.kubernetes.io/c: ''"),
      ["Forbidden \(c).securityContext.appArmorProfile.type"]
    ),
    // Numbers and texts at the edge.
    (
      pod("terminationGracePeriodSeconds: -1", container: "lifecycle: {preStop: {sleep: {seconds: 1}}}"), []
    ),
    (
      pod("terminationGracePeriodSeconds: -1", container: "lifecycle: {preStop: {sleep: {seconds: 2}}}"),
      ["Invalid \(c).lifecycle.preStop.sleep"]
    ),
    (
      "apiVersion: v1\nkind: PodTemplate\nmetadata: {name: web}\ntemplate: {spec: {terminationGracePeriodSeconds: -1, "
        + "containers: [{name: c, image: b, lifecycle: {preStop: {sleep: {}}}}]}}",
      ["Invalid template.\(c).lifecycle.preStop.sleep"]
    ),
    (pod(annotations: "controller.kubernetes.io/pod-deletion-cost: '-007'"), []),
    (
      pod(annotations: "controller.kubernetes.io/pod-deletion-cost: '007'"),
      ["Invalid metadata.annotations[controller.kubernetes.io/pod-deletion-cost]"]
    ),
    (pod(container: "resources: {limits: {cpu: 100u}, requests: {cpu: 500u}}"), []),
    // Null is nothing of an amount, and an empty text in a list.
    (
      pod(container: "resources: {limits: {cpu: ~, a.b/c: 1}, requests: {cpu: 1, a.b/c: ~, a.b/d: ~}}"),
      ["Invalid \(c).resources.requests", "Required \(c).resources.limits"]
    ),
    (pod(container: "resources: {limits: {cpu: 1}, requests: {cpu: ~}}"), []),
    (
      pod(
        "resources: {requests: {memory: ~}, limits: {cpu: 1, memory: 1Gi}}",
        container: "resources: {requests: {memory: 1Mi}}"), ["Invalid spec.resources.requests[memory]"]
    ),
    (pod("dnsConfig: {searches: [a.b, ~]}"), ["Invalid spec.dnsConfig.searches[1]"]),
    (pod(annotations: "container.apparmor.security.beta.kubernetes.io/c: ~"), []),
    (
      pod(
        "securityContext: {seccompProfile: {type: Localhost}}",
        annotations: "seccomp.security.alpha.kubernetes.io/pod: localhost/"),
      [
        "Forbidden spec.securityContext.seccompProfile.localhostProfile",
        "Required spec.securityContext.seccompProfile.localhostProfile",
      ]
    ),
  ] as [(String, [String])])
func looksAtPodsAsFarAsTheServer(manifest: String, expected: [String]) throws {
  #expect(try errors(in: manifest) == expected.sorted())
}

/// Before 1.36 a sidecar has no restart rules.
@Test func refusesRulesOfSidecarsInOlderVersions() throws {
  let manifest = pod(
    "initContainers: [{name: i, image: b, restartPolicy: Always, restartPolicyRules: [{action: Restart, exitCodes: "
      + "{operator: In, values: [1]}}]}]")
  let found = try findings(in: manifest).filter { $0.severity == .error }
  #expect(found.contains { $0.versions?.description == "1.35" && $0.server?.kind.rawValue == "FieldValueForbidden" })
}
