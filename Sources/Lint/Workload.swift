import Resources
import YAML

// What many rules ask of a workload, said once.

extension Manifest {
  /// The spec of the Pods it runs.
  var pod: PodSpec? { podTemplate?.spec }
  var containers: [Container] { pod?.containers ?? [] }
  var allContainers: [Container] { pod?.allContainers ?? [] }

  /// Whether its Pods are to run until they are replaced, rather than to an end.
  var runsUntilReplaced: Bool { isWorkload && kind != "Job" && kind != "CronJob" }

  /// Whether the kind counts its Pods by `spec.replicas`.
  var hasReplicas: Bool {
    kind == "Deployment" || kind == "StatefulSet" || kind == "ReplicaSet" || kind == "ReplicationController"
  }

  /// Replicas asked for: 1 where none are written (`pkg/apis/apps/v1/defaults.go`); `nil` for other kinds.
  var replicas: Int64? { hasReplicas ? spec?["replicas"]?.integer ?? 1 : nil }
}

extension PodSpec {
  /// The containers that run as long as the Pod does: the ordinary ones and the sidecars among the init containers.
  var runningContainers: [Container] { initContainers.filter { $0.isSidecar } + containers }

  var isWindows: Bool { node["os"]?["name"]?.hasText("windows") == true }
}

extension Container {
  /// Its name, to be quoted.
  var title: String { name ?? "" }

  /// A field of its security context, or of the Pod's where the container's does not say.
  func security(_ field: StaticString, in pod: PodSpec) -> Node? {
    securityContext?[field] ?? pod.securityContext?[field]
  }
}
