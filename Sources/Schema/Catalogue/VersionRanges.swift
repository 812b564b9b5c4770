import Findings

extension VersionSet {
  /// Reads what follows `@` in the facts: `1.29-`, `-1.31`, `1.27-1.30,1.33`.
  init(facts text: Bytes) {
    var set: VersionSet = []
    var start = 0
    while start < text.count {
      let end = text.firstIndex(of: ",", from: start) ?? text.count
      let part = text.part(start, end)
      start = end + 1
      if let dash = part.firstIndex(of: "-") {
        set.formUnion(.minors(VersionSet.minor(part.part(0, dash)), VersionSet.minor(part.part(from: dash + 1))))
      } else {
        let minor = VersionSet.minor(part)
        set.formUnion(.minors(minor, minor))
      }
    }
    self = set
  }

  /// From one minor version to another; a bound that is missing is the catalogue's.
  static func minors(_ lower: Int?, _ upper: Int?) -> VersionSet {
    guard let low = lower == nil ? .oldest : lower.flatMap({ KubernetesVersion(minor: $0) }),
      let high = upper == nil ? .newest : upper.flatMap({ KubernetesVersion(minor: $0) }), low <= high
    else { return [] }
    return VersionSet(low...high)
  }

  /// The number after `1.`; `nil` for an empty text.
  static func minor(_ text: Bytes) -> Int? {
    guard text.count > 2 else { return nil }
    var value = 0
    for byte in text.part(from: 2) where byte.isDigit { value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 999) }
    return value
  }

  /// The lowest version in it.
  var first: KubernetesVersion? {
    rawValue == 0 ? nil : KubernetesVersion(minor: KubernetesVersion.oldest.minor + rawValue.trailingZeroBitCount)
  }

  /// The highest version in it.
  var last: KubernetesVersion? {
    rawValue == 0 ? nil : KubernetesVersion(minor: KubernetesVersion.oldest.minor + 15 - rawValue.leadingZeroBitCount)
  }

  /// The version that no longer has what these versions have; `nil` where the newest still has it.
  var removedIn: KubernetesVersion? { last.flatMap { KubernetesVersion(minor: $0.minor + 1) } }

  /// The version that first had it; `nil` where the oldest already had it.
  var since: KubernetesVersion? { first == .oldest ? nil : first }
}
