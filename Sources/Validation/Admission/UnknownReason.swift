public import Findings
public import Resources
import Schema
import YAML

extension Validator {
  /// Why it cannot be told whether the API server takes an object: other objects decide, which nobody has given; `nil`
  /// where it can. Asked of objects in which nothing was found: the rules' own refusals hold either way.
  public func unknownReason(for manifest: Manifest, among classes: KnownClasses = KnownClasses([])) -> Message? {
    guard let number = number(for: manifest) else { return .rulesNotKnown(manifest) }
    if let program = validations[number].program { return configurationReason(manifest, readBy: program) }
    if manifest.apiVersion == "v1" {
      switch manifest.kind {
      case "Binding": return .notGiven("Pod", manifest.name ?? "")
      case "Service": return Field.reading(manifest.node) { $0["spec"].clusterNetworkReason }
      default: break
      }
    }
    guard manifest.apiVersion == "v1", manifest.kind == "Pod" else { return objectReason(manifest, classes) }
    return Field.reading(manifest.node) { pod in
      priorityReason(pod["spec"], classes) ?? runtimeReason(pod["spec"], classes)
    }
  }

  /// A Pod's class exists, and what the Pod says of its priority is what the class says.
  private func priorityReason(_ spec: Field, _ classes: KnownClasses) -> Message? {
    let name = spec["priorityClassName"].text ?? ""
    if SystemPriority(name: name) != nil { return nil }
    let own = name.isEmpty ? classes.defaultPriority : classes.priorities[name]
    if own == nil, !name.isEmpty { return .notGiven("PriorityClass", name) }
    let value = own?.node["value"]?.integer ?? 0
    let policy = own?.node["preemptionPolicy"]?.string ?? "PreemptLowerPriority"
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

extension Field {
  /// A Service's spec that asks for what a cluster has or does not have: addresses of both families, or a certain one
  /// (SVC42–SVC45). Every cluster is taken to have IPv4.
  fileprivate var clusterNetworkReason: Message? {
    let (address, families) = (self["clusterIP"], self["ipFamilies"])
    if self["type"].hasText("ExternalName") { return nil }
    if address.hasText("None") {
      // Without a selector no address family is looked for.
      if self["selector"].isEmpty { return nil }
    } else if !address.isEmpty {
      return .addressOfCluster(address)
    }
    let needsBoth = self["ipFamilyPolicy"].hasText("RequireDualStack")
    return needsBoth || families.items.contains { $0.hasText("IPv6") } ? .familyOfCluster : nil
  }
}

/// What verdicts on other objects hang on, among objects that exist: looked up once for many.
public struct KnownClasses: Sendable {
  /// Namespaces in which claims may have administrative access to devices.
  private(set) var adminNamespaces: Set<String> = []
  fileprivate private(set) var priorities: [String: Manifest] = [:]
  fileprivate private(set) var runtimes: [String: Manifest] = [:]
  /// The class of Pods that name none.
  fileprivate private(set) var defaultPriority: Manifest?

  /// Whether an object is of a kind whose objects are looked up here.
  public static func include(_ object: Manifest) -> Bool {
    switch (object.group, object.kind) {
    case ("scheduling.k8s.io", "PriorityClass"), ("node.k8s.io", "RuntimeClass"): true
    case ("", "Namespace"): isAdministrative(object)
    default: false
    }
  }

  private static func isAdministrative(_ namespace: Manifest) -> Bool {
    namespace.node["metadata"]?["labels"]?["resource.kubernetes.io/admin-access"]?.hasText("true") ?? false
  }

  public init(_ objects: [Manifest]) {
    for object in objects { add(object) }
  }

  public mutating func add(_ object: Manifest) {
    switch object.kind {
    case "PriorityClass" where object.group == "scheduling.k8s.io":
      if let name = object.name { priorities[name] = object }
      if object.node["globalDefault"]?.bool == true { defaultPriority = object }
    case "RuntimeClass" where object.group == "node.k8s.io":
      if let name = object.name { runtimes[name] = object }
    case "Namespace" where object.group.isEmpty:
      if let name = object.name, KnownClasses.isAdministrative(object) { adminNamespaces.insert(name) }
    default: break
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

  fileprivate static func addressOfCluster(_ address: Field) -> Message {
    Message(
      en: "the address '\(address.written)' must lie in the cluster's range for Services and be free",
      ko: "주소 '\(address.written)'이(가) 클러스터의 Service 주소 범위 안에 있고 비어 있어야 함")
  }

  fileprivate static var familyOfCluster: Message {
    Message(
      en: "the cluster must have the address families that the Service asks for",
      ko: "클러스터에 Service가 요청한 주소 계열이 있어야 함")
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
