public import Findings
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

  /// What an object's name had to be in earlier versions of Kubernetes.
  public struct FormerNames: Sendable {
    public let grammar: Grammar
    public let versions: VersionSet
  }

  /// `apps/v1`, `v1`: the version of the API in which the examples are written.
  public let apiVersion: String
  /// Earlier versions of the API, all beta, whose objects the API server turns into the same internal ones and judges
  /// alike; where their fields differ, the rules say so.
  public let earlier: [String]
  public let kind: String
  public let scope: Scope
  /// What an object's name must be.
  public let names: Grammar
  public let formerNames: FormerNames?
  public let metadata: MetadataRules
  /// Good and bad manifests: documentation and test. None in the module for the page, which shows findings only.
  public let examples: [Example]
  /// The program that reads the kind from a file; `nil` for what an API server serves.
  public internal(set) var program: String?
  /// Whether the API server looks at the generation that was written.
  private let keepsGeneration: Bool
  /// The rules beyond those of every object's metadata.
  let check: @Sendable (inout Report, Field) -> Void

  /// Inlined, so that the module for the page loses what it drops here.
  @inline(__always)
  init(
    _ apiVersion: String, _ kind: String, earlier: [String] = [], scope: Scope = .namespaced,
    names: Grammar = .subdomain, formerNames: FormerNames? = nil, metadata: MetadataRules = .common,
    examples: @autoclosure () -> [Example], check: @escaping @Sendable (inout Report, Field) -> Void
  ) {
    #if hasFeature(Embedded)
      let shown: [Example] = []
    #else
      let shown = examples()
    #endif
    self.init(apiVersion, kind, earlier, scope, names, formerNames, metadata, shown, check)
  }

  @inline(never)
  private init(
    _ apiVersion: String, _ kind: String, _ earlier: [String], _ scope: Scope, _ names: Grammar,
    _ formerNames: FormerNames?, _ metadata: MetadataRules, _ examples: [Example],
    _ check: @escaping @Sendable (inout Report, Field) -> Void
  ) {
    self.apiVersion = apiVersion
    self.earlier = earlier
    self.kind = kind
    self.scope = scope
    self.names = names
    self.formerNames = formerNames
    self.metadata = metadata
    self.examples = examples
    keepsGeneration = !KindValidation.withOwnGeneration.contains(kind)
    self.check = check
  }

  /// Whether the rules are those of the kind in a version of the API.
  public func judges(_ apiVersion: String) -> Bool {
    self.apiVersion == apiVersion || earlier.contains(apiVersion)
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
    guard metadata != .none else { return }
    report.metadata(object["metadata"], names: names, formerNames: formerNames, scope: scope, rules: metadata)
    // Most kinds begin at generation 1, whatever was written.
    if keepsGeneration {
      report.expect(object["metadata"]["generation"], in: 0...)  // META6
    }
  }

  /// Kinds whose generation the API server writes before it looks at the object.
  private static let withOwnGeneration = [
    "CronJob", "CustomResourceDefinition", "DaemonSet", "Deployment", "DeviceClass", "DeviceTaintRule",
    "EndpointSlice", "FlowSchema", "Ingress", "IngressClass", "Job", "MutatingAdmissionPolicy",
    "MutatingAdmissionPolicyBinding", "MutatingWebhookConfiguration", "NetworkPolicy", "PodDisruptionBudget",
    "PodTemplate", "PriorityClass", "PriorityLevelConfiguration", "ReplicaSet", "ReplicationController",
    "ResourceSlice", "StatefulSet", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
  ]

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
    .clusterTrustBundle,
    .configMap,
    .controllerRevision,
    .cronJob,
    .customResourceDefinition,
    .daemonSet,
    .deployment,
    .deviceClass,
    .deviceTaintRule,
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
    .leaseCandidate,
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
    .podCertificateRequest,
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
    .selfSubjectReview,
    .selfSubjectRulesReview,
    .service,
    .serviceAccount,
    .serviceCIDR,
    .statefulSet,
    .storageClass,
    .storageVersionMigration,
    .subjectAccessReview,
    .tokenReview,
    .validatingAdmissionPolicy,
    .validatingAdmissionPolicyBinding,
    .validatingWebhookConfiguration,
    .volumeAttachment,
    .volumeAttributesClass,
  ]
}
