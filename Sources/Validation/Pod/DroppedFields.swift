import Findings
import YAML

/// Fields that the API server knows and drops before it validates, while their feature gate is off (core.md 2). The
/// object is taken, and means less than it says.
extension Report {
  mutating func warnOfDroppedFields(_ pod: PodScope) {
    for list in [pod.spec["containers"], pod.spec["initContainers"]] {
      for container in list.items { dropped(container["lifecycle"]["stopSignal"], .stopSignalDropped) }  // PROBE14
    }
    for volume in pod.spec["volumes"].items {
      for source in volume["projected"]["sources"].items {
        dropped(source["clusterTrustBundle"], .trustBundlesDropped)  // VOL92
        dropped(source["podCertificate"], .podCertificatesDropped)  // VOL93
      }
    }
    inVersions(.oldFieldsDropped) { $0.warnOfFieldsDroppedOnce(pod) }
  }

  /// Those that newer versions keep.
  private mutating func warnOfFieldsDroppedOnce(_ pod: PodScope) {
    let (spec, context) = (pod.spec, pod.spec["securityContext"])
    dropped(spec["hostUsers"], .hostUsersDropped)
    dropped(spec["resourceClaims"], .resourceClaimsDropped)
    dropped(spec["resources"], .podLevelResourcesDropped)
    dropped(spec["hostnameOverride"], .fieldsOf135Dropped)
    dropped(spec["schedulingGates"], .schedulingGatesDropped)
    dropped(context["supplementalGroupsPolicy"], .groupsPolicyDropped)
    dropped(context["seLinuxChangePolicy"], .labelPolicyDropped)
    for container in spec["containers"].items {
      droppedFields(ofContainer: container)
      dropped(container["restartPolicy"], .fieldsOf135Dropped)
    }
    for container in spec["initContainers"].items {
      droppedFields(ofContainer: container)
      let policy = container["restartPolicy"]
      dropped(policy, .sidecarsDropped)
      if !policy.hasText("Always") { dropped(policy, .fieldsOf135Dropped) }
    }
    for volume in spec["volumes"].items { dropped(volume["image"], .imageVolumesDropped) }
    for constraint in spec["topologySpreadConstraints"].items {
      dropped(constraint["matchLabelKeys"], .spreadFieldsDropped)
      dropped(constraint["minDomains"], .spreadFieldsDropped)
      dropped(constraint["nodeAffinityPolicy"], .nodeInclusionDropped)
      dropped(constraint["nodeTaintsPolicy"], .nodeInclusionDropped)
    }
    for pods in [spec["affinity"]["podAffinity"], spec["affinity"]["podAntiAffinity"]] {
      for term in pods["requiredDuringSchedulingIgnoredDuringExecution"].items { droppedKeys(of: term) }
      for preferred in pods["preferredDuringSchedulingIgnoredDuringExecution"].items {
        droppedKeys(of: preferred["podAffinityTerm"])
      }
    }
  }

  private mutating func droppedFields(ofContainer container: Field) {
    dropped(container["restartPolicyRules"], .fieldsOf135Dropped)
    dropped(container["resizePolicy"], .resizePolicyDropped)
    dropped(container["resources"]["claims"], .resourceClaimsDropped)
    let (mode, lifecycle) = (container["securityContext"]["procMount"], container["lifecycle"])
    if mode.hasText("Unmasked") { dropped(mode, .procMountDropped) }
    dropped(lifecycle["preStop"]["sleep"], .sleepDropped)
    dropped(lifecycle["postStart"]["sleep"], .sleepDropped)
    for mount in container["volumeMounts"].items { dropped(mount["recursiveReadOnly"], .recursiveReadOnlyDropped) }
  }

  private mutating func droppedKeys(of term: Field) {
    dropped(term["matchLabelKeys"], .affinityLabelKeysDropped)
    dropped(term["mismatchLabelKeys"], .affinityLabelKeysDropped)
  }

  /// Warns of a field in the versions that have it and drop it.
  mutating func dropped(_ field: Field, _ versions: VersionSet) {
    if field.isGiven { inVersions(versions) { $0.warn(.droppedField, at: field, .dropped(field)) } }
  }
}

/// The versions that know a field whose gate is off, as the catalogue and the gates of `Versions.swift` say.
extension VersionSet {
  /// All that a version later than 1.34 drops is listed apart, since most ask for newer ones alone.
  fileprivate static let oldFieldsDropped = minors(25...34)
  fileprivate static let hostUsersDropped = minors(25...32)
  fileprivate static let procMountDropped = minors(25...32)
  fileprivate static let resourceClaimsDropped = minors(26...33)
  fileprivate static let podLevelResourcesDropped = minors(32...33)
  /// Overridden host names, rules for restarts, and policies of single containers.
  fileprivate static let fieldsOf135Dropped = minors(34...34)
  fileprivate static let schedulingGatesDropped = minors(26...26)
  fileprivate static let groupsPolicyDropped = minors(31...32)
  fileprivate static let labelPolicyDropped = minors(32...32)
  fileprivate static let resizePolicyDropped = minors(27...32)
  fileprivate static let stopSignalDropped = minors(33...37)
  fileprivate static let sleepDropped = minors(29...29)
  fileprivate static let recursiveReadOnlyDropped = minors(30...30)
  fileprivate static let imageVolumesDropped = minors(31...34)
  fileprivate static let trustBundlesDropped = minors(29...37)
  fileprivate static let podCertificatesDropped = minors(34...37)
  fileprivate static let spreadFieldsDropped = minors(25...26)
  fileprivate static let nodeInclusionDropped = minors(25...25)
  fileprivate static let affinityLabelKeysDropped = minors(29...30)
}

extension Message {
  fileprivate static func dropped(_ field: Field) -> Message {
    Message(
      en: "'\(field.name)' is dropped without a word, unless its feature gate was turned on: do without it here",
      ko: "기능 게이트를 켜지 않았다면 '\(field.name)'은(는) 말없이 버려집니다: 여기서는 쓰지 마십시오")
  }
}
