import Findings
import Schema
import YAML

extension Report {
  /// `resources` of a container (core.md 3.11).
  mutating func resources(_ resources: Field, in pod: PodScope) {
    guard resources.isGiven else { return }
    let (limits, requests) = (resources["limits"], resources["requests"])
    for (key, value) in limits.entries { resource(key, value, for: .container) }  // RES1–RES4
    for (key, value) in requests.entries { resource(key, value, for: .container) }  // RES1–RES4
    if !pod.isTemplate { requestsFromLimits(resources) }
    requestsBelowLimits(resources, in: pod)
    hugePagesNeedOthers([limits, requests], of: resources)  // RES8
    inVersions(.resourceClaims) { $0.claims(resources["claims"], in: pod) }
  }

  /// A Pod's missing requests are its limits, so the API server speaks of these a second time.
  private mutating func requestsFromLimits(_ resources: Field) {
    let requests = resources["requests"]
    guard resources["limits"].isGiven else { return }
    for (key, value) in resources["limits"].reported(at: resources, "requests").entries {
      if requests.node?.member(named: key.written) == nil { resource(key, value, for: .container) }  // RES1–RES4
    }
  }

  mutating func requestsBelowLimits(_ resources: Field, in pod: PodScope) {
    let (limits, requests) = (resources["limits"], resources["requests"])
    for (key, value) in requests.entries {
      guard let request = value.amount else { continue }
      guard let limitNode = limits.node?.member(named: key.written), let limit = limits.field(of: limitNode).amount
      else {
        if !key.isOvercommittable { add(.requestAboveLimit, at: limits, .required, .noLimit(key)) }  // RES7
        continue
      }
      let place = [Related(range: limitNode.range, message: Message(en: "the limit is here", ko: "제한이 정해진 곳입니다"))]
      if !key.isOvercommittable {
        if request != limit {
          let asList = value.reported(at: requests)
          refuse(asList, .requestNotLimit(key, limitNode), as: .requestAboveLimit, related: place)  // RES6
        }
      } else if request > limit {
        refuse(
          value.reported(at: requests), .requestAboveLimit(key, value, limitNode), as: .requestAboveLimit,
          related: place)  // RES5
      }
    }
  }

  mutating func hugePagesNeedOthers(_ lists: [Field], of resources: Field) {
    var (pages, others) = (false, false)
    for list in lists {
      for (key, _) in list.entries {
        pages = pages || key.hasPrefix("hugepages-")
        others = others || key.hasText("cpu") || key.hasText("memory")
      }
    }
    if pages, !others { forbid(resources, .pagesAlone) }
  }

  private mutating func claims(_ claims: Field, in pod: PodScope) {
    for (index, claim) in claims.items.enumerated() {
      let (name, request) = (claim["name"], claim["request"])
      require(name.reported(at: claim))  // RES9
      for (position, other) in claims.items.enumerated() where position < index && other["name"].hasTextOf(name) {
        if other["request"].isEmpty || request.isEmpty || other["request"].hasTextOf(request) {
          addDuplicate(claim, of: other)  // RES10
          break
        }
      }
      expect(request, .label)  // RES11
      if !name.isEmpty, !pod.spec["resourceClaims"].items.contains(where: { $0["name"].hasTextOf(name) }) {
        addNotFound(name.reported(at: claim), .noClaim(name))  // RES12
      }
    }
  }
}

extension Message {
  fileprivate static func noLimit(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' cannot be promised to several: add a limit equal to the request",
      ko: "'\(key.written)'은(는) 여럿에 나누어 약속할 수 없습니다: 요청과 같은 제한을 쓰십시오")
  }

  fileprivate static func requestNotLimit(_ key: Field, _ limit: Node) -> Message {
    Message(
      en: "'\(key.written)' is given out whole: request exactly the limit of '\(limit.text)'",
      ko: "'\(key.written)'은(는) 나누어 줄 수 없습니다: 제한과 같은 '\(limit.text)'을(를) 요청하십시오")
  }

  fileprivate static func requestAboveLimit(_ key: Field, _ request: Field, _ limit: Node) -> Message {
    Message(
      en:
        "the container asks for \(request.written) \(key.written) and may use \(limit.text): raise the limit or ask for less",
      ko: "컨테이너가 \(key.written)을(를) \(request.written) 요청하지만 \(limit.text)까지만 쓸 수 있습니다: 제한을 올리거나 요청을 줄이십시오")
  }

  fileprivate static var pagesAlone: Message {
    Message(
      en: "huge pages come with 'cpu' or 'memory' only: give an amount of one of them",
      ko: "대형 페이지에는 'cpu'나 'memory'가 함께 있어야 합니다: 둘 가운데 하나의 양을 쓰십시오")
  }

  fileprivate static func noClaim(_ name: Field) -> Message {
    Message(
      en: "the Pod has no claim '\(name.written)': add it to 'resourceClaims'",
      ko: "Pod에 클레임 '\(name.written)'이(가) 없습니다: 'resourceClaims'에 추가하십시오")
  }
}
