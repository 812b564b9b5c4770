/// A minor version of Kubernetes 1, one of those the catalogue knows.
public struct KubernetesVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number after `1.`.
  public let minor: Int

  /// `nil` for a version outside the catalogue.
  public init?(minor: Int) {
    guard minor >= 25, minor <= 37 else { return nil }
    self.minor = minor
  }

  private init(known minor: Int) { self.minor = minor }

  public static let oldest = KubernetesVersion(known: 25)
  public static let newest = KubernetesVersion(known: 37)
  public static var all: [KubernetesVersion] {
    (oldest.minor...newest.minor).map { KubernetesVersion(known: $0) }
  }

  /// Reads `1.33`, `v1.33`, `1.33.2`; `nil` for anything else or a version outside the catalogue.
  public init?(_ text: String) {
    var rest = Substring(text)
    if rest.hasPrefix("v") { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0] == "1", let minor = Int(parts[1]) else { return nil }
    if parts.count == 3, Int(parts[2]) == nil { return nil }
    self.init(minor: minor)
  }

  public static func < (left: Self, right: Self) -> Bool { left.minor < right.minor }
  public var description: String { "1.\(minor)" }
}

/// A set of Kubernetes versions, as bits: every fact and every verdict carries one.
public struct VersionSet: OptionSet, Sendable, Hashable, CustomStringConvertible {
  /// Bit n stands for minor version 25 + n.
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public init(_ version: KubernetesVersion) {
    self.init(rawValue: 1 << UInt16(version.minor - KubernetesVersion.oldest.minor))
  }

  public init(_ versions: ClosedRange<KubernetesVersion>) {
    var bits: UInt16 = 0
    for minor in versions.lowerBound.minor...versions.upperBound.minor {
      bits |= 1 << UInt16(minor - KubernetesVersion.oldest.minor)
    }
    self.init(rawValue: bits)
  }

  public static let all = VersionSet(KubernetesVersion.oldest...KubernetesVersion.newest)

  public static func since(_ version: KubernetesVersion) -> VersionSet {
    VersionSet(version...KubernetesVersion.newest)
  }

  /// Reads `1.33`, `1.29-1.33`, `1.34-` and comma separated lists of them; `nil` for anything else.
  public init?(_ text: String) {
    var bits: VersionSet = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let trimmed = part.filter { $0 != " " }
      let ends = trimmed.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count <= 2, let first = ends.first else { return nil }
      let lower = ends.count == 2 && first.isEmpty ? KubernetesVersion.oldest : KubernetesVersion(String(first))
      let last = ends.count == 2 ? ends[1] : first
      let upper = ends.count == 2 && last.isEmpty ? KubernetesVersion.newest : KubernetesVersion(String(last))
      guard let lower, let upper, lower <= upper, !(ends.count == 2 && first.isEmpty && last.isEmpty) else {
        return nil
      }
      bits.formUnion(VersionSet(lower...upper))
    }
    self = bits
  }

  public var versions: [KubernetesVersion] { KubernetesVersion.all.filter { contains(VersionSet($0)) } }

  /// Runs joined: `1.25–1.28, 1.31`.
  public var description: String {
    var runs: [(KubernetesVersion, KubernetesVersion)] = []
    for version in versions {
      if let last = runs.last, last.1.minor + 1 == version.minor {
        runs[runs.count - 1].1 = version
      } else {
        runs.append((version, version))
      }
    }
    return runs.map { $0.0 == $0.1 ? $0.0.description : "\($0.0.description)–\($0.1.description)" }
      .joined(separator: ", ")
  }
}
