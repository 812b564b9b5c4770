import Findings
public import Schema

/// What the API server enforces for objects of one kind, beyond their schema.
public struct KindValidation: Sendable {
  public enum Scope: Sendable {
    case namespaced, cluster
  }

  /// `apps/v1`, `v1`.
  public let apiVersion: String
  public let kind: String
  public let scope: Scope
  /// What an object's name must be.
  public let names: Grammar
  /// Good and bad manifests: documentation and test. None in the module for the page, which shows findings only.
  public let examples: [Example]
  /// The rules beyond those of every object's metadata.
  let check: @Sendable (inout Report, Field) -> Void

  /// Inlined, so that the module for the page loses what it drops here.
  @inline(__always)
  init(
    _ apiVersion: String, _ kind: String, scope: Scope = .namespaced, names: Grammar = .subdomain,
    examples: @autoclosure () -> [Example], check: @escaping @Sendable (inout Report, Field) -> Void
  ) {
    #if hasFeature(Embedded)
      let shown: [Example] = []
    #else
      let shown = examples()
    #endif
    self.init(apiVersion, kind, scope, names, shown, check)
  }

  @inline(never)
  private init(
    _ apiVersion: String, _ kind: String, _ scope: Scope, _ names: Grammar, _ examples: [Example],
    _ check: @escaping @Sendable (inout Report, Field) -> Void
  ) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.scope = scope
    self.names = names
    self.examples = examples
    self.check = check
  }

  /// The kinds whose rules are all written, in alphabetical order.
  public static let all: [KindValidation] = [
    .clusterRole,
    .clusterRoleBinding,
    .configMap,
    .cronJob,
    .daemonSet,
    .deployment,
    .job,
    .namespace,
    .persistentVolume,
    .persistentVolumeClaim,
    .pod,
    .podTemplate,
    .replicaSet,
    .replicationController,
    .role,
    .roleBinding,
    .secret,
    .service,
    .serviceAccount,
    .statefulSet,
  ]
}
