import Findings
import Schema

extension KindValidation {
  /// groups.md 3.8
  static let runtimeClass = KindValidation(
    "node.k8s.io/v1", "RuntimeClass", scope: .cluster, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: {name: gvisor}
        handler: runsc
        overhead:
          podFixed: {cpu: 100m, memory: 64Mi}
        scheduling:
          nodeSelector: {runtime: gvisor}
          tolerations:
          - {key: gvisor, operator: Exists, effect: NoSchedule}
        """),
      Example(
        """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: {name: gvisor}
        handler: Run_SC # ←
        overhead:
          podFixed: {cpus: 100m} # ←
        scheduling:
          tolerations:
          - {key: gvisor, operator: exists} # ←
        """),
    ]
  ) { report, object in
    report.require(object["handler"], .noHandler)
    report.expect(object["handler"], .label)
    report.podOverhead(object["overhead"])
    let scheduling = object["scheduling"]
    report.labels(scheduling["nodeSelector"])
    report.warnOfDeprecatedLabels(scheduling["nodeSelector"])
    report.tolerations(scheduling["tolerations"])
    report.uniqueTolerations(scheduling["tolerations"])
  }
}

extension Report {
  /// What every Pod of the class costs; the API server takes it for limits of a container.
  fileprivate mutating func podOverhead(_ overhead: Field) {
    var (pages, others) = (false, false)
    for (key, value) in overhead["podFixed"].reported(at: overhead, "limits").entries {
      resource(key, value, for: .container)
      pages = pages || key.hasPrefix("hugepages-")
      others = others || key.hasText("cpu") || key.hasText("memory")
    }
    if pages, !others { forbid(overhead, .pagesAlone) }
  }

  fileprivate mutating func uniqueTolerations(_ tolerations: Field) {
    for (toleration, first) in tolerations.repetitions(by: { $0.tolerationKey }) { addDuplicate(toleration, of: first) }
  }
}

extension Field {
  /// What tells tolerations apart; the time is not part of it.
  fileprivate var tolerationKey: String {
    var key = ""
    for name in ["key", "operator", "value", "effect"] as [StaticString] { key += (self[name].text ?? "") + "\n" }
    return key
  }
}

extension Message {
  fileprivate static var noHandler: Message {
    Message(
      en: "the class names no configuration of the container runtime: add 'handler' such as 'runsc'",
      ko: "컨테이너 런타임의 설정 이름이 없습니다: 'runsc' 같은 'handler'를 추가하십시오")
  }

  fileprivate static var pagesAlone: Message {
    Message(
      en: "huge pages go with memory or cpu: add one of them to 'podFixed'",
      ko: "huge page는 메모리나 CPU와 함께 씁니다: 'podFixed'에 하나를 추가하십시오")
  }
}
