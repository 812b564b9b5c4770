/// The grammars of names and words. Lengths are bytes.
public enum Grammar: Sendable, Hashable, CaseIterable {
  /// RFC 1123 label: `[a-z0-9]([-a-z0-9]*[a-z0-9])?`, 63.
  case label
  /// RFC 1035 label: `[a-z]([-a-z0-9]*[a-z0-9])?`, 63.
  case label1035
  /// RFC 1123 subdomain: labels joined by dots, 253 in all; a part may exceed 63.
  case subdomain
  /// `*.` and a subdomain.
  case wildcardSubdomain
  /// A subdomain whose parts may begin with an underscore and hold some.
  case subdomainWithUnderscore
  /// Optional prefix (a subdomain), slash, name; the key of a label.
  case qualifiedName
  /// A qualified name after lowering its case.
  case annotationKey
  /// The value of a label; may be empty.
  case labelValue
  /// IANA service name, 15: the name of a port.
  case portName
  /// Key of a ConfigMap or a Secret, 253.
  case configKey
  /// Name of an environment variable: printable ASCII without `=`.
  case environmentVariable
  /// `[A-Za-z_][A-Za-z0-9_]*`.
  case cIdentifier
  /// `[-A-Za-z0-9]+`.
  case httpHeaderName
  /// What may stand in a URL's path: no slash, no percent sign, not `.` or `..`.
  case pathSegment

  /// Whether a text has no fault; allocates nothing but for annotation keys.
  public func matches(_ text: Bytes) -> Bool {
    if let limit = lengthLimit, text.count > limit { return false }
    return matchesPattern(text)
  }

  public func matches(_ text: String) -> Bool { text.withBytes { matches($0) } }

  /// What is wrong, one fault for each error that the API server gives.
  public func faults(in text: Bytes) -> [GrammarFault] {
    switch self {
    case .qualifiedName: return Grammar.qualifiedNameFaults(text)
    case .annotationKey:
      let lowered = text.map { $0.lowercased }
      return lowered.withUnsafeBufferPointer { Grammar.qualifiedNameFaults($0) }
    case .portName: return Grammar.portNameFaults(text)
    case .pathSegment: return Grammar.pathSegmentFaults(text)
    default:
      var faults: [GrammarFault] = []
      if let limit = lengthLimit, text.count > limit { faults.append(.tooLong(limit)) }
      if !matchesPattern(text) { faults.append(.pattern(self)) }
      return faults
    }
  }

  public func faults(in text: String) -> [GrammarFault] { text.withBytes { faults(in: $0) } }

  var lengthLimit: Int? {
    switch self {
    case .label, .label1035, .labelValue: 63
    case .subdomain, .wildcardSubdomain, .subdomainWithUnderscore, .configKey: 253
    case .portName: 15
    default: nil
    }
  }

  private func matchesPattern(_ text: Bytes) -> Bool {
    switch self {
    case .label: return Grammar.isLabel(text)
    case .label1035: return Grammar.isLabel(text) && text[0].isLower
    case .subdomain: return Grammar.isDotted(text, part: Grammar.isLabel)
    case .subdomainWithUnderscore: return Grammar.isDotted(text, part: Grammar.isUnderscoredLabel)
    case .wildcardSubdomain:
      return text.isByte(0, "*") && text.isByte(1, ".")
        && Grammar.isDotted(text.part(from: 2), part: Grammar.isLabel)
    case .labelValue: return text.isEmpty || Grammar.isWord(text)
    case .configKey:
      return !text.isEmpty && text.allSatisfy(Grammar.isWordByte)
        && !(text.isByte(0, ".") && (text.count == 1 || text.isByte(1, ".")))
    case .environmentVariable:
      return !text.isEmpty && text.allSatisfy { $0 >= 0x20 && $0 <= 0x7E && $0 != UInt8(ascii: "=") }
    case .cIdentifier:
      return !text.isEmpty && !text[0].isDigit && text.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
    case .httpHeaderName:
      return !text.isEmpty && text.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    case .qualifiedName, .annotationKey, .portName, .pathSegment: return faults(in: text).isEmpty
    }
  }

  // MARK: Parts

  static func isLabel(_ text: Bytes) -> Bool {
    guard let first = text.first, let last = text.last, first.isLowerAlphanumeric, last.isLowerAlphanumeric else {
      return false
    }
    return text.allSatisfy { $0.isLowerAlphanumeric || $0 == UInt8(ascii: "-") }
  }

  /// `_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?`
  private static func isUnderscoredLabel(_ text: Bytes) -> Bool {
    let body = text.isByte(0, "_") ? text.part(from: 1) : text
    guard let first = body.first, let last = body.last, first.isLowerAlphanumeric, last.isLowerAlphanumeric else {
      return false
    }
    return body.allSatisfy { $0.isLowerAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  private static func isDotted(_ text: Bytes, part isPart: (Bytes) -> Bool) -> Bool {
    var start = 0
    while true {
      let end = text.firstIndex(of: ".", from: start) ?? text.count
      guard isPart(text.part(start, end)) else { return false }
      if end == text.count { return true }
      start = end + 1
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  /// `([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]`
  private static func isWord(_ text: Bytes) -> Bool {
    guard let first = text.first, let last = text.last, first.isAlphanumeric, last.isAlphanumeric else { return false }
    return text.allSatisfy(isWordByte)
  }

  private static func qualifiedNameFaults(_ text: Bytes) -> [GrammarFault] {
    var faults: [GrammarFault] = []
    var name = text
    if let slash = text.firstIndex(of: "/") {
      guard text.firstIndex(of: "/", from: slash + 1) == nil else { return [.pattern(.qualifiedName)] }
      let prefix = text.part(0, slash)
      if prefix.isEmpty {
        faults.append(.emptyPrefix)
      } else {
        if prefix.count > 253 { faults.append(.prefixTooLong(253)) }
        if !isDotted(prefix, part: isLabel) { faults.append(.prefixPattern) }
      }
      name = text.part(from: slash + 1)
    }
    if name.isEmpty {
      faults.append(.empty)
    } else if name.count > 63 {
      faults.append(.tooLong(63))
    }
    if !isWord(name) { faults.append(.pattern(.qualifiedName)) }
    return faults
  }

  private static func portNameFaults(_ text: Bytes) -> [GrammarFault] {
    var faults: [GrammarFault] = []
    if text.count > 15 { faults.append(.tooLong(15)) }
    if text.isEmpty || !text.allSatisfy({ $0.isLowerAlphanumeric || $0 == UInt8(ascii: "-") }) {
      faults.append(.pattern(.portName))
    }
    if !text.contains(where: { $0.isLower }) { faults.append(.noLetter) }
    for index in text.indices where text.isByte(index, "-") && text.isByte(index + 1, "-") {
      faults.append(.doubleHyphen)
      break
    }
    if text.isByte(0, "-") || (!text.isEmpty && text.isByte(text.count - 1, "-")) { faults.append(.outerHyphen) }
    return faults
  }

  private static func pathSegmentFaults(_ text: Bytes) -> [GrammarFault] {
    if text.hasBytes(of: ".") || text.hasBytes(of: "..") { return [.pattern(.pathSegment)] }
    var faults: [GrammarFault] = []
    if text.firstIndex(of: "/") != nil { faults.append(.holds("/")) }
    if text.firstIndex(of: "%") != nil { faults.append(.holds("%")) }
    return faults
  }
}
