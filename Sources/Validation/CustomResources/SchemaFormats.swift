import Findings

extension Report {
  /// Formats that the API server does not know and would not check; it warns of them (groups.md 4).
  mutating func formats(_ schema: Field) {
    let format = schema["format"]
    if let text = format.text, !text.isEmpty, !knows(text, of: schema.schemaType) {
      warn(.notSupported, at: format, .unknownFormat(format))
    }
    if let items = schema.itemSchema { formats(items) }
    if let values = schema.valueSchema { formats(values) }
    for (_, property) in schema["properties"].entries { formats(property) }
    for junctor in Words.junctors.words {
      for clause in schema.clauses(junctor) { formats(clause) }
    }
  }

  /// Hyphens do not count, case does. A schema without a type is judged as a text.
  private func knows(_ format: String, of type: String) -> Bool {
    switch type {
    case "integer": return format == "int32" || format == "int64"
    case "number": return format == "float" || format == "double"
    case "object", "array", "boolean": return false
    default: break
    }
    let known: [StaticString] = [
      "bsonobjectid", "uri", "email", "hostname", "ipv4", "ipv6", "cidr", "mac", "uuid", "uuid3", "uuid4", "uuid5",
      "isbn", "isbn10", "isbn13", "creditcard", "ssn", "hexcolor", "rgbcolor", "byte", "password", "date", "duration",
      "datetime", "k8sshortname", "k8slongname",
    ]
    let name = String(decoding: format.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    return known.contains { "\($0)" == name }
  }
}

extension Message {
  fileprivate static func unknownFormat(_ format: Field) -> Message {
    Message(
      en: "format '\(format.written)' is not known for this type and would not be checked: use 'pattern', or remove it",
      ko: "이 타입에 '\(format.written)' 형식은 알 수 없어 확인되지 않습니다: 'pattern'을 쓰거나 지우십시오")
  }
}
