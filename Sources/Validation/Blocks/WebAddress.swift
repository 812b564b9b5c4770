/// A URL as Go's `net/url` takes it apart; `nil` where that reports an error.
struct WebAddress {
  /// In lower case; empty where there is none.
  var scheme = ""
  /// With its port.
  var host = ""
  var hasUser = false
  var hasQuery = false
  var hasFragment = false

  init?(_ text: String) {
    var rest = Array(text.utf8)
    guard rest.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
      hasFragment = mark + 1 < rest.count
      guard WebAddress.isEscaped(rest[(mark + 1)...]) else { return nil }
      rest.removeSubrange(mark...)
    }
    guard let afterScheme = WebAddress.schemeEnd(rest) else { return nil }
    if afterScheme > 0 {
      scheme = String(decoding: rest[..<(afterScheme - 1)].map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self)
      rest.removeFirst(afterScheme)
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      hasQuery = mark + 1 < rest.count
      rest.removeSubrange(mark...)
    }
    if rest.first != UInt8(ascii: "/") {
      // An opaque rest such as `mailto:…`; without a scheme its first part may not look like one.
      if !scheme.isEmpty { return }
      let first = rest.prefix { $0 != UInt8(ascii: "/") }
      guard !first.contains(UInt8(ascii: ":")) else { return nil }
    }
    if rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]),
      !scheme.isEmpty || !rest.dropFirst(2).starts(with: [UInt8(ascii: "/")])
    {
      let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
      guard setAuthority(Array(authority)) else { return nil }
      rest.removeFirst(2 + authority.count)
    }
    guard WebAddress.isEscaped(rest[...]) else { return nil }
  }

  /// The place after the colon of a scheme, 0 where there is none; `nil` for a colon without a scheme.
  private static func schemeEnd(_ text: [UInt8]) -> Int? {
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if index == 0 { return 0 }
      case UInt8(ascii: ":"): return index == 0 ? nil : index + 1
      default: return 0
      }
    }
    return 0
  }

  private mutating func setAuthority(_ text: [UInt8]) -> Bool {
    var text = text
    if let at = text.lastIndex(of: UInt8(ascii: "@")) {
      hasUser = true
      let user = text[..<at]
      guard WebAddress.isEscaped(user), user.allSatisfy({ WebAddress.isUserByte($0) }) else { return false }
      text.removeSubrange(...at)
    }
    host = String(decoding: text, as: UTF8.self)
    var port: ArraySlice<UInt8> = []
    if text.first == UInt8(ascii: "[") {
      guard let end = text.lastIndex(of: UInt8(ascii: "]")) else { return false }
      port = text[(end + 1)...]
    } else if let colon = text.lastIndex(of: UInt8(ascii: ":")) {
      port = text[colon...]
    }
    guard port.isEmpty || (port.first == UInt8(ascii: ":") && port.dropFirst().allSatisfy { $0 >= 48 && $0 <= 57 })
    else { return false }
    return text.allSatisfy { WebAddress.isHostByte($0) }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: "-_.~!$&'()*+,;=:[]<>\"".utf8.contains(byte)
    }
  }

  private static func isUserByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._:~!$&'()*+,;=%@".utf8.contains(byte)
    }
  }

  /// Whether each percent sign is followed by two hexadecimal digits.
  private static func isEscaped(_ text: ArraySlice<UInt8>) -> Bool {
    var text = text
    while let percent = text.firstIndex(of: UInt8(ascii: "%")) {
      text = text[(percent + 1)...]
      guard text.count >= 2, text.prefix(2).allSatisfy({ isHexadecimal($0) }) else { return false }
    }
    return true
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 102)
  }
}
