import Findings
import Schema
import YAML

/// What the containers of a Pod ask for together, as the API server adds it up in thousandths.
private struct ContainerAmounts {
  private var amounts: [String: Int64] = [:]

  subscript(name: String) -> Int64? { amounts[name] }

  init(_ spec: Field, _ list: StaticString, isTemplate: Bool) {
    // A Pod's containers request what they are limited to, where they do not say otherwise.
    let isFilled = !isTemplate && "\(list)" == "requests"
    for container in spec["containers"].items {
      for (name, amount) in ContainerAmounts.amounts(of: container, list, isFilled) { add(amount, of: name) }
    }
    var sidecars: [String: Int64] = [:]
    var steps: [String: Int64] = [:]
    for container in spec["initContainers"].items {
      let own = ContainerAmounts.amounts(of: container, list, isFilled)
      let isSidecar = container["restartPolicy"].hasText("Always")
      for (name, amount) in own {
        let total = ContainerAmounts.sum(amount, sidecars[name] ?? 0)
        if isSidecar {
          sidecars[name] = total
          add(amount, of: name)
        }
        steps[name] = max(steps[name] ?? 0, total)
      }
    }
    for (name, amount) in steps { amounts[name] = max(amounts[name] ?? 0, amount) }
  }

  private mutating func add(_ amount: Int64, of name: String) {
    amounts[name] = ContainerAmounts.sum(amounts[name] ?? 0, amount)
  }

  private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? .max : sum
  }

  private static func amounts(of container: Field, _ list: StaticString, _ isFilled: Bool) -> [String: Int64] {
    var amounts: [String: Int64] = [:]
    let resources = container["resources"]
    if isFilled {
      for (key, value) in resources["limits"].entries { amounts[key.written] = value.amount?.milliValue }
    }
    for (key, value) in resources[list].entries { amounts[key.written] = value.amount?.milliValue }
    return amounts
  }
}

extension Report {
  /// `resources` of the Pod as a whole (core.md 3.11).
  mutating func podResources(_ pod: PodScope) {
    let resources = pod.spec["resources"]
    guard resources.isGiven else { return }
    if pod.isWindows { return forbid(resources, .windowsResources) }  // OS9
    let (limits, requests) = (resources["limits"], resources["requests"])
    for (key, value) in limits.entries { resource(key, value, for: .pod) }  // RES1–RES4
    for (key, value) in requests.entries { resource(key, value, for: .pod) }  // RES1–RES4
    forbid(resources["claims"], .podClaims)  // RES13
    claims(resources["claims"], in: pod)
    requestsBelowLimits(resources, in: pod)
    hugePagesNeedOthers([limits, requests], of: resources)  // RES8
    requestsOfContainers(pod)
    limitsOfContainers(pod)
  }

  /// A Pod requests at least what its containers request together.
  private mutating func requestsOfContainers(_ pod: PodScope) {
    let resources = pod.spec["resources"]
    let (limits, requests) = (resources["limits"], resources["requests"])
    let together = ContainerAmounts(pod.spec, "requests", isTemplate: pod.isTemplate)
    for (key, value) in requests.entries {
      if let least = together[key.written], let own = value.amount?.milliValue, own < least {
        refuse(value, .lessThanContainers(key, "request"), as: .requestAboveLimit)  // RES14
      }
    }
    guard !pod.isTemplate else { return }
    // Where a Pod with a limit requests nothing, it requests what its containers do, or else the limit.
    for (key, value) in limits.entries where requests.node?.member(named: key.written) == nil {
      guard let least = together[key.written], let limit = value.amount?.milliValue, limit < least else { continue }
      if key.hasText("cpu") || key.hasText("memory") {
        refuse(
          value.reported(at: resources, "requests"), .lessThanContainers(key, "limit"), as: .requestAboveLimit)  // RES5
      } else {
        refuse(
          value.reported(at: resources, [.field("requests"), .key(key.written)]), .lessThanContainers(key, "limit"),
          as: .requestAboveLimit)  // RES14
      }
    }
  }

  private mutating func limitsOfContainers(_ pod: PodScope) {
    let resources = pod.spec["resources"]
    let together = ContainerAmounts(pod.spec, "limits", isTemplate: pod.isTemplate)
    for (key, value) in resources["limits"].entries {
      guard let most = value.amount else { continue }
      if key.hasPrefix("hugepages-"), let sum = together[key.written], let own = most.milliValue, own < sum {
        refuse(value, .lessThanContainers(key, "limit"), as: .requestAboveLimit)  // RES15
      }
      for (index, container) in pod.spec["containers"].items.enumerated() {
        guard let node = container["resources"]["limits"].node?[named: key.written] else { continue }
        let given = container.field(of: node)
        guard let limit = given.quantity, limit > most, limit.milliValue ?? .max != most.milliValue else { continue }
        let place = given.reported(
          at: resources, [.field("containers"), .index(index), .key(key.written), .field("limits")])
        refuse(  // RES16
          place, .moreThanPod(key, value), as: .requestAboveLimit,
          related: [Related(range: value.range, message: Message(en: "the limit is here", ko: "제한이 정해진 곳입니다"))])
      }
    }
  }
}

extension Message {
  fileprivate static var windowsResources: Message {
    Message(
      en: "Windows knows no resources of a whole Pod: give them to its containers",
      ko: "Windows에는 Pod 전체의 리소스가 없습니다: 컨테이너에 쓰십시오")
  }

  fileprivate static var podClaims: Message {
    Message(en: "claims belong to containers: move them there", ko: "클레임은 컨테이너에 속합니다: 그곳으로 옮기십시오")
  }

  fileprivate static func lessThanContainers(_ key: Field, _ what: String) -> Message {
    Message(
      en: "the containers have more \(key.written) together than this \(what) of the whole Pod: raise it",
      ko: "컨테이너들의 \(key.written)을(를) 합치면 Pod 전체의 이 값보다 많습니다: 값을 올리십시오")
  }

  fileprivate static func moreThanPod(_ key: Field, _ limit: Field) -> Message {
    Message(
      en: "the whole Pod may use \(limit.written) of \(key.written): give the container no more",
      ko: "Pod 전체가 쓸 수 있는 \(key.written)은(는) \(limit.written)입니다: 컨테이너에 더 많이 주지 마십시오")
  }
}
