import Findings
import Schema

extension Report {
  /// A domain, a slash and a path below it: `example.org/queue`; who runs a controller names it so.
  mutating func expectDomainPath(_ field: Field) {
    guard let text = field.text, !text.isEmpty else { return }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let isDomainPath =
      parts.count == 2 && !parts[1].isEmpty && Grammar.subdomain.matches(String(parts[0]))
      && parts[1].utf8.allSatisfy(isPathByte)
    if !isDomainPath { refuse(field, .domainPath(field), as: .nameFormat) }
  }
}

/// What may stand in the path of a URL without being escaped.
private func isPathByte(_ byte: UInt8) -> Bool {
  byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122
    || "/-._~%!$&'()*+,;=:".utf8.contains(byte)
}

extension Message {
  fileprivate static func domainPath(_ field: Field) -> Message {
    Message(
      en: "\(field.name) '\(field.written)' does not begin with a domain and a slash: write one such as "
        + "'example.org/name'",
      ko: "\(field.name) '\(field.written)'이(가) 도메인과 슬래시로 시작하지 않습니다: 'example.org/name'처럼 쓰십시오")
  }
}
