import Findings
import Schema

extension Words {
  fileprivate static let known: Words = [
    "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName",
    "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs",
    "status.phase", "status.podIP", "status.podIPs",
  ]
  fileprivate static let environment: Words = [
    "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP",
    "status.hostIPs", "status.podIP", "status.podIPs",
  ]
  fileprivate static let volume: Words = [
    "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid",
  ]
  fileprivate static let resources: Words = [
    "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage",
    "requests.memory",
  ]
}

extension Report {
  /// A field of the Pod itself, given to its containers (core.md 1.6).
  mutating func fieldReference(_ reference: Field, inVolume: Bool) {
    let path = reference["fieldPath"]
    let version = reference["apiVersion"]
    require(path)
    guard let text = path.text, !text.isEmpty else { return }
    if !version.isEmpty, !version.hasText("v1") {
      return refuse(version.reported(at: reference, "fieldPath"), .referenceVersion(version))
    }
    if let subscripted = Subscript(text) {
      if !subscripted.grammar.matches(subscripted.key) {
        refuse(path.reported(at: reference), .subscriptKey(subscripted.key), as: .fieldReference)
      }
    } else if !Words.known.contains(path), text != "spec.host" {
      refuse(path, .unknownFieldPath(path), as: .fieldReference)
    } else if !inVolume, text == "status.hostIPs" {
      inVersions(.withoutHostIPs) { $0.refuse(path, .unknownFieldPath(path), as: .fieldReference) }
    } else if text != "spec.host" || inVolume {
      expect(path, oneOf: inVolume ? .volume : .environment, as: .fieldReference)
    }
  }

  /// An amount of a container of the Pod, given to its containers.
  mutating func resourceReference(_ reference: Field, inVolume: Bool) {
    let (container, resource) = (reference["containerName"], reference["resource"])
    let isPages = resource.hasPrefix("limits.hugepages-") || resource.hasPrefix("requests.hugepages-")
    if inVolume, container.isEmpty {
      require(container)
    } else {
      require(resource)
      if !isPages { expect(resource, oneOf: .resources, as: .fieldReference) }
    }
    guard isPages || Words.resources.contains(resource) else { return }
    guard let divisor = reference["divisor"].quantity, !divisor.isZero else { return }
    let isProcessor = resource.hasText("limits.cpu") || resource.hasText("requests.cpu")
    let allowed =
      isProcessor
      ? ["1m", "1"] : ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"]
    if !allowed.contains(divisor.description) { refuse(reference["divisor"], .divisor(allowed), as: .fieldReference) }
  }
}

/// `metadata.labels['key']`.
private struct Subscript {
  let key: String
  let grammar: Grammar

  init?(_ text: String) {
    guard text.hasSuffix("']") else { return nil }
    for (head, grammar) in [("metadata.labels['", Grammar.qualifiedName), ("metadata.annotations['", .annotationKey)]
    where text.hasPrefix(head) {
      key = String(text.dropFirst(head.utf8.count).dropLast(2))
      self.grammar = grammar
      return
    }
    return nil
  }
}

extension Message {
  fileprivate static func referenceVersion(_ version: Field) -> Message {
    Message(
      en: "fields are named as in 'v1', not in '\(version.written)': remove 'apiVersion'",
      ko: "필드 이름은 '\(version.written)'이(가) 아니라 'v1'을 따릅니다: 'apiVersion'을 지우십시오")
  }

  fileprivate static func subscriptKey(_ key: String) -> Message {
    Message(
      en: "'\(key)' cannot be a key: name a label or annotation", ko: "'\(key)'은(는) 키가 될 수 없습니다: 레이블이나 어노테이션을 쓰십시오")
  }

  fileprivate static func unknownFieldPath(_ path: Field) -> Message {
    if let meant = Words.known.nearest(to: path.written) {
      return Message(
        en: "containers cannot see '\(path.written)': did you mean '\(meant)'",
        ko: "컨테이너는 '\(path.written)'을(를) 볼 수 없습니다: '\(meant)'을(를) 쓰려고 했습니까")
    }
    return Message(
      en: "containers cannot see '\(path.written)': use a field such as 'metadata.name' or 'status.podIP'",
      ko: "컨테이너는 '\(path.written)'을(를) 볼 수 없습니다: 'metadata.name'이나 'status.podIP' 같은 필드를 쓰십시오")
  }

  fileprivate static func divisor(_ allowed: [String]) -> Message {
    let list = allowed.map { "'\($0)'" }.joined(separator: ", ")
    return Message(en: "the unit is not known here: use one of \(list)", ko: "여기서 알 수 없는 단위입니다: \(list) 가운데 하나를 쓰십시오")
  }
}
