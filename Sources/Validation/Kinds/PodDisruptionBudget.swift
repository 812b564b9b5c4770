import Findings
import Schema

extension KindValidation {
  /// groups.md 3.5
  static let podDisruptionBudget = KindValidation(
    "policy/v1", "PodDisruptionBudget", names: .pathSegment, metadata: .generalAfterwards,
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec:
          minAvailable: 50%
          selector: {matchLabels: {app: web}}
          unhealthyPodEvictionPolicy: AlwaysAllow
        """),
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec: # ←
          minAvailable: "2" # ←
          maxUnavailable: 150% # ←
          selector:
            matchExpressions:
            - {key: app, operator: In} # ←
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    let (least, most) = (spec["minAvailable"], spec["maxUnavailable"])
    if least.isGiven, most.isGiven { report.refuse(spec, .leastAndMost) }
    for share in [least, most] {
      report.expectShare(share)
      report.expectAtMostAll(share)
    }
    report.labelSelector(spec["selector"])
    report.inVersions(.unhealthyEviction) {
      $0.expect(given: spec["unhealthyPodEvictionPolicy"], oneOf: ["AlwaysAllow", "IfHealthyBudget"])
    }
  }
}

extension Message {
  fileprivate static var leastAndMost: Message {
    Message(
      en: "'minAvailable' and 'maxUnavailable' say the same in two ways: keep one of them",
      ko: "'minAvailable'과 'maxUnavailable'은 같은 것을 두 가지로 말합니다: 하나만 두십시오")
  }
}
