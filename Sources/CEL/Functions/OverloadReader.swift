/// Reads the lines of a library.
struct OverloadReader {
  private let bytes: [UInt8]
  private var position = 0
  private var parameters: [UInt8] = []

  /// All overloads of a library, in its order. The text is ours, so a line that cannot be read is a mistake that a test
  /// finds: it answers `nil` for the line.
  static func overloads(of library: Library) -> [Overload?] {
    var overloads: [Overload?] = []
    var line: [UInt8] = []
    func end() {
      if !line.allSatisfy({ $0 == 0x20 }) {
        var reader = OverloadReader(line)
        overloads.append(reader.overload(of: library))
      }
      line.removeAll(keepingCapacity: true)
    }
    library.text.withUTF8Buffer { buffer in
      for byte in buffer {
        if byte == 0x0A { end() } else { line.append(byte) }
      }
    }
    end()
    return overloads
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func overload(of library: Library) -> Overload? {
    skipBlanks()
    var arguments: [CELType] = []
    var name: String
    let isOperator = "_@!-".utf8.contains(byte)
    if isOperator || take(UInt8(ascii: "=")) {
      name = word(withDots: true)
    } else {
      let start = position
      name = word(withDots: false)
      let isMethod = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "<")
      if isMethod {
        position = start
        guard let target = type(), take(UInt8(ascii: ".")) else { return nil }
        arguments.append(target)
        name = word(withDots: false)
      }
    }
    let isMethod = !arguments.isEmpty
    guard !name.isEmpty, take(UInt8(ascii: "(")) else { return nil }
    while !take(UInt8(ascii: ")")) {
      guard let argument = type() else { return nil }
      arguments.append(argument)
      _ = take(UInt8(ascii: ","))
    }
    guard take(UInt8(ascii: "-")), take(UInt8(ascii: ">")), let result = type() else { return nil }
    return Overload(
      function: name, isMethod: isMethod, arguments: arguments, result: result, parameters: Int32(parameters.count),
      versions: library.versions, doubtful: library.doubtful)
  }

  private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipBlanks() {
    while byte == 0x20 { position += 1 }
  }

  private mutating func take(_ sign: UInt8) -> Bool {
    skipBlanks()
    guard byte == sign else { return false }
    position += 1
    return true
  }

  /// A name, or an operator up to its parenthesis.
  private mutating func word(withDots: Bool) -> String {
    skipBlanks()
    let start = position
    while position < bytes.count, byte != UInt8(ascii: "("), byte != UInt8(ascii: ",") {
      if !withDots {
        let ends = [UInt8(ascii: "."), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ")"), 0x20]
        if ends.contains(byte) { break }
      }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func type() -> CELType? {
    let name = word(withDots: false)
    var inner: [CELType] = []
    if take(UInt8(ascii: "<")) {
      repeat {
        guard let type = type() else { return nil }
        inner.append(type)
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: ">")) else { return nil }
    }
    if name.utf8.count == 1, let letter = name.utf8.first, letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") {
      if let index = parameters.firstIndex(of: letter) { return .parameter(-1 - Int32(index)) }
      parameters.append(letter)
      return .parameter(-Int32(parameters.count))
    }
    return CELType(named: name, inner)
  }
}

extension CELType {
  /// A type by the name that libraries of this module call it.
  fileprivate init?(named name: String, _ inner: [CELType]) {
    switch (name, inner.count) {
    case ("dyn", 0): self = .dyn
    case ("null", 0): self = .null
    case ("bool", 0): self = .bool
    case ("int", 0): self = .int
    case ("uint", 0): self = .uint
    case ("double", 0): self = .double
    case ("string", 0): self = .string
    case ("bytes", 0): self = .bytes
    case ("duration", 0): self = .duration
    case ("timestamp", 0): self = .timestamp
    case ("list", 1): self = .list(inner[0])
    case ("map", 2): self = .map(inner[0], inner[1])
    case ("type", 1): self = .type(inner[0])
    case ("optional", 1): self = .optional(inner[0])
    case ("URL", 0): self = .opaque(.url, [])
    case ("IP", 0): self = .opaque(.ip, [])
    case ("CIDR", 0): self = .opaque(.cidr, [])
    case ("Quantity", 0): self = .opaque(.quantity, [])
    case ("Semver", 0): self = .opaque(.semver, [])
    case ("Format", 0): self = .opaque(.namedFormat, [])
    case ("Authorizer", 0): self = .opaque(.authorizer, [])
    case ("PathCheck", 0): self = .opaque(.pathCheck, [])
    case ("GroupCheck", 0): self = .opaque(.groupCheck, [])
    case ("ResourceCheck", 0): self = .opaque(.resourceCheck, [])
    case ("Decision", 0): self = .opaque(.decision, [])
    default: return nil
    }
  }
}
