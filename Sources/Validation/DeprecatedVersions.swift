import Findings
import Resources
import YAML

/// A version of a kind that the API server still serves, and warns of (groups.md 6).
private struct DeprecatedVersion {
  let apiVersion: StaticString
  /// The kinds meant; none for all of the version.
  let kinds: Words
  /// The minor version of Kubernetes since which it warns.
  let since: Int
  /// That in which the version is gone, or will be.
  let until: Int
  let replacement: StaticString

  private init(_ apiVersion: StaticString, _ kinds: Words, _ since: Int, _ until: Int, use replacement: StaticString) {
    self.apiVersion = apiVersion
    self.kinds = kinds
    self.since = since
    self.until = until
    self.replacement = replacement
  }

  static let all: [DeprecatedVersion] = [
    DeprecatedVersion(
      "admissionregistration.k8s.io/v1alpha1", ["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"], 29,
      32,
      use: "admissionregistration.k8s.io/v1"),
    DeprecatedVersion(
      "admissionregistration.k8s.io/v1alpha1", ["MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding"], 35, 38,
      use: "admissionregistration.k8s.io/v1beta1"),
    DeprecatedVersion(
      "admissionregistration.k8s.io/v1beta1", ["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"], 31, 34,
      use: "admissionregistration.k8s.io/v1"),
    DeprecatedVersion(
      "admissionregistration.k8s.io/v1beta1", ["MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding"], 37, 40,
      use: "admissionregistration.k8s.io/v1"),
    DeprecatedVersion("authentication.k8s.io/v1alpha1", [], 29, 32, use: "authentication.k8s.io/v1"),
    DeprecatedVersion("authentication.k8s.io/v1beta1", [], 30, 33, use: "authentication.k8s.io/v1"),
    DeprecatedVersion("autoscaling/v2beta2", [], 25, 26, use: "autoscaling/v2"),
    DeprecatedVersion(
      "certificates.k8s.io/v1alpha1", ["ClusterTrustBundle"], 34, 37, use: "certificates.k8s.io/v1beta1"),
    DeprecatedVersion("certificates.k8s.io/v1beta1", ["ClusterTrustBundle"], 37, 40, use: "certificates.k8s.io/v1"),
    DeprecatedVersion("coordination.k8s.io/v1alpha2", [], 35, 38, use: "coordination.k8s.io/v1beta1"),
    DeprecatedVersion(
      "flowcontrol.apiserver.k8s.io/v1beta1", [], 25, 26, use: "flowcontrol.apiserver.k8s.io/v1beta2"),
    DeprecatedVersion(
      "flowcontrol.apiserver.k8s.io/v1beta2", [], 26, 29, use: "flowcontrol.apiserver.k8s.io/v1beta3"),
    DeprecatedVersion("flowcontrol.apiserver.k8s.io/v1beta3", [], 29, 32, use: "flowcontrol.apiserver.k8s.io/v1"),
    DeprecatedVersion("networking.k8s.io/v1beta1", [], 34, 37, use: "networking.k8s.io/v1"),
    DeprecatedVersion("resource.k8s.io/v1beta1", [], 35, 38, use: "resource.k8s.io/v1"),
    DeprecatedVersion(
      "resource.k8s.io/v1beta2", ["DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"], 36, 39,
      use: "resource.k8s.io/v1"),
    DeprecatedVersion("storage.k8s.io/v1alpha1", ["VolumeAttributesClass"], 32, 35, use: "storage.k8s.io/v1beta1"),
    DeprecatedVersion("storage.k8s.io/v1beta1", ["CSIStorageCapacity"], 25, 27, use: "storage.k8s.io/v1"),
    DeprecatedVersion("storage.k8s.io/v1beta1", ["VolumeAttributesClass"], 34, 37, use: "storage.k8s.io/v1"),
  ]
}

extension Report {
  /// Warns of a version of the API that goes, as the API server does in each answer.
  mutating func warnOfVersion(of object: Field) {
    let (apiVersion, kind) = (object["apiVersion"], object["kind"])
    guard apiVersion.isPrerelease else { return }
    for version in DeprecatedVersion.all
    where apiVersion.hasText(version.apiVersion) && (version.kinds.words.isEmpty || version.kinds.contains(kind)) {
      inVersions(.since(minor: version.since)) {
        $0.warn(.deprecated, at: apiVersion, .oldVersion(apiVersion, "1.\(version.until)", "\(version.replacement)"))
      }
    }
  }
}

extension Field {
  /// Whether a version is an alpha or beta one, as all are that go: the letter before its last number tells.
  fileprivate var isPrerelease: Bool {
    node?.withText { text in
      text.last { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") } == UInt8(ascii: "a")
    } ?? false
  }
}

extension Message {
  fileprivate static func oldVersion(_ apiVersion: Field, _ until: String, _ replacement: String) -> Message {
    Message(
      en: "'\(apiVersion.written)' is deprecated and gone in \(until): write '\(replacement)'",
      ko: "'\(apiVersion.written)'은(는) 더는 권장되지 않으며 \(until)에서 없어집니다: '\(replacement)'을(를) 쓰십시오")
  }
}
