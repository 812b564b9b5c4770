import Findings
import Testing
import Validation

private let storage = "apiVersion: storage.k8s.io/v1\nkind: "
private let resource = "apiVersion: resource.k8s.io/v1\nkind: "
private let access = "apiVersion: authorization.k8s.io/v1\nkind: "
private let slice =
  resource + "ResourceSlice\nmetadata: {name: a}\nspec: {driver: d.example, pool: {name: a, "
  + "resourceSliceCount: 1}, "

/// What the server says of kinds of storage, nodes, devices and reviews, where its words are not the obvious ones.
@Test(
  arguments: [
    (
      storage + "StorageClass\nmetadata: {name: a}\nprovisioner: A.b/C\nallowedTopologies: [{}]\nreclaimPolicy: ''",
      ["allowedTopologies[0].matchLabelExpressions: Duplicate value"]
    ),
    (
      storage + "StorageClass\nmetadata: {name: a}\nprovisioner: b\nallowedTopologies: [{matchLabelExpressions: "
        + "[{key: a, values: [x, y]}]}, {matchLabelExpressions: [{key: a, values: [y, x]}]}]",
      ["allowedTopologies[1].matchLabelExpressions: Duplicate value"]
    ),
    (
      storage + "VolumeAttachment\nmetadata: {name: a}\nspec: {attacher: Disks.example, nodeName: node-1, source: "
        + "{persistentVolumeName: '', }}",
      ["spec.source.persistentVolumeName: Required value", "spec.source.persistentVolumeName: Invalid value: \"\""]
    ),
    (
      storage + "CSINode\nmetadata: {name: a}\nspec: {drivers: [{name: d, nodeID: n, topologyKeys: ['', a b]}]}",
      [
        "spec.drivers[0]: Required value", "spec.drivers[0]: Invalid value: \"\"",
        "spec.drivers[0]: Invalid value: \"a b\"",
      ]
    ),
    (
      "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: a, finalizers: [cleanup]}\nhandler: a\n"
        + "overhead: {podFixed: {hugepages-2Mi: 4Mi}}", ["overhead: Forbidden"]
    ),
    (
      "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: system-node-critical}\n"
        + "value: 2000001000\npreemptionPolicy: ''", ["preemptionPolicy: Required value"]
    ),
    (
      resource + "DeviceClass\nmetadata: {generateName: A_}\nspec: {config: [{}]}",
      ["metadata.name: Invalid value: \"A_\"", "spec.config[0].opaque: Required value"]
    ),
    (
      resource + "ResourceClaim\nmetadata: {name: a}\nspec: {devices: {requests: [{name: r, firstAvailable: [{name: s, "
        + "deviceClassName: c}]}], constraints: [{requests: [r/t, r/s/u], matchAttribute: d/}]}}",
      [
        "spec.devices.constraints[0].requests[0]: Invalid value: \"r/t\"",
        "spec.devices.constraints[0].requests[1]: Invalid value: \"r/s/u\"",
        "spec.devices.constraints[0].matchAttribute: Invalid value: \"d/\"",
      ]
    ),
    (
      resource + "ResourceClaimTemplate\nmetadata: {name: a}\nspec: {metadata: {name: b, uid: c}}",
      ["spec.metadata.name: Forbidden", "spec.metadata.uID: Forbidden"]
    ),
    (slice + "allNodes: true, nodeName: ''}", ["spec.nodeName: Invalid value: \"\""]),
    (slice + "allNodes: true, nodeName: a}", ["spec: Invalid value"]),
    (
      slice
        + "allNodes: true, devices: [{name: a, nodeName: node-1, attributes: {a-b: {int: 1}, v: {version: 01.2.3}}}]}",
      [
        "spec.devices[0]: Invalid value: \"node-1\"", "spec.devices[0].attributes: Invalid value: \"a-b\"",
        "spec.devices[0].attributes[v].version: Invalid value: \"01.2.3\"",
      ]
    ),
    (
      access + "SubjectAccessReview\nmetadata: {labels: {a b: c}}\nspec: {user: a, nonResourceAttributes: {}}",
      ["metadata: Invalid value"]
    ),
    (
      access
        + "LocalSubjectAccessReview\nspec: {user: a, resourceAttributes: {labelSelector: {requirements: [{key: a b, "
        + "operator: Gt}]}}}",
      [
        "spec.resourceAttributes.namespace: Invalid value",
        "spec.resourceAttributes.labelSelector.requirements[0].key: Invalid value: \"a b\"",
      ]
    ),
    ("apiVersion: authentication.k8s.io/v1\nkind: TokenReview", ["bad request"]),
    (
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, finalizers: [null]}",
      ["metadata.finalizers: Invalid value", "metadata.finalizers[0]: Invalid value"]
    ),
    (
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {dnsConfig: {searches: [null]}, containers: [{name: a, "
        + "image: b, resources: {limits: {cpu: null, memory: 1Gi}, requests: {cpu: 1, memory: null}}}]}",
      [
        "spec.containers[0].resources.requests: Invalid value: 1", "spec.dnsConfig.searches[0]: Invalid value",
      ]
    ),
    (
      "apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {podFailurePolicy: {rules: [{action: FailJob, "
        + "onExitCodes: {operator: In, values: [null]}}]}, template: {spec: {restartPolicy: Never, containers: "
        + "[{name: a, image: b}]}}}",
      ["spec.podFailurePolicy.rules[0].onExitCodes.values[0]: Invalid value"]
    ),
    (
      access + "SubjectAccessReview\nmetadata: {uid: a, creationTimestamp: '2026-01-01T00:00:00Z', selfLink: /a}\n"
        + "spec: {user: a, nonResourceAttributes: {}}", []
    ),
    (
      access + "SubjectAccessReview\nmetadata: {resourceVersion: '1'}\nspec: {user: a, nonResourceAttributes: {}}",
      ["metadata: Invalid value"]
    ),
    (
      "apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: {generateName: v1.a}\nspec: {version: v1, "
        + "group: a, groupPriorityMinimum: 1, versionPriority: 1}", ["metadata.name: Invalid value: \"v1.a\""]
    ),
    (
      "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: NodePort, ports: [{name: a, port: 80}, "
        + "{name: b, port: 80}]}", ["spec.ports[1].nodePort: Duplicate value", "spec.ports[1]: Duplicate value: 80"]
    ),
    (
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: A_-}",
      ["metadata.generateName: Invalid value: \"A_-\"", "metadata.name: Invalid value: \"A_-\""]
    ),
  ] as [(String, [String])])
func answersForTheseKinds(manifest: String, expected: [String]) throws {
  let found = try findings(in: manifest, versions: .since(.newest)).filter { $0.severity == .error }
  #expect(found.compactMap { $0.server?.description }.sorted() == expected.sorted())
}

@Test(arguments: [
  (resource + "DeviceClass\nmetadata: {name: a}\nspec: {extendedResourceName: gpu}", "1.36–1.37"),
  (
    storage + "CSIDriver\nmetadata: {name: a}\nspec: {nodeAllocatableUpdatePeriodSeconds: 1}", "1.35–1.37"
  ),
])
func keepsRulesToTheirVersions(manifest: String, versions: String) throws {
  #expect(try findings(in: manifest).map { $0.versions?.description } == [versions])
}

@Test(arguments: [
  ("Asia/Soul", "there is no time zone 'Asia/Soul': did you mean 'Asia/Seoul'"),
  ("utc", "there is no time zone 'utc': did you mean 'UTC'"),
  ("US/Pacific", nil),
  ("America/Argentina/Buenos_Aires", nil),
])
func knowsTheZonesOfTheDatabase(zone: String, message: String?) throws {
  let text = """
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: nightly}
    spec:
      schedule: 0 3 * * *
      timeZone: \(zone)
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
              - {name: job, image: job}
    """
  #expect(try findings(in: text).map { $0.message.en } == (message.map { [$0] } ?? []))
}

@Test(arguments: [
  storage + "StorageClass\nallowedTopologies: [~, {matchLabelExpressions: [~, a, {values: {a: b}}]}]\nparameters: [a]",
  storage + "VolumeAttachment\nspec: {source: {inlineVolumeSpec: [a]}, attacher: 1}",
  resource
    + "ResourceClaim\nspec: {devices: {requests: [~, 1, {name: [a], exactly: b}], constraints: [~, {requests: ~}]}}",
  resource + "ResourceSlice\nspec: {devices: [~, {attributes: {a: ~, '': 1}, capacity: [~]}], nodeSelector: 3}",
  access + "LocalSubjectAccessReview\nmetadata: [a]\nspec: {resourceAttributes: [b]}",
])
func survivesOtherTypesInTheseKinds(manifest: String) throws {
  #expect(!(try findings(in: manifest)).isEmpty)
}
