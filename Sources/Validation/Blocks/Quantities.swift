import Findings
import Schema
import YAML

/// What an amount is asked of: it decides which names are known (core.md 1.3).
enum ResourceScope {
  case container, pod, claim
}

extension Report {
  /// One entry of a resource list of a container or a Pod: its name and its amount.
  mutating func resource(_ key: Field, _ value: Field, for scope: ResourceScope) {
    switch scope {
    case .container: expectContainerResource(key)  // RES1
    case .pod:
      if !key.isPodResource { add(.resourceName, at: key, .notSupported, .podResource(key)) }  // RES1
    case .claim: break
    }
    amount(value, of: key)
    if key.hasPrefix("hugepages-"), let quantity = value.quantity { pages(value, quantity, of: key) }  // RES4
  }

  /// An amount: not negative, whole where things are counted.
  mutating func amount(_ value: Field, of key: Field) {
    guard let quantity = value.quantity else { return }
    if quantity.sign < 0 { refuse(value, .negativeAmount(value), as: .quantity) }  // RES2
    if key.isCountedResource, !quantity.isWhole { refuse(value, .fraction(value), as: .quantity) }  // RES3
  }

  private mutating func pages(_ value: Field, _ quantity: Quantity, of key: Field) {
    guard let size = Quantity(String(key.written.dropFirst(10))), size.sign > 0, size.isWhole,
      let bytes = size.value, let amount = quantity.value
    else { return refuse(value, .pageSize(key), as: .quantity) }
    if amount % bytes != 0 { refuse(value, .partOfPage(value, size), as: .quantity) }
  }

  /// A name that a container's resources have, as the key of a map or as a value.
  mutating func expectContainerResource(_ key: Field) {
    guard let node = key.node else { return }
    if !node.withText({ Grammar.qualifiedName.matches($0) }) {
      expect(given: key, .qualifiedName, as: .resourceName)
    } else if !key.isQualified {
      if !key.isContainerResource { refuse(key, .unknownResource(key), as: .resourceName) }
    } else if !key.isNativeResource, !key.isExtendedResource {
      refuse(key, .notExtended(key), as: .resourceName)
    }
  }
}

extension Field {
  /// The amount in a resource list, where null is 0.
  var amount: Quantity? { isGiven ? quantity : Quantity(0) }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    guard let node, node.isScalar else { return false }
    return node.withText { text in
      text.count >= prefix.utf8CodeUnitCount
        && text.prefix(prefix.utf8CodeUnitCount).elementsEqual(
          UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
    }
  }

  var isPodResource: Bool { hasText("cpu") || hasText("memory") || hasPrefix("hugepages-") }
  var isContainerResource: Bool { isPodResource || hasText("ephemeral-storage") }
  var isNativeResource: Bool { !isQualified || written.containsText("kubernetes.io/") }

  /// A resource that a device plugin or an operator offers.
  var isExtendedResource: Bool {
    !isNativeResource && !hasPrefix("requests.") && Grammar.qualifiedName.matches("requests." + written)
  }

  /// Whether more may be promised than is there, so that a request may lie below its limit.
  var isOvercommittable: Bool { isNativeResource && !hasPrefix("hugepages-") }

  private static let counted: Words = [
    "pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps", "persistentvolumeclaims",
    "services.nodeports", "services.loadbalancers",
  ]

  var isCountedResource: Bool { isQualified ? isExtendedResource : Field.counted.contains(self) }
}

extension String {
  /// Whether an ASCII text stands in it. The standard library's search is not part of Embedded Swift.
  func containsText(_ part: String) -> Bool {
    let (text, part) = (Array(utf8), Array(part.utf8))
    guard part.count <= text.count else { return false }
    for start in 0...(text.count - part.count) where text[start..<start + part.count].elementsEqual(part) {
      return true
    }
    return false
  }
}

extension Message {
  fileprivate static func podResource(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' cannot be given for a whole Pod: use 'cpu', 'memory' or 'hugepages-…'",
      ko: "'\(key.written)'은(는) Pod 전체에 줄 수 없습니다: 'cpu', 'memory', 'hugepages-…'를 쓰십시오")
  }

  fileprivate static func negativeAmount(_ value: Field) -> Message {
    Message(
      en: "'\(value.written)' is negative: write an amount of 0 or more",
      ko: "'\(value.written)'은(는) 음수입니다: 0 이상의 양을 쓰십시오")
  }

  fileprivate static func fraction(_ value: Field) -> Message {
    Message(
      en: "'\(value.written)' is not whole, and this resource is counted: write a whole number",
      ko: "'\(value.written)'은(는) 정수가 아닙니다: 이 리소스는 개수로 세므로 정수를 쓰십시오")
  }

  fileprivate static func pageSize(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' names no page size: write one such as 'hugepages-2Mi'",
      ko: "'\(key.written)'에 페이지 크기가 없습니다: 'hugepages-2Mi'처럼 쓰십시오")
  }

  fileprivate static func partOfPage(_ value: Field, _ size: Quantity) -> Message {
    Message(
      en: "'\(value.written)' is no multiple of the page size: use a multiple of '\(size)'",
      ko: "'\(value.written)'은(는) 페이지 크기의 배수가 아닙니다: '\(size)'의 배수를 쓰십시오")
  }

  fileprivate static func unknownResource(_ key: Field) -> Message {
    let known: Words = ["cpu", "memory", "ephemeral-storage"]
    if let meant = known.nearest(to: key.written) {
      return Message(
        en: "resource '\(key.written)' is not known: did you mean '\(meant)'",
        ko: "리소스 '\(key.written)'은(는) 알 수 없습니다: '\(meant)'을(를) 쓰려고 했습니까")
    }
    return Message(
      en:
        "resource '\(key.written)' is not known: use \(known.list), or a device's full name such as 'example.com/gpu'",
      ko: "리소스 '\(key.written)'은(는) 알 수 없습니다: \(known.list) 또는 'example.com/gpu'처럼 장치의 전체 이름을 쓰십시오")
  }

  fileprivate static func notExtended(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' is no resource of a container: use a device's full name such as 'example.com/gpu'",
      ko: "'\(key.written)'은(는) 컨테이너 리소스가 아닙니다: 'example.com/gpu'처럼 장치의 전체 이름을 쓰십시오")
  }
}
