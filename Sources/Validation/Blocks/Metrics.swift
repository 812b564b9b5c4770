import Findings
import Schema

extension Words {
  fileprivate static let metricTypes: Words = ["ContainerResource", "External", "Object", "Pods", "Resource"]
  fileprivate static let targetTypes: Words = ["AverageValue", "Utilization", "Value"]
}

/// Where a metric comes from: its type, and the field that describes it.
private struct MetricSource {
  let type: StaticString
  let field: StaticString

  /// In the order in which the API server looks for them.
  static let all = [
    MetricSource(type: "Object", field: "object"), MetricSource(type: "External", field: "external"),
    MetricSource(type: "Pods", field: "pods"), MetricSource(type: "Resource", field: "resource"),
    MetricSource(type: "ContainerResource", field: "containerResource"),
  ]
}

extension VersionSet {
  /// References of HorizontalPodAutoscalers have a well-formed `apiVersion`.
  static let groupOfScaleTarget = VersionSet("1.34-") ?? []
}

extension Report {
  /// One metric of a HorizontalPodAutoscaler (groups.md 3.3).
  mutating func metric(_ metric: Field) {
    let type = metric["type"]
    require(type)
    expect(always: type, oneOf: .metricTypes)
    let given = MetricSource.all.filter { metric[$0.field].isGiven }
    if let first = given.first { metricSource(metric[first.field]) }
    if let meant = MetricSource.all.first(where: { type.hasText($0.type) }), !metric[meant.field].isGiven {
      add(.metricSource, at: metric[meant.field], .required, .noSource(type, "\(meant.field)"))
    }
    // The source is dropped where the gate is off, so that such a metric has none.
    if type.hasText("ContainerResource"), metric["containerResource"].isGiven {
      inVersions(.withoutContainerMetrics) {
        $0.add(.metricSource, at: metric["containerResource"], .required, .containerMetrics)
      }
    }
    guard given.count > 1 else { return }
    for source in given where !type.hasText(source.type) {
      add(.metricSource, at: metric[source.field], .forbidden, .otherSource(type, "\(source.field)"))
    }
  }

  /// `group/version`, `version` or nothing.
  mutating func groupVersion(_ version: Field) {
    guard let text = version.text, text.utf8.count(where: { $0 == UInt8(ascii: "/") }) > 1 else { return }
    inVersions(.groupOfScaleTarget) { $0.refuse(version, .noGroupVersion(version)) }
  }

  private mutating func metricSource(_ source: Field) {
    let target = source["target"]
    switch source.name {
    case "object":
      let described = source["describedObject"]
      requireSegment(described["kind"])
      requireSegment(described["name"])
      groupVersion(described["apiVersion"])
      requireSegment(source["metric"]["name"])
      metricTarget(target)
      requireTarget(target, either: "averageValue", or: "value")
    case "external":
      requireSegment(source["metric"]["name"])
      metricTarget(target)
      requireTarget(target, either: "averageValue", or: "value")
      if target["averageValue"].isGiven { forbid(target["value"], .twoTargets, as: .metricSource) }
    case "pods":
      requireSegment(source["metric"]["name"])
      metricTarget(target)
      requireTarget(target, either: "averageValue", or: "averageValue")
    case "resource":
      require(source["name"])
      resourceTarget(target)
    default:
      require(source["name"])
      if !source["name"].isEmpty { expectContainerResource(source["name"]) }
      require(source["container"])
      expect(source["container"], .label)
      resourceTarget(target)
    }
  }

  private mutating func resourceTarget(_ target: Field) {
    metricTarget(target)
    requireTarget(target, either: "averageUtilization", or: "averageValue")
    if target["averageUtilization"].isGiven { forbid(target["averageValue"], .twoTargets, as: .metricSource) }
  }

  /// What the metric should be; its type need not fit the value that is given.
  private mutating func metricTarget(_ target: Field) {
    let type = target["type"]
    require(type)
    if !Words.targetTypes.contains(type), !type.isEmpty { refuse(type, .unknownTarget(type), as: .metricSource) }
    if type.isEmpty { refuse(type, .unknownTarget(type), as: .metricSource) }
    for value in [target["value"], target["averageValue"]] where value.isGiven { expectPositive(value) }
    expect(target["averageUtilization"], in: 1...)
  }

  private mutating func requireTarget(_ target: Field, either one: StaticString, or other: StaticString) {
    if !target[one].isGiven, !target[other].isGiven {
      add(.metricSource, at: target[one], .required, .noTarget("\(one)", "\(other)"))
    }
  }
}

extension Message {
  fileprivate static var containerMetrics: Message {
    Message(
      en: "metrics of single containers are not switched on in this version: use a 'Resource' metric of the whole Pod",
      ko: "이 버전에서는 컨테이너별 메트릭이 켜져 있지 않습니다: Pod 전체의 'Resource' 메트릭을 쓰십시오")
  }

  fileprivate static func noSource(_ type: Field, _ field: String) -> Message {
    Message(
      en: "a metric of type '\(type.written)' is described in '\(field)': add it",
      ko: "'\(type.written)' 타입의 메트릭은 '\(field)'에 씁니다: 추가하십시오")
  }

  fileprivate static func otherSource(_ type: Field, _ field: String) -> Message {
    let written = type.text ?? ""
    return Message(
      en: "'\(field)' does not belong to a metric of type '\(written)': remove it, or make it a metric of its own",
      ko: "'\(field)'은(는) '\(written)' 타입의 메트릭에 속하지 않습니다: 지우거나 별도의 메트릭으로 나누십시오")
  }

  fileprivate static func noGroupVersion(_ version: Field) -> Message {
    Message(
      en: "'\(version.written)' has more than one slash: write a group and a version such as 'apps/v1'",
      ko: "'\(version.written)'에 슬래시가 둘 이상입니다: 'apps/v1'처럼 그룹과 버전을 쓰십시오")
  }

  fileprivate static func unknownTarget(_ type: Field) -> Message {
    guard !type.isEmpty else {
      return Message(
        en: "the target has no 'type': add one of \(Words.targetTypes.list)",
        ko: "목표에 'type'이 없습니다: \(Words.targetTypes.list) 가운데 하나를 쓰십시오")
    }
    if let meant = Words.targetTypes.nearest(to: type.written) {
      return Message(
        en: "target type '\(type.written)' is not known: did you mean '\(meant)'",
        ko: "목표 타입 '\(type.written)'은(는) 알 수 없습니다: '\(meant)'을(를) 쓰려고 했습니까")
    }
    return Message(
      en: "target type '\(type.written)' is not known: use one of \(Words.targetTypes.list)",
      ko: "목표 타입 '\(type.written)'은(는) 알 수 없습니다: \(Words.targetTypes.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static func noTarget(_ one: String, _ other: String) -> Message {
    one == other
      ? Message(en: "the target has no value: add '\(one)'", ko: "목표 값이 없습니다: '\(one)'을(를) 추가하십시오")
      : Message(
        en: "the target has no value: add '\(one)' or '\(other)'", ko: "목표 값이 없습니다: '\(one)'이나 '\(other)'을(를) 추가하십시오")
  }

  fileprivate static var twoTargets: Message {
    Message(en: "the metric has two targets: keep one of them", ko: "메트릭에 목표가 둘입니다: 하나만 두십시오")
  }
}
