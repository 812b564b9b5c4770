import Findings
import Schema

extension KindValidation {
  /// core.md 4.10; scopes are judged in `Blocks/QuotaScopes.swift`.
  static let resourceQuota = KindValidation(
    "v1", "ResourceQuota",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: team}
        spec:
          hard:
            requests.cpu: "8"
            limits.cpu: "16"
            pods: 40
            count/deployments.apps: 10
            requests.example.com/gpu: 2
          scopeSelector:
            matchExpressions:
            - {scopeName: PriorityClass, operator: In, values: [high]}
        """),
      Example(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: team}
        spec:
          hard:
            cpus: "8" # ←
            pods: 1.5 # ←
            memory: -1Gi # ←
            secrets: 10
          scopes: [Terminating] # ←
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    for (key, value) in spec["hard"].entries {
      report.expectQuotaResource(key)  // RQ1
      report.amount(value, of: key)  // RQ2 RQ3
    }
    report.quotaScopes(spec)
    report.requestsAboveLimits(spec["hard"])
  }
}

extension Report {
  /// Of what is both requested and limited, less is requested.
  fileprivate mutating func requestsAboveLimits(_ hard: Field) {
    for (requests, plain, limits) in [
      ("requests.cpu", "cpu", "limits.cpu"), ("requests.memory", "memory", "limits.memory"),
      ("requests.storage", "", "limits.storage"), ("requests.ephemeral-storage", "", "limits.ephemeral-storage"),
    ] as [(StaticString, StaticString, StaticString)] {
      let request = hard[requests].isGiven || plain.isEmpty ? hard[requests] : hard[plain]
      guard let asked = request.quantity, let limit = hard[limits].quantity, asked > limit else { continue }
      warn(.requestAboveLimit, at: request, .moreThanLimit(request, hard[limits]))  // W38
    }
  }
}

extension Message {
  fileprivate static func moreThanLimit(_ request: Field, _ limit: Field) -> Message {
    Message(
      en: "\(request.name) is \(request.written) and \(limit.name) \(limit.written): the smaller of them decides",
      ko: "\(request.name)은(는) \(request.written), \(limit.name)은(는) \(limit.written)입니다: 작은 쪽이 결정합니다")
  }
}
