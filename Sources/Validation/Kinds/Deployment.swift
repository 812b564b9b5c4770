import Findings
import Schema

extension KindValidation {
  /// groups.md 3.1
  static let deployment = KindValidation(
    "apps/v1", "Deployment",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector:
            matchLabels: {app: web}
          strategy:
            rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
              - {name: web, image: "nginx:1.27"}
        """),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector:
            matchLabels: {app: shop}
          strategy:
            type: Recreate
            rollingUpdate: {maxSurge: 1} # ←
          template:
            metadata:
              labels: {app: web} # ←
            spec:
              containers:
              - {name: web, image: "nginx:1.27"}
        """),
    ]
  ) { report, object in
    let (spec, template) = (object["spec"], object["spec"]["template"])
    report.warnOfPodNames(object["metadata"])
    report.expect(spec["replicas"], in: 0...)
    let isTemplateJudged = report.selector(spec["selector"], selects: template)
    if isTemplateJudged {
      report.longRunning(template)
      report.podTemplate(template)
    }
    report.strategy(spec["strategy"])
    report.expect(spec["minReadySeconds"], in: 0...)
    report.expect(spec["revisionHistoryLimit"], in: 0...)
    report.progressDeadline(of: spec)
  }
}

extension Report {
  fileprivate mutating func strategy(_ strategy: Field) {
    let (type, rolling) = (strategy["type"], strategy["rollingUpdate"])
    if type.isGiven { expect(type.reported(at: strategy), oneOf: ["Recreate", "RollingUpdate"]) }
    if type.hasText("Recreate") { return forbid(rolling, .rollingRecreate) }
    guard type.isEmpty || type.hasText("RollingUpdate") else { return }
    let (unavailable, surge) = (rolling["maxUnavailable"], rolling["maxSurge"])
    expectShare(unavailable)
    expectAtMostAll(unavailable)
    expectShare(surge)
    if unavailable.isZeroShare, surge.isZeroShare { refuse(unavailable, .stuckUpdate, as: .stuckUpdate) }
  }

  fileprivate mutating func progressDeadline(of spec: Field) {
    let deadline = spec["progressDeadlineSeconds"]
    expect(deadline, in: 0...)
    let (seconds, ready) = (deadline.integer ?? 600, spec["minReadySeconds"].integer ?? 0)
    if seconds <= ready { refuse(deadline, .shortDeadline(seconds, ready), as: .numberRange) }
  }
}

extension Message {
  fileprivate static var rollingRecreate: Message {
    Message(
      en: "'Recreate' stops all Pods at once, so there is nothing to roll: remove 'rollingUpdate', or change the type",
      ko: "'Recreate'는 모든 Pod를 한꺼번에 멈춥니다: 'rollingUpdate'를 지우거나 종류를 바꾸십시오")
  }

  fileprivate static var stuckUpdate: Message {
    Message(
      en: "with neither a Pod too many nor one too few no update can begin: let 'maxSurge' or 'maxUnavailable' be 1",
      ko: "Pod를 더하지도 빼지도 못하면 업데이트를 시작할 수 없습니다: 'maxSurge'나 'maxUnavailable'을 1로 하십시오")
  }

  fileprivate static func shortDeadline(_ deadline: Int64, _ ready: Int64) -> Message {
    Message(
      en:
        "a Pod needs \(ready) seconds to count as ready and the update gives up after \(deadline): let it wait longer",
      ko: "Pod가 준비로 인정되는 데 \(ready)초가 필요한데 업데이트는 \(deadline)초 뒤에 포기합니다: 더 길게 쓰십시오")
  }
}
