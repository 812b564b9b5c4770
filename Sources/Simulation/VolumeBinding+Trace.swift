import Findings
import Resources
import Schema
import YAML

extension VolumeBinding {
  /// Why a volume does not satisfy a claim; `nil` where it does.
  func mismatch(_ volume: Volume, _ claim: Claim, ignoresSelector: Bool) -> Step? {
    let (name, spec) = (volume.object.name, volume.object.manifest.spec)
    guard let size = volume.size, let asked = claim.size, size >= asked else {
      let has = volume.object.storage?.text ?? "no size"
      let asks = claim.object.storage?.text ?? "nothing that can be read"
      return .nearMiss(
        Message(
          en: "the volume '\(name)' is of \(has), the claim asks for \(asks)",
          ko: "볼륨 '\(name)'의 크기는 \(has)인데 클레임은 \(asks)를 요청합니다"),
        at: claim.object.storage ?? claim.object.manifest.spec)
    }
    if volume.object.storageClassName != claim.className {
      return .nearMiss(
        Message(
          en: "the volume '\(name)' is of class '\(volume.object.storageClassName)', the claim asks for "
            + "'\(claim.className)'",
          ko: "볼륨 '\(name)'의 클래스는 '\(volume.object.storageClassName)'인데 클레임은 '\(claim.className)'을(를) 요청합니다"),
        at: claim.object.manifest.spec?["storageClassName"] ?? claim.object.manifest.spec)
    }
    if volume.object.attributesClassName != claim.object.attributesClassName {
      return .nearMiss(
        Message(
          en: "the volume '\(name)' is of another VolumeAttributesClass than the claim asks for",
          ko: "볼륨 '\(name)'의 VolumeAttributesClass가 클레임이 요청한 것과 다릅니다"),
        at: claim.object.manifest.spec?["volumeAttributesClassName"] ?? claim.object.manifest.spec)
    }
    if volume.object.volumeMode != claim.object.volumeMode {
      return .nearMiss(
        Message(
          en: "the volume '\(name)' is of volumeMode \(volume.object.volumeMode), the claim of "
            + "\(claim.object.volumeMode)",
          ko: "볼륨 '\(name)'의 volumeMode는 \(volume.object.volumeMode), 클레임은 \(claim.object.volumeMode)입니다"),
        at: claim.object.manifest.spec?["volumeMode"] ?? claim.object.manifest.spec)
    }
    if let missing = claim.object.accessModes.first(where: { !volume.modes.contains($0) }) {
      let has = volume.object.accessModes.joined(separator: ", ")
      return .nearMiss(
        Message(
          en: "the volume '\(name)' offers \(has), the claim asks for \(missing)",
          ko: "볼륨 '\(name)'은(는) \(has)만 제공하는데 클레임은 \(missing)를 요청합니다"),
        at: claim.object.manifest.spec?["accessModes"] ?? claim.object.manifest.spec)
    }
    if !ignoresSelector, let selector = claim.object.selector,
      let unmet = selector.firstUnmet(by: volume.object.manifest.labels)
    {
      return .nearMiss(
        Message(
          en: "the labels of the volume '\(name)' do not satisfy the claim's selector",
          ko: "볼륨 '\(name)'의 레이블이 클레임의 셀렉터를 만족하지 않습니다"), at: unmet)
    }
    return spec == nil ? .nearMiss(Message(en: "the volume '\(name)' has no spec")) : nil
  }

