import YAML

extension Node {
  /// The value as JSON with its keys in order, so that equal values have equal texts.
  var canonicalText: String {
    switch kind {
    case .mapping:
      var members: [String: String] = [:]
      for (key, value) in entries { members[key.text] = value.canonicalText }
      let keys = members.keys.sorted()
      return "{" + keys.map { quoted($0) + ":" + (members[$0] ?? "") }.joined(separator: ",") + "}"
    case .sequence: return "[" + items.map { $0.canonicalText }.joined(separator: ",") + "]"
    case .scalar:
      switch scalar {
      case nil, .null: return "null"
      case .bool(let value): return value ? "true" : "false"
      case .integer(let value): return "\(value)"
      case .float(let value): return Int64(exactly: value).map { "\($0)" } ?? "\(value)"
      case .string(let text): return quoted(text)
      }
    }
  }

  /// Unlike any other text: quotes and backslashes in it are escaped.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
