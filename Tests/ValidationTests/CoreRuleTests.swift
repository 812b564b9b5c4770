import Findings
import Resources
import Testing
import Validation
import YAML

private func pod(_ spec: String, annotations: String = "", labels: String = "", name: String = "web") -> String {
  "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name), annotations: {\(annotations)}, labels: {\(labels)}}\n"
    + "spec:\n  containers: [{name: web, image: 'nginx:1.27'}]\n  \(spec)"
}

private func podTemplate(_ spec: String, annotations: String = "", labels: String = "") -> String {
  "apiVersion: v1\nkind: PodTemplate\nmetadata: {name: web}\n"
    + "template: {metadata: {annotations: {\(annotations)}, labels: {\(labels)}}, spec: {containers: [{name: web, "
    + "image: 'nginx:1.27'}], \(spec)}}"
}

private let tolerations = "scheduler.alpha.kubernetes.io/tolerations"
private let appArmor = "container.apparmor.security.beta.kubernetes.io/web"
private let seccomp = "seccomp.security.alpha.kubernetes.io/pod"
private let spread = "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, "
private let affinity = "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, "
private let term = "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]"

/// Kinds of errors and fields, as in the recordings of a server.
private func errors(in text: String, versions: VersionSet) throws -> [String] {
  try findings(in: text, versions: versions).compactMap { finding in
    finding.severity == .error ? finding.server.map { "\($0.kind.head) \($0.field)" } : nil
  }.sorted()
}

