import Resources
import Schema

/// What names objects may have of kinds, or versions of kinds, whose rules are not known: alpha ones, that is (groups.md
/// 1.3).
struct MetadataRule: Sendable {
  let group: StaticString
  let kind: StaticString
  let scope: KindValidation.Scope
  let names: Grammar

  private init(_ group: StaticString, _ kind: StaticString, _ scope: KindValidation.Scope, _ names: Grammar) {
    self.group = group
    self.kind = kind
    self.scope = scope
    self.names = names
  }

  /// The rule of an object's kind; `nil` for kinds that the API server does not name so, or does not know.
  static func rule(for manifest: Manifest) -> MetadataRule? {
    for rule in all where manifest.kind == "\(rule.kind)" && manifest.group == "\(rule.group)" { return rule }
    return nil
  }

  private static let all: [MetadataRule] = [
    MetadataRule("admissionregistration.k8s.io", "MutatingAdmissionPolicy", .cluster, .subdomain),
    MetadataRule("admissionregistration.k8s.io", "MutatingAdmissionPolicyBinding", .cluster, .subdomain),
    MetadataRule("admissionregistration.k8s.io", "ValidatingAdmissionPolicy", .cluster, .subdomain),
    MetadataRule("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding", .cluster, .subdomain),
    MetadataRule("certificates.k8s.io", "PodCertificateRequest", .namespaced, .subdomain),
    MetadataRule("coordination.k8s.io", "LeaseCandidate", .namespaced, .configKey),
    MetadataRule("internal.apiserver.k8s.io", "StorageVersion", .cluster, .subdomain),
    MetadataRule("networking.k8s.io", "ServiceCIDR", .cluster, .subdomain),
    MetadataRule("resource.k8s.io", "DeviceClass", .cluster, .subdomain),
    MetadataRule("resource.k8s.io", "DeviceTaintRule", .cluster, .subdomain),
    MetadataRule("resource.k8s.io", "ResourceClaim", .namespaced, .subdomain),
    MetadataRule("resource.k8s.io", "ResourceClaimTemplate", .namespaced, .subdomain),
    MetadataRule("resource.k8s.io", "ResourcePoolStatusRequest", .cluster, .subdomain),
    MetadataRule("resource.k8s.io", "ResourceSlice", .cluster, .subdomain),
    MetadataRule("scheduling.k8s.io", "PodGroup", .namespaced, .subdomain),
    MetadataRule("scheduling.k8s.io", "Workload", .namespaced, .subdomain),
    MetadataRule("storage.k8s.io", "VolumeAttributesClass", .cluster, .subdomain),
    MetadataRule("storagemigration.k8s.io", "StorageVersionMigration", .cluster, .subdomain),
  ]
}
