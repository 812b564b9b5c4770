import Findings
import Resources
import Schema
import YAML

/// What the rules of a Pod's parts need to know of the whole.
struct PodScope {
  let spec: Field
  /// Whether it is the template of other Pods; a Pod itself is defaulted further.
  let isTemplate: Bool
  /// The effective values.
  let effective: PodSpec
  /// Volumes without findings of their own; others do not count for those who mount them.
  var volumes = MountableVolumes()

  var os: Field { spec["os"]["name"] }
  var isWindows: Bool { os.hasText("windows") }
}

/// A volume as containers see it.
struct MountableVolume {
  let name: Field
  /// What is written of it; `nil` for the claims of a StatefulSet.
  let volume: Field?

  /// It is a claim, now or once the Pod is made.
  var isClaim: Bool {
    volume.map { $0["persistentVolumeClaim"].isGiven || $0["ephemeral"].isGiven } ?? true
  }

  var isEmptyDirectory: Bool { volume?.isEmptyDirectory ?? false }
}

/// Volumes by name.
struct MountableVolumes {
  /// The names of all that are written, those with findings too.
  let written: FieldsByText

  init(written: FieldsByText = FieldsByText()) {
    self.written = written
  }

  private var byName: [String: MountableVolume] = [:]

  /// The first volume of a name.
  subscript(name: Field) -> MountableVolume? {
    guard !byName.isEmpty, let node = name.node, node.isScalar else { return nil }
    return byName[node.text]
  }

  /// Adds a volume, where none of its name is there.
  mutating func insert(_ volume: MountableVolume) {
    guard self[volume.name] == nil, let node = volume.name.node, node.isScalar else { return }
    byName[node.text] = volume
  }
}

extension Report {
  /// A Pod's spec (core.md 3.2). `podName` is absent in templates; `claims` are volumes that a StatefulSet adds.
  mutating func podSpec(
    _ spec: Field, isTemplate: Bool, podName: Field? = nil, claims: [MountableVolume] = []
  ) {
    guard let node = spec.node else { return require(spec["containers"]) }  // POD1
    var pod = PodScope(spec: spec, isTemplate: isTemplate, effective: PodSpec(node))
    pod.volumes = volumes(spec["volumes"], podName: podName, claims: claims)
    containers(pod)
    podScalars(pod)
    podNames(pod, isTemplate: isTemplate)
    hostSettings(pod)
    podSecurity(spec["securityContext"], pod)
    podResources(pod)
    podClaims(spec["resourceClaims"])
    affinity(spec["affinity"])
    topologySpread(spec["topologySpreadConstraints"])
    tolerations(spec["tolerations"])
    names(spec)
  }

