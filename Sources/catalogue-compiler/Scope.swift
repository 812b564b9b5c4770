/// Where objects of a kind live. The schemas do not say, so this is a table.
enum Scope {
  /// `N` namespaced, `C` cluster-scoped, `list` a list of objects, `sub` a subresource, which cannot be applied.
  static func of(group: String, kind: String) -> String {
    if kind.hasSuffix("List") { return "list" }
    let name = group.isEmpty ? kind : group + "/" + kind
    if subresources.contains(name) { return "sub" }
    return clusterScoped.contains(name) ? "C" : "N"
  }

  private static let subresources: Set = [
    "APIGroup", "APIVersions", "APIResource", "Status", "authentication.k8s.io/TokenRequest", "autoscaling/Scale",
    "policy/Eviction",
  ]

  private static let clusterScoped: Set = [
    "ComponentStatus", "Namespace", "Node", "PersistentVolume",
    "admissionregistration.k8s.io/MutatingAdmissionPolicy",
    "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
    "admissionregistration.k8s.io/MutatingWebhookConfiguration",
    "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
    "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
    "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
    "apiextensions.k8s.io/CustomResourceDefinition", "apiregistration.k8s.io/APIService",
    "authentication.k8s.io/SelfSubjectReview", "authentication.k8s.io/TokenReview",
    "authorization.k8s.io/SelfSubjectAccessReview", "authorization.k8s.io/SelfSubjectRulesReview",
    "authorization.k8s.io/SubjectAccessReview", "certificates.k8s.io/CertificateSigningRequest",
    "certificates.k8s.io/ClusterTrustBundle", "flowcontrol.apiserver.k8s.io/FlowSchema",
    "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration", "internal.apiserver.k8s.io/StorageVersion",
    "networking.k8s.io/ClusterCIDR", "networking.k8s.io/IPAddress", "networking.k8s.io/IngressClass",
    "networking.k8s.io/ServiceCIDR", "node.k8s.io/RuntimeClass", "policy/PodSecurityPolicy",
    "rbac.authorization.k8s.io/ClusterRole", "rbac.authorization.k8s.io/ClusterRoleBinding",
    "resource.k8s.io/DeviceClass", "resource.k8s.io/DeviceTaintRule", "resource.k8s.io/ResourceClass",
    "resource.k8s.io/ResourcePoolStatusRequest", "resource.k8s.io/ResourceSlice", "scheduling.k8s.io/PriorityClass",
    "storage.k8s.io/CSIDriver", "storage.k8s.io/CSINode", "storage.k8s.io/StorageClass",
    "storage.k8s.io/VolumeAttachment", "storage.k8s.io/VolumeAttributesClass",
    "storagemigration.k8s.io/StorageVersionMigration",
  ]
}
