import Findings

/// What the API server fills in where nothing is written (`pkg/apis/*/v1/defaults.go`), for fields learners meet.
public enum EffectiveDefaults {
  /// The value of a field by its names joined with dots from the object's root, lists without indices:
  /// `spec.template.spec.containers.livenessProbe.periodSeconds`. `nil` where nothing is filled in.
  ///
  /// `hasParent` says whether the mapping that would hold it is there: most defaults need it.
  public static func value(of field: String, in manifest: Manifest, hasParent: Bool) -> String? {
    for entry in objectDefaults where entry.kind == manifest.kind && entry.field == field {
      return hasParent || !entry.needsParent ? entry.value : nil
    }
    guard let prefix = podSpecPrefix(manifest), field.hasPrefix(prefix), hasParent else { return nil }
    let rest = String(field.dropFirst(prefix.count))
    for (name, value) in podDefaults where name == rest { return value }
    guard let dot = rest.lastIndex(of: ".") else { return nil }
    let parts = rest.split(separator: ".")
    guard parts.count == 3 || parts.count == 4, parts[2].hasSuffix("Probe") || parts[1].hasSuffix("Probe") else {
      return nil
    }
    let name = rest[rest.index(after: dot)...]
    for (field, value) in probeDefaults where field == name { return value }
    return nil
  }

  private static func podSpecPrefix(_ manifest: Manifest) -> String? {
    guard let template = manifest.podTemplate else { return nil }
    let path = template.path.description
    return path.isEmpty ? "spec." : path + ".spec."
  }

  private typealias Entry = (kind: String, field: String, value: String, needsParent: Bool)

  private static let objectDefaults: [Entry] = [
    ("Deployment", "spec.replicas", "1", true),
    ("Deployment", "spec.strategy.type", "RollingUpdate", false),
    ("Deployment", "spec.strategy.rollingUpdate.maxSurge", "25%", false),
    ("Deployment", "spec.strategy.rollingUpdate.maxUnavailable", "25%", false),
    ("Deployment", "spec.revisionHistoryLimit", "10", true),
    ("Deployment", "spec.progressDeadlineSeconds", "600", true),
    ("Deployment", "spec.minReadySeconds", "0", true),
    ("ReplicaSet", "spec.replicas", "1", true),
    ("ReplicationController", "spec.replicas", "1", true),
    ("StatefulSet", "spec.replicas", "1", true),
    ("StatefulSet", "spec.podManagementPolicy", "OrderedReady", true),
    ("StatefulSet", "spec.updateStrategy.type", "RollingUpdate", false),
    ("DaemonSet", "spec.updateStrategy.type", "RollingUpdate", false),
    ("Job", "spec.completions", "1", true), ("Job", "spec.parallelism", "1", true),
    ("Job", "spec.backoffLimit", "6", true),
    ("CronJob", "spec.concurrencyPolicy", "Allow", true), ("CronJob", "spec.suspend", "false", true),
    ("CronJob", "spec.successfulJobsHistoryLimit", "3", true), ("CronJob", "spec.failedJobsHistoryLimit", "1", true),
    ("Service", "spec.type", "ClusterIP", true), ("Service", "spec.sessionAffinity", "None", true),
    ("Service", "spec.ports.protocol", "TCP", true),
    ("PersistentVolume", "spec.persistentVolumeReclaimPolicy", "Retain", true),
    ("PersistentVolume", "spec.volumeMode", "Filesystem", true),
    ("PersistentVolumeClaim", "spec.volumeMode", "Filesystem", true),
    ("StorageClass", "reclaimPolicy", "Delete", true), ("StorageClass", "volumeBindingMode", "Immediate", true),
    ("HorizontalPodAutoscaler", "spec.minReplicas", "1", true),
  ]

  private static let podDefaults: [(String, String)] = [
    ("restartPolicy", "Always"), ("terminationGracePeriodSeconds", "30"), ("dnsPolicy", "ClusterFirst"),
    ("schedulerName", "default-scheduler"), ("serviceAccountName", "default"), ("hostNetwork", "false"),
    ("enableServiceLinks", "true"), ("containers.ports.protocol", "TCP"), ("initContainers.ports.protocol", "TCP"),
    ("containers.terminationMessagePolicy", "File"), ("containers.terminationMessagePath", "/dev/termination-log"),
    ("volumes.hostPath.type", ""), ("volumes.secret.defaultMode", "420"), ("volumes.configMap.defaultMode", "420"),
    ("containers.volumeMounts.readOnly", "false"),
  ]

  private static let probeDefaults: [(String, String)] = [
    ("initialDelaySeconds", "0"), ("periodSeconds", "10"), ("timeoutSeconds", "1"), ("successThreshold", "1"),
    ("failureThreshold", "3"), ("scheme", "HTTP"), ("path", "/"),
  ]
}