  /// How a claim came to its outcome: what it binds to, and why other volumes (at most four) do not fit.
  ///
  /// Where a volume is wanted, what is said of it comes before the others.
  public func steps(claim name: String, namespace: String? = nil, wanted: String? = nil) -> [Step] {
    guard let claim = claim(name, namespace) else {
      let place = namespace.map { (en: " in namespace '\($0)'", ko: "네임스페이스 '\($0)'에 ") } ?? ("", "")
      return [
        .nearMiss(
          Message(
            en: "there is no PersistentVolumeClaim '\(name)'\(place.0)",
            ko: "\(place.1)PersistentVolumeClaim '\(name)'이(가) 없습니다"))
      ]
    }
    var steps: [Step] = []
    var taken: String?
    switch claim.outcome {
    case .bound(let volume):
      taken = volume
      steps.append(
        Step(
          Message(
            en: "the claim '\(name)' binds to the volume '\(volume)'", ko: "클레임 '\(name)'은(는) 볼륨 '\(volume)'에 바인딩됩니다"),
          at: claim.object.manifest.spec))
    case .waitsForConsumer:
      steps.append(
        Step(
          Message(
            en: "the class '\(claim.className)' binds when a Pod that uses the claim is scheduled",
            ko: "클래스 '\(claim.className)'은(는) 클레임을 쓰는 Pod가 스케줄될 때 바인딩합니다"),
          at: claim.object.manifest.spec?["storageClassName"] ?? claim.object.manifest.spec))
    case .pending: break
    }
    if let wanted, wanted != taken { steps.insert(wantedRefusal(wanted, claim, taken), at: 0) }
    if let asked = claim.object.volumeName {
      // It takes that volume or none.
      if taken == nil, asked != wanted { steps.append(wantedRefusal(asked, claim, nil)) }
      return steps
    }
    for volume in volumes where steps.count < 4 && volume.object.name != wanted && volume.object.name != taken {
      if let step = refusal(of: volume, claim) { steps.append(step) }
    }
    if volumes.isEmpty {
      steps.append(
        .nearMiss(
          Message(en: "there is no PersistentVolume", ko: "PersistentVolume이 없습니다"), at: claim.object.manifest.spec))
    }
    return steps
  }

  /// Whether a volume could ever be bound to a claim as it is.
  public func satisfies(volume name: String, claim: String, namespace: String? = nil) -> Bool {
    guard let claim = self.claim(claim, namespace), let volume = volumes.last(where: { $0.object.name == name }) else {
      return false
    }
    return refusal(of: volume, claim) == nil
  }

  private func wantedRefusal(_ name: String, _ claim: Claim, _ taken: String?) -> Step {
    guard let volume = volumes.last(where: { $0.object.name == name }) else {
      return .nearMiss(
        Message(en: "there is no volume '\(name)'", ko: "볼륨 '\(name)'이(가) 없습니다"),
        at: claim.object.manifest.spec?["volumeName"] ?? claim.object.manifest.spec)
    }
    if let refusal = refusal(of: volume, claim) { return refusal }
    guard let taken, let other = volumes.last(where: { $0.object.name == taken }) else {
      return .nearMiss(
        Message(en: "the volume '\(name)' would fit", ko: "볼륨 '\(name)'은(는) 조건에 맞습니다"), at: claim.object.manifest.spec)
    }
    let (size, otherSize) = (volume.object.storage?.text ?? "", other.object.storage?.text ?? "")
    return .nearMiss(
      Message(
        en: "the volume '\(name)' (\(size)) fits as well, but '\(taken)' (\(otherSize)) is the closer match",
        ko: "볼륨 '\(name)'(\(size))도 맞지만 '\(taken)'(\(otherSize))이(가) 더 가깝게 맞습니다"),
      at: claim.object.manifest.spec)
  }

  private func refusal(of volume: Volume, _ claim: Claim) -> Step? {
    if let other = volume.claim, !volume.isFor(claim) {
      let what = volume.isBound ? (en: "is bound to", ko: "바인딩되어") : (en: "is reserved for", ko: "예약되어")
      return .nearMiss(
        Message(
          en: "the volume '\(volume.object.name)' \(what.en) the claim '\(other.namespace)/\(other.name)'",
          ko: "볼륨 '\(volume.object.name)'은(는) 클레임 '\(other.namespace)/\(other.name)'에 \(what.ko) 있습니다"),
        at: volume.object.claimReference ?? claim.object.manifest.spec)
    }
    return mismatch(volume, claim, ignoresSelector: claim.object.volumeName != nil)
  }
}
