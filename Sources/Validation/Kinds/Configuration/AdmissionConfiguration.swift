import Findings
import Schema

extension KindValidation {
  /// apiserver, `ReadAdmissionConfiguration`
  static let admissionConfiguration = KindValidation.file(
    "apiserver.config.k8s.io/v1", "AdmissionConfiguration", readBy: "kube-apiserver",
    others: ["apiserver.k8s.io/v1alpha1"],
    examples: [
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins:
        - name: PodSecurity
          configuration:
            apiVersion: pod-security.admission.config.k8s.io/v1
            kind: PodSecurityConfiguration
            defaults: {enforce: baseline}
        - name: ImagePolicyWebhook
          path: imagepolicy.yaml
        """),
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins:
        - name: PodSecurityPolicy # ←
        - name: PodSecurity
          path: pod-security.yaml # ←
          configuration:
            apiVersion: pod-security.admission.config.k8s.io/v1
            kind: PodSecurityConfiguration
            defaults: {enforce: strict} # ←
        - name: PodSecurity # ←
        """),
    ]
  ) { report, file in
    for plugin in file["plugins"].items {
      report.admissionPlugin(plugin)
    }
    for (plugin, first) in file["plugins"].repetitions(by: { $0["name"].text }) {
      report.warn(
        .duplicate, at: plugin["name"], .pluginTwice(plugin["name"]),
        related: [Related(range: first.range, message: Message(en: "the first is here", ko: "처음 쓰인 곳입니다"))])
    }
  }
}

extension Report {
  fileprivate mutating func admissionPlugin(_ plugin: Field) {
    let (name, path, configuration) = (plugin["name"], plugin["path"], plugin["configuration"])
    if name.isEmpty {
      warn(.required, at: name, .noPlugin)
    } else if !Words.admissionPlugins.contains(name) {
      warn(.notSupported, at: name, .unknownPlugin(name))
    }
    if !path.isEmpty, configuration.isGiven { warn(.forbidden, at: path, .pathUnused) }
    guard let kind = configuration["kind"].text else { return }
    switch kind {
    case "PodSecurityConfiguration": podSecurity(configuration)
    case "Configuration": eventRateLimits(configuration)
    case "ResourceQuotaConfiguration": quotaLimits(configuration)
    default: break
    }
  }
}

extension Words {
  /// Plugins that kube-apiserver has, of all versions.
  fileprivate static let admissionPlugins: Words = [
    "AlwaysAdmit", "AlwaysDeny", "AlwaysPullImages", "CertificateApproval", "CertificateSigning",
    "CertificateSubjectRestriction", "ClusterTrustBundleAttest", "DefaultIngressClass", "DefaultStorageClass",
    "DefaultTolerationSeconds", "DenyServiceExternalIPs", "EventRateLimit", "ExtendedResourceToleration",
    "ImagePolicyWebhook", "LimitPodHardAntiAffinityTopology", "LimitRanger", "MutatingAdmissionPolicy",
    "MutatingAdmissionWebhook", "NamespaceAutoProvision", "NamespaceExists", "NamespaceLifecycle",
    "NodeDeclaredFeatureValidator", "NodeRestriction", "OwnerReferencesPermissionEnforcement",
    "PersistentVolumeClaimResize", "PersistentVolumeLabel", "PodNodeSelector", "PodSecurity",
    "PodTolerationRestriction", "PodTopologyLabels", "Priority", "ResourceQuota", "RuntimeClass", "ServiceAccount",
    "StorageObjectInUseProtection", "TaintNodesByCondition", "ValidatingAdmissionPolicy",
    "ValidatingAdmissionWebhook",
  ]
}

extension Message {
  fileprivate static func pluginTwice(_ name: Field) -> Message {
    Message(
      en: "plugin '\(name.written)' stands twice and the first counts: keep one",
      ko: "플러그인 '\(name.written)'이(가) 두 번 있고 처음 것만 쓰입니다: 하나만 두십시오")
  }

  fileprivate static var noPlugin: Message {
    Message(en: "the entry is for no plugin: add 'name'", ko: "어느 플러그인의 설정인지 없습니다: 'name'을 추가하십시오")
  }

  fileprivate static func unknownPlugin(_ name: Field) -> Message {
    let near = Words.admissionPlugins.nearest(to: name.written).map { "; did you mean '\($0)'" } ?? ""
    return Message(
      en: "kube-apiserver has no plugin '\(name.written)', and the entry does nothing" + near,
      ko: "kube-apiserver에 플러그인 '\(name.written)'이(가) 없어 이 설정은 쓰이지 않습니다: 이름을 확인하십시오")
  }

  fileprivate static var pathUnused: Message {
    Message(
      en: "'configuration' is given, so that the file at 'path' is not read: keep one of them",
      ko: "'configuration'이 있어 'path'의 파일은 읽지 않습니다: 하나만 두십시오")
  }
}
