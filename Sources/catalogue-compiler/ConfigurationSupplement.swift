extension Facts {
  /// What the Go types of one version do not say of configuration files: other versions of a kind, fields that came or
  /// went, kinds that nobody reflected, and words. From Kubernetes' documentation, changelogs and sources; a field of
  /// which it is not known when it came is taken to have been there.
  static let configurationSupplement = """
    # The kubelet
    config.v1beta1.KubeletConfiguration.containerLogMaxWorkers @1.30-
    config.v1beta1.KubeletConfiguration.containerLogMonitorInterval @1.30-
    config.v1beta1.KubeletConfiguration.containerRuntimeEndpoint @1.27-
    config.v1beta1.KubeletConfiguration.crashLoopBackOff @1.32-
    config.v1beta1.KubeletConfiguration.draManagerReconcilePeriod duration @1.37-
    config.v1beta1.KubeletConfiguration.enableSystemLogQuery @1.27-
    config.v1beta1.KubeletConfiguration.failCgroupV1 @1.31-
    config.v1beta1.KubeletConfiguration.imageMaximumGCAge @1.29-
    config.v1beta1.KubeletConfiguration.imagePullCredentialsVerificationPolicy @1.33-
    config.v1beta1.KubeletConfiguration.imageServiceEndpoint @1.27-
    config.v1beta1.KubeletConfiguration.maxParallelImagePulls @1.27-
    config.v1beta1.KubeletConfiguration.memoryReservationPolicy @1.36-
    config.v1beta1.KubeletConfiguration.mergeDefaultEvictionSettings @1.33-
    config.v1beta1.KubeletConfiguration.podLogsDir @1.30-
    config.v1beta1.KubeletConfiguration.preloadedImagesVerificationAllowlist @1.33-
    config.v1beta1.KubeletConfiguration.singleProcessOOMKill @1.32-
    config.v1beta1.KubeletConfiguration.tlsCurvePreferences @1.36-
    config.v1beta1.KubeletConfiguration.userNamespaces @1.33-
    config.v1beta1.KubeletConfiguration.address = 0.0.0.0
    config.v1beta1.KubeletConfiguration.cgroupDriver = cgroupfs
    config.v1beta1.KubeletConfiguration.cgroupsPerQOS = true
    config.v1beta1.KubeletConfiguration.containerLogMaxFiles = 5
    config.v1beta1.KubeletConfiguration.containerLogMaxSize = 10Mi
    config.v1beta1.KubeletConfiguration.cpuManagerPolicy = none
    config.v1beta1.KubeletConfiguration.failSwapOn = true
    config.v1beta1.KubeletConfiguration.imageGCHighThresholdPercent = 85
    config.v1beta1.KubeletConfiguration.imageGCLowThresholdPercent = 80
    config.v1beta1.KubeletConfiguration.maxPods = 110
    config.v1beta1.KubeletConfiguration.memoryManagerPolicy = None
    config.v1beta1.KubeletConfiguration.nodeLeaseDurationSeconds = 40
    config.v1beta1.KubeletConfiguration.nodeStatusReportFrequency = 5m
    config.v1beta1.KubeletConfiguration.nodeStatusUpdateFrequency = 10s
    config.v1beta1.KubeletConfiguration.podPidsLimit = -1
    config.v1beta1.KubeletConfiguration.port = 10250
    config.v1beta1.KubeletConfiguration.registryPullQPS = 5
    config.v1beta1.KubeletConfiguration.serializeImagePulls = true
    config.v1beta1.KubeletConfiguration.topologyManagerPolicy = none
    config.v1beta1.KubeletConfiguration.topologyManagerScope = container
    config.v1.CredentialProvider.tokenAttributes @1.33-
    kind kubelet.config.k8s.io/v1 CredentialProviderConfig config.v1.CredentialProviderConfig @1.26-
    kind kubelet.config.k8s.io/v1beta1 CredentialProviderConfig config.v1.CredentialProviderConfig
    kind kubelet.config.k8s.io/v1alpha1 CredentialProviderConfig config.v1.CredentialProviderConfig
    # kube-proxy
    config.v1alpha1.KubeProxyConfiguration.logging @1.28-
    config.v1alpha1.KubeProxyConfiguration.nftables @1.29-
    config.v1alpha1.KubeProxyConfiguration.udpIdleTimeout duration @-1.25
    config.v1alpha1.KubeProxyConfiguration.windowsRunAsService @1.31-
    config.v1alpha1.KubeProxyConntrackConfiguration.tcpBeLiberal @1.29-
    config.v1alpha1.KubeProxyConntrackConfiguration.udpStreamTimeout @1.29-
    config.v1alpha1.KubeProxyConntrackConfiguration.udpTimeout @1.29-
    config.v1alpha1.KubeProxyIPTablesConfiguration.localhostNodePorts @1.26-
    # kube-scheduler
    config.v1.KubeSchedulerConfiguration.delayCacheUntilActive @1.27-
    config.v1.KubeSchedulerConfiguration.parallelism = 16
    config.v1.KubeSchedulerConfiguration.podInitialBackoffSeconds = 1
    config.v1.KubeSchedulerConfiguration.podMaxBackoffSeconds = 10
    config.v1.KubeSchedulerProfile.percentageOfNodesToScore @1.26-
    config.v1.KubeSchedulerProfile.schedulerName = default-scheduler
    config.v1.Plugins.placementGenerate @1.36-
    config.v1.Plugins.placementScore @1.36-
    config.v1.Plugins.preEnqueue @1.26-
    config.v1.DefaultPreemptionArgs.minCandidateNodesAbsolute int32
    config.v1.DefaultPreemptionArgs.minCandidateNodesAbsolute = 100
    config.v1.DefaultPreemptionArgs.minCandidateNodesPercentage int32
    config.v1.DefaultPreemptionArgs.minCandidateNodesPercentage = 10
    config.v1.DynamicResourcesArgs.bindingTimeout duration @1.35-
    config.v1.DynamicResourcesArgs.filterTimeout duration
    config.v1.InterPodAffinityArgs.hardPodAffinityWeight int32
    config.v1.InterPodAffinityArgs.ignorePreferredTermsOfExistingPods bool @1.27-
    config.v1.NodeAffinityArgs.addedAffinity core.v1.NodeAffinity
    config.v1.NodeResourcesBalancedAllocationArgs.resources []config.v1.ResourceSpec
    config.v1.NodeResourcesFitArgs.ignoredResourceGroups []string
    config.v1.NodeResourcesFitArgs.ignoredResources []string
    config.v1.NodeResourcesFitArgs.scoringStrategy config.v1.ScoringStrategy
    config.v1.PodTopologySpreadArgs.defaultConstraints []core.v1.TopologySpreadConstraint
    config.v1.PodTopologySpreadArgs.defaultingType string
    config.v1.PodTopologySpreadArgs.defaultingType = System
    config.v1.RequestedToCapacityRatioParam.shape []config.v1.UtilizationShapePoint
    config.v1.ResourceSpec.name string
    config.v1.ResourceSpec.weight int64
    config.v1.ScoringStrategy.requestedToCapacityRatio config.v1.RequestedToCapacityRatioParam
    config.v1.ScoringStrategy.resources []config.v1.ResourceSpec
    config.v1.ScoringStrategy.type string
    config.v1.UtilizationShapePoint.score int32
    config.v1.UtilizationShapePoint.utilization int32
    config.v1.VolumeBindingArgs.bindTimeoutSeconds int64
    config.v1.VolumeBindingArgs.bindTimeoutSeconds = 600
    config.v1.VolumeBindingArgs.shape []config.v1.UtilizationShapePoint
    like config.v1beta2.KubeScheduler config.v1.KubeScheduler
    config.v1beta2.KubeSchedulerConfiguration.healthzBindAddress string
    config.v1beta2.KubeSchedulerConfiguration.metricsBindAddress string
    config.v1beta2.KubeSchedulerProfile.percentageOfNodesToScore none
    \(schedulerKinds)
    # kubeadm
    kubeadm.v1beta4.ResetConfiguration.certificatesDir string
    kubeadm.v1beta4.ResetConfiguration.cleanupTmpDir bool
    kubeadm.v1beta4.ResetConfiguration.criSocket string
    kubeadm.v1beta4.ResetConfiguration.dryRun bool
    kubeadm.v1beta4.ResetConfiguration.force bool
    kubeadm.v1beta4.ResetConfiguration.ignorePreflightErrors []string
    kubeadm.v1beta4.ResetConfiguration.skipPhases []string
    kubeadm.v1beta4.ResetConfiguration.timeouts kubeadm.v1beta4.Timeouts
    kubeadm.v1beta4.ResetConfiguration.unmountFlags []string
    like kubeadm.v1beta3. kubeadm.v1beta4.
    kubeadm.v1beta3.APIServer.extraArgs {}string
    kubeadm.v1beta3.APIServer.extraEnvs none
    kubeadm.v1beta3.APIServer.timeoutForControlPlane duration
    kubeadm.v1beta3.ClusterConfiguration.caCertificateValidityPeriod none
    kubeadm.v1beta3.ClusterConfiguration.certificateValidityPeriod none
    kubeadm.v1beta3.ClusterConfiguration.encryptionAlgorithm none
    kubeadm.v1beta3.ClusterConfiguration.proxy none
    kubeadm.v1beta3.ControlPlaneComponent.extraArgs {}string
    kubeadm.v1beta3.ControlPlaneComponent.extraEnvs none
    kubeadm.v1beta3.DNS.disabled none
    kubeadm.v1beta3.ExternalEtcd.httpEndpoints none
    kubeadm.v1beta3.InitConfiguration.dryRun none
    kubeadm.v1beta3.InitConfiguration.timeouts none
    kubeadm.v1beta3.JoinConfiguration.dryRun none
    kubeadm.v1beta3.JoinConfiguration.timeouts none
    kubeadm.v1beta3.LocalEtcd.extraArgs {}string
    kubeadm.v1beta3.LocalEtcd.extraEnvs none
    kubeadm.v1beta3.NodeRegistrationOptions.imagePullSerial none
    kubeadm.v1beta3.NodeRegistrationOptions.kubeletExtraArgs {}string
    like kubeadm.v1beta2. kubeadm.v1beta3.
    kubeadm.v1beta2.ClusterConfiguration.useHyperKubeImage bool
    kubeadm.v1beta2.DNS.type string
    kubeadm.v1beta2.InitConfiguration.patches none
    kubeadm.v1beta2.InitConfiguration.skipPhases none
    kubeadm.v1beta2.JoinConfiguration.patches none
    kubeadm.v1beta2.JoinConfiguration.skipPhases none
    kubeadm.v1beta2.NodeRegistrationOptions.imagePullPolicy none
    kind kubeadm.k8s.io/v1beta4 ClusterConfiguration kubeadm.v1beta4.ClusterConfiguration @1.31-
    kind kubeadm.k8s.io/v1beta4 InitConfiguration kubeadm.v1beta4.InitConfiguration @1.31-
    kind kubeadm.k8s.io/v1beta4 JoinConfiguration kubeadm.v1beta4.JoinConfiguration @1.31-
    kind kubeadm.k8s.io/v1beta4 ResetConfiguration kubeadm.v1beta4.ResetConfiguration @1.31-
    kind kubeadm.k8s.io/v1beta3 ClusterConfiguration kubeadm.v1beta3.ClusterConfiguration @-1.36
    kind kubeadm.k8s.io/v1beta3 InitConfiguration kubeadm.v1beta3.InitConfiguration @-1.36
    kind kubeadm.k8s.io/v1beta3 JoinConfiguration kubeadm.v1beta3.JoinConfiguration @-1.36
    kind kubeadm.k8s.io/v1beta2 ClusterConfiguration kubeadm.v1beta2.ClusterConfiguration @-1.26
    kind kubeadm.k8s.io/v1beta2 InitConfiguration kubeadm.v1beta2.InitConfiguration @-1.26
    kind kubeadm.k8s.io/v1beta2 JoinConfiguration kubeadm.v1beta2.JoinConfiguration @-1.26
    # The API server
    apiserver.v1.AuthenticationConfiguration.anonymous @1.31-
    apiserver.v1.ClaimMappings.extra @1.30-
    apiserver.v1.ClaimMappings.uid @1.30-
    apiserver.v1.ClaimValidationRule.expression @1.30-
    apiserver.v1.ClaimValidationRule.message @1.30-
    apiserver.v1.Issuer.audienceMatchPolicy @1.30-
    apiserver.v1.Issuer.discoveryURL @1.30-
    apiserver.v1.Issuer.egressSelectorType @1.34-
    apiserver.v1.JWTAuthenticator.userValidationRules @1.30-
    apiserver.v1.PrefixedClaimOrExpression.expression @1.30-
    apiserver.v1.WebhookConfiguration.cacheAuthorizedRequests @1.34-
    apiserver.v1.WebhookConfiguration.cacheUnauthorizedRequests @1.34-
    apiserver.v1.ResourceQuotaConfiguration.apiVersion string
    apiserver.v1.ResourceQuotaConfiguration.kind string
    apiserver.v1.ResourceQuotaConfiguration.limitedResources []apiserver.v1.LimitedResource
    apiserver.v1.LimitedResource.apiGroup string
    apiserver.v1.LimitedResource.matchContains []string
    apiserver.v1.LimitedResource.matchScopes []core.v1.ScopedResourceSelectorRequirement
    apiserver.v1.LimitedResource.resource string
    apiserver.v1.WebhookAdmissionConfiguration.apiVersion string
    apiserver.v1.WebhookAdmissionConfiguration.kind string
    apiserver.v1.WebhookAdmissionConfiguration.kubeConfigFile string
    apiserver.v1.WebhookAdmissionConfiguration.staticManifestsDir string @1.36-
    apiserver.v1.TracingConfiguration.apiVersion string
    apiserver.v1.TracingConfiguration.endpoint string
    apiserver.v1.TracingConfiguration.kind string
    apiserver.v1.TracingConfiguration.samplingRatePerMillion int32
    apiserver.v1beta1.EgressSelectorConfiguration.apiVersion string
    apiserver.v1beta1.EgressSelectorConfiguration.egressSelections []apiserver.v1beta1.EgressSelection
    apiserver.v1beta1.EgressSelectorConfiguration.kind string
    apiserver.v1beta1.EgressSelection.connection apiserver.v1beta1.Connection
    apiserver.v1beta1.EgressSelection.name string
    apiserver.v1beta1.Connection.proxyProtocol string
    apiserver.v1beta1.Connection.transport apiserver.v1beta1.Transport
    apiserver.v1beta1.TCPTransport.tlsConfig apiserver.v1beta1.TLSConfig
    apiserver.v1beta1.TCPTransport.url string
    apiserver.v1beta1.TLSConfig.caBundle string
    apiserver.v1beta1.TLSConfig.clientCert string
    apiserver.v1beta1.TLSConfig.clientKey string
    apiserver.v1beta1.Transport.tcp apiserver.v1beta1.TCPTransport
    apiserver.v1beta1.Transport.uds apiserver.v1beta1.UDSTransport
    apiserver.v1beta1.UDSTransport.udsName string
    eventratelimit.v1alpha1.Configuration.apiVersion string
    eventratelimit.v1alpha1.Configuration.kind string
    eventratelimit.v1alpha1.Configuration.limits []eventratelimit.v1alpha1.Limit
    eventratelimit.v1alpha1.Limit.burst int32
    eventratelimit.v1alpha1.Limit.cacheSize int32
    eventratelimit.v1alpha1.Limit.qps int32
    eventratelimit.v1alpha1.Limit.type string
    kind apiserver.config.k8s.io/v1 AuthenticationConfiguration apiserver.v1.AuthenticationConfiguration @1.34-
    kind apiserver.config.k8s.io/v1alpha1 AuthenticationConfiguration apiserver.v1.AuthenticationConfiguration @1.29-
    kind apiserver.config.k8s.io/v1beta1 AuthenticationConfiguration apiserver.v1.AuthenticationConfiguration @1.30-
    kind apiserver.config.k8s.io/v1 AuthorizationConfiguration apiserver.v1.AuthorizationConfiguration @1.32-
    kind apiserver.config.k8s.io/v1alpha1 AuthorizationConfiguration apiserver.v1.AuthorizationConfiguration @1.29-
    kind apiserver.config.k8s.io/v1beta1 AuthorizationConfiguration apiserver.v1.AuthorizationConfiguration @1.30-
    kind apiserver.config.k8s.io/v1 ResourceQuotaConfiguration apiserver.v1.ResourceQuotaConfiguration
    kind apiserver.config.k8s.io/v1 TracingConfiguration apiserver.v1.TracingConfiguration @1.34-
    kind apiserver.config.k8s.io/v1alpha1 TracingConfiguration apiserver.v1.TracingConfiguration
    kind apiserver.config.k8s.io/v1beta1 TracingConfiguration apiserver.v1.TracingConfiguration @1.27-
    kind apiserver.config.k8s.io/v1 WebhookAdmissionConfiguration apiserver.v1.WebhookAdmissionConfiguration
    kind apiserver.k8s.io/v1alpha1 AdmissionConfiguration apiserver.v1.AdmissionConfiguration
    kind apiserver.k8s.io/v1alpha1 EgressSelectorConfiguration apiserver.v1beta1.EgressSelectorConfiguration
    kind apiserver.k8s.io/v1beta1 EgressSelectorConfiguration apiserver.v1beta1.EgressSelectorConfiguration
    kind eventratelimit.admission.k8s.io/v1alpha1 Configuration eventratelimit.v1alpha1.Configuration
    kind pod-security.admission.config.k8s.io/v1alpha1 PodSecurityConfiguration api.v1.PodSecurityConfiguration
    kind pod-security.admission.config.k8s.io/v1beta1 PodSecurityConfiguration api.v1.PodSecurityConfiguration
    # Kustomize
    kind kustomize.config.k8s.io/v1alpha1 Component types.Kustomization
    """

  /// The scheduler's configuration and the arguments of its plugins, of the same form in all versions but for a little.
  private static var schedulerKinds: String {
    let kinds = [
      "DefaultPreemptionArgs", "DynamicResourcesArgs", "InterPodAffinityArgs", "NodeAffinityArgs",
      "NodeResourcesBalancedAllocationArgs", "NodeResourcesFitArgs", "PodTopologySpreadArgs", "VolumeBindingArgs",
      "KubeSchedulerConfiguration",
    ]
    var lines: [String] = []
    for kind in kinds {
      if kind.hasSuffix("Args") {
        lines += ["config.v1.\(kind).apiVersion string", "config.v1.\(kind).kind string"]
      }
      for (version, range) in [("v1", ""), ("v1beta3", " @-1.28"), ("v1beta2", " @-1.27")] {
        let own = version == "v1beta2" && !kind.hasSuffix("Args") ? version : "v1"
        lines.append("kind kubescheduler.config.k8s.io/\(version) \(kind) config.\(own).\(kind)\(range)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
