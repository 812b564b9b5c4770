import Findings
import Schema

/// Counters that several devices of a ResourceSlice draw from (groups.md 3.17).
extension Report {
  mutating func sharedCounters(_ spec: Field) {
    let sets = spec["sharedCounters"]
    if !sets.isEmpty, !spec["devices"].isEmpty { refuse(spec, .countersAndDevices) }
    guard hasAtMost(8, sets) else { return }
    for set in sets.items {
      expect(always: set["name"], .label)
      counters(set["counters"])
    }
    expectUniqueNames(sets, by: "name")
  }

  mutating func consumedCounters(_ consumed: Field) {
    guard hasAtMost(2, consumed) else { return }
    for item in consumed.items {
      expect(always: item["counterSet"], .label)
      counters(item["counters"])
    }
    expectUniqueNames(consumed, by: "counterSet")
  }

  private mutating func counters(_ counters: Field) {
    require(counters)
    guard hasAtMost(32, counters) else { return }
    for (key, _) in counters.entries { expect(given: key.reported(at: counters), .label) }
  }
}

/// Versions as semver.org 2.0.0 writes them.
enum SemanticVersion {
  static func isValid(_ text: String) -> Bool {
    let plus = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    guard let head = plus.first else { return false }
    if plus.count == 2 {
      for part in plus[1].split(separator: ".", omittingEmptySubsequences: false) where !isIdentifier(part) {
        return false
      }
    }
    let dash = head.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let core = dash.first else { return false }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 3, numbers.allSatisfy(isNumber) else { return false }
    guard dash.count == 2 else { return true }
    for part in dash[1].split(separator: ".", omittingEmptySubsequences: false) {
      guard isIdentifier(part) else { return false }
      if part.utf8.allSatisfy(isDigit), !isNumber(part) { return false }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Without leading zeros.
  private static func isNumber(_ text: Substring) -> Bool {
    guard !text.isEmpty, text.utf8.allSatisfy(isDigit) else { return false }
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

extension Message {
  fileprivate static var countersAndDevices: Message {
    Message(
      en: "a slice holds counters or devices: write two slices", ko: "슬라이스에는 카운터나 장치 가운데 하나만 둡니다: 슬라이스를 둘로 나누십시오")
  }
}
