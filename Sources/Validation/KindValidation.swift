import Findings
public import Schema

/// What the API server enforces for objects of one kind, beyond their schema.
public struct KindValidation: Sendable {
  public enum Scope: Sendable {
    case namespaced, cluster
  }

  /// When and how the API server looks at an object's metadata.
  public enum MetadataRules: Sendable {
    /// With the kind's own rules; a finalizer begins with a domain.
    case common
    /// The same, and the API server makes a name where none is given.
    case commonWithoutName
    /// The same, and a prefix of names is judged by the name that is made of it alone.
    case commonWithoutPrefix
    /// The rules for objects of any kind, custom ones included.
    case general
    /// The same, and only where the kind's own rules find nothing.
    case generalAfterwards
    /// None: a review is answered and not kept.
    case none
  }

  /// `apps/v1`, `v1`.
  public let apiVersion: String
  public let kind: String
  public let scope: Scope
  /// What an object's name must be.
  public let names: Grammar
  public let metadata: MetadataRules
  /// Good and bad manifests: documentation and test. None in the module for the page, which shows findings only.
  public let examples: [Example]
  /// The rules beyond those of every object's metadata.
  let check: @Sendable (inout Report, Field) -> Void

  /// Inlined, so that the module for the page loses what it drops here.
  @inline(__always)
  init(
    _ apiVersion: String, _ kind: String, scope: Scope = .namespaced, names: Grammar = .subdomain,
    metadata: MetadataRules = .common, examples: @autoclosure () -> [Example],
    check: @escaping @Sendable (inout Report, Field) -> Void
  ) {
    #if hasFeature(Embedded)
      let shown: [Example] = []
    #else
      let shown = examples()
    #endif
    self.init(apiVersion, kind, scope, names, metadata, shown, check)
  }

  @inline(never)
  private init(
    _ apiVersion: String, _ kind: String, _ scope: Scope, _ names: Grammar, _ metadata: MetadataRules,
    _ examples: [Example], _ check: @escaping @Sendable (inout Report, Field) -> Void
  ) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.scope = scope
    self.names = names
    self.metadata = metadata
    self.examples = examples
    self.check = check
  }

  /// Adds to a report what the API server refuses in an object of this kind.
  func judge(_ object: Field, in report: inout Report) {
    if metadata != .generalAfterwards { judgeMetadata(of: object, in: &report) }
    check(&report, object)
    if metadata == .generalAfterwards, !report.findings.contains(where: { $0.severity == .error }) {
      judgeMetadata(of: object, in: &report)
    }
  }

  private func judgeMetadata(of object: Field, in report: inout Report) {
    if metadata != .none { report.metadata(object["metadata"], names: names, scope: scope, rules: metadata) }
  }

  /// The kinds whose rules are all written, in alphabetical order.
  public static let all: [KindValidation] = [
    .apiService,
    .binding,
    .csiDriver,
    .csiNode,
    .csiStorageCapacity,
    .certificateSigningRequest,
    .clusterRole,
    .clusterRoleBinding,
    .configMap,
    .controllerRevision,
    .cronJob,
    .customResourceDefinition,
    .daemonSet,
    .deployment,
    .deviceClass,
    .endpointSlice,
    .endpoints,
    .event,
    .eventOfEvents,
    .flowSchema,
    .horizontalPodAutoscaler,
    .horizontalPodAutoscalerV1,
    .ipAddress,
    .ingress,
    .ingressClass,
    .job,
    .lease,
    .limitRange,
    .localSubjectAccessReview,
    .mutatingAdmissionPolicy,
    .mutatingAdmissionPolicyBinding,
    .mutatingWebhookConfiguration,
    .namespace,
    .networkPolicy,
    .node,
    .persistentVolume,
    .persistentVolumeClaim,
    .pod,
    .podDisruptionBudget,
    .podTemplate,
    .priorityClass,
    .priorityLevelConfiguration,
    .replicaSet,
    .replicationController,
    .resourceClaim,
    .resourceClaimTemplate,
    .resourceQuota,
    .resourceSlice,
    .role,
    .roleBinding,
    .runtimeClass,
    .secret,
    .selfSubjectAccessReview,
    .service,
    .serviceAccount,
    .serviceCIDR,
    .statefulSet,
    .storageClass,
    .subjectAccessReview,
    .tokenReview,
    .validatingAdmissionPolicy,
    .validatingAdmissionPolicyBinding,
    .validatingWebhookConfiguration,
    .volumeAttachment,
    .volumeAttributesClass,
  ]
}
