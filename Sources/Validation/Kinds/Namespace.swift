import Findings
import Schema

extension KindValidation {
  /// core.md 4.5
  static let namespace = KindValidation(
    "v1", "Namespace", scope: .cluster, names: .label,
    examples: [
      Example("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}"),
      Example("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop.test} # ←\nspec:\n  finalizers: [cleanup] # ←"),
    ]
  ) { report, object in
    let finalizers = object["spec"]["finalizers"]
    for finalizer in finalizers.items {
      report.expect(always: finalizer.reported(at: finalizers), .qualifiedName)  // NS2
      report.expectDomain(of: finalizer.reported(at: finalizers))  // NS3
    }
    let metadata = object["metadata"]
    if let name = metadata["name"].text, !Grammar.labelValue.matches(name) {
      report.expect(given: metadata["name"].reported(at: metadata, "labels"), .labelValue)  // NS1
    }
    // Admission comes after validation, and is not asked about what that refused.
    if report.findings.isEmpty { report.podSecurityLevels(metadata["labels"]) }
  }
}

extension Report {
  /// The Pod Security admission plugin reads these labels, and refuses what it cannot read.
  fileprivate mutating func podSecurityLevels(_ labels: Field) {
    let known: Words = ["privileged", "baseline", "restricted"]
    for mode in ["enforce", "audit", "warn"] {
      for (key, value) in labels.entries {
        if key.written == "pod-security.kubernetes.io/\(mode)", !known.contains(value) {
          refuse(value, .level(value, known), as: .podSecurityLevel)
        }
        if key.written == "pod-security.kubernetes.io/\(mode)-version", !value.isMinorVersion {
          refuse(value, .levelVersion(value), as: .podSecurityLevel)
        }
      }
    }
  }
}

extension Field {
  /// `latest`, or `v1.` and a number.
  fileprivate var isMinorVersion: Bool {
    let text = text ?? ""
    guard text != "latest" else { return true }
    guard text.hasPrefix("v1."), let minor = Int64(text.dropFirst(3)) else { return false }
    return minor >= 0 && "v1.\(minor)" == text
  }
}

extension Message {
  fileprivate static func level(_ value: Field, _ known: Words) -> Message {
    let written = value.text ?? ""
    if let meant = known.nearest(to: written) {
      return Message(
        en: "level '\(written)' is not known: did you mean '\(meant)'",
        ko: "수준 '\(written)'은(는) 알 수 없습니다: '\(meant)'을(를) 쓰려고 했습니까")
    }
    return Message(
      en: "level '\(written)' is not known: use one of \(known.list)",
      ko: "수준 '\(written)'은(는) 알 수 없습니다: \(known.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static func levelVersion(_ value: Field) -> Message {
    let written = value.text ?? ""
    return Message(
      en: "'\(written)' is no version of the standards: write 'latest' or one such as 'v1.36'",
      ko: "'\(written)'은(는) 표준의 버전이 아닙니다: 'latest'나 'v1.36'처럼 쓰십시오")
  }
}
