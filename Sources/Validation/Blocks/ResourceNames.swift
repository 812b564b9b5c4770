import Findings
import Schema
import YAML

extension Words {
  /// Names without a domain (core.md 1.3); those of huge pages come on top.
  fileprivate static let standardResources: Words = [
    "cpu", "memory", "ephemeral-storage", "storage", "requests.cpu", "requests.memory", "requests.ephemeral-storage",
    "requests.storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage", "pods", "resourcequotas", "services",
    "replicationcontrollers", "secrets", "configmaps", "persistentvolumeclaims", "services.nodeports",
    "services.loadbalancers",
  ]
}

extension Report {
  /// A name that some resource has: one of Kubernetes' own, or one with a domain.
  mutating func expectResource(_ key: Field) {
    guard let node = key.node else { return }
    if !node.withText({ Grammar.qualifiedName.matches($0) }) {
      expect(given: key, .qualifiedName, as: .resourceName)
    } else if !key.isQualified, !key.isStandardResource {
      refuse(key, .unknownResource(key), as: .resourceName)
    }
  }

  /// A name of something that a ResourceQuota counts.
  mutating func expectQuotaResource(_ key: Field) {
    if key.hasText("storage") { return refuse(key, .storageOfQuota, as: .resourceName) }
    expectResource(key)
  }
}

extension Field {
  fileprivate var isStandardResource: Bool {
    Words.standardResources.contains(self) || hasPrefix("hugepages-") || hasPrefix("requests.hugepages-")
  }

  /// Whether a ResourceQuota knows it without a domain.
  var isStandardQuotaResource: Bool { isStandardResource && !hasText("storage") }
}

extension Message {
  fileprivate static func unknownResource(_ key: Field) -> Message {
    if let meant = Words.standardResources.nearest(to: key.written) {
      return Message(
        en: "resource '\(key.written)' is not known: did you mean '\(meant)'",
        ko: "리소스 '\(key.written)'은(는) 알 수 없습니다: '\(meant)'을(를) 쓰려고 했습니까")
    }
    return Message(
      en: "resource '\(key.written)' is not known: use one such as 'requests.cpu' or 'pods', 'count/jobs.batch' for "
        + "objects, or a device's full name",
      ko: "리소스 '\(key.written)'은(는) 알 수 없습니다: 'requests.cpu'나 'pods', 객체 수는 'count/jobs.batch', 장치는 전체 이름을 쓰십시오")
  }

  fileprivate static var storageOfQuota: Message {
    Message(
      en: "a quota counts what claims request: write 'requests.storage'",
      ko: "쿼터는 클레임이 요청한 양을 셉니다: 'requests.storage'를 쓰십시오")
  }
}
