import Findings
import Schema
import YAML

/// Names in the resource.k8s.io group (groups.md 3.17).
extension Report {
  /// A name of an attribute, a capacity or a counter: an identifier, after the domain of a driver where it has one.
  mutating func expectAttributeName(_ name: Field, needsDomain: Bool) {
    guard let node = name.node, node.isScalar else { return }
    let text = node.text
    if text.isEmpty {
      inVersions(.oldAttributeNames) { $0.add(.required, at: name, .required, .noAttributeName) }
      inVersions(.newAttributeNames) { $0.refuse(name, .noAttributeName, as: .nameFormat) }
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    if parts.count == 1, needsDomain { refuse(name, .noDomain(text), as: .nameFormat) }
    // The API server looks no closer at names with several slashes.
    guard parts.count <= 2, let last = parts.last else { return }
    if parts.count == 2, let domain = parts.first {
      if domain.isEmpty {
        refuse(name, .noDomain(text), as: .nameFormat)
      } else {
        if domain.utf8.count > 63 { addTooLong(name, 63) }
        if !Grammar.subdomain.matches(domain.lowercased()) { refuse(name, .noDriverDomain(domain), as: .nameFormat) }
      }
    }
    if last.isEmpty {
      if parts.count == 2 { refuse(name, .noAttributeName, as: .nameFormat) }
      return
    }
    if last.utf8.count > 32 { addTooLong(name, 32) }
    if !Grammar.cIdentifier.matches(last) { refuse(name, .noIdentifier(last), as: .nameFormat) }
  }

  /// A pool of devices: subdomains between slashes.
  mutating func expectPoolName(_ name: Field) {
    require(name)
    expect(name, atMostBytes: 253)
    guard let text = name.text, !text.isEmpty else { return }
    for part in text.split(separator: "/", omittingEmptySubsequences: false)
    where !Grammar.subdomain.matches(String(part)) {
      refuse(name, .poolPart(String(part)), as: .nameFormat)
    }
  }

  /// What only the driver understands: its name, and an object of parameters.
  mutating func opaqueParameters(_ opaque: Field) {
    guard opaque.isGiven else { return add(.required, at: opaque, .required, .noOpaque) }
    driver(opaque["driver"])
    let parameters = opaque["parameters"]
    if !parameters.isGiven {
      require(parameters)
    } else if let node = parameters.node, node.sizeInJSON > 10_240 {
      addTooLong(parameters, 10_240)
    } else if parameters.node?.isMapping != true {
      refuse(parameters, .noParameterObject)
    }
  }
}

extension Message {
  fileprivate static var noAttributeName: Message {
    Message(en: "the name is empty: write one such as 'memory'", ko: "이름이 비어 있습니다: 'memory'처럼 쓰십시오")
  }

  fileprivate static func noDomain(_ name: String) -> Message {
    let last = name.split(separator: "/").last.map { String($0) } ?? "model"
    return Message(
      en: "'\(name)' does not say whose attribute it is: write the driver before it, as in 'gpu.example.com/\(last)'",
      ko: "'\(name)'이(가) 어느 드라이버의 속성인지 알 수 없습니다: 'gpu.example.com/\(last)'처럼 앞에 쓰십시오")
  }

  fileprivate static func noDriverDomain(_ domain: String) -> Message {
    Message(
      en: "'\(domain)' is no name of a driver: write a DNS subdomain such as 'gpu.example.com'",
      ko: "'\(domain)'은(는) 드라이버 이름이 아닙니다: 'gpu.example.com' 같은 DNS 서브도메인을 쓰십시오")
  }

  fileprivate static func noIdentifier(_ name: String) -> Message {
    Message(
      en: "'\(name)' is no identifier: use letters, digits and '_', and begin with a letter",
      ko: "'\(name)'은(는) 식별자가 아닙니다: 글자로 시작해 글자, 숫자, '_'만 쓰십시오")
  }

  fileprivate static func poolPart(_ part: String) -> Message {
    Message(
      en: "'\(part)' is no part of a pool's name: write DNS subdomains between the slashes",
      ko: "'\(part)'은(는) 풀 이름에 쓸 수 없습니다: 슬래시 사이에 DNS 서브도메인을 쓰십시오")
  }

  fileprivate static var noOpaque: Message {
    Message(
      en: "the configuration is empty: add 'opaque' with a driver and its parameters",
      ko: "설정이 비어 있습니다: 드라이버와 파라미터를 담은 'opaque'를 추가하십시오")
  }

  fileprivate static var noParameterObject: Message {
    Message(en: "parameters are an object: write a mapping", ko: "파라미터는 객체입니다: 매핑을 쓰십시오")
  }
}
