public import Findings
public import Resources
import Schema
import YAML

extension Validator {
  /// Why it cannot be told whether the API server takes an object: other objects decide, which nobody has given, or
  /// expressions in CEL do; `nil` where it can. Asked of objects in which nothing was found: the rules' own refusals hold either way.
  public func unknownReason(for manifest: Manifest, among classes: KnownClasses = KnownClasses([])) -> Message? {
    guard covers(manifest) else { return .rulesNotKnown(manifest) }
    guard manifest.apiVersion == "v1", manifest.kind == "Pod" else { return expressionReason(manifest) }
    let spec = Field(manifest.node)["spec"]
    return priorityReason(spec, classes) ?? runtimeReason(spec, classes)
  }

  /// A Pod's class exists, and what the Pod says of its priority is what the class says.
  private func priorityReason(_ spec: Field, _ classes: KnownClasses) -> Message? {
    let name = spec["priorityClassName"].text ?? ""
    if SystemPriority(name: name) != nil { return nil }
    let own = name.isEmpty ? classes.defaultPriority : classes.priorities[name]
    if own == nil, !name.isEmpty { return .notGiven("PriorityClass", name) }
    let known = own.map { Field($0.node) }
    let value = known?["value"].integer ?? 0
    let policy = known?["preemptionPolicy"].text ?? "PreemptLowerPriority"
    let isSame = (spec["priority"].integer ?? value) == value && (spec["preemptionPolicy"].text ?? policy) == policy
    return isSame ? nil : .otherPriority
  }

  /// A Pod's RuntimeClass exists, and the Pod's overhead is that of the class.
  private func runtimeReason(_ spec: Field, _ classes: KnownClasses) -> Message? {
    let name = spec["runtimeClassName"].text ?? ""
    guard !name.isEmpty else { return nil }
    if classes.runtimes[name] == nil { return .notGiven("RuntimeClass", name) }
    return spec["overhead"].isEmpty ? nil : .overheadOfClass(name)
  }
}

/// The classes that Pods may name, among objects that exist: looked up once for many Pods.
public struct KnownClasses: Sendable {
  fileprivate private(set) var priorities: [String: Manifest] = [:]
  fileprivate private(set) var runtimes: [String: Manifest] = [:]
  /// The class of Pods that name none.
  fileprivate private(set) var defaultPriority: Manifest?

  public init(_ objects: [Manifest]) {
    for object in objects {
      switch object.kind {
      case "PriorityClass" where object.group == "scheduling.k8s.io":
        if let name = object.name { priorities[name] = object }
        if Field(object.node)["globalDefault"].isTrue { defaultPriority = object }
      case "RuntimeClass" where object.group == "node.k8s.io":
        if let name = object.name { runtimes[name] = object }
      default: break
      }
    }
  }
}

extension Message {
  fileprivate static func rulesNotKnown(_ manifest: Manifest) -> Message {
    let kind = "\(manifest.kind) of '\(manifest.apiVersion)'"
    return Message(
      en: "its form fits, but what the API server enforces beyond that is not known of \(kind)",
      ko: "모양은 맞지만, 그 밖에 API 서버가 \(kind)에 강제하는 것은 아직 알지 못합니다")
  }

  fileprivate static func notGiven(_ kind: String, _ name: String) -> Message {
    Message(
      en: "the cluster must have a \(kind) '\(name)', which is not among these objects",
      ko: "클러스터에 \(kind) '\(name)'이(가) 있어야 하는데 이 객체들 가운데 없음")
  }

  fileprivate static var otherPriority: Message {
    Message(
      en: "a Pod takes its priority from a PriorityClass, and none among these objects says the same",
      ko: "Pod의 우선순위는 PriorityClass가 정하는데 이 객체들 가운데 같은 값을 정한 것이 없음")
  }

  fileprivate static func overheadOfClass(_ name: String) -> Message {
    Message(
      en: "the overhead must be that of the RuntimeClass '\(name)'",
      ko: "overhead가 RuntimeClass '\(name)'의 것과 같아야 함")
  }
}
