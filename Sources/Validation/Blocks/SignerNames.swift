import Findings
import Schema

extension Report {
  /// `example.com/path`: a domain of at least two parts, and a path whose parts are set off by dots.
  mutating func signerName(_ field: Field) {
    require(field)
    guard let text = field.text, !text.isEmpty else { return }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == 2 else { return refuse(field, .noSigner(field), as: .nameFormat) }
    let (domain, path) = (parts[0], parts[1])
    if domain.utf8.count > 253 { addTooLong(field, 253) }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count < 2 || !labels.allSatisfy({ Grammar.label.matches(String($0)) }) {
      refuse(field, .noSigner(field), as: .nameFormat)
    }
    let steps = path.split(separator: ".", omittingEmptySubsequences: false)
    if !steps.allSatisfy({ Grammar.subdomain.matches(String($0)) }) { refuse(field, .noSigner(field), as: .nameFormat) }
    if text.utf8.count > 571 { addTooLong(field, 571) }
  }
}

extension Message {
  fileprivate static func noSigner(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no name of a signer: write a domain, '/' and a name, as in 'example.com/students'",
      ko: "'\(field.written)'은(는) 서명자 이름이 아닙니다: 'example.com/students'처럼 도메인, '/', 이름을 쓰십시오")
  }
}
