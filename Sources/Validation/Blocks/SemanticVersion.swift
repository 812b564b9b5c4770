/// A version as semver.org 2.0.0 writes it.
struct SemanticVersion {
  /// Major, minor and patch.
  private let numbers: [Int64]
  private let isPreRelease: Bool

  init?(_ text: String) {
    let plus = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    guard let head = plus.first else { return nil }
    if plus.count == 2 {
      for part in plus[1].split(separator: ".", omittingEmptySubsequences: false)
      where !SemanticVersion.isIdentifier(part) { return nil }
    }
    let dash = head.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let core = dash.first else { return nil }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 3, numbers.allSatisfy({ SemanticVersion.isNumber($0) }) else { return nil }
    // A number too large to compare is still one.
    self.numbers = numbers.map { Int64($0) ?? .max }
    isPreRelease = dash.count == 2
    guard dash.count == 2 else { return }
    for part in dash[1].split(separator: ".", omittingEmptySubsequences: false) {
      guard SemanticVersion.isIdentifier(part) else { return nil }
      if part.utf8.allSatisfy({ SemanticVersion.isDigit($0) }), !SemanticVersion.isNumber(part) { return nil }
    }
  }

  /// Whether one comes before another; of two pre-releases of the same version none does.
  static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    return left.isPreRelease && !right.isPreRelease
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Without leading zeros.
  private static func isNumber(_ text: Substring) -> Bool {
    guard !text.isEmpty, text.utf8.allSatisfy({ isDigit($0) }) else { return false }
    return text.utf8.count == 1 || text.utf8.first != UInt8(ascii: "0")
  }

  private static func isIdentifier(_ text: Substring) -> Bool {
    guard !text.isEmpty else { return false }
    return text.utf8.allSatisfy { byte in
      isDigit(byte) || byte == UInt8(ascii: "-")
        || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }
  }
}
