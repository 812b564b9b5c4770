import Resources
import Schema

/// What names objects may have whose kinds have no file of their own yet, or none for the version.
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
    MetadataRule("apps", "ControllerRevision", .namespaced, .subdomain),
    MetadataRule("coordination.k8s.io", "LeaseCandidate", .namespaced, .configKey),
    MetadataRule("flowcontrol.apiserver.k8s.io", "FlowSchema", .cluster, .subdomain),
    MetadataRule("flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration", .cluster, .subdomain),
    MetadataRule("node.k8s.io", "RuntimeClass", .cluster, .subdomain),
    MetadataRule("resource.k8s.io", "DeviceClass", .cluster, .subdomain),
    MetadataRule("resource.k8s.io", "ResourceClaim", .namespaced, .subdomain),
    MetadataRule("resource.k8s.io", "ResourceClaimTemplate", .namespaced, .subdomain),
    MetadataRule("resource.k8s.io", "ResourceSlice", .cluster, .subdomain),
    MetadataRule("scheduling.k8s.io", "PriorityClass", .cluster, .subdomain),
    MetadataRule("storage.k8s.io", "CSIDriver", .cluster, .subdomain),
    MetadataRule("storage.k8s.io", "CSINode", .cluster, .subdomain),
    MetadataRule("storage.k8s.io", "CSIStorageCapacity", .namespaced, .subdomain),
    MetadataRule("storage.k8s.io", "StorageClass", .cluster, .subdomain),
    MetadataRule("storage.k8s.io", "VolumeAttachment", .cluster, .subdomain),
    MetadataRule("storage.k8s.io", "VolumeAttributesClass", .cluster, .subdomain),
  ]
}
