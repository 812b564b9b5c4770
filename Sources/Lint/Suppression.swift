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
    var rules: [String] = []
    for (check, rule) in kubeLinterChecks where check == name { rules.append(rule) }
    return rules
  }

  /// Checks of kube-linter, each with a rule of ours.
  private static let kubeLinterChecks: [(check: String, rule: String)] = [
    ("access-to-create-pods", "workload-create-access"),
    ("access-to-secrets", "secret-access"),
    ("cluster-admin-role-binding", "cluster-admin-binding"),
    ("dangling-horizontalpodautoscaler", "hpa-target-missing"),
    ("dangling-ingress", "ingress-backend-missing"),
    ("dangling-networkpolicy", "networkpolicy-selects-nothing"),
    ("dangling-service", "service-selects-nothing"),
    ("default-service-account", "default-service-account"),
    ("deprecated-service-account-field", "service-account-field-deprecated"),
    ("docker-sock", "container-runtime-socket"),
    ("duplicate-env-var", "env-duplicate"),
    ("env-value-from", "env-reference-missing"),
    ("env-var-secret", "secret-in-env"),
    ("exposed-services", "service-type-not-allowed"),
    ("host-ipc", "host-ipc"),
    ("host-network", "host-network"),
    ("host-pid", "host-pid"),
    ("hpa-minimum-three-replicas", "hpa-min-replicas-low"),
    ("job-ttl-seconds-after-finished", "job-ttl"),
    ("latest-tag", "image-tag-latest"),
    ("liveness-port", "probe-port-undeclared"),
    ("readiness-port", "probe-port-undeclared"),
    ("startup-port", "probe-port-undeclared"),
    ("minimum-three-replicas", "replicas-too-few"),
    ("no-anti-affinity", "replicas-not-spread"),
    ("no-liveness-probe", "liveness-probe-missing"),
    ("no-read-only-root-fs", "read-only-root-filesystem-missing"),
    ("no-readiness-probe", "readiness-probe-missing"),
    ("no-rolling-update-strategy", "rolling-update-missing"),
    ("non-existent-service-account", "service-account-missing"),
    ("non-isolated-pod", "networkpolicy-missing"),
    ("pdb-max-unavailable", "pdb-blocks-eviction"),
    ("pdb-min-available", "pdb-blocks-eviction"),
    ("pdb-unhealthy-pod-eviction-policy", "pdb-unhealthy-eviction-unset"),
    ("privilege-escalation-container", "privilege-escalation-allowed"),
    ("privileged-container", "privileged-container"),
    ("run-as-non-root", "run-as-non-root-missing"),
    ("run-as-non-root", "run-as-user-root"),
    ("unset-cpu-requirements", "cpu-request-missing"),
    ("unset-memory-requirements", "memory-limit-missing"),
    ("use-namespace", "default-namespace"),
    ("wildcard-in-rules", "rbac-wildcard"),
  ]
}
