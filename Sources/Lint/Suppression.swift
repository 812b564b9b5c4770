import Resources
import YAML

/// An annotation that switches a rule off for one object.
///
///     metadata:
///       annotations:
///         ignore-check.drydock/replicas-too-few: "a singleton by design: it holds a lock"
///
/// `ignore-check.kube-linter.io/NAME` counts as well, where that check is one of ours.
struct Suppression {
  static let prefix = "ignore-check.drydock/"
  private static let kubeLinterPrefix = "ignore-check.kube-linter.io/"

  let key: Node
  let reason: Node
  /// As written after the prefix.
  let name: String
  /// The rules it switches off; empty where our prefix is followed by a name we do not know.
  let ruleIDs: [String]

  static func all(in manifest: Manifest) -> [Suppression] {
    guard let annotations = manifest.annotations.node else { return [] }
    var suppressions: [Suppression] = []
    for entry in annotations.entries {
      let key = entry.key.text
      if key.hasPrefix(prefix) {
        let name = String(key.dropFirst(prefix.count))
        suppressions.append(
          Suppression(key: entry.key, reason: entry.value, name: name, ruleIDs: Rule.named(name).map { [$0.id] } ?? []))
      } else if key.hasPrefix(kubeLinterPrefix) {
        let name = String(key.dropFirst(kubeLinterPrefix.count))
        let rules = kubeLinterRules(name)
        // Checks of the other tool that we do not have are its own affair.
        guard !rules.isEmpty else { continue }
        suppressions.append(Suppression(key: entry.key, reason: entry.value, name: name, ruleIDs: rules))
      }
    }
    return suppressions
  }

  var hasReason: Bool { reason.text.utf8.contains { $0 != UInt8(ascii: " ") } }

  /// Our rules that say what a check of kube-linter says.
  private static func kubeLinterRules(_ name: String) -> [String] {
    switch name {
    case "access-to-create-pods": ["workload-create-access"]
    case "access-to-secrets": ["secret-access"]
    case "cluster-admin-role-binding": ["cluster-admin-binding"]
    case "dangling-horizontalpodautoscaler": ["hpa-target-missing"]
    case "dangling-ingress": ["ingress-backend-missing"]
    case "dangling-networkpolicy": ["networkpolicy-selects-nothing"]
    case "dangling-service": ["service-selects-nothing"]
    case "default-service-account": ["default-service-account"]
    case "deprecated-service-account-field": ["service-account-field-deprecated"]
    case "docker-sock": ["container-runtime-socket"]
    case "duplicate-env-var": ["env-duplicate"]
    case "env-value-from": ["env-reference-missing"]
    case "env-var-secret": ["secret-in-env"]
    case "exposed-services": ["service-type-not-allowed"]
    case "host-ipc": ["host-ipc"]
    case "host-network": ["host-network"]
    case "host-pid": ["host-pid"]
    case "hpa-minimum-three-replicas": ["hpa-min-replicas-low"]
    case "job-ttl-seconds-after-finished": ["job-ttl"]
    case "latest-tag": ["image-tag-latest"]
    case "liveness-port", "readiness-port", "startup-port": ["probe-port-undeclared"]
    case "minimum-three-replicas": ["replicas-too-few"]
    case "no-anti-affinity": ["replicas-not-spread"]
    case "no-liveness-probe": ["liveness-probe-missing"]
    case "no-read-only-root-fs": ["read-only-root-filesystem-missing"]
    case "no-readiness-probe": ["readiness-probe-missing"]
    case "no-rolling-update-strategy": ["rolling-update-missing"]
    case "non-existent-service-account": ["service-account-missing"]
    case "non-isolated-pod": ["networkpolicy-missing"]
    case "pdb-max-unavailable", "pdb-min-available": ["pdb-blocks-eviction"]
    case "pdb-unhealthy-pod-eviction-policy": ["pdb-unhealthy-eviction-unset"]
    case "privilege-escalation-container": ["privilege-escalation-allowed"]
    case "privileged-container": ["privileged-container"]
    case "run-as-non-root": ["run-as-non-root-missing", "run-as-user-root"]
    case "unset-cpu-requirements": ["cpu-request-missing"]
    case "unset-memory-requirements": ["memory-limit-missing"]
    case "use-namespace": ["default-namespace"]
    case "wildcard-in-rules": ["rbac-wildcard"]
    default: []
    }
  }
}
