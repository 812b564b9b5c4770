import Findings
import Schema

extension KindValidation {
  /// groups.md 3.1
  static let daemonSet = KindValidation(
    "apps/v1", "DaemonSet",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector:
            matchLabels: {app: agent}
          updateStrategy:
            rollingUpdate: {maxUnavailable: 10%}
          template:
            metadata:
              labels: {app: agent}
            spec:
              containers:
              - {name: agent, image: "agent:1.2"}
        """),
      Example(
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector:
            matchLabels: {app: agent}
          updateStrategy:
            rollingUpdate: {maxSurge: 1} # ←
          template:
            metadata:
              labels: {app: agent}
            spec:
              containers:
              - {name: agent, image: "agent:1.2"}
        """),
    ]
  ) { report, object in
    let (spec, template) = (object["spec"], object["spec"]["template"])
    // The template is judged even where the selector cannot be read.
    _ = report.selector(spec["selector"], selects: template, isRequired: false)
    report.longRunning(template)
    report.podTemplate(template)
    report.expect(spec["minReadySeconds"], in: 0...)
    report.daemonUpdate(spec["updateStrategy"])
    report.expect(spec["revisionHistoryLimit"], in: 0...)
  }
}

extension Report {
  fileprivate mutating func daemonUpdate(_ strategy: Field) {
    let type = strategy["type"]
    if type.isGiven { expect(type.reported(at: strategy), oneOf: ["RollingUpdate", "OnDelete"]) }
    guard type.isEmpty || type.hasText("RollingUpdate") else { return }
    let rolling = strategy["rollingUpdate"]
    let (unavailable, surge) = (rolling["maxUnavailable"], rolling["maxSurge"])
    for share in [unavailable, surge] {
      expectShare(share)
      expectAtMostAll(share)
    }
    // The defaults are 1 and 0.
    let isUnavailableZero = unavailable.isGiven && unavailable.isZeroShare
    let isSurgeZero = !surge.isGiven || surge.isZeroShare
    if !isUnavailableZero, !isSurgeZero { refuse(surge, .surgeAndUnavailable, as: .stuckUpdate) }
    if isUnavailableZero, isSurgeZero { add(.stuckUpdate, at: unavailable, .required, .stuckDaemons) }
  }
}

extension Message {
  fileprivate static var surgeAndUnavailable: Message {
    Message(
      en: "a node gets a second Pod or loses its Pod, not both: write 'maxUnavailable: 0' beside 'maxSurge'",
      ko: "노드에는 Pod가 하나 더 생기거나 사라지거나 둘 중 하나만 됩니다: 'maxSurge' 옆에 'maxUnavailable: 0'을 쓰십시오")
  }

  fileprivate static var stuckDaemons: Message {
    Message(
      en: "with both at 0 no update can begin: let 'maxUnavailable' be 1",
      ko: "둘 다 0이면 업데이트를 시작할 수 없습니다: 'maxUnavailable'을 1로 하십시오")
  }
}