@Test(
  arguments: [
    // Annotations of Pods.
    (pod("", annotations: "\(tolerations): '[{\"key\": 1}]'"), ["Invalid value metadata.annotations"]),
    (pod("", annotations: "\(tolerations): '[{key: a}]'"), ["Invalid value metadata.annotations"]),
    (
      pod("", annotations: "\(tolerations): '[{\"key\": \"a b\", \"operator\": \"Exists\"}]'"),
      ["Invalid value metadata.annotations.\(tolerations)[0].key"]
    ),
    (pod("", annotations: "\(tolerations): '[{\"key\": \"a\", \"operator\": \"Exists\"}]'"), []),
    (pod("", annotations: "\(seccomp): localhost/../a"), ["Invalid value metadata.annotations.\(seccomp)"]),
    (pod("", annotations: "\(seccomp): localhost/a/b"), []),
    (
      pod("securityContext: {seccompProfile: {type: Unconfined}}", annotations: "\(seccomp): docker/default"),
      ["Forbidden spec.securityContext.seccompProfile.type"]
    ),
    (
      pod(
        "securityContext: {seccompProfile: {type: Localhost, localhostProfile: a}}",
        annotations: "\(seccomp): localhost/b"), ["Forbidden spec.securityContext.seccompProfile.localhostProfile"]
    ),
    (
      podTemplate("", annotations: "container.\(seccomp.dropLast(3))web: strict"),
      ["Invalid value template.annotations.container.\(seccomp.dropLast(3))web"]
    ),
    (pod("", annotations: "\(appArmor)2: unconfined"), ["Invalid value metadata.annotations[\(appArmor)2]"]),
    (pod("", annotations: "\(appArmor): strict"), ["Invalid value metadata.annotations[\(appArmor)]"]),
    (pod("securityContext: {appArmorProfile: {type: Unconfined}}", annotations: "\(appArmor): runtime/default"), []),
    (
      podTemplate(
        "securityContext: {appArmorProfile: {type: Unconfined}}", annotations: "\(appArmor): runtime/default"),
      ["Forbidden template.spec.containers[0].securityContext.appArmorProfile.type"]
    ),
    (
      podTemplate("", annotations: "controller.kubernetes.io/pod-deletion-cost: '+1'"),
      ["Invalid value template.annotations[controller.kubernetes.io/pod-deletion-cost]"]
    ),
    // Ephemeral containers.
    (
      pod(
        "ephemeralContainers: [{name: web, image: ' sh', targetContainerName: db, ports: [], resources: {}, lifecycle: {}, "
          + "volumeMounts: [{name: v, mountPath: /a, subPath: b}]}]\n  volumes: [{name: v}]"),
      [
        "Duplicate value spec.ephemeralContainers[0].name", "Forbidden spec.ephemeralContainers",
        "Forbidden spec.ephemeralContainers[0].lifecycle", "Forbidden spec.ephemeralContainers[0].ports",
        "Forbidden spec.ephemeralContainers[0].volumeMounts[0].subPath",
        "Invalid value spec.ephemeralContainers[0].image",
        "Not found spec.ephemeralContainers[0].targetContainerName",
      ]
    ),
    // Amounts of a whole Pod.
    (pod("overhead: {hugepages-2Mi: 2Mi}\n  runtimeClassName: a"), ["Forbidden spec.overhead"]),
    (
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {resources: {requests: {cpu: 1}, limits: {cpu: 1}}, "
        + "initContainers: [{name: i, image: i, resources: {requests: {cpu: 500m}}}, {name: s, image: s, restartPolicy: "
        + "Always, resources: {requests: {cpu: 600m}}}], containers: [{name: c, image: c, resources: {limits: {cpu: "
        + "500m}}}]}", ["Invalid value spec.resources.requests[cpu]"]
    ),
    (
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {resources: {limits: {cpu: 1}}, containers: [{name: c, "
        + "image: c, resources: {limits: {cpu: 2}}}]}",
      ["Invalid value spec.resources.containers[0][cpu].limits", "Invalid value spec.resources.requests"]
    ),
    (
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {resources: {limits: {cpu: 1, hugepages-2Mi: 2Mi}}, "
        + "containers: [{name: c, image: c, resources: {limits: {cpu: 1, hugepages-2Mi: 2Mi}}}, {name: d, image: d, "
        + "resources: {limits: {memory: 1Gi, hugepages-2Mi: 2Mi}}}]}",
      ["Invalid value spec.resources.limits[hugepages-2Mi]", "Invalid value spec.resources.requests[hugepages-2Mi]"]
    ),
    // Keys merged into selectors.
    (
      pod(affinity + "matchLabelKeys: [app], labelSelector: {matchLabels: {app: web}}}]}}", labels: "app: web"),
      ["Invalid value \(term)[0]"]
    ),
    (
      podTemplate(affinity + "matchLabelKeys: [app], labelSelector: {matchLabels: {app: web}}}]}}", labels: "app: web"),
      []
    ),
    (
      pod(
        spread + "matchLabelKeys: [a, b], labelSelector: {matchExpressions: [{key: b, operator: Exists}]}}]",
        labels: "b: c"),
      ["Invalid value spec.topologySpreadConstraints[0][1]"]
    ),
    // Users of Windows.
    (pod(#"securityContext: {windowsOptions: {runAsUserName: 'SHOP\web'}}"#), []),
    (
      pod(#"securityContext: {windowsOptions: {runAsUserName: 'a/b\..'}}"#),
      [
        "Invalid value spec.securityContext.windowsOptions.runAsUserName",
        "Invalid value spec.securityContext.windowsOptions.runAsUserName",
      ]
    ),
    (
      pod(#"securityContext: {windowsOptions: {runAsUserName: 'a\b\c'}}"#),
      ["Invalid value spec.securityContext.windowsOptions.runAsUserName"]
    ),
    // Ports of init containers, and a Pod that a node runs by itself.
    (
      pod(
        "initContainers: [{name: i, image: i}, {name: j, image: j, ports: [{containerPort: 1, hostPort: 1}, "
          + "{containerPort: 2, hostPort: 1}]}]"), ["Duplicate value spec.initContainers[0].ports[1].hostPort"]
    ),
    (
      pod("nodeName: n\n  resourceClaims: [{name: c}]", annotations: "kubernetes.io/config.mirror: a"),
      ["Forbidden "]
    ),
    // Other kinds.
    (
      "apiVersion: v1\nkind: Node\nmetadata: {name: n, annotations: {scheduler.alpha.kubernetes.io/taints: "
        + "'[{\"key\": \"a\"}]', scheduler.alpha.kubernetes.io/preferAvoidPods: '{\"preferAvoidPods\": [{}]}'}}",
      [
        "Required value metadata.annotations.scheduler.alpha.kubernetes.io/preferAvoidPods[0].PodSignature",
        "Required value metadata.annotations.scheduler.alpha.kubernetes.io/taints[0].effect",
      ]
    ),
    (
      "apiVersion: v1\nkind: Service\nmetadata: {name: a, annotations: {service.kubernetes.io/topology-mode: Auto, "
        + "service.kubernetes.io/topology-aware-hints: Disabled}}\nspec: {ports: [{port: 80}]}",
      ["Invalid value metadata.annotations[service.kubernetes.io/topology-mode]"]
    ),
    (
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, managedFields: [{operation: Apply, fieldsType: FieldsV1, "
        + "manager: \"a\\u0007\"}]}", ["Invalid value metadata.managedFields[0].manager"]
    ),
    (
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, managedFields: [{operation: Other, manager: \"\\u0007\"}]}",
      []
    ),
  ] as [(String, [String])])
func refusesWhatTheServerDoes(manifest: String, expected: [String]) throws {
  #expect(try errors(in: manifest, versions: .since(.newest)) == expected)
}

/// What only some versions refuse, as a gate decides whether the server looks at a field at all.
@Test(arguments: [
  ("initContainers: [{name: i, image: i, restartPolicy: Always, startupProbe: {exec: {command: [a]}}}]", "1.28"),
  ("initContainers: [{name: i, image: i, restartPolicy: Never}]", "1.29–1.33"),
  ("hostUsers: false\n  hostPID: true", "1.33–1.37"),
  ("securityContext: {supplementalGroupsPolicy: Some}", "1.33–1.37"),
  ("securityContext: {sysctls: [{name: net.a, value: b}]}\n  hostNetwork: true", "1.29–1.37"),
  ("resourceClaims: [{name: A, resourceClaimName: a}]", "1.34–1.37"),
  ("resources: {limits: {pods: 1}}", "1.34–1.37"),
  ("hostnameOverride: A", "1.35–1.37"),
  ("volumes: [{name: v, image: {reference: a, pullPolicy: Some}}]", "1.35–1.37"),
  ("schedulingGates: [{name: a b}]", "1.27–1.37"),
  (spread + "minDomains: 0, labelSelector: {}}]", "1.27–1.37"),
  (spread + "nodeTaintsPolicy: Some, labelSelector: {}}]", "1.26–1.37"),
  (spread + "matchLabelKeys: [a b], labelSelector: {}}]", "1.27–1.37"),
  (spread + "matchLabelKeys: [a], labelSelector: {matchLabels: {a: b}}}]", "1.27–1.33"),
  (affinity + "matchLabelKeys: [a b], labelSelector: {}}]}}", "1.31–1.37"),
  (affinity + "labelSelector: {matchExpressions: [{key: a, operator: In, values: [a b]}]}}]}}", "1.26–1.37"),
  (
    "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: "
      + "[{key: a, operator: In, values: [a b]}]}]}}}", "1.33–1.37"
  ),
  ("dnsConfig: {searches: [a, b, c, d, e, f, g]}", "1.25"),
])
func refusesInTheVersionsThatLook(spec: String, versions: String) throws {
  let found = try findings(in: pod(spec)).filter { $0.severity == .error }
  #expect(found.map { $0.versions?.description } == [versions], "\(found.map { $0.message.en })")
}

@Test(arguments: [
  ("env: [{name: A, valueFrom: {fileKeyRef: {key: a, volumeName: v, path: b}}}]", ["1.34"]),
  ("env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.hostIPs}}}]", ["1.25–1.28"]),
  ("resizePolicy: [{resourceName: disk, restartPolicy: NotRequired}]", ["1.33–1.37"]),
  ("restartPolicy: Never", ["1.28–1.33"]),
  (
    "restartPolicy: Never, restartPolicyRules: [{action: RestartAllContainers, exitCodes: {operator: In}}]",
    ["1.28–1.33", "1.35"]
  ),
  ("securityContext: {procMount: Unmasked}", ["1.33–1.37"]),
  ("volumeMounts: [{name: v, mountPath: /a, recursiveReadOnly: Enabled}]", ["1.31–1.37"]),
  ("lifecycle: {preStop: {sleep: {seconds: 60}}}", ["1.30–1.37"]),
  ("lifecycle: {preStop: {exec: {command: [a]}, sleep: {seconds: 1}}}", ["1.30–1.37"]),
  ("lifecycle: {preStop: {sleep: {seconds: 0}}}", ["1.30–1.32"]),
])
func refusesContainersInTheVersionsThatLook(fields: String, versions: [String]) throws {
  let text =
    "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {volumes: [{name: v}], containers: [{name: web, "
    + "image: 'nginx:1.27', \(fields)}]}"
  let found = try findings(in: text).filter { $0.severity == .error }
  #expect(found.map { $0.versions?.description ?? "" }.sorted() == versions, "\(found.map { $0.message.en })")
}

/// What the server accepts and warns of: the places, in the order of the text.
@Test(
  arguments: [
    (pod("nodeSelector: {beta.kubernetes.io/os: linux}"), ["spec.nodeSelector.beta.kubernetes.io/os"]),
    (
      pod(
        "affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: "
          + "{matchExpressions: [{key: beta.kubernetes.io/arch, operator: In, values: [a b]}]}}]}}"),
      [
        "spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].key",
        "spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0]"
          + ".values[0]",
      ]
    ),
    (pod(spread + "}]"), ["spec.topologySpreadConstraints[0].labelSelector"]),
    (pod(spread + "labelSelector: {}}]"), []),
    (pod(affinity + "}]}}"), [term + ".labelSelector"]),
    (
      pod("", annotations: "scheduler.alpha.kubernetes.io/critical-pod: ''"),
      ["metadata.annotations.scheduler.alpha.kubernetes.io/critical-pod"]
    ),
    (pod("", annotations: "\(seccomp): unconfined"), ["metadata.annotations.\(seccomp)"]),
    (pod("", annotations: "\(appArmor): unconfined"), ["metadata.annotations.\(appArmor)"]),
    (pod("volumes: [{name: v, gitRepo: {repository: a}}]"), ["spec.volumes[0].gitRepo"]),
    (
      pod(
        "volumes: [{name: v, configMap: {name: m, items: [{key: a, path: a}, {key: b, path: a/b}, {key: c, path: ab}]}}]"
      ),
      ["spec.volumes[0].configMap.items[1].path"]
    ),
    (
      pod(
        "volumes: [{name: v, projected: {sources: [{secret: {name: s, items: [{key: a, path: t/a}]}}, "
          + "{serviceAccountToken: {path: t}}, {}]}}]"),
      ["spec.volumes[0].projected.sources[1].serviceAccountToken.path", "spec.volumes[0].projected.sources[2]"]
    ),
    (
      pod("hostAliases: [{ip: 10.0.0.1}, {ip: 10.0.0.1}, {ip: 'FD00::1'}]"),
      ["spec.hostAliases[1].ip", "spec.hostAliases[2].ip"]
    ),
    (
      pod("imagePullSecrets: [{name: a}, {name: a}, {}]"),
      ["spec.imagePullSecrets[1].name", "spec.imagePullSecrets[2].name"]
    ),
    (podTemplate("terminationGracePeriodSeconds: -1"), ["template.spec.terminationGracePeriodSeconds"]),
    (pod("terminationGracePeriodSeconds: -1"), []),
    (pod("", name: "web.shop"), ["metadata.name"]),
    (
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a, ports: [{name: http, "
        + "containerPort: 80}, {containerPort: 81, hostIP: 10.0.0.1}], resources: {requests: {memory: 100m, cpu: 100m}}}, "
        + "{name: b, image: b, ports: [{name: http, containerPort: 80}, {containerPort: 80, hostPort: 8080}]}]}",
      [
        "spec.containers[0].ports[1].hostIP", "spec.containers[0].resources.requests.memory",
        "spec.containers[1].ports[0].name", "spec.containers[1].ports[0].containerPort",
        "spec.containers[1].ports[1].containerPort", "spec.containers[1].ports[1].containerPort",
      ]
    ),
    (
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a, env: [{name: PATH, value: a}, "
        + "{name: PATH, value: 'a:$(PATH)'}, {name: PATH, value: '$(PATH)'}, {name: PATH, value: b}]}]}",
      ["spec.containers[0].env[2]", "spec.containers[0].env[3]"]
    ),
    (
      "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {clusterIP: None, sessionAffinity: ClientIP, "
        + "externalIPs: ['2001:DB8::1'], externalName: b, ports: [{port: 80}], trafficDistribution: PreferClose}",
      [
        "spec.sessionAffinity", "spec.externalIPs", "spec.externalIPs[0]", "spec.externalName",
        "spec.trafficDistribution",
      ]
    ),
    (
      "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: NodePort, ports: [{port: 80, nodePort: 80}, "
        + "{name: b, port: 81, nodePort: 30000}], loadBalancerIP: 010.0.0.1}",
      ["spec.ports[0].nodePort", "spec.loadBalancerIP"]
    ),
  ] as [(String, [String])])
func warnsOfWhatTheServerDoes(manifest: String, expected: [String]) throws {
  let found = try findings(in: manifest, versions: .since(.newest)).filter { $0.severity == .warning }
  #expect(found.map { $0.path.description } == expected)
}

/// What a server of an older version knows and does not use.
@Test(
  arguments: [
    (pod("hostUsers: true"), ["1.25–1.32"]),
    (pod("hostnameOverride: a"), ["1.34"]),
    (pod("initContainers: [{name: i, image: i, restartPolicy: Always}]"), ["1.28"]),
    (pod("initContainers: [{name: i, image: i, restartPolicy: Never}]"), ["1.28", "1.34"]),
    (pod("volumes: [{name: v, image: {reference: a}}]"), ["1.31–1.34"]),
    (pod(spread + "minDomains: 1, labelSelector: {}}]"), ["1.25–1.26"]),
    (
      "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {trafficDistribution: PreferClose, ports: [{port: 80}]}",
      ["1.34–1.37", "1.30"]
    ),
  ] as [(String, [String])])
func warnsOfWhatIsDropped(manifest: String, versions: [String]) throws {
  let found = try findings(in: manifest).filter { $0.severity == .warning }
  #expect(found.map { $0.versions?.description ?? "" } == versions)
}

/// A cluster's own addresses and Pods decide.
@Test(arguments: [
  ("Service", "spec: {clusterIP: 10.96.0.10, ports: [{port: 80}]}", true),
  ("Service", "spec: {ipFamilyPolicy: RequireDualStack, ports: [{port: 80}]}", true),
  ("Service", "spec: {clusterIP: None, ipFamilies: [IPv6], ports: [{port: 80}]}", false),
  ("Service", "spec: {ipFamilyPolicy: PreferDualStack, ports: [{port: 80}]}", false),
  ("Binding", "target: {name: node-1}", true),
])
func saysWhereTheClusterDecides(kind: String, rest: String, isUnknown: Bool) throws {
  let text = "apiVersion: v1\nkind: \(kind)\nmetadata: {name: a}\n\(rest)"
  let manifest = try #require(YAMLStream(parsing: text).documents.first.flatMap { Manifest($0.root) })
  #expect((Validator().unknownReason(for: manifest) != nil) == isUnknown)
}

@Test(arguments: [
  pod("ephemeralContainers: [~, 1, {name: [a]}]\n  resources: [a]\n  overhead: b"),
  pod("resources: {limits: {cpu: [a], memory: ~}, requests: {cpu: 1e400, memory: 9223372036854775807}}"),
  pod(spread + "matchLabelKeys: [~, [a], {b: c}], labelSelector: 1}]"),
  pod("securityContext: {windowsOptions: {runAsUserName: '\\', gmsaCredentialSpec: [a]}}"),
  pod("volumes: [{name: v, projected: {sources: [~, a, {secret: 1}]}}, {configMap: {items: [{path: ///}, 1]}}]"),
  pod("hostAliases: [a]\n  imagePullSecrets: {b: c}\n  initContainers: [{ports: [a, {hostIP: [b]}], env: [1, ~]}]"),
  pod("", annotations: "\(tolerations): '[[[[[[[', \(seccomp): [a], \(appArmor): ~"),
])
func survivesOtherTypesInPods(manifest: String) throws {
  _ = try findings(in: manifest)
}
