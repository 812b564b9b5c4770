import Findings
import Schema

/// What admission plugins that are on by default refuse in a Pod (core.md 0.2), as far as the Pod alone decides it.
extension Report {
  /// Priority: a Pod has the priority of its class. Those of the cluster's own classes are known.
  mutating func priorityOfClass(_ pod: Field) -> Bool {
    let spec = pod["spec"]
    let (name, priority, policy) = (spec["priorityClassName"], spec["priority"], spec["preemptionPolicy"])
    guard let known = name.text.flatMap({ SystemPriority(name: $0) }) else { return true }
    var isOwn = true
    if let number = priority.integer, number != known.value {
      deny(priority, of: pod, .otherPriority(name, "\(known.value)"))
      isOwn = false
    }
    if policy.isGiven, !policy.hasText("PreemptLowerPriority") {
      deny(policy, of: pod, .otherPriority(name, "PreemptLowerPriority"))
      isOwn = false
    }
    return isOwn
  }

  /// RuntimeClass: overhead is what a class says, so a Pod without one has none.
  mutating func overheadWithoutClass(_ pod: Field) {
    let spec = pod["spec"]
    if spec["runtimeClassName"].isEmpty, !spec["overhead"].isEmpty {
      deny(spec["overhead"], of: pod, .overheadWithoutClass)
    }
  }

  private mutating func deny(_ field: Field, of object: Field, _ message: Message) {
    add(.admission, at: field.reported(at: object), .denied, message)
  }
}

extension Message {
  fileprivate static func otherPriority(_ name: Field, _ value: String) -> Message {
    Message(
      en: "the class '\(name.written)' sets this to '\(value)': remove the field",
      ko: "이 값은 클래스 '\(name.written)'이(가) '\(value)'(으)로 정합니다: 필드를 지우십시오")
  }

  fileprivate static var overheadWithoutClass: Message {
    Message(
      en: "overhead is that of a RuntimeClass: remove it, or name the class in 'runtimeClassName'",
      ko: "overhead는 RuntimeClass가 정합니다: 지우거나 'runtimeClassName'에 클래스를 쓰십시오")
  }
}
