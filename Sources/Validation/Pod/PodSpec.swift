import Findings
import Resources
import Schema
import YAML

/// What the rules of a Pod's parts need to know of the whole.
struct PodScope {
  let spec: Field
  /// The labels of the Pod, or of its template.
  let labels: Field
  /// Whether it is the template of other Pods; a Pod itself is defaulted further.
  let isTemplate: Bool
  /// The effective values.
  let effective: PodSpec
  /// Those of all three lists.
  let allContainers: [Field]
  /// Volumes without findings of their own by their names; others do not count for those who mount them.
  var volumes: [String: MountableVolume] = [:]

  func volume(named name: Field) -> MountableVolume? {
    guard let node = name.node, node.isScalar else { return nil }
    return volumes[node.text]
  }

  var os: Field { spec["os"]["name"] }
  var isWindows: Bool { os.hasText("windows") }
  /// Whether the Pod's users are not the node's.
  var hasOwnUsers: Bool { spec["hostUsers"].node?.bool == false }

  /// Whether it stands for a Pod that a node runs by itself.
  func isMirror(_ metadata: Field) -> Bool {
    !isTemplate && metadata["annotations"].has("kubernetes.io/config.mirror")
  }
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

extension Report {
  /// A Pod's spec (core.md 3.2), with the Pod's or the template's metadata. `claims` are volumes that a StatefulSet
  /// adds.
  mutating func podSpec(_ spec: Field, of metadata: Field, isTemplate: Bool, claims: [MountableVolume] = []) {
    guard let node = spec.node else { return require(spec["containers"]) }  // POD1
    var pod = PodScope(
      spec: spec, labels: metadata["labels"], isTemplate: isTemplate, effective: PodSpec(node),
      allContainers: spec.allContainers)
    let podName = isTemplate ? nil : metadata["name"]
    pod.volumes = volumes(spec["volumes"], podName: podName, claims: claims)
    containers(pod)
    podScalars(pod)
    podNames(pod, isTemplate: isTemplate)
    hostSettings(pod)
    podSecurity(spec["securityContext"], pod)
    inVersions(.podLevelResources) { $0.podResources(pod) }
    inVersions(.resourceClaims) { $0.podClaims(spec["resourceClaims"], isMirror: pod.isMirror(metadata)) }
    affinity(spec["affinity"], in: pod)
    topologySpread(spec["topologySpreadConstraints"], in: pod)
    tolerations(spec["tolerations"])
    names(spec)
    warnOfPod(pod)
    warnOfDroppedFields(pod)
    warnOfEnvironments(pod)
    warnOfPorts(pod)
    warnOfPaths(spec["volumes"])
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
      hugePagesNeedOthers([spec["overhead"]], of: spec["overhead"])  // POD24
    }
    for gate in spec["readinessGates"].items { expect(always: gate["conditionType"], .qualifiedName) }  // POD25
    inVersions(.schedulingGates) { report in
      for gate in spec["schedulingGates"].items {
        report.expect(always: gate["name"].reported(at: gate), .qualifiedName)  // POD26
      }
      report.uniqueGates(spec["schedulingGates"])  // POD27
    }
    let os = spec["os"]
    if os.isGiven {
      require(os["name"])  // OS1
      expect(os["name"].reported(at: os), oneOf: ["linux", "windows"])  // OS2
    }
  }

  private mutating func podNames(_ pod: PodScope, isTemplate: Bool) {
    let spec = pod.spec
    // Conversion takes the old name of the field where the new one is empty.
    let account = spec["serviceAccountName"].isEmpty ? spec["serviceAccount"] : spec["serviceAccountName"]
    if account.isGiven { expect(account.reported(at: spec, "serviceAccountName"), .subdomain) }  // POD9
    expect(spec["nodeName"], .subdomain)  // POD10
    if !isTemplate, !spec["nodeName"].isEmpty, !spec["schedulingGates"].isEmpty {
      inVersions(.schedulingGates) { $0.forbid(spec["nodeName"], .scheduledAndGated) }  // POD11
    }
    expect(spec["hostname"], .label)  // POD13
    expect(spec["subdomain"], .label)  // POD14
    if spec["hostnameOverride"].isGiven { inVersions(.hostnameOverride) { $0.hostnameOverride(pod) } }
    expect(spec["priorityClassName"], .subdomain)  // POD19
    expect(given: spec["runtimeClassName"], .subdomain)  // POD20
  }

  private mutating func hostnameOverride(_ pod: PodScope) {
    let override = pod.spec["hostnameOverride"]
    if pod.spec["setHostnameAsFQDN"].isTrue { forbid(override, .overriddenTwice("setHostnameAsFQDN")) }  // POD15
    if pod.effective.isHostNetwork { forbid(override, .overriddenTwice("hostNetwork")) }  // POD16
    expect(override, atMostBytes: 64)  // POD17
    expect(given: override, .subdomain)  // POD18
  }

  private mutating func hostSettings(_ pod: PodScope) {
    let spec = pod.spec
    if pod.hasOwnUsers {
      inVersions(.userNamespaces) { report in
        if spec["hostNetwork"].isTrue { report.forbid(spec["hostNetwork"], .hostUsers("hostNetwork")) }  // POD30
        if spec["hostPID"].isTrue {
          report.forbid(spec["hostPID"].reported(at: spec, "HostPID"), .hostUsers("hostPID"))  // POD31
        }
        if spec["hostIPC"].isTrue {
          report.forbid(spec["hostIPC"].reported(at: spec, "HostIPC"), .hostUsers("hostIPC"))  // POD32
        }
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
    var names = FieldsByText(countsAbsent: true)
    for gate in gates.items {
      if let first = names.insert(gate["name"]) { addDuplicate(gate["name"].reported(at: gate), of: first) }
    }
  }

  private mutating func podClaims(_ claims: Field, isMirror: Bool) {
    if isMirror {
      let root = claims.field(of: claims.root)
      for claim in claims.items { forbid(claim.reported(at: root), .claimOfMirror) }  // POD41
      return
    }
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
  fileprivate static var claimOfMirror: Message {
    Message(
      en: "a mirror Pod runs on its node already and cannot wait for a claim: remove it",
      ko: "미러 Pod는 이미 노드에서 실행 중이므로 클레임을 기다릴 수 없습니다: 지우십시오")
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
