/// A format that a definition may ask of its texts and the API server looks at; others are ignored there too.
enum ValueFormat {
  case base64, cidr, date, dateTime, duration, email, hexColor, hostname, ipv4, ipv6, longName, mac, objectID, password
  case shortName, socialSecurityNumber, uri
  /// With the digit that its version has; 0 for any.
  case uuid(UInt8)
  /// Looked at by the server in a way that is not known here.
  case other

  /// Whether a text has the format; `nil` where that is not known.
  enum Answer {
    case yes, no, unknown
  }

  /// Hyphens in a format's name do not count; `nil` for a format that the API server ignores.
  init?(name: String) {
    switch String(name.filter { $0 != "-" }) {
    case "byte": self = .base64
    case "cidr": self = .cidr
    case "date": self = .date
    case "datetime": self = .dateTime
    case "duration": self = .duration
    case "email": self = .email
    case "hexcolor": self = .hexColor
    case "hostname": self = .hostname
    case "ipv4": self = .ipv4
    case "ipv6": self = .ipv6
    case "k8slongname": self = .longName
    case "k8sshortname": self = .shortName
    case "mac": self = .mac
    case "bsonobjectid": self = .objectID
    case "password": self = .password
    case "ssn": self = .socialSecurityNumber
    case "uri": self = .uri
    case "uuid": self = .uuid(0)
    case "uuid3": self = .uuid(3)
    case "uuid4": self = .uuid(4)
    case "uuid5": self = .uuid(5)
    case "isbn", "isbn10", "isbn13", "creditcard", "rgbcolor", "quantity": self = .other
    default: return nil
    }
  }

  /// Formats that servers look at only since 1.34.
  var isRecent: Bool {
    switch self {
    case .longName, .shortName: true
    default: false
    }
  }

  func answer(_ text: Bytes) -> Answer {
    let fits: Bool
    switch self {
    case .base64: fits = ValueFormat.isBase64(text)
    case .cidr: fits = ValueFormat.isCIDR(text)
    case .date: fits = ValueFormat.isDate(text)
    case .dateTime: fits = ValueFormat.isDateTime(text)
    case .duration: fits = GoDuration(text) != nil || ValueFormat.isLooseDuration(text)
    case .hexColor:
      let digits = text.isByte(0, "#") ? text.part(from: 1) : text
      fits = (digits.count == 3 || digits.count == 6) && digits.allSatisfy { $0.hexadecimalValue != nil }
    case .ipv4: fits = ValueFormat.isAddress(text) && text.firstIndex(of: ".") != nil
    case .ipv6: fits = ValueFormat.isAddress(text) && text.firstIndex(of: ":") != nil
    case .longName: fits = Grammar.subdomain.matches(text)
    case .shortName: fits = Grammar.label.matches(text)
    case .mac: fits = ValueFormat.isHardwareAddress(text)
    case .objectID: fits = text.count == 24 && text.allSatisfy { $0.hexadecimalValue != nil }
    case .password: fits = true
    case .socialSecurityNumber: fits = ValueFormat.isSocialSecurityNumber(text)
    case .uuid(let version): fits = ValueFormat.isUUID(text, version: version)
    case .hostname: return ValueFormat.hostname(text)
    case .email: return ValueFormat.email(text)
    case .uri: return ValueFormat.uri(text)
    case .other: return .unknown
    }
    return fits ? .yes : .no
  }

  /// An example of the format, for a message.
  var example: String? {
    switch self {
    case .base64: "ZHJ5ZG9jaw=="
    case .cidr: "10.0.0.0/8"
    case .date: "2026-01-31"
    case .dateTime: "2026-01-31T09:00:00Z"
    case .duration: "1h30m"
    case .email: "crew@example.org"
    case .hexColor: "#0080ff"
    case .hostname, .longName: "web.example.org"
    case .ipv4: "10.0.0.1"
    case .ipv6: "2001:db8::1"
    case .mac: "00:00:5e:00:53:01"
    case .shortName: "web-1"
    case .uri: "https://example.org/"
    case .uuid(4): "0b5f7c9e-1c2d-4e3f-8a4b-5c6d7e8f9a0b"
    case .uuid(5): "0b5f7c9e-1c2d-5e3f-8a4b-5c6d7e8f9a0b"
    case .uuid: "0b5f7c9e-1c2d-3e3f-8a4b-5c6d7e8f9a0b"
    case .objectID, .other, .password, .socialSecurityNumber: nil
    }
  }
}
