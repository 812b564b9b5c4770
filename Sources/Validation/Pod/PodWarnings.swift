import Findings
import Schema
import YAML

/// What the API server accepts in a Pod or a template, and warns of (core.md 6).
extension Report {
  mutating func warnOfPod(_ pod: PodScope) {
    let spec = pod.spec
    warnOfDeprecatedLabels(spec["nodeSelector"])  // W2
    if spec.has("affinity") { warnOfAffinity(spec["affinity"]) }
    for constraint in spec["topologySpreadConstraints"].items {
      warnOfDeprecatedLabel(constraint["topologyKey"])  // W6
      warnOfMissingSelector(of: constraint)  // W7
    }
    for volume in spec["volumes"].items { warnOfVolume(volume) }
    warnOfAliases(spec["hostAliases"])
    for server in spec["dnsConfig"]["nameservers"].items { warnOfSpelling(server) }  // W18
    warnOfPullSecrets(spec["imagePullSecrets"])
    for (key, value) in spec["overhead"].entries { warnOfFraction(key, value) }  // W20
    for container in pod.allContainers {
      for (key, value) in container["resources"]["limits"].entries { warnOfFraction(key, value) }  // W21
      for (key, value) in container["resources"]["requests"].entries { warnOfFraction(key, value) }  // W21
    }
    let grace = spec["terminationGracePeriodSeconds"]
    if pod.isTemplate, let seconds = grace.integer, seconds < 0 {
      warn(.numberRange, at: grace, .negativeGrace)  // W26
    }
  }

  private mutating func warnOfAffinity(_ affinity: Field) {
    let nodes = affinity["nodeAffinity"]
    for term in nodes["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"].items {
      warnOfDeprecatedLabels(ofTerm: term)  // W3
    }
    for preferred in nodes["preferredDuringSchedulingIgnoredDuringExecution"].items {
      warnOfDeprecatedLabels(ofTerm: preferred["preference"])  // W4
      for condition in preferred["preference"]["matchExpressions"].items {
        for value in condition["values"].items {
          if let text = value.text, !Grammar.labelValue.matches(text) {
            inVersions(.nodeValues) { $0.warn(.labelFormat, at: value, .noLabelValue(value)) }  // W5
          }
        }
      }
    }
    for pods in [affinity["podAffinity"], affinity["podAntiAffinity"]] {
      for term in pods["requiredDuringSchedulingIgnoredDuringExecution"].items {
        warnOfMissingSelector(of: term)  // W8
      }
      for preferred in pods["preferredDuringSchedulingIgnoredDuringExecution"].items {
        warnOfMissingSelector(of: preferred["podAffinityTerm"])  // W8
      }
    }
  }

  /// Labels of nodes in a term of a node selector, also one of a PersistentVolume.
  mutating func warnOfDeprecatedLabels(ofTerm term: Field) {
    for condition in term["matchExpressions"].items { warnOfDeprecatedLabel(condition["key"]) }
  }

  private mutating func warnOfMissingSelector(of holder: Field) {
    let selector = holder["labelSelector"]
    if !selector.isGiven {
      inVersions(.warnsOfEmptySelectors) { $0.warn(.selectorMismatch, at: selector, .noSelector) }
    }
  }

  private mutating func warnOfVolume(_ volume: Field) {
    for name in [
      "photonPersistentDisk", "gitRepo", "scaleIO", "flocker", "storageos", "quobyte", "glusterfs",
    ] as [StaticString] where volume.has(name) {
      warnOfOldSource(volume[name])  // W13
    }
    warnOfCeph(volume)  // W13
    warnOfFractions(ofClaim: volume["ephemeral"]["volumeClaimTemplate"]["spec"])  // W14
  }

  /// A source of volumes that newer nodes cannot mount any more.
  mutating func warnOfOldSource(_ source: Field) {
    warn(.deprecated, at: source, .oldSource(source))
  }

  /// CephFS and RBD are no longer mounted without a driver.
  mutating func warnOfCeph(_ volume: Field) {
    for name in ["cephfs", "rbd"] as [StaticString] where volume.has(name) {
      inVersions(.warnsOfCeph) { $0.warnOfOldSource(volume[name]) }
    }
  }

