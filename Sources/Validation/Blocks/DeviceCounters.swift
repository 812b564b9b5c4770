import Findings
import Schema

/// Counters that several devices of a ResourceSlice draw from (groups.md 3.17).
extension Report {
  mutating func sharedCounters(_ spec: Field) {
    let sets = spec["sharedCounters"]
    if sets.isGiven, spec["devices"].isGiven { refuse(spec, .countersAndDevices) }
    guard hasAtMost(8, sets) else { return }
    for set in sets.items {
      require(set["name"])
      expect(set["name"], .label)
      counters(set["counters"])
    }
    expectUniqueNames(sets, by: "name")
  }

  mutating func consumedCounters(_ consumed: Field) {
    guard hasAtMost(2, consumed) else { return }
    for item in consumed.items {
      require(item["counterSet"])
      expect(item["counterSet"], .label)
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

extension Message {
  fileprivate static var countersAndDevices: Message {
    Message(
      en: "a slice holds counters or devices: write two slices", ko: "슬라이스에는 카운터나 장치 가운데 하나만 둡니다: 슬라이스를 둘로 나누십시오")
  }
}
