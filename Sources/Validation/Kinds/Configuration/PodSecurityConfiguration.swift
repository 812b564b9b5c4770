import Findings
import Schema

extension KindValidation {
  /// pod-security-admission, `ValidatePodSecurityConfiguration`
  static let podSecurityConfiguration = KindValidation.file(
    "pod-security.admission.config.k8s.io/v1", "PodSecurityConfiguration", readBy: "kube-apiserver",
    others: ["pod-security.admission.config.k8s.io/v1alpha1", "pod-security.admission.config.k8s.io/v1beta1"],
    examples: [
      Example(
        """
        apiVersion: pod-security.admission.config.k8s.io/v1
        kind: PodSecurityConfiguration
        defaults:
          enforce: baseline
          enforce-version: latest
          warn: restricted
          warn-version: v1.34
        exemptions:
          namespaces: [kube-system]
        """),
      Example(
        """
        apiVersion: pod-security.admission.config.k8s.io/v1
        kind: PodSecurityConfiguration
        defaults:
          enforce: Restricted # ←
          enforce-version: "1.34" # ←
        exemptions:
          namespaces:
          - kube-system
          - kube-system # ←
          - Team # ←
          usernames: [""] # ←
        """),
    ]
  ) { report, file in report.podSecurity(file) }
}

extension Report {
  mutating func podSecurity(_ file: Field) {
    let defaults = file["defaults"]
    for (level, version) in [
      ("enforce", "enforce-version"), ("warn", "warn-version"), ("audit", "audit-version"),
    ] as [(StaticString, StaticString)] {
      let levels: Words = ["privileged", "baseline", "restricted"]
      if !defaults[level].isEmpty, !levels.contains(defaults[level]) {
        refuse(defaults[level], .level(defaults[level], levels), as: .podSecurityLevel)
      }
      if let text = defaults[version].text, !text.isEmpty, !isPolicyVersion(text) {
        refuse(defaults[version], .version(defaults[version]), as: .podSecurityLevel)
      }
    }
    let exemptions = file["exemptions"]
    for namespace in exemptions["namespaces"].items { expect(given: namespace, .label) }
    for name in exemptions["runtimeClasses"].items { expect(given: name, .subdomain) }
    for name in exemptions["usernames"].items { require(name) }
    for list in ["namespaces", "runtimeClasses", "usernames"] as [StaticString] { expectUniqueItems(exemptions[list]) }
  }
}

/// `latest`, `v1.34`.
private func isPolicyVersion(_ text: String) -> Bool {
  if text == "latest" { return true }
  guard text.hasPrefix("v1.") else { return false }
  let minor = text.utf8.dropFirst(3)
  return !minor.isEmpty && minor.allSatisfy { $0 >= 48 && $0 <= 57 } && (minor.first != 48 || minor.count == 1)
}

extension Message {
  fileprivate static func level(_ field: Field, _ words: Words) -> Message {
    Message(
      en: "there is no level '\(field.written)': use one of \(words.list)",
      ko: "'\(field.written)' 수준은 없습니다: \(words.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static func version(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no version of the standards: write 'latest' or one such as 'v1.34'",
      ko: "'\(field.written)'은(는) 표준의 버전이 아닙니다: 'latest'나 'v1.34'처럼 쓰십시오")
  }
}
