import Findings
import Schema
import YAML

/// What a kubelet keeps of its node for the system, and when it evicts Pods.
extension Report {
  // MARK: Eviction (kubelet, `eviction/helpers`)

  mutating func evictions(_ file: Field) {
    let (hard, soft) = (file["evictionHard"], file["evictionSoft"])
    for (signal, value) in hard.entries { threshold(signal, value) }
    for (signal, value) in soft.entries {
      threshold(signal, value)
      let grace = file["evictionSoftGracePeriod"].node?[named: signal.written]
      if grace == nil { add(.required, at: value, .required, .noGracePeriod(signal)) }
    }
    for (signal, value) in file["evictionSoftGracePeriod"].entries {
      evictionSignal(signal)
      if let text = value.text {
        if GoDuration(text) == nil { refuse(value, .noDuration(value), as: .duration) }
        expectDuration(value, from: "0s")
      }
    }
    for (signal, value) in file["evictionMinimumReclaim"].entries {
      evictionSignal(signal)
      evictionAmount(value, isThreshold: false)
    }
    expect(file["evictionMaxPodGracePeriod"], in: 0...)
  }

  private mutating func threshold(_ signal: Field, _ value: Field) {
    evictionSignal(signal)
    evictionAmount(value, isThreshold: true)
  }

  private mutating func evictionSignal(_ signal: Field) {
    if !Words.evictionSignals.contains(signal) { refuse(signal, .noSignal(signal), as: .notSupported) }
  }

  /// A quantity, or a share of the whole.
  private mutating func evictionAmount(_ value: Field, isThreshold: Bool) {
    guard let text = value.text else { return }
    if text.hasSuffix("%") {
      let share = Double(String(text.dropLast())) ?? -1
      if share < 0 || share > 100 { refuse(value, .share(value), as: .percentage) }
      return
    }
    let sign = Quantity(text)?.sign ?? -1
    if sign < 0 || (isThreshold && sign == 0) { refuse(value, .amount(value), as: .quantity) }
  }

  // MARK: Reservations

  mutating func reservations(_ file: Field) {
    for name in ["kubeReserved", "systemReserved"] as [StaticString] {
      for (resource, value) in file[name].entries {
        let resources: Words = ["cpu", "memory", "ephemeral-storage", "pid"]
        if !resources.contains(resource) { refuse(resource, .notReservable(resource, resources), as: .resourceName) }
        if let text = value.text, (Quantity(text)?.sign ?? -1) < 0 { refuse(value, .amount(value), as: .quantity) }
      }
    }
    enforcement(file)
    reservedCPUs(file)
    reservedMemory(file)
  }

  private mutating func enforcement(_ file: Field) {
    let list = file["enforceNodeAllocatable"]
    for item in list.items {
      expect(item, oneOf: Words.enforcements)
      if item.hasText("system-reserved") || item.hasText("system-reserved-compressible") {
        if file["systemReservedCgroup"].isEmpty { refuse(item, .noCgroup("systemReservedCgroup")) }
      } else if item.hasText("kube-reserved") || item.hasText("kube-reserved-compressible") {
        if file["kubeReservedCgroup"].isEmpty { refuse(item, .noCgroup("kubeReservedCgroup")) }
      } else if item.hasText("none"), list.count > 1 {
        refuse(item, .noneAlone, as: .wildcardAlone)
      }
    }
    expectUniqueItems(list)
    for name in ["system-reserved", "kube-reserved"] {
      let both = list.items.filter { $0.text == name || $0.text == name + "-compressible" }
      if both.count > 1, let last = both.last, !both.allSatisfy({ $0.hasTextOf(last) }) { refuse(last, .compressible) }
    }
    let groups = file["cgroupsPerQOS"]
    let enforces = list.isGiven ? list.items.contains { !$0.hasText("none") } : true
    if groups.node?.bool == false, enforces { refuse(groups, .noGroups) }
  }

  private mutating func reservedCPUs(_ file: Field) {
    let list = file["reservedSystemCPUs"]
    if !list.isEmpty {
      if !isCPUSet(list.text ?? "") { refuse(list, .noCPUSet(list)) }
      for name in ["systemReservedCgroup", "kubeReservedCgroup"] as [StaticString] where !file[name].isEmpty {
        refuse(list, .cpusAndCgroup(name))
        break
      }
    }
    guard file["cpuManagerPolicy"].hasText("static"), list.isEmpty else { return }
    for name in ["kubeReserved", "systemReserved"] as [StaticString] {
      if let text = file[name]["cpu"].text, (Quantity(text)?.sign ?? 0) > 0 { return }
    }
    refuse(file["cpuManagerPolicy"], .staticWithoutCPU)
  }

  private mutating func reservedMemory(_ file: Field) {
    let list = file["reservedMemory"]
    var seen: Set<String> = []
    for item in list.items {
      if item["limits"].isEmpty { require(item["limits"]) }
      for (resource, value) in item["limits"].entries {
        let name = resource.text ?? ""
        if name != "memory", !name.hasPrefix("hugepages-") { refuse(resource, .notMemory(resource), as: .resourceName) }
        if value.quantity?.isZero ?? false { refuse(value, .zeroMemory, as: .quantity) }
        let key = "\(item["numaNode"].integer ?? 0) " + name
        if !seen.insert(key).inserted { refuse(resource, .memoryTwice(resource), as: .duplicate) }
      }
    }
    if file["memoryManagerPolicy"].hasText("Static"), list.isEmpty { refuse(file["memoryManagerPolicy"], .noMemory) }
  }
}

