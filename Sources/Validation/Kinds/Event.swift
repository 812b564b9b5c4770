import Findings
import Schema
import YAML

extension KindValidation {
  /// core.md 4.14
  static let event = KindValidation(
    "v1", "Event", names: .pathSegment, metadata: .generalAfterwards,
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Event
        metadata: {name: web.1, namespace: shop}
        involvedObject: {apiVersion: v1, kind: Pod, name: web, namespace: shop}
        reason: Started
        """),
      Example(
        """
        apiVersion: v1
        kind: Event
        metadata: {name: web.1, namespace: shop}
        involvedObject:
          name: web
          namespace: stock # ←
        reason: Started
        """),
    ]
  ) { report, object in
    report.event(
      object, EventNames(about: "involvedObject", controller: "reportingComponent", note: "message"))
  }

  /// groups.md 3.18
  static let eventOfEvents = KindValidation(
    "events.k8s.io/v1", "Event",
    examples: [
      Example(
        """
        apiVersion: events.k8s.io/v1
        kind: Event
        metadata: {name: web.1, namespace: shop}
        eventTime: "2026-01-02T15:04:05.000000Z"
        type: Normal
        reason: Started
        action: Starting
        reportingController: example.com/starter
        reportingInstance: starter-1
        regarding: {apiVersion: v1, kind: Pod, name: web, namespace: shop}
        """),
      Example(
        """
        apiVersion: events.k8s.io/v1
        kind: Event # ←
        metadata: {name: web.1, namespace: shop}
        type: Info # ←
        reason: Started
        regarding: {apiVersion: v1, kind: Pod, name: web, namespace: shop}
        series:
          count: 1 # ←
          lastObservedTime: "2026-01-02T15:04:05.000000Z"
        """),
    ]
  ) { report, object in
    report.event(object, EventNames(about: "regarding", controller: "reportingController", note: "note"))
    report.require(object["eventTime"])
    report.eventSeries(object["series"], of: object)
    let type = object["type"]
    if !type.hasText("Normal"), !type.hasText("Warning") { report.refuse(type, .unknownType(type)) }
    report.oldFields(of: object)
  }
}

/// What the two versions of an Event call their fields.
private struct EventNames {
  let about: StaticString
  let controller: StaticString
  let note: StaticString
}

extension Report {
  fileprivate mutating func event(_ object: Field, _ names: EventNames) {
    let namespace = object["metadata"]["namespace"]
    // Where none is given, that of the request counts.
    let home = namespace.isEmpty ? "default" : namespace.text ?? "default"
    let about = object[names.about]["namespace"].reported(at: object, [.field("involvedObject"), .field("namespace")])
    let isElsewhere =
      if object["eventTime"].isGiven {
        about.isEmpty && home != "default" && home != "kube-system"  // EV3
      } else {
        about.isEmpty ? home != "default" : about.text != home  // EV1 EV2
      }
    if isElsewhere { refuse(about, .elsewhere(about, home)) }
    if object["eventTime"].isGiven { report(of: object, names) }
    expect(namespace.reported(at: object, "namespace"), .subdomain)  // EV13
  }

  /// Who saw what, which only newer Events have to say.
  private mutating func report(of object: Field, _ names: EventNames) {
    let controller = object[names.controller]
    require(controller)  // EV4
    expect(always: controller, .qualifiedName)  // EV5
    for field in [object["reportingInstance"], object["action"], object["reason"]] {
      require(field)  // EV6 EV8 EV10
      expectShort(field, 128)  // EV7 EV9 EV11
    }
    expectShort(object[names.note].reported(at: object, "message"), 1024)  // EV12
  }

  fileprivate mutating func eventSeries(_ series: Field, of object: Field) {
    guard series.isGiven else { return }
    if (series["count"].integer ?? 0) < 2 { refuse(series["count"], .shortSeries, as: .numberRange) }
    require(series["lastObservedTime"])
  }

  /// Fields that only Events of core/v1 use, named as there.
  fileprivate mutating func oldFields(of object: Field) {
    let (first, last) = (object["deprecatedFirstTimestamp"], object["deprecatedLastTimestamp"])
    let (count, source) = (object["deprecatedCount"], object["deprecatedSource"])
    if first.isGiven { refuse(first.reported(at: object, "firstTimestamp"), .oldField(first)) }
    if last.isGiven { refuse(last.reported(at: object, "lastTimestamp"), .oldField(last)) }
    if (count.integer ?? 0) != 0 { refuse(count.reported(at: object, "count"), .oldField(count)) }
    if !source["component"].isEmpty || !source["host"].isEmpty {
      refuse(source.reported(at: object, "source"), .oldField(source))
    }
  }

  private mutating func expectShort(_ field: Field, _ limit: Int) {
    guard let node = field.node, node.isScalar, node.withText({ $0.count }) > limit else { return }
    refuse(field, .longText(field, limit), as: .tooLong)
  }
}

extension Message {
  fileprivate static func elsewhere(_ about: Field, _ home: String) -> Message {
    about.isEmpty
      ? Message(
        en: "the Event lies in namespace '\(home)' and what it is about in none: name the same, or use 'default'",
        ko: "이벤트는 네임스페이스 '\(home)'에 있는데 대상에는 네임스페이스가 없습니다: 같게 쓰거나 'default'를 쓰십시오")
      : Message(
        en: "the Event lies in namespace '\(home)' and what it is about in '\(about.written)': write the same",
        ko: "이벤트는 네임스페이스 '\(home)'에, 대상은 '\(about.written)'에 있습니다: 같게 쓰십시오")
  }

  fileprivate static func unknownType(_ type: Field) -> Message {
    type.isEmpty
      ? Message(en: "'type' is missing: add 'Normal' or 'Warning'", ko: "'type'이 없습니다: 'Normal'이나 'Warning'을 쓰십시오")
      : Message(
        en: "type '\(type.written)' is not known: use 'Normal' or 'Warning'",
        ko: "타입 '\(type.written)'은(는) 알 수 없습니다: 'Normal'이나 'Warning'을 쓰십시오")
  }

  fileprivate static var shortSeries: Message {
    Message(en: "a series is two Events or more: write at least 2", ko: "연속 이벤트는 둘 이상입니다: 2 이상을 쓰십시오")
  }

  fileprivate static func oldField(_ field: Field) -> Message {
    Message(
      en: "'\(field.name)' is kept for Events of the core group: remove it",
      ko: "'\(field.name)'은(는) 코어 그룹의 이벤트에만 쓰입니다: 지우십시오")
  }

  fileprivate static func longText(_ field: Field, _ limit: Int) -> Message {
    Message(
      en: "\(field.name) is too long: use at most \(limit) bytes", ko: "\(field.name)이(가) 너무 깁니다: \(limit)바이트까지 쓰십시오")
  }
}
