extension Supplement {
  static let text = """
    admissionregistration.v1.MatchResources.matchPolicy = Equivalent
    admissionregistration.v1.MatchResources.matchPolicy enum Equivalent Exact
    admissionregistration.v1.MutatingAdmissionPolicySpec.failurePolicy = Fail
    admissionregistration.v1.MutatingAdmissionPolicySpec.failurePolicy enum Fail Ignore
    admissionregistration.v1.MutatingAdmissionPolicySpec.reinvocationPolicy enum IfNeeded Never
    admissionregistration.v1.MutatingWebhook.failurePolicy = Fail
    admissionregistration.v1.MutatingWebhook.failurePolicy enum Fail Ignore
    admissionregistration.v1.MutatingWebhook.matchPolicy = Equivalent
    admissionregistration.v1.MutatingWebhook.matchPolicy enum Equivalent Exact
    admissionregistration.v1.MutatingWebhook.reinvocationPolicy = Never
    admissionregistration.v1.MutatingWebhook.reinvocationPolicy enum IfNeeded Never
    admissionregistration.v1.MutatingWebhook.sideEffects enum None NoneOnDryRun
    admissionregistration.v1.MutatingWebhook.timeoutSeconds = 10
    admissionregistration.v1.Mutation.patchType enum ApplyConfiguration JSONPatch
    admissionregistration.v1.NamedRuleWithOperations.operations enum * CONNECT CREATE DELETE UPDATE
    admissionregistration.v1.NamedRuleWithOperations.scope = *
    admissionregistration.v1.NamedRuleWithOperations.scope enum * Cluster Namespaced
    admissionregistration.v1.ParamRef.parameterNotFoundAction enum Allow Deny
    admissionregistration.v1.RuleWithOperations.operations enum * CONNECT CREATE DELETE UPDATE
    admissionregistration.v1.RuleWithOperations.scope = *
    admissionregistration.v1.RuleWithOperations.scope enum * Cluster Namespaced
    admissionregistration.v1.ServiceReference.port = 443
    admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec.validationActions enum Audit Deny Warn
    admissionregistration.v1.ValidatingAdmissionPolicySpec.failurePolicy = Fail
    admissionregistration.v1.ValidatingAdmissionPolicySpec.failurePolicy enum Fail Ignore
    admissionregistration.v1.ValidatingWebhook.failurePolicy = Fail
    admissionregistration.v1.ValidatingWebhook.failurePolicy enum Fail Ignore
    admissionregistration.v1.ValidatingWebhook.matchPolicy = Equivalent
    admissionregistration.v1.ValidatingWebhook.matchPolicy enum Equivalent Exact
    admissionregistration.v1.ValidatingWebhook.sideEffects enum None NoneOnDryRun
    admissionregistration.v1.ValidatingWebhook.timeoutSeconds = 10
    admissionregistration.v1.Validation.reason enum Forbidden Invalid RequestEntityTooLarge
    apiextensions.v1.CustomResourceConversion.strategy = None
    apiextensions.v1.CustomResourceConversion.strategy enum None Webhook
    apiextensions.v1.CustomResourceDefinitionSpec.scope enum Cluster Namespaced
    apiextensions.v1.JSONSchemaProps.type enum array boolean integer number object string
    apiextensions.v1.JSONSchemaProps.x-kubernetes-list-type enum atomic map set
    apiextensions.v1.JSONSchemaProps.x-kubernetes-map-type enum atomic granular
    apiextensions.v1.ServiceReference.port = 443
    apiextensions.v1.ValidationRule.reason enum FieldValueDuplicate FieldValueForbidden FieldValueInvalid FieldValueRequired
    apiregistration.v1.ServiceReference.port = 443
    apps.v1.DaemonSetSpec.minReadySeconds = 0
    apps.v1.DaemonSetSpec.revisionHistoryLimit = 10
    apps.v1.DaemonSetUpdateStrategy.type = RollingUpdate
    apps.v1.DaemonSetUpdateStrategy.type enum OnDelete RollingUpdate
    apps.v1.DeploymentSpec.minReadySeconds = 0
    apps.v1.DeploymentSpec.paused = false
    apps.v1.DeploymentSpec.progressDeadlineSeconds = 600
    apps.v1.DeploymentSpec.replicas = 1
    apps.v1.DeploymentSpec.revisionHistoryLimit = 10
    apps.v1.DeploymentStrategy.type = RollingUpdate
    apps.v1.DeploymentStrategy.type enum Recreate RollingUpdate
    apps.v1.ReplicaSetSpec.minReadySeconds = 0
    apps.v1.ReplicaSetSpec.replicas = 1
    apps.v1.RollingUpdateDaemonSet.maxSurge = 0
    apps.v1.RollingUpdateDaemonSet.maxUnavailable = 1
    apps.v1.RollingUpdateDeployment.maxSurge = 25%
    apps.v1.RollingUpdateDeployment.maxUnavailable = 25%
    apps.v1.RollingUpdateStatefulSetStrategy.partition = 0
    apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted = Retain
    apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted enum Delete Retain
    apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled = Retain
    apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled enum Delete Retain
    apps.v1.StatefulSetSpec.minReadySeconds = 0
    apps.v1.StatefulSetSpec.podManagementPolicy = OrderedReady
    apps.v1.StatefulSetSpec.podManagementPolicy enum OrderedReady Parallel
    apps.v1.StatefulSetSpec.replicas = 1
    apps.v1.StatefulSetSpec.revisionHistoryLimit = 10
    apps.v1.StatefulSetUpdateStrategy.type = RollingUpdate
    apps.v1.StatefulSetUpdateStrategy.type enum OnDelete RollingUpdate
    authentication.v1.TokenRequestSpec.expirationSeconds = 3600
    autoscaling.v1.HorizontalPodAutoscalerSpec.minReplicas = 1
    autoscaling.v2.HPAScalingPolicy.type enum Percent Pods
    autoscaling.v2.HPAScalingRules.selectPolicy = Max
    autoscaling.v2.HPAScalingRules.selectPolicy enum Disabled Max Min
    autoscaling.v2.HorizontalPodAutoscalerSpec.minReplicas = 1
    autoscaling.v2.MetricSpec.type enum ContainerResource External Object Pods Resource
    autoscaling.v2.MetricTarget.type enum AverageValue Utilization Value
    batch.v1.CronJobSpec.concurrencyPolicy = Allow
    batch.v1.CronJobSpec.concurrencyPolicy enum Allow Forbid Replace
    batch.v1.CronJobSpec.failedJobsHistoryLimit = 1
    batch.v1.CronJobSpec.successfulJobsHistoryLimit = 3
    batch.v1.CronJobSpec.suspend = false
    batch.v1.JobSpec.backoffLimit = 6
    batch.v1.JobSpec.completionMode = NonIndexed
    batch.v1.JobSpec.completionMode enum Indexed NonIndexed
    batch.v1.JobSpec.manualSelector = false
    batch.v1.JobSpec.parallelism = 1
    batch.v1.JobSpec.podReplacementPolicy enum Failed TerminatingOrFailed
    batch.v1.JobSpec.suspend = false
    batch.v1.PodFailurePolicyOnExitCodesRequirement.operator enum In NotIn
    batch.v1.PodFailurePolicyOnPodConditionsPattern.status = True
    batch.v1.PodFailurePolicyOnPodConditionsPattern.status enum False True Unknown
    batch.v1.PodFailurePolicyRule.action enum Count FailIndex@1.28 FailJob Ignore
    core.v1.AppArmorProfile.type enum Localhost RuntimeDefault Unconfined
    core.v1.AzureDiskVolumeSource.cachingMode = ReadWrite
    core.v1.AzureDiskVolumeSource.cachingMode enum None ReadOnly ReadWrite
    core.v1.AzureDiskVolumeSource.fsType = ext4
    core.v1.AzureDiskVolumeSource.kind = Shared
    core.v1.AzureDiskVolumeSource.kind enum Dedicated Managed Shared
    core.v1.AzureDiskVolumeSource.readOnly = false
    core.v1.ClientIPConfig.timeoutSeconds = 10800
    core.v1.ConfigMapVolumeSource.defaultMode = 420
    core.v1.Container.imagePullPolicy enum Always IfNotPresent Never
    core.v1.Container.restartPolicy enum Always Never@1.34 OnFailure@1.34
    core.v1.Container.terminationMessagePath = /dev/termination-log
    core.v1.Container.terminationMessagePolicy = File
    core.v1.Container.terminationMessagePolicy enum FallbackToLogsOnError File
    core.v1.ContainerPort.protocol = TCP
    core.v1.ContainerPort.protocol enum SCTP TCP UDP
    core.v1.ContainerResizePolicy.resourceName enum cpu memory
    core.v1.ContainerResizePolicy.restartPolicy enum NotRequired RestartContainer
    core.v1.ContainerRestartRule.action enum Restart RestartAllContainers
    core.v1.ContainerRestartRuleOnExitCodes.operator enum In NotIn
    core.v1.DownwardAPIVolumeSource.defaultMode = 420
    core.v1.EndpointPort.protocol = TCP
    core.v1.EndpointPort.protocol enum SCTP TCP UDP
    core.v1.FileKeySelector.optional = false
    core.v1.HTTPGetAction.path = /
    core.v1.HTTPGetAction.scheme = HTTP
    core.v1.HTTPGetAction.scheme enum HTTP HTTPS
    core.v1.HostPathVolumeSource.type enum BlockDevice CharDevice Directory DirectoryOrCreate File FileOrCreate Socket
    core.v1.ISCSIPersistentVolumeSource.iscsiInterface = default
    core.v1.ISCSIVolumeSource.iscsiInterface = default
    core.v1.ImageVolumeSource.pullPolicy enum Always IfNotPresent Never
    core.v1.LimitRangeItem.type enum Container PersistentVolumeClaim Pod
    core.v1.NodeSelectorRequirement.operator enum DoesNotExist Exists Gt In Lt NotIn
    core.v1.ObjectFieldSelector.apiVersion = v1
    core.v1.PersistentVolumeClaimSpec.accessModes enum ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod
    core.v1.PersistentVolumeClaimSpec.volumeMode = Filesystem
    core.v1.PersistentVolumeClaimSpec.volumeMode enum Block Filesystem
    core.v1.PersistentVolumeSpec.accessModes enum ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod
    core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy = Retain
    core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy enum Delete Recycle Retain
    core.v1.PersistentVolumeSpec.volumeMode = Filesystem
    core.v1.PersistentVolumeSpec.volumeMode enum Block Filesystem
    core.v1.PodOS.name enum linux windows
    core.v1.PodSecurityContext.fsGroupChangePolicy = Always
    core.v1.PodSecurityContext.fsGroupChangePolicy enum Always OnRootMismatch
    core.v1.PodSecurityContext.supplementalGroupsPolicy enum Merge Strict
    core.v1.PodSpec.dnsPolicy = ClusterFirst
    core.v1.PodSpec.dnsPolicy enum ClusterFirst ClusterFirstWithHostNet Default None
    core.v1.PodSpec.enableServiceLinks = true
    core.v1.PodSpec.hostIPC = false
    core.v1.PodSpec.hostNetwork = false
    core.v1.PodSpec.hostPID = false
    core.v1.PodSpec.preemptionPolicy = PreemptLowerPriority
    core.v1.PodSpec.preemptionPolicy enum Never PreemptLowerPriority
    core.v1.PodSpec.restartPolicy = Always
    core.v1.PodSpec.restartPolicy enum Always Never OnFailure
    core.v1.PodSpec.schedulerName = default-scheduler
    core.v1.PodSpec.serviceAccountName = default
    core.v1.PodSpec.shareProcessNamespace = false
    core.v1.PodSpec.terminationGracePeriodSeconds = 30
    core.v1.Probe.failureThreshold = 3
    core.v1.Probe.initialDelaySeconds = 0
    core.v1.Probe.periodSeconds = 10
    core.v1.Probe.successThreshold = 1
    core.v1.Probe.timeoutSeconds = 1
    core.v1.ProjectedVolumeSource.defaultMode = 420
    core.v1.RBDPersistentVolumeSource.keyring = /etc/ceph/keyring
    core.v1.RBDPersistentVolumeSource.pool = rbd
    core.v1.RBDPersistentVolumeSource.user = admin
    core.v1.RBDVolumeSource.keyring = /etc/ceph/keyring
    core.v1.RBDVolumeSource.pool = rbd
    core.v1.RBDVolumeSource.user = admin
    core.v1.ReplicationControllerSpec.minReadySeconds = 0
    core.v1.ReplicationControllerSpec.replicas = 1
    core.v1.ResourceQuotaSpec.scopes enum BestEffort CrossNamespacePodAffinity NotBestEffort NotTerminating PriorityClass Terminating VolumeAttributesClass@1.34
    core.v1.ScaleIOPersistentVolumeSource.fsType = xfs
    core.v1.ScaleIOPersistentVolumeSource.storageMode = ThinProvisioned
    core.v1.ScaleIOVolumeSource.fsType = xfs
    core.v1.ScaleIOVolumeSource.storageMode = ThinProvisioned
    core.v1.ScopedResourceSelectorRequirement.operator enum DoesNotExist Exists In NotIn
    core.v1.SeccompProfile.type enum Localhost RuntimeDefault Unconfined
    core.v1.Secret.type = Opaque
    core.v1.SecretVolumeSource.defaultMode = 420
    core.v1.SecurityContext.privileged = false
    core.v1.SecurityContext.procMount enum Default Unmasked
    core.v1.SecurityContext.readOnlyRootFilesystem = false
    core.v1.ServiceAccountTokenProjection.expirationSeconds = 3600
    core.v1.ServicePort.protocol = TCP
    core.v1.ServicePort.protocol enum SCTP TCP UDP
    core.v1.ServiceSpec.allocateLoadBalancerNodePorts = true
    core.v1.ServiceSpec.externalTrafficPolicy = Cluster
    core.v1.ServiceSpec.externalTrafficPolicy enum Cluster Local
    core.v1.ServiceSpec.internalTrafficPolicy = Cluster
    core.v1.ServiceSpec.internalTrafficPolicy enum Cluster Local
    core.v1.ServiceSpec.ipFamilies enum IPv4 IPv6
    core.v1.ServiceSpec.ipFamilyPolicy enum PreferDualStack RequireDualStack SingleStack
    core.v1.ServiceSpec.publishNotReadyAddresses = false
    core.v1.ServiceSpec.sessionAffinity = None
    core.v1.ServiceSpec.sessionAffinity enum ClientIP None
    core.v1.ServiceSpec.trafficDistribution enum PreferClose PreferSameNode@1.34 PreferSameZone@1.34
    core.v1.ServiceSpec.type = ClusterIP
    core.v1.ServiceSpec.type enum ClusterIP ExternalName LoadBalancer NodePort
    core.v1.Taint.effect enum NoExecute NoSchedule PreferNoSchedule
    core.v1.Toleration.effect enum NoExecute NoSchedule PreferNoSchedule
    core.v1.Toleration.operator = Equal
    core.v1.Toleration.operator enum Equal Exists
    core.v1.TopologySpreadConstraint.minDomains = 1
    core.v1.TopologySpreadConstraint.nodeAffinityPolicy = Honor
    core.v1.TopologySpreadConstraint.nodeAffinityPolicy enum Honor Ignore
    core.v1.TopologySpreadConstraint.nodeTaintsPolicy = Ignore
    core.v1.TopologySpreadConstraint.nodeTaintsPolicy enum Honor Ignore
    core.v1.TopologySpreadConstraint.whenUnsatisfiable enum DoNotSchedule ScheduleAnyway
    core.v1.VolumeMount.mountPropagation enum Bidirectional HostToContainer None
    core.v1.VolumeMount.readOnly = false
    core.v1.VolumeMount.recursiveReadOnly enum Disabled Enabled IfPossible
    discovery.v1.EndpointPort.protocol = TCP
    discovery.v1.EndpointPort.protocol enum SCTP TCP UDP
    discovery.v1.EndpointSlice.addressType enum FQDN IPv4 IPv6
    flowcontrol.v1.ExemptPriorityLevelConfiguration.lendablePercent = 0
    flowcontrol.v1.ExemptPriorityLevelConfiguration.nominalConcurrencyShares = 0
    flowcontrol.v1.FlowDistinguisherMethod.type enum ByNamespace ByUser
    flowcontrol.v1.FlowSchemaSpec.matchingPrecedence = 1000
    flowcontrol.v1.LimitResponse.type enum Queue Reject
    flowcontrol.v1.LimitedPriorityLevelConfiguration.lendablePercent = 0
    flowcontrol.v1.LimitedPriorityLevelConfiguration.nominalConcurrencyShares = 30
    flowcontrol.v1.PriorityLevelConfigurationSpec.type enum Exempt Limited
    flowcontrol.v1.QueuingConfiguration.handSize = 8
    flowcontrol.v1.QueuingConfiguration.queueLengthLimit = 50
    flowcontrol.v1.QueuingConfiguration.queues = 64
    flowcontrol.v1.Subject.kind enum Group ServiceAccount User
    meta.v1.LabelSelectorRequirement.operator enum DoesNotExist Exists In NotIn
    networking.v1.HTTPIngressPath.pathType enum Exact ImplementationSpecific Prefix
    networking.v1.IngressClassParametersReference.scope = Cluster
    networking.v1.IngressClassParametersReference.scope enum Cluster Namespace
    networking.v1.NetworkPolicyPort.protocol = TCP
    networking.v1.NetworkPolicyPort.protocol enum SCTP TCP UDP
    networking.v1.NetworkPolicySpec.policyTypes enum Egress Ingress
    policy.v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy enum AlwaysAllow IfHealthyBudget
    rbac.v1.RoleRef.apiGroup = rbac.authorization.k8s.io
    rbac.v1.RoleRef.kind enum ClusterRole Role
    rbac.v1.Subject.kind enum Group ServiceAccount User
    resource.v1.DeviceSubRequest.allocationMode = ExactCount
    resource.v1.DeviceSubRequest.allocationMode enum All ExactCount
    resource.v1.DeviceSubRequest.count = 1
    resource.v1.DeviceTaint.effect enum NoExecute NoSchedule None
    resource.v1.DeviceToleration.effect enum NoExecute NoSchedule
    resource.v1.DeviceToleration.operator = Equal
    resource.v1.DeviceToleration.operator enum Equal Exists
    resource.v1.ExactDeviceRequest.allocationMode = ExactCount
    resource.v1.ExactDeviceRequest.allocationMode enum All ExactCount
    resource.v1.ExactDeviceRequest.count = 1
    scheduling.v1.PriorityClass.globalDefault = false
    scheduling.v1.PriorityClass.preemptionPolicy = PreemptLowerPriority
    scheduling.v1.PriorityClass.preemptionPolicy enum Never PreemptLowerPriority
    storage.v1.CSIDriverSpec.attachRequired = true
    storage.v1.CSIDriverSpec.fsGroupPolicy = ReadWriteOnceWithFSType
    storage.v1.CSIDriverSpec.fsGroupPolicy enum File None ReadWriteOnceWithFSType
    storage.v1.CSIDriverSpec.podInfoOnMount = false
    storage.v1.CSIDriverSpec.requiresRepublish = false
    storage.v1.CSIDriverSpec.seLinuxMount = false
    storage.v1.CSIDriverSpec.storageCapacity = false
    storage.v1.CSIDriverSpec.volumeLifecycleModes enum Ephemeral Persistent
    storage.v1.StorageClass.reclaimPolicy = Delete
    storage.v1.StorageClass.reclaimPolicy enum Delete Retain
    storage.v1.StorageClass.volumeBindingMode = Immediate
    storage.v1.StorageClass.volumeBindingMode enum Immediate WaitForFirstConsumer
    """
}
