import Findings
import Schema

/// Names of hosts as istiod reads them (mesh.md 9).
extension Report {
  /// A DNS name, of which the first label may be `*`.
  mutating func demandHost(_ field: Field, allowsWildcard: Bool = true, allowsAddress: Bool = false) {
    guard let text = field.text, !text.isEmpty else { return demand(field) }
    if allowsAddress, IP(text) != nil { return }
    if MeshHost.isName(text, allowsWildcard: allowsWildcard) { return }
    deny(field, .noHost(field, allowsWildcard))
  }

  /// A name that a subset or a Gateway can have.
  mutating func demandLabel(_ field: Field) {
    guard let text = field.text, !text.isEmpty else { return demand(field) }
    if !MeshHost.isLabel(text) { deny(field, .noLabel(field)) }
  }
}

enum MeshHost {
  /// Labels joined by dots, a last dot allowed; `*` alone, or as the first label.
  static func isName(_ text: String, allowsWildcard: Bool = true) -> Bool {
    guard text.utf8.count <= 255 else { return false }
    if text == "*" { return allowsWildcard }
    var labels = text.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 1, labels.last?.isEmpty ?? false { labels.removeLast() }
    for (index, label) in labels.enumerated() {
      if index == 0, allowsWildcard, isWildcardLabel(label) { continue }
      if !isLabel(String(label), allowsUnderscore: true) { return false }
    }
    return true
  }

  /// `*`, `*-web`: what may stand in for the first label.
  private static func isWildcardLabel(_ label: Substring) -> Bool {
    guard label.utf8.first == UInt8(ascii: "*") else { return false }
    let rest = label.dropFirst()
    return rest.isEmpty || rest.utf8.allSatisfy { isInner($0) }
  }

  /// Letters of both cases, digits and, inside, hyphens; at most 63.
  static func isLabel(_ text: String, allowsUnderscore: Bool = false) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 63 else { return false }
    func isEnd(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || allowsUnderscore && byte == UInt8(ascii: "_") }
    guard isEnd(first), isEnd(last) else { return false }
    return bytes.allSatisfy { isEnd($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isInner(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte == UInt8(ascii: "-") }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Whether a host, perhaps with a wildcard, stands for all that another stands for.
  static func covers(_ host: String, _ other: String) -> Bool {
    if host == other || host == "*" { return true }
    guard host.hasPrefix("*") else { return false }
    let suffix = host.dropFirst()
    return other.utf8.count > suffix.utf8.count && other.hasSuffix(suffix)
  }
}

extension Message {
  fileprivate static func noHost(_ field: Field, _ allowsWildcard: Bool) -> Message {
    allowsWildcard
      ? Message(
        en: "'\(field.written)' is no host: write a DNS name, or one that begins with '*.'",
        ko: "'\(field.written)'은(는) 호스트가 아닙니다: DNS 이름이나 '*.'로 시작하는 이름을 쓰십시오")
      : Message(
        en: "'\(field.written)' is no host: write a DNS name without wildcards",
        ko: "'\(field.written)'은(는) 호스트가 아닙니다: 와일드카드 없는 DNS 이름을 쓰십시오")
  }

  fileprivate static func noLabel(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no name here: use letters, digits and inner hyphens, at most 63",
      ko: "'\(field.written)'은(는) 이름이 될 수 없습니다: 글자, 숫자, 안쪽의 하이픈만 63자까지 쓰십시오")
  }
}
