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
        at: claim.object.storage ?? claim.object.manifest.node)
    }
    if volume.object.storageClassName != claim.className {
      return .nearMiss(
        Message(
          en: "the volume '\(name)' is of class '\(volume.object.storageClassName)', the claim asks for "
            + "'\(claim.className)'",
          ko: "볼륨 '\(name)'의 클래스는 '\(volume.object.storageClassName)'인데 클레임은 '\(claim.className)'을(를) 요청합니다"),
        at: claim.object.manifest.spec?["storageClassName"] ?? claim.object.manifest.node)
    }
    if volume.object.attributesClassName != claim.object.attributesClassName {
      return .nearMiss(
        Message(
          en: "the volume '\(name)' is of another VolumeAttributesClass than the claim asks for",
          ko: "볼륨 '\(name)'의 VolumeAttributesClass가 클레임이 요청한 것과 다릅니다"),
        at: claim.object.manifest.spec?["volumeAttributesClassName"] ?? claim.object.manifest.node)
    }
    if volume.object.volumeMode != claim.object.volumeMode {
      return .nearMiss(
        Message(
          en: "the volume '\(name)' is of volumeMode \(volume.object.volumeMode), the claim of "
            + "\(claim.object.volumeMode)",
          ko: "볼륨 '\(name)'의 volumeMode는 \(volume.object.volumeMode), 클레임은 \(claim.object.volumeMode)입니다"),
        at: claim.object.manifest.spec?["volumeMode"] ?? claim.object.manifest.node)
    }
    if let missing = claim.object.accessModes.first(where: { !volume.modes.contains($0) }) {
      let has = volume.object.accessModes.joined(separator: ", ")
      return .nearMiss(
        Message(
          en: "the volume '\(name)' offers \(has), the claim asks for \(missing)",
          ko: "볼륨 '\(name)'은(는) \(has)만 제공하는데 클레임은 \(missing)를 요청합니다"),
        at: claim.object.manifest.spec?["accessModes"] ?? claim.object.manifest.node)
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

  /// How a claim came to its outcome; of one that waits, why each volume (at most four) does not fit.
  public func steps(claim name: String, namespace: String? = nil) -> [Step] {
    guard let claim = claim(name, namespace) else {
      return [
        .nearMiss(
          Message(en: "there is no PersistentVolumeClaim '\(name)'", ko: "PersistentVolumeClaim '\(name)'이(가) 없습니다"))
      ]
    }
    switch claim.outcome {
    case .bound(let volume):
      return [
        Step(
          Message(
            en: "the claim '\(name)' binds to the volume '\(volume)'", ko: "클레임 '\(name)'은(는) 볼륨 '\(volume)'에 바인딩됩니다"),
          at: claim.object.manifest.node)
      ] + betterMatches(claim, than: volume)
    case .waitsForConsumer:
      return [
        .nearMiss(
          Message(
            en: "the class '\(claim.className)' binds when a Pod that uses the claim is scheduled",
            ko: "클래스 '\(claim.className)'은(는) 클레임을 쓰는 Pod가 스케줄될 때 바인딩합니다"),
          at: claim.object.manifest.spec?["storageClassName"] ?? claim.object.manifest.node)
      ]
    case .pending: return Array(refusals(claim).prefix(4))
    }
  }

  /// The volumes that are larger or later in order than the one taken are no near misses; those that do not fit are.
  private func betterMatches(_ claim: Claim, than taken: String) -> [Step] {
    var steps: [Step] = []
    for volume in volumes where volume.object.name != taken && steps.count < 3 {
      if let step = refusal(of: volume, claim) { steps.append(step) }
    }
    return steps
  }

  private func refusals(_ claim: Claim) -> [Step] {
    if let wanted = claim.object.volumeName {
      guard let volume = volumes.last(where: { $0.object.name == wanted }) else {
        return [
          .nearMiss(
            Message(
              en: "the claim asks for the volume '\(wanted)', which does not exist",
              ko: "클레임이 요청한 볼륨 '\(wanted)'이(가) 없습니다"), at: claim.object.manifest.spec?["volumeName"])
        ]
      }
      return refusal(of: volume, claim).map { [$0] } ?? []
    }
    if volumes.isEmpty {
      return [
        .nearMiss(
          Message(en: "there is no PersistentVolume", ko: "PersistentVolume이 없습니다"), at: claim.object.manifest.node)
      ]
    }
    return volumes.compactMap { refusal(of: $0, claim) }
  }

  private func refusal(of volume: Volume, _ claim: Claim) -> Step? {
    if let other = volume.claim, !volume.isFor(claim) {
      let what = volume.isBound ? (en: "is bound to", ko: "바인딩되어") : (en: "is reserved for", ko: "예약되어")
      return .nearMiss(
        Message(
          en: "the volume '\(volume.object.name)' \(what.en) the claim '\(other.namespace)/\(other.name)'",
          ko: "볼륨 '\(volume.object.name)'은(는) 클레임 '\(other.namespace)/\(other.name)'에 \(what.ko) 있습니다"),
        at: volume.object.claimReference ?? claim.object.manifest.node)
    }
    return mismatch(volume, claim, ignoresSelector: claim.object.volumeName != nil)
  }
}