  /// Bytes are whole.
  private mutating func warnOfFraction(_ key: Field, _ value: Field) {
    guard key.hasText("memory") || key.hasText("ephemeral-storage") else { return }
    if let amount = value.quantity, !amount.isWhole { warn(.quantity, at: value, .fraction(value)) }
  }

  /// The same for the storage that a claim asks for.
  mutating func warnOfFractions(ofClaim spec: Field) {
    for list in [spec["resources"]["requests"], spec["resources"]["limits"]] {
      let storage = list["storage"]
      if let amount = storage.quantity, !amount.isWhole { warn(.quantity, at: storage, .fraction(storage)) }
    }
  }

  private mutating func warnOfAliases(_ aliases: Field) {
    var first: [String: Field] = [:]
    for alias in aliases.items {
      let address = alias["ip"]
      warnOfSpelling(address)  // W18
      let text = address.text ?? ""
      if let earlier = first[text] {
        warn(.duplicate, at: address, .secondAlias(text), related: [.earlier(earlier)])  // W17
      } else {
        first[text] = address
      }
    }
  }

  private mutating func warnOfPullSecrets(_ secrets: Field) {
    var first: [String: Field] = [:]
    for secret in secrets.items {
      let name = secret["name"]
      let text = name.text ?? ""
      if text.isEmpty {
        warn(.required, at: name, .secretWithoutName)  // W19
      } else if let earlier = first[text] {
        warn(.duplicate, at: name, .secondSecret(text), related: [.earlier(earlier)])  // W19
      } else {
        first[text] = name
      }
    }
  }
}

extension Related {
  /// Where the same is said first.
  static func earlier(_ field: Field) -> Related {
    Related(range: field.range, message: Message(en: "the first is here", ko: "처음 쓰인 곳입니다"))
  }
}

extension Message {
  fileprivate static var negativeGrace: Message {
    Message(
      en: "a negative grace period is taken as 1 second: write how long the Pod may take to end",
      ko: "음수인 유예 시간은 1초로 여겨집니다: Pod가 끝나는 데 걸려도 되는 시간을 쓰십시오")
  }

  fileprivate static func noLabelValue(_ value: Field) -> Message {
    Message(
      en: "no node has the label value '\(value.written)': use letters, digits, '-', '_' and '.', at most 63",
      ko: "레이블 값이 '\(value.written)'인 노드는 없습니다: 글자, 숫자, '-', '_', '.'로 63자까지 쓰십시오")
  }

  fileprivate static var noSelector: Message {
    Message(
      en: "without a 'labelSelector' no Pod is counted: add one, or '{}' to count all",
      ko: "'labelSelector'가 없으면 어떤 Pod도 세지 않습니다: 추가하거나, 모두 세려면 '{}'를 쓰십시오")
  }

  fileprivate static func oldSource(_ source: Field) -> Message {
    Message(
      en: "volumes of '\(source.name)' are no longer mounted by newer nodes: use another source, such as a CSI driver",
      ko: "새 노드는 '\(source.name)' 볼륨을 마운트하지 않습니다: CSI 드라이버 같은 다른 출처를 쓰십시오")
  }

  fileprivate static func fraction(_ value: Field) -> Message {
    Message(
      en: "'\(value.written)' is no whole number of bytes: write one such as '128Mi'",
      ko: "'\(value.written)'은(는) 바이트의 정수가 아닙니다: '128Mi'처럼 쓰십시오")
  }

  fileprivate static func secondAlias(_ address: String) -> Message {
    Message(
      en: "'\(address)' has an entry already: add the host names to that one",
      ko: "'\(address)'의 항목이 이미 있습니다: 호스트 이름을 그 항목에 추가하십시오")
  }

  fileprivate static var secretWithoutName: Message {
    Message(
      en: "the entry names no Secret and does nothing: give it a name or remove it",
      ko: "항목에 Secret 이름이 없어 아무 일도 하지 않습니다: 이름을 쓰거나 지우십시오")
  }

  fileprivate static func secondSecret(_ name: String) -> Message {
    Message(en: "'\(name)' stands in the list already: remove it", ko: "'\(name)'이(가) 이미 목록에 있습니다: 지우십시오")
  }
}
