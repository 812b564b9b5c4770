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
  static let sleepNotZero = minors(30...32)
  /// PreferSameTrafficDistribution: zones and nodes since 1.34.
  static let onlyPreferClose = minors(31...33)
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

  /// JobPodFailurePolicy: on since 1.26. Of a gate that is off the API server drops the fields unread.
  static let podFailurePolicy = minors(26...37)
  /// StatefulSetAutoDeletePVC, StatefulSetStartOrdinal, PDBUnhealthyPodEvictionPolicy and HPAContainerMetrics: on since
  /// 1.27.
  static let claimRetention = minors(27...37)
  static let ordinals = claimRetention
  static let unhealthyEviction = claimRetention
  static let withoutContainerMetrics = minors(25...26)
  /// AdmissionWebhookMatchConditions: on since 1.28.
  static let webhookConditions = minors(28...37)
  /// JobBackoffLimitPerIndex and JobPodReplacementPolicy: on since 1.29.
  static let limitPerIndex = minors(29...37)
  /// JobSuccessPolicy and CustomResourceFieldSelectors: on since 1.31.
  static let successPolicy = minors(31...37)
  static let selectableFields = minors(31...37)
  /// JobManagedBy: on since 1.32.
  static let managedJobs = minors(32...37)
  /// The name of a StatefulSet's Service is judged since 1.33, and addresses in unusual forms are warned of.
  static let governingService = minors(33...37)
  static let unusualAddresses = governingService
  static let ambiguousAddresses = minors(33...35)
  /// PreferSameTrafficDistribution: hints for nodes since 1.34.
  static let hintsForNodes = minors(34...37)
  /// DRAPrioritizedList: on since 1.34.
  static let withoutChoices = minors(25...33)
  /// DRAAdminAccess: on since 1.34.
  static let adminAccess = minors(34...37)
  /// Names that Pods inherit are told to be unfit for it since 1.27, and those of StatefulSets are refused.
  static let labelledPods = minors(27...37)
  /// Slices of domains are warned of since 1.27.
  static let deprecatedDomains = labelledPods
  static let freeStatefulNames = minors(25...26)

  /// HPAConfigurableTolerance: on since 1.35.
  static let tolerance = minors(35...37)
  /// HPAScaleToZero: on since 1.37.
  static let withoutScaleToZero = minors(25...36)
  /// MaxUnavailableStatefulSet: on since 1.37; in 1.35 it was on at first and then off again.
  static let unavailableInOrder = minors(37...37)
  /// MutableCSINodeAllocatableCount: on since 1.35.
  static let mutableAllocatable = minors(35...37)
  /// CSIServiceAccountTokenSecrets: since 1.35.
  static let tokensInSecrets = minors(35...37)
  /// DRADeviceTaints, DRAPartitionableDevices, DRAConsumableCapacity, DRADeviceBindingConditions and
  /// DRAExtendedResource: on since 1.36; the API server drops their fields before.
  static let newDeviceFields = minors(36...37)
  static let oldDeviceFields = minors(25...35)
  /// Empty names of attributes are malformed, rather than missing, since they are declared in 1.35.
  static let oldAttributeNames = minors(25...34)
  static let newAttributeNames = minors(35...37)

  static func since(minor: Int) -> VersionSet { minors(minor...KubernetesVersion.newest.minor) }

  // Fields that the API server drops before it validates, as long as their gate is off. In older versions than named
  // here the field exists and means nothing, or does not exist and is refused as unknown.

  /// SidecarContainers: on since 1.29.
  static let sidecars = minors(29...37)
  /// Init containers may say `restartPolicy`, and it is dropped.
  static let sidecarsDropped = minors(28...28)
  /// `restartPolicy` of a container that is no init container is refused, until ContainerRestartRules drops it.
  static let onlySidecarsRestart = minors(28...33)
  /// ContainerRestartRules, EnvFiles, HostnameOverride, ImageVolume: on since 1.35.
  static let containerRestartRules = minors(35...37)
  static let environmentFiles = minors(35...37)
  static let environmentFilesDropped = minors(34...34)
  static let hostnameOverride = minors(35...37)
  static let imageVolumes = minors(35...37)
  /// RestartAllContainersOnContainerExits: on since 1.36.
  static let withoutRestartOfAll = minors(35...35)
  /// PodLevelResources, DynamicResourceAllocation, VolumeAttributesClass: on since 1.34.
  static let podLevelResources = minors(34...37)
  static let resourceClaims = minors(34...37)
  static let volumeAttributes = minors(34...37)
  /// InPlacePodVerticalScaling, UserNamespacesSupport, ProcMountType, SupplementalGroupsPolicy, SELinuxChangePolicy: on
  /// since 1.33.
  static let podResize = minors(33...37)
  static let userNamespaces = minors(33...37)
  static let groupAndLabelPolicies = minors(33...37)
  /// RecursiveReadOnlyMounts, MatchLabelKeysInPodAffinity, ServiceTrafficDistribution: on since 1.31.
  static let recursiveReadOnly = minors(31...37)
  static let affinityLabelKeys = minors(31...37)
  static let trafficDistribution = minors(31...37)
  /// PodLifecycleSleepAction, AppArmorFields: on since 1.30.
  static let sleepHooks = minors(30...37)
  static let appArmorFields = minors(30...37)
  /// MatchLabelKeysInPodTopologySpread, MinDomainsInPodTopologySpread, PodSchedulingReadiness: on since 1.27.
  static let spreadLabelKeys = minors(27...37)
  static let minDomains = minors(27...37)
  static let schedulingGates = minors(27...37)
  /// NodeInclusionPolicyInPodTopologySpread: on since 1.26.
  static let nodeInclusion = minors(26...37)

  /// MatchLabelKeysInPodTopologySpreadSelectorMerge: keys are merged into the selector since 1.34.
  static let spreadLabelKeysMerged = minors(34...37)
  static let spreadLabelKeysApart = minors(27...33)
  /// Values in label selectors are looked at since 1.26, those in required node affinity since 1.33.
  static let selectorValues = minors(26...37)
  static let nodeValues = minors(33...37)
  /// Settings of the kernel that would be the node's are refused since 1.29.
  static let sysctlsOfHost = minors(29...37)
  /// PodHostIPs: `status.hostIPs` is known to containers since 1.29.
  static let withoutHostIPs = minors(25...28)
  /// ExpandedDNSConfig: 32 search domains rather than 6 since 1.26.
  static let fewSearches = minors(25...25)
  /// The annotation `service.kubernetes.io/topology-mode` is known since 1.27.
  static let topologyMode = minors(27...37)

  // What the API server warns of.

  /// Selectors that select nothing, and ports given twice, since 1.27.
  static let warnsOfEmptySelectors = minors(27...37)
  static let warnsOfPorts = minors(27...37)
  /// CephFS and RBD since 1.28.
  static let warnsOfCeph = minors(28...37)
  /// Files of a volume that lie in each other's way, since 1.29.
  static let warnsOfPaths = minors(29...37)
  /// AppArmor annotations since 1.30.
  static let warnsOfAppArmor = minors(30...37)
  /// An annotation of ServiceAccounts since 1.32.
  static let warnsOfMountableSecrets = minors(32...37)
  /// `PreferClose` since 1.34, external addresses since 1.36.
  static let warnsOfPreferClose = minors(34...37)
  static let warnsOfExternalIPs = minors(36...37)

  /// Claims and volumes that name a class of attributes, and Services that prefer near endpoints.
  static let volumeAttributesDropped = minors(29...33)
  static let trafficDistributionDropped = minors(30...30)
  /// CrossNamespaceVolumeDataSource: off in all versions.
  static let otherNamespaceDropped = minors(26...37)

  static func minors(_ minors: ClosedRange<Int>) -> VersionSet {
    var versions: VersionSet = []
    for version in KubernetesVersion.all where minors.contains(version.minor) { versions.insert(VersionSet(version)) }
    return versions
  }
}
