import Findings
import Schema

extension Report {
  /// `windowsOptions` of a Pod or a container (core.md 3.10).
  mutating func windowsOptions(_ options: Field) {
    guard options.isGiven else { return }
    expect(given: options["gmsaCredentialSpecName"], .subdomain)  // PSC23
    let specification = options["gmsaCredentialSpec"]
    if specification.isGiven, specification.isEmpty {
      refuse(specification, .emptyOption(specification))  // PSC24
    } else if (specification.text ?? "").utf8.count > 65_536 {
      refuse(specification, .longSpecification, as: .tooLong)  // PSC25
    }
    userName(options["runAsUserName"])
  }

  /// `DOMAIN\user`, or a user alone.
  private mutating func userName(_ field: Field) {
    guard let name = field.text else { return }
    if name.isEmpty { return refuse(field, .emptyOption(field)) }  // PSC26
    if name.utf8.contains(where: { $0 < 32 || $0 == 127 }) { return refuse(field, .controlCharacter) }  // PSC27
    let parts = name.utf8.split(separator: backslash, omittingEmptySubsequences: false).map { Array($0) }
    if parts.count > 2 { return refuse(field, .backslashes) }  // PSC28
    if parts.count == 2, let domain = parts.first {
      if domain.count >= 256 { refuse(field, .longPart("domain", 255)) }  // PSC29
      if !isNetBIOSName(domain), !isDNSName(domain) { refuse(field, .domain) }  // PSC30
    }
    guard let user = parts.last else { return }
    if user.isEmpty { refuse(field, .noUser) }  // PSC31
    if user.count > 104 { refuse(field, .longPart("user", 104)) }  // PSC32
    if !user.isEmpty, user.allSatisfy({ $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }) {
      refuse(field, .onlyDots)  // PSC33
    }
    if user.contains(where: { #""/\:;=,+*?<>@[]|"#.utf8.contains($0) }) { refuse(field, .userCharacter) }  // PSC34
  }
}

private let backslash = UInt8(ascii: "\\")

private func isNetBIOSName(_ name: [UInt8]) -> Bool {
  guard let first = name.first, name.count <= 15, first != UInt8(ascii: ".") else { return false }
  return !name.contains { #"\/:*?"<>|"#.utf8.contains($0) }
}

/// Labels of letters, digits and inner hyphens, with dots between them.
private func isDNSName(_ name: [UInt8]) -> Bool {
  func isWord(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122
  }
  return name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
    guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
    return isWord(first) && isWord(last) && label.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
  }
}

extension Message {
  fileprivate static func emptyOption(_ field: Field) -> Message {
    Message(
      en: "'\(field.name)' is empty: give it a value or remove it", ko: "'\(field.name)'이(가) 비어 있습니다: 값을 쓰거나 지우십시오")
  }

  fileprivate static var longSpecification: Message {
    Message(
      en: "the specification is longer than 65536 bytes: name it in 'gmsaCredentialSpecName' instead",
      ko: "명세가 65536바이트보다 깁니다: 대신 'gmsaCredentialSpecName'에 이름을 쓰십시오")
  }

  fileprivate static var controlCharacter: Message {
    Message(en: "the name holds a control character: remove it", ko: "이름에 제어 문자가 있습니다: 지우십시오")
  }

  fileprivate static var backslashes: Message {
    Message(
      en: #"one backslash parts the domain from the user: write 'DOMAIN\user'"#,
      ko: #"역슬래시 하나가 도메인과 사용자를 나눕니다: 'DOMAIN\user'처럼 쓰십시오"#)
  }

  fileprivate static func longPart(_ part: String, _ limit: Int) -> Message {
    Message(
      en: "the \(part) is too long: use at most \(limit) bytes",
      ko: "\(part == "user" ? "사용자" : "도메인") 부분이 너무 깁니다: \(limit)바이트까지 쓰십시오")
  }

  fileprivate static var domain: Message {
    Message(
      en: "the part before the backslash is no domain: write a NetBIOS name of up to 15 characters or a DNS name",
      ko: "역슬래시 앞부분이 도메인이 아닙니다: 15자까지의 NetBIOS 이름이나 DNS 이름을 쓰십시오")
  }

  fileprivate static var noUser: Message {
    Message(en: "no user follows the backslash: add one", ko: "역슬래시 뒤에 사용자가 없습니다: 추가하십시오")
  }

  fileprivate static var onlyDots: Message {
    Message(en: "dots and blanks alone are no user: write a name", ko: "점과 공백만으로는 사용자가 될 수 없습니다: 이름을 쓰십시오")
  }

  fileprivate static var userCharacter: Message {
    Message(
      en: #"a user's name holds none of '" / \ : ; | = , + * ? < > @ [ ]': remove them"#,
      ko: #"사용자 이름에는 '" / \ : ; | = , + * ? < > @ [ ]'를 쓸 수 없습니다: 지우십시오"#)
  }
}
