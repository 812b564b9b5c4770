import YAML

/// A path such as `.spec.replicas` or `.labels['a.b']`, followed through a schema; `nil` where it leads nowhere.
struct SchemaPath {
  /// The first name.
  private(set) var root = ""
  /// The path in one spelling.
  private(set) var text = ""
  /// The schema to which it leads; `nil` in a map without a schema of its values.
  private(set) var schema: Field?

  init?(_ path: String, in schema: Field, allowsKeys: Bool) {
    self.schema = schema
    var tokens = SchemaPath.tokens(of: path)[...]
    while let token = tokens.popFirst() {
      switch token {
      case ".":
        guard let name = tokens.popFirst(), follow(name) else { return nil }
      case "[":
        guard allowsKeys, let quoted = tokens.popFirst(), quoted.utf8.count >= 2, quoted.hasPrefix("'"),
          quoted.hasSuffix("'"), let name = SchemaPath.unescaped(quoted), follow(name), tokens.popFirst() == "]"
        else { return nil }
      default: return nil
      }
    }
  }

  private mutating func follow(_ name: String) -> Bool {
    guard let schema else { return false }
    if !schema["properties"].isEmpty {
      guard let property = schema.property(name) else { return false }
      self.schema = property
    } else {
      guard schema["additionalProperties"].isGiven else { return false }
      self.schema = schema.valueSchema
    }
    if text.isEmpty { root = name }
    text += "." + name
    return true
  }

  /// Dots and brackets, and what stands between them; quotes hold theirs together.
  private static func tokens(of path: String) -> [String] {
    let bytes = Array(path.utf8)
    var tokens: [String] = []
    var start = 0
    while start < bytes.count {
      var end = start + 1
      if bytes[start] == UInt8(ascii: "'") {
        while end < bytes.count, bytes[end] != UInt8(ascii: "'") || bytes[end - 1] == UInt8(ascii: "\\") { end += 1 }
        end = min(end + 1, bytes.count)
      } else if !isDelimiter(bytes[start]) {
        while end < bytes.count, !isDelimiter(bytes[end]) { end += 1 }
      }
      tokens.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end
    }
    return tokens
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  /// What stands between quotes; `nil` where a backslash is before a letter that has no meaning with it.
  private static func unescaped(_ quoted: String) -> String? {
    var text = ""
    var isEscaped = false
    for letter in quoted.unicodeScalars.dropFirst().dropLast() {
      guard isEscaped else {
        isEscaped = letter == "\\"
        if !isEscaped { text.unicodeScalars.append(letter) }
        continue
      }
      guard let meant = escapes[letter] else { return nil }
      text.unicodeScalars.append(meant)
      isEscaped = false
    }
    return text
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "\u{7}", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}", "'": "'", "\\": "\\",
  ]
}

extension Field {
  /// Whether the server can make a structural schema of a schema at all, apart from whether it is a good one.
  var isConvertible: Bool {
    for keyword in ["id", "$schema", "$ref", "patternProperties", "dependencies", "definitions"] as [StaticString]
    where !self[keyword].isEmpty { return false }
    if self["additionalItems"].isGiven || self["x-kubernetes-preserve-unknown-fields"].node?.bool == false {
      return false
    }
    if self["items"].isList, !self["items"].isEmpty { return false }
    if let items = itemSchema, !items.isConvertible { return false }
    if let values = valueSchema, !values.isConvertible { return false }
    for (_, property) in self["properties"].entries where !property.isConvertible { return false }
    for junctor in Words.junctors.words {
      for clause in clauses(junctor) where !clause.isConvertible { return false }
    }
    return true
  }
}
