import Findings
import Schema
import YAML

/// In which portions a capacity is given away, where several claims share a device (groups.md 3.17).
extension Report {
  mutating func requestPolicy(_ policy: Field, of capacity: Field, sharing device: Field) {
    guard policy.isGiven else { return }
    let (values, range, standard) = (policy["validValues"], policy["validRange"], policy["default"])
    guard device["allowMultipleAllocations"].isTrue else { return forbid(policy, .policyOfUnshared) }
    if !values.isEmpty, range.isGiven { return forbid(policy, .twoPolicies) }
    guard !values.isEmpty || range.isGiven else { return }
    guard standard.isGiven else { return require(standard) }
    guard let usual = standard.quantity, let whole = capacity["value"].quantity else { return }
    if range.isGiven {
      validRange(range, usual, whole)
    } else {
      validValues(values, usual, whole)
    }
  }

  /// Up to ten portions in ascending order, the usual one among them, none above the capacity.
  private mutating func validValues(_ values: Field, _ usual: Quantity, _ whole: Quantity) {
    var previous: Quantity?
    for value in values.items {
      guard let amount = value.quantity else { continue }
      if let previous, amount < previous { refuse(value, .unorderedPortion(value), as: .quantity) }
      previous = amount
    }
    // None of too many is looked at, nor found to be the usual one.
    guard hasAtMost(10, values) else { return refuse(values, .defaultOutside, as: .quantity) }
    var (seen, hasUsual): ([Int64: Field], Bool) = ([:], false)
    for value in values.items {
      guard let amount = value.quantity else { continue }
      if whole < amount { refuse(value, .aboveCapacity(value), as: .quantity) }
      hasUsual = hasUsual || amount == usual
      guard let number = amount.value else { continue }
      if let first = seen[number] { addDuplicate(value, of: first) } else { seen[number] = value }
    }
    if !hasUsual { refuse(values, .defaultOutside, as: .quantity) }
  }

  private mutating func validRange(_ range: Field, _ usual: Quantity, _ whole: Quantity) {
    let (least, most, step) = (range["min"], range["max"], range["step"])
    guard least.isGiven else { return require(least) }
    guard let minimum = least.quantity else { return }
    if whole < minimum { refuse(least, .aboveCapacity(least), as: .quantity) }
    if usual < minimum { refuse(least, .defaultOutside, as: .quantity) }
    let maximum = most.quantity
    if let maximum {
      if maximum < minimum { refuse(most, .emptyRange, as: .quantity) }
      if whole < maximum { refuse(most, .aboveCapacity(most), as: .quantity) }
      if maximum < usual { refuse(most, .defaultOutside, as: .quantity) }
    }
    guard let width = step.quantity?.value, width > 0, let start = minimum.value else { return }
    let (next, overflows) = start.addingReportingOverflow(width)
    if overflows || whole < Quantity(next) { refuse(step, .aboveCapacity(step), as: .quantity) }
    for end in [usual, maximum] {
      guard let value = end?.value else { continue }
      let (distance, overflows) = value.subtractingReportingOverflow(start)
      if !overflows, distance % width != 0 { refuse(step, .betweenSteps(step), as: .quantity) }
    }
  }
}

extension Message {
  fileprivate static var policyOfUnshared: Message {
    Message(
      en: "one claim takes the whole device: remove the policy, or write 'allowMultipleAllocations: true'",
      ko: "클레임 하나가 장치 전체를 가져갑니다: 정책을 지우거나 'allowMultipleAllocations: true'를 쓰십시오")
  }

  fileprivate static var twoPolicies: Message {
    Message(
      en: "portions are listed or lie in a range: keep 'validValues' or 'validRange'",
      ko: "나누는 양은 목록이나 범위로 정합니다: 'validValues'나 'validRange'만 두십시오")
  }

  fileprivate static func unorderedPortion(_ value: Field) -> Message {
    Message(
      en: "'\(value.written)' is less than the one before it: sort 'validValues' upwards",
      ko: "'\(value.written)'이(가) 앞의 값보다 작습니다: 'validValues'를 오름차순으로 쓰십시오")
  }

  fileprivate static func aboveCapacity(_ value: Field) -> Message {
    Message(
      en: "'\(value.written)' is more than the device has: write at most its 'value'",
      ko: "'\(value.written)'은(는) 장치의 용량보다 많습니다: 'value' 이하로 쓰십시오")
  }

  fileprivate static var defaultOutside: Message {
    Message(
      en: "who asks for no amount gets 'default', which is not allowed here: write one that is",
      ko: "양을 정하지 않으면 'default'를 받는데 여기서 허용되지 않는 값입니다: 허용되는 값을 쓰십시오")
  }

  fileprivate static var emptyRange: Message {
    Message(en: "'max' is less than 'min': swap them", ko: "'max'가 'min'보다 작습니다: 서로 바꾸십시오")
  }

  fileprivate static func betweenSteps(_ step: Field) -> Message {
    Message(
      en: "'default' and 'max' lie whole steps of '\(step.written)' above 'min': change one of them",
      ko: "'default'와 'max'는 'min'에서 '\(step.written)'의 배수만큼 떨어져야 합니다: 값을 바꾸십시오")
  }
}
