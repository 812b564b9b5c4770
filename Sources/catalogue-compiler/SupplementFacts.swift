extension Supplement {
  static let text = """
    apps.v1.DeploymentSpec.replicas = 1
    apps.v1.DeploymentSpec.revisionHistoryLimit = 10
    apps.v1.DeploymentSpec.progressDeadlineSeconds = 600
    apps.v1.DeploymentSpec.minReadySeconds = 0
    apps.v1.DeploymentSpec.paused = false
    apps.v1.DeploymentStrategy.type = RollingUpdate
    apps.v1.DeploymentStrategy.type enum Recreate RollingUpdate
    apps.v1.RollingUpdateDeployment.maxSurge = 25%
    apps.v1.RollingUpdateDeployment.maxUnavailable = 25%
    apps.v1.ReplicaSetSpec.replicas = 1
    apps.v1.StatefulSetSpec.replicas = 1
    apps.v1.StatefulSetSpec.podManagementPolicy = OrderedReady
    apps.v1.StatefulSetSpec.podManagementPolicy enum OrderedReady Parallel
    apps.v1.StatefulSetSpec.revisionHistoryLimit = 10
    apps.v1.StatefulSetUpdateStrategy.type = RollingUpdate
    apps.v1.StatefulSetUpdateStrategy.type enum OnDelete RollingUpdate
    apps.v1.RollingUpdateStatefulSetStrategy.partition = 0
    apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted = Retain
    apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted enum Delete Retain
    apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled = Retain
    apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled enum Delete Retain
    apps.v1.DaemonSetSpec.revisionHistoryLimit = 10
    apps.v1.DaemonSetUpdateStrategy.type = RollingUpdate
    apps.v1.DaemonSetUpdateStrategy.type enum OnDelete RollingUpdate
    apps.v1.RollingUpdateDaemonSet.maxSurge = 0
    apps.v1.RollingUpdateDaemonSet.maxUnavailable = 1
    autoscaling.v2.HorizontalPodAutoscalerSpec.minReplicas = 1
    autoscaling.v2.HPAScalingRules.selectPolicy = Max
    autoscaling.v2.HPAScalingRules.selectPolicy enum Disabled Max Min
    autoscaling.v2.HPAScalingPolicy.type enum Percent Pods
    autoscaling.v2.MetricSpec.type enum ContainerResource External Object Pods Resource
    autoscaling.v2.MetricTarget.type enum AverageValue Utilization Value
    batch.v1.CronJobSpec.concurrencyPolicy = Allow
    batch.v1.CronJobSpec.concurrencyPolicy enum Allow Forbid Replace
    batch.v1.CronJobSpec.suspend = false
    batch.v1.CronJobSpec.successfulJobsHistoryLimit = 3
    batch.v1.CronJobSpec.failedJobsHistoryLimit = 1
    batch.v1.JobSpec.backoffLimit = 6
    batch.v1.JobSpec.completionMode = NonIndexed
    batch.v1.JobSpec.completionMode enum Indexed NonIndexed
    batch.v1.JobSpec.manualSelector = false
    batch.v1.JobSpec.podReplacementPolicy enum Failed TerminatingOrFailed
    batch.v1.JobSpec.suspend = false
    batch.v1.PodFailurePolicyRule.action enum Count FailIndex@1.28 FailJob Ignore
    core.v1.Container.imagePullPolicy enum Always IfNotPresent Never
    core.v1.Container.terminationMessagePath = /dev/termination-log
    core.v1.Container.terminationMessagePolicy = File
    core.v1.Container.terminationMessagePolicy enum FallbackToLogsOnError File
    core.v1.Container.restartPolicy enum Always Never@1.34 OnFailure@1.34
    core.v1.ContainerPort.protocol = TCP
    core.v1.ContainerPort.protocol enum SCTP TCP UDP
    core.v1.HTTPGetAction.path = /
    core.v1.HTTPGetAction.scheme = HTTP
    core.v1.HTTPGetAction.scheme enum HTTP HTTPS
    core.v1.HostPathVolumeSource.type enum BlockDevice CharDevice Directory DirectoryOrCreate File FileOrCreate Socket
    core.v1.PersistentVolumeClaimSpec.accessModes enum ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod
    core.v1.PersistentVolumeClaimSpec.volumeMode = Filesystem
    core.v1.PersistentVolumeClaimSpec.volumeMode enum Block Filesystem
    core.v1.PersistentVolumeSpec.accessModes enum ReadOnlyMany ReadWriteMany ReadWriteOnce ReadWriteOncePod
    core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy = Retain
    core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy enum Delete Recycle Retain
    core.v1.PersistentVolumeSpec.volumeMode = Filesystem
    core.v1.PersistentVolumeSpec.volumeMode enum Block Filesystem
    core.v1.PodSpec.dnsPolicy = ClusterFirst
    core.v1.PodSpec.dnsPolicy enum ClusterFirst ClusterFirstWithHostNet Default None
    core.v1.PodSpec.enableServiceLinks = true
    core.v1.PodSpec.hostNetwork = false
    core.v1.PodSpec.preemptionPolicy enum Never PreemptLowerPriority
    core.v1.PodSpec.restartPolicy = Always
    core.v1.PodSpec.restartPolicy enum Always Never OnFailure
    core.v1.PodSpec.schedulerName = default-scheduler
    core.v1.PodSpec.terminationGracePeriodSeconds = 30
    core.v1.PodSecurityContext.fsGroupChangePolicy enum Always OnRootMismatch
    core.v1.Probe.failureThreshold = 3
    core.v1.Probe.initialDelaySeconds = 0
    core.v1.Probe.periodSeconds = 10
    core.v1.Probe.successThreshold = 1
    core.v1.Probe.timeoutSeconds = 1
    core.v1.SeccompProfile.type enum Localhost RuntimeDefault Unconfined
    core.v1.SecretVolumeSource.defaultMode = 420
    core.v1.ConfigMapVolumeSource.defaultMode = 420
    core.v1.DownwardAPIVolumeSource.defaultMode = 420
    core.v1.ProjectedVolumeSource.defaultMode = 420
    core.v1.ServiceAccountTokenProjection.expirationSeconds = 3600
    core.v1.ServicePort.protocol = TCP
    core.v1.ServicePort.protocol enum SCTP TCP UDP
    core.v1.ServiceSpec.allocateLoadBalancerNodePorts = true
    core.v1.ServiceSpec.externalTrafficPolicy enum Cluster Local
    core.v1.ServiceSpec.internalTrafficPolicy = Cluster
    core.v1.ServiceSpec.internalTrafficPolicy enum Cluster Local
    core.v1.ServiceSpec.ipFamilyPolicy enum PreferDualStack RequireDualStack SingleStack
    core.v1.ServiceSpec.sessionAffinity = None
    core.v1.ServiceSpec.sessionAffinity enum ClientIP None
    core.v1.ServiceSpec.trafficDistribution enum PreferClose PreferSameNode@1.34 PreferSameZone@1.34
    core.v1.ServiceSpec.type = ClusterIP
    core.v1.ServiceSpec.type enum ClusterIP ExternalName LoadBalancer NodePort
    core.v1.Secret.type = Opaque
    core.v1.Taint.effect enum NoExecute NoSchedule PreferNoSchedule
    core.v1.Toleration.effect enum NoExecute NoSchedule PreferNoSchedule
    core.v1.TopologySpreadConstraint.nodeAffinityPolicy enum Honor Ignore
    core.v1.TopologySpreadConstraint.nodeTaintsPolicy enum Honor Ignore
    core.v1.TopologySpreadConstraint.whenUnsatisfiable enum DoNotSchedule ScheduleAnyway
    core.v1.VolumeMount.mountPropagation enum Bidirectional HostToContainer None
    discovery.v1.EndpointSlice.addressType enum FQDN IPv4 IPv6
    networking.v1.HTTPIngressPath.pathType enum Exact ImplementationSpecific Prefix
    networking.v1.NetworkPolicySpec.policyTypes enum Egress Ingress
    networking.v1.NetworkPolicyPort.protocol = TCP
    networking.v1.NetworkPolicyPort.protocol enum SCTP TCP UDP
    policy.v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy enum AlwaysAllow IfHealthyBudget
    scheduling.v1.PriorityClass.preemptionPolicy = PreemptLowerPriority
    scheduling.v1.PriorityClass.preemptionPolicy enum Never PreemptLowerPriority
    storage.v1.CSIDriverSpec.fsGroupPolicy enum File None ReadWriteOnceWithFSType
    storage.v1.StorageClass.reclaimPolicy = Delete
    storage.v1.StorageClass.reclaimPolicy enum Delete Recycle Retain
    storage.v1.StorageClass.volumeBindingMode = Immediate
    storage.v1.StorageClass.volumeBindingMode enum Immediate WaitForFirstConsumer
    """
}
