/// The parts of an image's name that rules ask about.
struct ImageName {
  enum Version: Equatable {
    case none
    case tag(String)
    case digest
  }

  /// As written, without tag and digest.
  let repository: String
  let version: Version

  init(_ name: String) {
    if let at = name.firstIndex(of: "@") {
      repository = String(name[..<at])
      version = .digest
    } else if let colon = name.lastIndex(of: ":"), !name[colon...].utf8.contains(UInt8(ascii: "/")) {
      repository = String(name[..<colon])
      version = .tag(String(name[name.index(after: colon)...]))
    } else {
      // A colon before a slash is that of a registry's port.
      repository = name
      version = .none
    }
  }
}
