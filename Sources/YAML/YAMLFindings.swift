import Findings

/// What can be wrong with a text as YAML, syntax apart.
extension Finding {
  static func tooLarge(bytes: Int, limit: Int) -> Finding {
    Finding(
      id: "yaml/too-large", range: SourceRange(0, 0),
      message: Message(
        en: "the text has \(bytes >> 20) MiB, more than the \(limit >> 20) MiB that are read: split it",
        ko: "텍스트가 \(bytes >> 20) MiB로, 읽을 수 있는 \(limit >> 20) MiB를 넘습니다: 나누어 주세요"),
      reason: "the API server takes at most 3 MiB a request")
  }

  static func invalidUTF8(at offset: Int, byte: UInt8) -> Finding {
    let hex = String(byte, radix: 16, uppercase: true)
    return Finding(
      id: "yaml/invalid-utf8", range: SourceRange(offset, offset + 1),
      message: Message(
        en: "byte 0x\(hex) is not UTF-8: save the file as UTF-8",
        ko: "바이트 0x\(hex)는 UTF-8이 아닙니다: 파일을 UTF-8로 저장하세요"),
      server: ServerError(.yamlSyntax, .root, detail: "invalid UTF-8"))
  }

  static func tooDeep(at range: SourceRange, limit: Int) -> Finding {
    Finding(
      id: "yaml/too-deep", range: range,
      message: Message(
        en: "more than \(limit) levels of nesting: no Kubernetes object needs them",
        ko: "중첩이 \(limit)단계를 넘습니다: 그렇게 깊은 쿠버네티스 오브젝트는 없습니다"),
      server: ServerError(.yamlSyntax, .root, detail: "exceeded max depth"))
  }

  static func unknownAlias(_ name: String, at range: SourceRange) -> Finding {
    Finding(
      id: "yaml/unknown-alias", range: range,
      message: Message(
        en: "no anchor '&\(name)' stands before the alias '*\(name)': quote the text if it is no alias",
        ko: "별칭 '*\(name)' 앞에 앵커 '&\(name)'가 없습니다: 별칭이 아니라면 따옴표로 감싸세요"),
      server: ServerError(.yamlSyntax, .root, detail: "unknown anchor"))
  }

  static func recursiveAlias(_ name: String, at range: SourceRange) -> Finding {
    Finding(
      id: "yaml/recursive-alias", range: range,
      message: Message(
        en: "the alias '*\(name)' stands inside what it names: write the value out",
        ko: "별칭 '*\(name)'가 자신이 가리키는 값 안에 있습니다: 값을 직접 쓰세요"),
      server: ServerError(.yamlSyntax, .root, detail: "anchor value contains itself"))
  }

  static func aliasBomb(_ name: String, at range: SourceRange, limit: Int) -> Finding {
    Finding(
      id: "yaml/too-many-aliases", range: range,
      message: Message(
        en: "aliases up to '*\(name)' would grow the document by more than \(limit) nodes: write the values out",
        ko: "'*\(name)'까지의 별칭이 문서를 \(limit)개 넘는 노드로 부풀립니다: 값을 직접 쓰세요"),
      server: ServerError(.yamlSyntax, .root, detail: "document contains excessive aliasing"))
  }

  static func badMerge(at range: SourceRange) -> Finding {
    Finding(
      id: "yaml/bad-merge", range: range,
      message: Message(
        en: "'<<' merges mappings only: give it an alias of a mapping, or a list of them",
        ko: "'<<'는 매핑만 병합합니다: 매핑의 별칭이나 그 목록을 주세요"),
      server: ServerError(.yamlSyntax, .root, detail: "map merge requires map or sequence of maps as the value"))
  }

  static func badKey(at range: SourceRange, isNull: Bool) -> Finding {
    Finding(
      id: "yaml/bad-key", range: range,
      message: isNull
        ? Message(en: "a key is null: name it", ko: "키가 null입니다: 이름을 쓰세요")
        : Message(
          en: "a key is a list or a mapping: quote it if braces are meant as text, as in '{{ name }}'",
          ko: "키가 목록이나 매핑입니다: '{{ name }}'처럼 글자로 쓴 중괄호라면 따옴표로 감싸세요"),
      server: ServerError(.yamlSyntax, .root, detail: "invalid map key"))
  }

  static func duplicateKey(
    _ key: String, at range: SourceRange, first: SourceRange, path: FieldPath, isMerged: Bool
  ) -> Finding {
    guard !isMerged else {
      return Finding(
        id: "yaml/merge-override", severity: .warning, range: range, path: path,
        message: Message(
          en: "'\(key)' is also brought by the merge key '<<': kubectl takes the last, a strict API request is refused",
          ko: "'\(key)'는 병합 키 '<<'로도 들어옵니다: kubectl은 마지막 값을 쓰고, 엄격한 API 요청은 거부됩니다"),
        related: [Related(range: first, message: Message(en: "the other one", ko: "다른 하나"))])
    }
    return Finding(
      id: "yaml/duplicate-key", range: range, path: path,
      message: Message(
        en: "the key '\(key)' stands twice in one mapping: keep one",
        ko: "키 '\(key)'가 한 매핑에 두 번 있습니다: 하나만 남기세요"),
      server: ServerError(.duplicateField, path, detail: "key \"\(key)\" already set in map"),
      reason: Message(
        en: "the last one would win silently, and the API server refuses it under strict validation",
        ko: "마지막 값이 조용히 이기며, API 서버는 엄격한 검증에서 이를 거부합니다"),
      related: [Related(range: first, message: Message(en: "it stands here first", ko: "처음은 여기입니다"))])
  }
}
