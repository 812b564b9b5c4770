import Findings

extension KindValidation {
  /// What a program refuses in a file that it reads.
  ///
  /// - Parameters:
  ///   - program: who reads it: `kubelet`.
  ///   - others: further versions of the kind's group to which the same rules apply.
  @inline(__always)
  static func file(
    _ apiVersion: String, _ kind: String, readBy program: String, others: [String] = [],
    examples: @autoclosure () -> [Example], check: @escaping @Sendable (inout Report, Field) -> Void
  ) -> KindValidation {
    var validation = KindValidation(
      apiVersion, kind, earlier: others, scope: .cluster, metadata: .none, examples: examples(), check: check)
    validation.program = program
    return validation
  }

  /// The kinds of configuration that programs read from files, in alphabetical order.
  ///
  /// Rules are those of the newest versions, and have ranges where a feature gate or a release is known to have changed
  /// one. A program's checks of the machine it runs on (that a file exists, that a CPU does) are not among them.
  public static let configuration: [KindValidation] = [
    .admissionConfiguration,
    .authenticationConfiguration,
    .authorizationConfiguration,
    .clusterConfiguration,
    .component,
    .kubeconfig,
    .eventRateLimitConfiguration,
    .credentialProviderConfig,
    .egressSelectorConfiguration,
    .encryptionConfiguration,
    .initConfiguration,
    .joinConfiguration,
    .kubeProxyConfiguration,
    .kubeSchedulerConfiguration,
    .kubeletConfiguration,
    .kustomization,
    .podSecurityConfiguration,
    .policy,
    .resetConfiguration,
    .resourceQuotaConfiguration,
    .tracingConfiguration,
    .webhookAdmissionConfiguration,
  ]
}
