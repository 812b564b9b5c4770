/// What the rules on credentials in clear text take for one.
enum Credential {
  /// Whether a value, by its look and the name it has, is a credential rather than a setting or a reference.
  static func isWritten(_ value: String, as name: String) -> Bool {
    guard !value.isEmpty else { return false }
    if value.hasPrefix("-----BEGIN "), isPrivateKey(value) { return true }
    guard isName(name) else { return false }
    // A path, or a reference to another variable; what stands for a value in a template.
    if value.hasPrefix("/") || value.hasPrefix("$") || value.hasPrefix("<") || value.hasPrefix("{{") { return false }
    return value != "true" && value != "false"
  }

  /// `-----BEGIN RSA PRIVATE KEY-----`, as the first line of the value says.
  private static func isPrivateKey(_ value: String) -> Bool {
    value.prefix { $0 != "\n" }.hasSuffix("PRIVATE KEY-----")
  }

  private static func isName(_ name: String) -> Bool {
    let words = words(of: name)
    guard let last = words.last else { return false }
    switch last {
    case "password", "passwd", "pwd", "passphrase", "secret", "token", "apikey", "credential", "credentials",
      "privatekey", "secretkey", "accesskey":
      return true
    case "key":
      switch words.dropLast().last {
      case "api", "access", "private", "secret", "encryption", "signing": return true
      default: return false
      }
    default: return false
    }
  }

  /// The words of a name, in lower case: `DB_PASSWORD`, `db.password` and `dbPassword` have the same.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isAfterLower = false
    for byte in name.utf8 {
      let isLetterOrDigit =
        (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      if !isLetterOrDigit || (isUpper && isAfterLower), !word.isEmpty {
        words.append(word)
        word = ""
      }
      if isLetterOrDigit { word.unicodeScalars.append(Unicode.Scalar(isUpper ? byte | 0x20 : byte)) }
      isAfterLower = isLetterOrDigit && !isUpper
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
