import Findings
import Schema

extension Words {
  /// Labels that nodes no longer carry, or will not much longer (core.md 6).
  fileprivate static let deprecatedNodeLabels: Words = [
    "beta.kubernetes.io/arch", "beta.kubernetes.io/os", "beta.kubernetes.io/instance-type",
    "failure-domain.beta.kubernetes.io/region", "failure-domain.beta.kubernetes.io/zone",
    "app.kubernetes.io/created-by", "scheduler.alpha.kubernetes.io/preferAvoidPods", "node-role.kubernetes.io/master",
  ]
}

extension Report {
  /// Warns of the label of a node that has been replaced.
  mutating func warnOfDeprecatedLabel(_ key: Field) {
    if Words.deprecatedNodeLabels.contains(key) { warn(.deprecated, at: key, .deprecated(key)) }
  }

  /// The same for each key of a map of labels.
  mutating func warnOfDeprecatedLabels(_ labels: Field) {
    for (key, _) in labels.entries { warnOfDeprecatedLabel(key) }
  }
}

extension Message {
  fileprivate static func deprecated(_ key: Field) -> Message {
    let replacement: String? =
      switch key.written {
      case "beta.kubernetes.io/arch": "kubernetes.io/arch"
      case "beta.kubernetes.io/os": "kubernetes.io/os"
      case "beta.kubernetes.io/instance-type": "node.kubernetes.io/instance-type"
      case "failure-domain.beta.kubernetes.io/region": "topology.kubernetes.io/region"
      case "failure-domain.beta.kubernetes.io/zone": "topology.kubernetes.io/zone"
      case "node-role.kubernetes.io/master": "node-role.kubernetes.io/control-plane"
      default: nil
      }
    guard let replacement else {
      return Message(
        en: "'\(key.written)' is no longer a label of nodes: choose another",
        ko: "'\(key.written)'은(는) 이제 노드의 레이블이 아닙니다: 다른 것을 쓰십시오")
    }
    return Message(
      en: "'\(key.written)' is deprecated: write '\(replacement)'",
      ko: "'\(key.written)'은(는) 더는 쓰지 않습니다: '\(replacement)'을(를) 쓰십시오")
  }
}