  private mutating func podScalars(_ pod: PodScope) {
    let spec = pod.spec
    expect(spec["restartPolicy"], oneOf: ["Always", "OnFailure", "Never"])  // POD4
    expect(spec["dnsPolicy"], oneOf: ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"])  // POD6
    labels(spec["nodeSelector"])  // POD7
    expect(spec["activeDeadlineSeconds"], in: 1...2_147_483_647)  // POD12
    if spec["preemptionPolicy"].isGiven { require(spec["preemptionPolicy"]) }  // POD21
    expect(spec["preemptionPolicy"], oneOf: ["PreemptLowerPriority", "Never"])  // POD22
    if spec["overhead"].isGiven {
      for (key, value) in spec["overhead"].reported(at: spec["overhead"], "limits").entries {
        resource(key, value, for: .container)  // POD23
      }
    }
    for gate in spec["readinessGates"].items { expect(always: gate["conditionType"], .qualifiedName) }  // POD25
    for gate in spec["schedulingGates"].items {
      expect(always: gate["name"].reported(at: gate), .qualifiedName)  // POD26
    }
    uniqueGates(spec["schedulingGates"])  // POD27
    forbid(spec["ephemeralContainers"], .ephemeralContainers)  // POD28 POD29
    if let os = spec["os"].node {
      require(spec["os"]["name"])  // OS1
      expect(spec["os"]["name"].reported(at: Field(os)), oneOf: ["linux", "windows"])  // OS2
    }
  }

  private mutating func podNames(_ pod: PodScope, isTemplate: Bool) {
    let spec = pod.spec
    // Conversion takes the old name of the field where the new one is empty.
    let account = spec["serviceAccountName"].isEmpty ? spec["serviceAccount"] : spec["serviceAccountName"]
    if account.isGiven { expect(account.reported(at: spec, "serviceAccountName"), .subdomain) }  // POD9
    expect(spec["nodeName"], .subdomain)  // POD10
    if !isTemplate, !spec["nodeName"].isEmpty, !spec["schedulingGates"].isEmpty {
      forbid(spec["nodeName"], .scheduledAndGated)  // POD11
    }
    expect(spec["hostname"], .label)  // POD13
    expect(spec["subdomain"], .label)  // POD14
    let override = spec["hostnameOverride"]
    if override.isGiven {
      if spec["setHostnameAsFQDN"].isTrue { forbid(override, .overriddenTwice("setHostnameAsFQDN")) }  // POD15
      if pod.effective.isHostNetwork { forbid(override, .overriddenTwice("hostNetwork")) }  // POD16
      expect(override, atMostBytes: 64)  // POD17
      expect(given: override, .subdomain)  // POD18
    }
    expect(spec["priorityClassName"], .subdomain)  // POD19
    expect(given: spec["runtimeClassName"], .subdomain)  // POD20
  }

  private mutating func hostSettings(_ pod: PodScope) {
    let spec = pod.spec
    if spec["hostUsers"].node?.bool == false {
      if spec["hostNetwork"].isTrue { forbid(spec["hostNetwork"], .hostUsers("hostNetwork")) }  // POD30
      if spec["hostPID"].isTrue {
        forbid(spec["hostPID"].reported(at: spec, "HostPID"), .hostUsers("hostPID"))  // POD31
      }
      if spec["hostIPC"].isTrue {
        forbid(spec["hostIPC"].reported(at: spec, "HostIPC"), .hostUsers("hostIPC"))  // POD32
      }
    }
    guard pod.effective.isHostNetwork else { return }
    for container in spec["containers"].items {
      for port in container["ports"].items { hostPort(port, isTemplate: pod.isTemplate) }  // POD34
    }
  }

  /// With the node's network a container's port is the node's.
  private mutating func hostPort(_ port: Field, isTemplate: Bool) {
    guard let number = port["hostPort"].integer, number != 0, number != port["containerPort"].integer else { return }
    refuse(port["hostPort"], .hostPort(port), as: .hostPort)
  }

  private mutating func uniqueGates(_ gates: Field) {
    for (index, gate) in gates.items.enumerated() {
      for (position, other) in gates.items.enumerated() where position < index && other["name"].hasTextOf(gate["name"])
      {
        addDuplicate(gate["name"].reported(at: gate), of: other["name"])
      }
    }
  }

  private mutating func podClaims(_ claims: Field) {
    for claim in claims.items {
      require(claim["name"])  // POD35
      expect(claim["name"], .label)  // POD37
      switch (claim["resourceClaimName"].isGiven, claim["resourceClaimTemplateName"].isGiven) {
      case (true, true): refuse(claim, .claimSources("one of them"))  // POD38
      case (false, false): refuse(claim, .claimSources("one"))  // POD39
      default: break
      }
      expect(given: claim["resourceClaimName"], .subdomain)  // POD40
      expect(given: claim["resourceClaimTemplateName"], .subdomain)  // POD40
    }
    expectUnique(claims, by: "name")  // POD36
  }
}

extension Message {
  fileprivate static var ephemeralContainers: Message {
    Message(
      en: "ephemeral containers are added to a running Pod: remove them here and use 'kubectl debug'",
      ko: "임시 컨테이너는 실행 중인 Pod에 추가합니다: 여기서 지우고 'kubectl debug'를 쓰십시오")
  }

  fileprivate static var scheduledAndGated: Message {
    Message(
      en: "a Pod with scheduling gates waits for the scheduler: remove 'nodeName' or the gates",
      ko: "스케줄링 게이트가 있는 Pod는 스케줄러를 기다립니다: 'nodeName'이나 게이트를 지우십시오")
  }

  fileprivate static func overriddenTwice(_ other: String) -> Message {
    Message(
      en: "'\(other)' sets the host name as well: keep one of the two", ko: "'\(other)'도 호스트 이름을 정합니다: 둘 가운데 하나만 두십시오")
  }

  fileprivate static func hostUsers(_ field: String) -> Message {
    Message(
      en: "a Pod with users of its own ('hostUsers: false') cannot share the node's: remove '\(field)' or 'hostUsers'",
      ko: "자기 사용자 네임스페이스를 쓰는 Pod('hostUsers: false')는 노드의 것을 함께 쓸 수 없습니다: '\(field)'나 'hostUsers'를 지우십시오")
  }

  fileprivate static func hostPort(_ port: Field) -> Message {
    Message(
      en:
        "with 'hostNetwork' a port is the node's own: write the same number as 'containerPort', or leave 'hostPort' out",
      ko: "'hostNetwork'에서는 포트가 곧 노드의 포트입니다: 'containerPort'와 같은 번호를 쓰거나 'hostPort'를 지우십시오")
  }

  fileprivate static func claimSources(_ count: String) -> Message {
    Message(
      en: "a claim comes from 'resourceClaimName' or from 'resourceClaimTemplateName': give \(count)",
      ko: "클레임은 'resourceClaimName'이나 'resourceClaimTemplateName' 가운데 하나에서 옵니다: 하나만 쓰십시오")
  }
}
