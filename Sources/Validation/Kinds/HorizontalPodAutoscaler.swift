import Findings
import Schema

extension KindValidation {
  /// groups.md 3.3; the rules of metrics lie in `Blocks/Metrics.swift`.
  static let horizontalPodAutoscaler = KindValidation(
    "autoscaling/v2", "HorizontalPodAutoscaler", earlier: ["autoscaling/v2beta2"],
    examples: [
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 2
          maxReplicas: 10
          metrics:
          - type: Resource
            resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
          behavior:
            scaleDown:
              stabilizationWindowSeconds: 300
              policies: [{type: Percent, value: 50, periodSeconds: 60}]
        """),
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: # ←
            kind: Deployment
            name: web
          minReplicas: 5
          maxReplicas: 3 # ←
          metrics:
          - type: Resource
            resource:
              name: cpu
              target: # ←
                type: Utilization
          behavior:
            scaleUp:
              selectPolicy: max # ←
              policies: [] # ←
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.replicas(spec)
    report.scaleTarget(spec["scaleTargetRef"])
    for metric in spec["metrics"].items { report.metric(metric) }
    if spec["minReplicas"].integer == 0, !spec["metrics"].items.contains(where: { $0.isOutsideMetric }) {
      report.add(.metricSource, at: spec["metrics"], .forbidden, .noOutsideMetric)
    }
    report.scalingRules(spec["behavior"]["scaleUp"])
    report.scalingRules(spec["behavior"]["scaleDown"])
  }

  /// The same object with one metric only. Annotations that hold more of them are not read: with one the verdict is
  /// unknown.
  static let horizontalPodAutoscalerV1 = KindValidation(
    "autoscaling/v1", "HorizontalPodAutoscaler",
    examples: [
      Example(
        """
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          maxReplicas: 10
          targetCPUUtilizationPercentage: 70
        """),
      Example(
        """
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          maxReplicas: 0 # ←
          targetCPUUtilizationPercentage: 0 # ←
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.replicas(spec)
    report.scaleTarget(spec["scaleTargetRef"])
    let share = spec["targetCPUUtilizationPercentage"].reported(
      at: spec,
      [.field("metrics"), .index(0), .field("resource"), .field("target"), .field("averageUtilization")])
    report.expect(share, in: 1...)
    if spec["minReplicas"].integer == 0 {
      report.add(.metricSource, at: spec["minReplicas"].reported(at: spec, "metrics"), .forbidden, .noOutsideMetric)
    }
  }
}

extension Field {
  /// A metric that is measured while no Pod runs.
  fileprivate var isOutsideMetric: Bool { self["type"].hasText("Object") || self["type"].hasText("External") }
}

extension Report {
  fileprivate mutating func replicas(_ spec: Field) {
    let (least, most) = (spec["minReplicas"], spec["maxReplicas"])
    let (minimum, maximum) = (least.integer ?? 1, most.integer ?? 0)
    if minimum == 0 {
      inVersions(.withoutScaleToZero) { $0.expect(least, in: 1...) }
    } else {
      expect(least, in: 1...)
    }
    if maximum == 0 { add(.required, at: most, .required, .noMaximum) }
    if maximum < 0 {
      expect(most, in: 1...)
    } else if maximum < minimum {
      refuse(most, .maximumBelowMinimum(maximum, minimum), as: .numberRange)
    }
  }

  fileprivate mutating func scaleTarget(_ target: Field) {
    requireSegment(target["kind"])
    requireSegment(target["name"])
    let version = target["apiVersion"]
    groupVersion(version)
    // Everything that can be scaled lies in a group, but for the oldest of them; checked since 1.34.
    let hasGroup = version.isQualified && !version.hasPrefix("/")
    if !hasGroup, !target["kind"].hasText("ReplicationController") {
      inVersions(.groupOfScaleTarget) { $0.refuse(version, .noGroup(target)) }
    }
  }

  fileprivate mutating func scalingRules(_ rules: Field) {
    guard rules.isGiven else { return }
    expect(rules["stabilizationWindowSeconds"], in: 0...3600)
    expect(given: rules["selectPolicy"], oneOf: ["Disabled", "Max", "Min"])
    let policies = rules["policies"]
    if policies.isGiven { require(policies, .noPolicies) }
    for policy in policies.items {
      expect(always: policy["type"], oneOf: ["Percent", "Pods"])
      expect(always: policy["value"], in: 1...Int64(Int32.max))
      expect(always: policy["periodSeconds"], in: 1...1800)
    }
    if let tolerance = rules["tolerance"].quantity, tolerance.sign < 0 {
      inVersions(.tolerance) { $0.refuse(rules["tolerance"], .negativeTolerance, as: .quantity) }
    }
  }
}

extension Message {
  fileprivate static var noOutsideMetric: Message {
    Message(
      en: "Pods that are not there have no load to measure: use an 'Object' or 'External' metric, or keep at least one",
      ko: "없는 Pod의 부하는 잴 수 없습니다: 'Object'나 'External' 메트릭을 쓰거나 하나 이상 남기십시오")
  }

  fileprivate static var noMaximum: Message {
    Message(
      en: "'maxReplicas' is missing: say how many Pods there may be at most",
      ko: "'maxReplicas'가 없습니다: Pod를 최대 몇 개까지 둘지 쓰십시오")
  }

  fileprivate static func maximumBelowMinimum(_ maximum: Int64, _ minimum: Int64) -> Message {
    Message(
      en: "there would be at most \(maximum) Pods and at least \(minimum): raise 'maxReplicas' or lower 'minReplicas'",
      ko: "최대 \(maximum)개인데 최소 \(minimum)개입니다: 'maxReplicas'를 올리거나 'minReplicas'를 내리십시오")
  }

  fileprivate static func noGroup(_ target: Field) -> Message {
    let kind = target["kind"].text ?? ""
    return Message(
      en: "the target's 'apiVersion' names no group: write the one of '\(kind)', such as 'apps/v1'",
      ko: "대상의 'apiVersion'에 그룹이 없습니다: 'apps/v1'처럼 '\(kind)'의 것을 쓰십시오")
  }

  fileprivate static var noPolicies: Message {
    Message(
      en: "an empty list allows no step: add a policy, or remove 'policies' to have the default ones",
      ko: "빈 목록은 어떤 변경도 허용하지 않습니다: 정책을 추가하거나 'policies'를 지워 기본값을 쓰십시오")
  }

  fileprivate static var negativeTolerance: Message {
    Message(en: "'tolerance' is negative: write 0 or more", ko: "'tolerance'가 음수입니다: 0 이상을 쓰십시오")
  }
}
