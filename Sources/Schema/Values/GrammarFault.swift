public import Findings

/// One way in which a text breaks a grammar.
public enum GrammarFault: Sendable, Equatable {
  case empty
  /// More bytes than that.
  case tooLong(Int)
  case pattern(Grammar)
  case emptyPrefix
  case prefixTooLong(Int)
  case prefixPattern
  case noLetter
  case doubleHyphen
  case outerHyphen
  case holds(Character)

  /// What the text must be, to follow 'it': `must be at most 63 bytes long`.
  public var message: Message {
    switch self {
    case .empty: Message(en: "must not be empty", ko: "비어 있으면 안 됩니다")
    case .tooLong(let limit): Message(en: "must be at most \(limit) bytes long", ko: "\(limit)바이트 이하여야 합니다")
    case .pattern(let grammar): grammar.requirement
    case .emptyPrefix: Message(en: "must not have an empty prefix before '/'", ko: "'/' 앞의 접두사가 비어 있으면 안 됩니다")
    case .prefixTooLong(let limit):
      Message(en: "must have a prefix of at most \(limit) bytes", ko: "접두사는 \(limit)바이트 이하여야 합니다")
    case .prefixPattern:
      Message(
        en: "must have a prefix that is a lower-case DNS subdomain", ko: "접두사는 소문자 DNS 서브도메인이어야 합니다")
    case .noLetter: Message(en: "must hold at least one letter", ko: "글자(a-z)가 하나 이상 있어야 합니다")
    case .doubleHyphen: Message(en: "must not hold '--'", ko: "'--'가 들어 있으면 안 됩니다")
    case .outerHyphen: Message(en: "must not begin or end with '-'", ko: "'-'로 시작하거나 끝나면 안 됩니다")
    case .holds(let character):
      Message(en: "must not hold '\(character)'", ko: "'\(character)'이(가) 들어 있으면 안 됩니다")
    }
  }
}

extension Grammar {
  /// What a text of this grammar must be.
  public var requirement: Message {
    switch self {
    case .label:
      Message(
        en: "must be lower-case letters, digits and '-', beginning and ending with a letter or digit",
        ko: "소문자, 숫자, '-'로 이루어지고 글자나 숫자로 시작하고 끝나야 합니다")
    case .label1035:
      Message(
        en: "must be lower-case letters, digits and '-', beginning with a letter and ending with a letter or digit",
        ko: "소문자, 숫자, '-'로 이루어지고 글자로 시작하고 글자나 숫자로 끝나야 합니다")
    case .subdomain:
      Message(
        en: "must be lower-case letters, digits, '-' and '.', each part beginning and ending with a letter or digit",
        ko: "소문자, 숫자, '-', '.'로 이루어지고 각 부분이 글자나 숫자로 시작하고 끝나야 합니다")
    case .wildcardSubdomain:
      Message(en: "must be '*.' followed by a lower-case DNS subdomain", ko: "'*.' 뒤에 소문자 DNS 서브도메인이 와야 합니다")
    case .subdomainWithUnderscore:
      Message(
        en: "must be lower-case letters, digits, '-', '_' and '.', each part ending with a letter or digit",
        ko: "소문자, 숫자, '-', '_', '.'로 이루어지고 각 부분이 글자나 숫자로 끝나야 합니다")
    case .qualifiedName, .annotationKey:
      Message(
        en: "must be letters, digits, '-', '_' and '.', beginning and ending with a letter or digit, with at most one "
          + "prefix and '/' before it",
        ko: "글자, 숫자, '-', '_', '.'로 이루어지고 글자나 숫자로 시작하고 끝나야 하며, 앞에 접두사와 '/'는 하나까지만 올 수 있습니다")
    case .labelValue:
      Message(
        en: "must be empty or letters, digits, '-', '_' and '.', beginning and ending with a letter or digit",
        ko: "비어 있거나, 글자, 숫자, '-', '_', '.'로 이루어지고 글자나 숫자로 시작하고 끝나야 합니다")
    case .portName: Message(en: "must be lower-case letters, digits and '-'", ko: "소문자, 숫자, '-'로 이루어져야 합니다")
    case .configKey:
      Message(
        en: "must be letters, digits, '-', '_' and '.', not '.' and not beginning with '..'",
        ko: "글자, 숫자, '-', '_', '.'로 이루어져야 하며 '.'이거나 '..'로 시작하면 안 됩니다")
    case .environmentVariable:
      Message(en: "must be printable ASCII characters without '='", ko: "'='를 뺀 인쇄 가능한 ASCII 문자여야 합니다")
    case .cIdentifier:
      Message(
        en: "must be letters, digits and '_', not beginning with a digit", ko: "글자, 숫자, '_'로 이루어지고 숫자로 시작하면 안 됩니다")
    case .httpHeaderName: Message(en: "must be letters, digits and '-'", ko: "글자, 숫자, '-'로 이루어져야 합니다")
    case .pathSegment: Message(en: "must not be '.' or '..'", ko: "'.'이나 '..'이면 안 됩니다")
    }
  }
}
