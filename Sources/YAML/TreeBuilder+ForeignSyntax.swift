import Findings

/// What libyaml reads and the API server's decoder, an older one, refuses.
extension TreeBuilder {
  /// What a scalar with a tag is. The decoder resolves these tags alone, and lets a value be nothing else; moments stay
  /// texts.
  mutating func type(
    tagged tag: String, _ value: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> ScalarType {
    let prefix = "tag:yaml.org,2002:"
    guard tag.hasPrefix(prefix) else { return .string }
    let (name, read) = (String(tag.dropFirst(prefix.utf8.count)), ScalarResolution.type(of: value))
    let fits: Bool
    switch name {
    case "null": fits = read == .null
    case "bool": fits = read == .bool
    case "int": fits = read == .integer || read == .float && value.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    case "float": fits = read == .integer || read == .float
    default: return .string
    }
    if !fits { findings.append(.otherTag(name, at: SourceRange(start, end))) }
    return read
  }

  /// Looks at a text in double quotes, or a plain one between braces or brackets.
  mutating func findForeignSyntax(
    in value: UnsafeBufferPointer<UInt8>, _ style: RawNode.Style, from start: Int, to end: Int
  ) {
    switch style {
    case .plain:
      if value.contains(UInt8(ascii: "?")) { findings.append(.questionMark(at: SourceRange(start, end))) }
    case .doubleQuoted:
      if value.contains(UInt8(ascii: "/")), let escape = slashEscape(from: start, to: end) {
        findings.append(.slashEscape(at: SourceRange(escape, escape + 2)))
      }
    default: break
    }
  }

  /// The first `\\/` in double quotes.
  private func slashEscape(from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, source[index] != UInt8(ascii: "\"") { index += 1 }
    while index + 1 < end {
      guard source[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      if source[index + 1] == UInt8(ascii: "/") { return index }
      index += 2
    }
    return nil
  }
}

extension Finding {
  static func questionMark(at range: SourceRange) -> Finding {
    Finding(
      id: "yaml/syntax", range: range,
      message: Message(
        en: "a '?' between braces or brackets begins a key: quote the text",
        ko: "중괄호나 대괄호 안의 '?'는 키의 시작입니다: 텍스트를 따옴표로 감싸세요"),
      server: ServerError(.yamlSyntax, .root, detail: "did not find expected ',' or '}'"))
  }

  static func slashEscape(at range: SourceRange) -> Finding {
    Finding(
      id: "yaml/syntax", range: range,
      message: Message(
        en: "'\\/' is no escape to the API server: write '/'", ko: "API 서버는 '\\/' 이스케이프를 모릅니다: '/'로 쓰세요"),
      server: ServerError(.yamlSyntax, .root, detail: "found unknown escape character"),
      fix: Fix(
        title: Message(en: "write '/'", ko: "'/'로 고치기"), edits: [Fix.Edit(range: range, replacement: "/")]))
  }

  static func otherTag(_ name: String, at range: SourceRange) -> Finding {
    Finding(
      id: "yaml/syntax", range: range,
      message: Message(
        en: "the value is not what its tag '!!\(name)' says: change one of the two",
        ko: "값이 '!!\(name)' 태그와 맞지 않습니다: 둘 가운데 하나를 고치세요"),
      server: ServerError(.yamlSyntax, .root, detail: "cannot decode as a !!\(name)"))
  }

  static func foreignVersion(at range: SourceRange) -> Finding {
    Finding(
      id: "yaml/syntax", range: range,
      message: Message(
        en: "the API server reads YAML 1.1 only: remove the directive", ko: "API 서버는 YAML 1.1만 읽습니다: 지시자를 지우세요"),
      server: ServerError(.yamlSyntax, .root, detail: "found incompatible YAML document"))
  }
}
