import Findings
import Schema
import YAML

/// Arguments of the scheduler's plugins (kube-scheduler, `validation_pluginargs`).
extension Report {
  mutating func pluginArguments(_ name: Field, _ args: Field) {
    guard args.isGiven else { return }
    switch name.text {
    case "DefaultPreemption": preemption(args)
    case "InterPodAffinity": expect(args["hardPodAffinityWeight"], in: 0...100)
    case "NodeAffinity": addedAffinity(args["addedAffinity"])
    case "NodeResourcesBalancedAllocation":
      expectUnique(args["resources"], by: "name")
      for resource in args["resources"].items {
        if let weight = resource["weight"].integer, weight != 0, weight != 1 {
          refuse(resource["weight"], .weightOfOne, as: .numberRange)
        }
      }
    case "NodeResourcesFit": fit(args)
    case "PodTopologySpread": spread(args)
    case "VolumeBinding":
      expect(args["bindTimeoutSeconds"], in: 0...)
      if args["shape"].isGiven { shape(args["shape"]) }
    default: break
    }
  }

  private mutating func preemption(_ args: Field) {
    let (share, count) = (args["minCandidateNodesPercentage"], args["minCandidateNodesAbsolute"])
    expect(share, in: 0...100)
    expect(count, in: 0...)
    if share.integer == 0, count.integer == 0 {
      for field in [share, count] { refuse(field, .noCandidates, as: .numberRange) }
    }
  }

  private mutating func addedAffinity(_ affinity: Field) {
    let required = affinity["requiredDuringSchedulingIgnoredDuringExecution"]
    if required.isGiven { nodeSelector(required) }
    for term in affinity["preferredDuringSchedulingIgnoredDuringExecution"].items {
      nodeSelectorTerm(term["preference"], checkingValues: true)
    }
  }

  private mutating func fit(_ args: Field) {
    for name in args["ignoredResources"].items { expect(given: name, .qualifiedName, as: .resourceName) }
    for group in args["ignoredResourceGroups"].items {
      if let text = group.text, text.contains("/") {
        refuse(group, .groupWithSlash(group), as: .resourceName)
      } else {
        expect(given: group, .qualifiedName, as: .resourceName)
      }
    }
    let strategy = args["scoringStrategy"]
    guard strategy.isGiven else { return }
    expect(always: strategy["type"], oneOf: ["LeastAllocated", "MostAllocated", "RequestedToCapacityRatio"])
    for resource in strategy["resources"].items {
      // A weight of 0 is filled in with 1.
      if resource["weight"].integer != 0 { expect(resource["weight"], in: 1...100) }
    }
    let ratio = strategy["requestedToCapacityRatio"]
    if strategy["type"].hasText("RequestedToCapacityRatio") {
      require(ratio)
      if ratio.isGiven { shape(ratio["shape"]) }
    } else {
      forbid(ratio, .ratioOfOther)
    }
  }

  private mutating func shape(_ shape: Field) {
    require(shape, .noPoints)
    var previous: Int64?
    for point in shape.items {
      let utilization = point["utilization"].integer ?? 0
      if let last = previous, last >= utilization { refuse(point["utilization"], .notRising, as: .thresholdOrder) }
      previous = utilization
      expect(point["utilization"], in: 0...100)
      expect(point["score"], in: 0...10)
    }
  }

  private mutating func spread(_ args: Field) {
    let (type, constraints) = (args["defaultingType"], args["defaultConstraints"])
    expect(type, oneOf: ["System", "List"])
    if !constraints.isEmpty, type.isEmpty || type.hasText("System") { refuse(type, .listDefaulting) }
    for item in constraints.items {
      expect(always: item["maxSkew"], in: 1...Int64(Int32.max))
      require(item["topologyKey"])
      expect(item["topologyKey"], .qualifiedName)
      require(item["whenUnsatisfiable"])
      expect(item["whenUnsatisfiable"], oneOf: ["DoNotSchedule", "ScheduleAnyway"])
      forbid(item["labelSelector"], .selectorOfDefault)
    }
    let repeated = constraints.repetitions {
      ($0["topologyKey"].text ?? "") + " " + ($0["whenUnsatisfiable"].text ?? "")
    }
    for (item, first) in repeated { addDuplicate(item, of: first) }
  }
}

extension Message {
  fileprivate static var weightOfOne: Message {
    Message(en: "resources weigh the same here: write 'weight: 1'", ko: "여기서는 리소스의 가중치가 같습니다: 'weight: 1'로 쓰십시오")
  }

  fileprivate static var noCandidates: Message {
    Message(
      en: "no node would be looked at: give one of the two bounds more than 0",
      ko: "살펴볼 노드가 없습니다: 두 값 가운데 하나는 0보다 크게 쓰십시오")
  }

  fileprivate static func groupWithSlash(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no group: write what stands before the '/'",
      ko: "'\(field.written)'은(는) 그룹이 아닙니다: '/' 앞부분만 쓰십시오")
  }

  fileprivate static var ratioOfOther: Message {
    Message(
      en: "this is of the type 'RequestedToCapacityRatio' only: remove it or change the type",
      ko: "'RequestedToCapacityRatio' 형식에서만 씁니다: 지우거나 형식을 바꾸십시오")
  }

  fileprivate static var noPoints: Message {
    Message(en: "the curve has no points: add at least one", ko: "점이 없습니다: 하나 이상 추가하십시오")
  }

  fileprivate static var notRising: Message {
    Message(en: "points come in the order of 'utilization': sort them", ko: "점은 'utilization'이 커지는 순서여야 합니다: 정렬하십시오")
  }

  fileprivate static var listDefaulting: Message {
    Message(
      en: "constraints of your own need 'defaultingType: List': write it",
      ko: "직접 쓴 제약에는 'defaultingType: List'가 필요합니다: 쓰십시오")
  }

  fileprivate static var selectorOfDefault: Message {
    Message(
      en: "a default selects the Pods of each owner by itself: remove 'labelSelector'",
      ko: "기본 제약은 선택자를 스스로 정합니다: 'labelSelector'를 지우십시오")
  }
}