/// `0-3,8`: numbers and ranges that rise.
private func isCPUSet(_ text: String) -> Bool {
  for part in text.split(separator: ",", omittingEmptySubsequences: false) {
    let bounds = part.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
    guard bounds.count <= 2, let first = bounds.first ?? nil, let last = bounds.last ?? nil, first >= 0, first <= last
    else { return false }
  }
  return true
}

extension Words {
  fileprivate static let evictionSignals: Words = [
    "memory.available", "nodefs.available", "nodefs.inodesFree", "imagefs.available", "imagefs.inodesFree",
    "containerfs.available", "containerfs.inodesFree", "allocatableMemory.available", "pid.available",
  ]

  fileprivate static let enforcements: Words = [
    "pods", "system-reserved", "system-reserved-compressible", "kube-reserved", "kube-reserved-compressible", "none",
  ]
}

extension Message {
  fileprivate static func noGracePeriod(_ signal: Field) -> Message {
    Message(
      en: "the soft threshold of '\(signal.written)' has no grace period: add it to 'evictionSoftGracePeriod'",
      ko: "'\(signal.written)'의 소프트 임계값에 유예 기간이 없습니다: 'evictionSoftGracePeriod'에 추가하십시오")
  }

  fileprivate static func noDuration(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no duration: write one such as '1m30s'",
      ko: "'\(field.written)'은(는) 기간이 아닙니다: '1m30s'처럼 쓰십시오")
  }

  fileprivate static func noSignal(_ signal: Field) -> Message {
    if let near = Words.evictionSignals.nearest(to: signal.written) {
      return Message(
        en: "the kubelet knows no signal '\(signal.written)': did you mean '\(near)'",
        ko: "kubelet에 신호 '\(signal.written)'은(는) 없습니다: '\(near)'을(를) 쓰려고 했습니까")
    }
    return Message(
      en: "the kubelet knows no signal '\(signal.written)': use one such as 'memory.available' or 'nodefs.available'",
      ko: "kubelet에 신호 '\(signal.written)'은(는) 없습니다: 'memory.available'이나 'nodefs.available'처럼 쓰십시오")
  }

  fileprivate static func share(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no share of the whole: use 0% to 100%",
      ko: "'\(field.written)'은(는) 전체의 비율이 아닙니다: 0%부터 100%까지 쓰십시오")
  }

  fileprivate static func amount(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no amount that fits here: write one such as '500Mi' or '100m'",
      ko: "'\(field.written)'은(는) 여기에 맞는 양이 아닙니다: '500Mi'나 '100m'처럼 쓰십시오")
  }

  fileprivate static func notReservable(_ field: Field, _ words: Words) -> Message {
    Message(
      en: "'\(field.written)' cannot be reserved: use one of \(words.list)",
      ko: "'\(field.written)'은(는) 예약할 수 없습니다: \(words.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static func noCgroup(_ name: String) -> Message {
    Message(
      en: "what is enforced has no cgroup: add '\(name)'", ko: "적용할 cgroup이 없습니다: '\(name)'을 추가하십시오")
  }

  fileprivate static var noneAlone: Message {
    Message(en: "'none' stands alone: remove it or the others", ko: "'none'은 혼자 씁니다: 이것이나 나머지를 지우십시오")
  }

  fileprivate static var compressible: Message {
    Message(
      en: "all resources or the compressible ones are enforced: keep one of the two",
      ko: "전체와 compressible은 함께 쓸 수 없습니다: 하나만 두십시오")
  }

  fileprivate static var noGroups: Message {
    Message(
      en: "enforcing needs a cgroup for each class: write 'enforceNodeAllocatable: [none]' or 'cgroupsPerQOS: true'",
      ko: "적용하려면 클래스별 cgroup이 필요합니다: 'enforceNodeAllocatable: [none]'이나 'cgroupsPerQOS: true'로 쓰십시오")
  }

  fileprivate static func noCPUSet(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no list of CPUs: write one such as '0-3,8'",
      ko: "'\(field.written)'은(는) CPU 목록이 아닙니다: '0-3,8'처럼 쓰십시오")
  }

  fileprivate static func cpusAndCgroup(_ name: StaticString) -> Message {
    Message(
      en: "reserved CPUs are not for a cgroup: remove '\(name)' or this",
      ko: "예약 CPU와 cgroup은 함께 쓸 수 없습니다: '\(name)'이나 이것을 지우십시오")
  }

  fileprivate static var staticWithoutCPU: Message {
    Message(
      en: "the policy 'static' needs CPUs for the system: reserve 'cpu' in 'kubeReserved' or 'systemReserved', "
        + "or name them in 'reservedSystemCPUs'",
      ko: "'static' 정책에는 시스템용 CPU가 필요합니다: 'kubeReserved'나 'systemReserved'에 'cpu'를, 또는 'reservedSystemCPUs'를 쓰십시오")
  }

  fileprivate static func notMemory(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no memory: use 'memory' or 'hugepages-2Mi'",
      ko: "'\(field.written)'은(는) 메모리가 아닙니다: 'memory'나 'hugepages-2Mi'를 쓰십시오")
  }

  fileprivate static var zeroMemory: Message {
    Message(en: "nothing would be reserved: write more than 0", ko: "예약하는 것이 없습니다: 0보다 크게 쓰십시오")
  }

  fileprivate static func memoryTwice(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is reserved twice on this node of memory: write it once",
      ko: "이 NUMA 노드에 '\(field.written)'이(가) 두 번 예약되었습니다: 한 번만 쓰십시오")
  }

  fileprivate static var noMemory: Message {
    Message(
      en: "the policy 'Static' needs to know what is kept: add 'reservedMemory'",
      ko: "'Static' 정책에는 예약이 필요합니다: 'reservedMemory'를 추가하십시오")
  }
}
