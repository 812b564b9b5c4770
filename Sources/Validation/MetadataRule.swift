import Resources
import Schema

/// What names objects may have whose kinds have no file of their own yet.
struct MetadataRule: Sendable {
  let group: StaticString
  let kind: StaticString
  let names: Grammar

  private init(_ group: StaticString, _ kind: StaticString, _ names: Grammar) {
    self.group = group
    self.kind = kind
    self.names = names
  }

  /// The grammar of an object's name; `nil` for kinds that the API server does not name so, or does not know.
  static func names(of manifest: Manifest) -> Grammar? {
    for rule in all where manifest.kind == "\(rule.kind)" && manifest.group == "\(rule.group)" { return rule.names }
    return nil
  }

  private static let all: [MetadataRule] = [
    MetadataRule("", "Endpoints", .subdomain),
    MetadataRule("", "Node", .subdomain),
    MetadataRule("", "ResourceQuota", .subdomain),
    MetadataRule("admissionregistration.k8s.io", "MutatingAdmissionPolicy", .subdomain),
    MetadataRule("admissionregistration.k8s.io", "MutatingAdmissionPolicyBinding", .subdomain),
    MetadataRule("admissionregistration.k8s.io", "MutatingWebhookConfiguration", .subdomain),
    MetadataRule("admissionregistration.k8s.io", "ValidatingAdmissionPolicy", .subdomain),
    MetadataRule("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding", .subdomain),
    MetadataRule("admissionregistration.k8s.io", "ValidatingWebhookConfiguration", .subdomain),
    MetadataRule("apiextensions.k8s.io", "CustomResourceDefinition", .subdomain),
    MetadataRule("apiregistration.k8s.io", "APIService", .pathSegment),
    MetadataRule("apps", "ControllerRevision", .subdomain),
    MetadataRule("autoscaling", "HorizontalPodAutoscaler", .subdomain),
    MetadataRule("certificates.k8s.io", "CertificateSigningRequest", .pathSegment),
    MetadataRule("coordination.k8s.io", "Lease", .subdomain),
    MetadataRule("coordination.k8s.io", "LeaseCandidate", .configKey),
    MetadataRule("discovery.k8s.io", "EndpointSlice", .subdomain),
    MetadataRule("events.k8s.io", "Event", .subdomain),
    MetadataRule("flowcontrol.apiserver.k8s.io", "FlowSchema", .subdomain),
    MetadataRule("flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration", .subdomain),
    MetadataRule("networking.k8s.io", "Ingress", .subdomain),
    MetadataRule("networking.k8s.io", "IngressClass", .subdomain),
    MetadataRule("networking.k8s.io", "NetworkPolicy", .subdomain),
    MetadataRule("networking.k8s.io", "ServiceCIDR", .subdomain),
    MetadataRule("node.k8s.io", "RuntimeClass", .subdomain),
    MetadataRule("policy", "PodDisruptionBudget", .pathSegment),
    MetadataRule("resource.k8s.io", "DeviceClass", .subdomain),
    MetadataRule("resource.k8s.io", "ResourceClaim", .subdomain),
    MetadataRule("resource.k8s.io", "ResourceClaimTemplate", .subdomain),
    MetadataRule("resource.k8s.io", "ResourceSlice", .subdomain),
    MetadataRule("scheduling.k8s.io", "PriorityClass", .subdomain),
    MetadataRule("storage.k8s.io", "CSIDriver", .subdomain),
    MetadataRule("storage.k8s.io", "CSINode", .subdomain),
    MetadataRule("storage.k8s.io", "CSIStorageCapacity", .subdomain),
    MetadataRule("storage.k8s.io", "StorageClass", .subdomain),
    MetadataRule("storage.k8s.io", "VolumeAttachment", .subdomain),
    MetadataRule("storage.k8s.io", "VolumeAttributesClass", .subdomain),
  ]
}
