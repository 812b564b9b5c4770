import Findings

/// The versions in which the API server's answer differs from the newest, by the feature gate that decides
/// (core.md 2).
extension VersionSet {
  /// RelaxedDNSSearchValidation: underscores and a lone dot since 1.33.
  static let strictSearches = minors(25...32)
  /// RelaxedEnvironmentVariableValidation: nearly any character since 1.32.
  static let strictEnvironmentNames = minors(25...31)
  /// RelaxedServiceNameValidation: names may begin with a digit since 1.36.
  static let strictServiceNames = minors(25...35)
  /// PodLifecycleSleepActionAllowZero: since 1.33.
  static let sleepNotZero = minors(25...32)
  /// PreferSameTrafficDistribution: zones and nodes since 1.34.
  static let onlyPreferClose = minors(25...33)
  /// ReadWriteOncePod: since 1.27.
  static let withoutOncePod = minors(25...26)
  /// StrictIPCIDRValidation: one form of an address since 1.36.
  static let strictAddresses = minors(36...37)
  /// Schedules with a time zone of their own are refused since 1.29.
  static let withoutZoneInSchedule = minors(29...37)
  /// The API server reads admission from its own files, and names of the suffix `.static.k8s.io` are kept, since 1.36.
  static let staticAdmission = minors(36...37)
  /// Formats of custom resources that it does not know are told since 1.34.
  static let unknownFormats = minors(34...37)

  /// MutableCSINodeAllocatableCount: on since 1.35.
  static let mutableAllocatable = minors(35...37)
  /// CSIServiceAccountTokenSecrets: since 1.35.
  static let tokensInSecrets = minors(35...37)
  /// DRADeviceTaints, DRAPartitionableDevices, DRAConsumableCapacity, DRADeviceBindingConditions and
  /// DRAExtendedResource: on since 1.36; the API server drops their fields before.
  static let newDeviceFields = minors(36...37)

  private static func minors(_ minors: ClosedRange<Int>) -> VersionSet {
    var versions: VersionSet = []
    for version in KubernetesVersion.all where minors.contains(version.minor) { versions.insert(VersionSet(version)) }
    return versions
  }
}
