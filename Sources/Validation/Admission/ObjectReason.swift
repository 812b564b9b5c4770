import Findings
import Resources
import Schema

extension Validator {
  /// Why an object of a kind whose rules are known is not judged whole; `nil` for those that are.
  func objectReason(_ manifest: Manifest, _ classes: KnownClasses) -> Message? {
    Field.reading(manifest.node) { objectReason(manifest, $0, classes) }
  }

  private func objectReason(_ manifest: Manifest, _ object: Field, _ classes: KnownClasses) -> Message? {
    switch (manifest.group, manifest.kind) {
    case ("autoscaling", "HorizontalPodAutoscaler"):
      // An object of v1 keeps there what v1 has no fields for; the API server reads them as fields.
      guard manifest.apiVersion == "autoscaling/v1" else { return nil }
      let annotations = object["metadata"]["annotations"]
      let isRead =
        annotations.has("autoscaling.alpha.kubernetes.io/metrics")
        || annotations.has("autoscaling.alpha.kubernetes.io/behavior")
      return isRead ? .annotatedMetrics : nil
    case ("certificates.k8s.io", "PodCertificateRequest"): return .signature
    case ("resource.k8s.io", "ResourceClaim"), ("resource.k8s.io", "ResourceClaimTemplate"):
      let spec = manifest.kind == "ResourceClaim" ? object["spec"] : object["spec"]["spec"]
      let asks = spec["devices"]["requests"].items.contains {
        $0["adminAccess"].isTrue || $0["exactly"]["adminAccess"].isTrue
      }
      return asks && !classes.adminNamespaces.contains(object.requestNamespace)
        ? .adminNamespace(object.requestNamespace) : nil
    default: return nil
    }
  }
}

extension Message {
  fileprivate static var annotatedMetrics: Message {
    Message(
      en: "its metrics in annotations are not read here: write the object in 'autoscaling/v2'",
      ko: "어노테이션에 쓴 메트릭은 여기서 읽지 않습니다: 'autoscaling/v2'로 쓰십시오")
  }

  fileprivate static var signature: Message {
    Message(en: "the signature of its request is not verified here", ko: "요청의 서명은 여기서 검증하지 않습니다")
  }

  fileprivate static func adminNamespace(_ name: String) -> Message {
    Message(
      en: "'adminAccess' needs the label 'resource.kubernetes.io/admin-access: \"true\"' on the Namespace '\(name)', "
        + "which is not among these objects",
      ko: "'adminAccess'에는 네임스페이스 '\(name)'의 레이블 'resource.kubernetes.io/admin-access: \"true\"'가 필요한데 "
        + "이 객체들 가운데 없음")
  }
}
