import Findings
import Resources
import YAML

extension Rule {
  /// A liveness probe does not ask what the readiness probe asks, unless it gives up later.
  ///
  /// The same endpoint with a higher threshold is the pattern that Kubernetes' own documentation shows.
  static let probesIdentical = Rule(
    id: "probes-identical", category: .probes, severity: .warning,
    what: Message(
      en: "a liveness probe that fails as soon as the readiness probe", ko: "준비성 프로브와 동시에 실패하는 활성 프로브"),
    why: Message(
      en: "A Pod that is merely busy is restarted, which leaves more work for the others.",
      ko: "바쁠 뿐인 Pod가 재시작되어 나머지 Pod의 일이 더 늘어납니다."),
    advice: Message(
      en: "Check something cheaper for liveness, or raise its 'failureThreshold'.",
      ko: "활성 프로브는 더 가벼운 것을 확인하거나 'failureThreshold'를 올리세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: gives-up-later
              image: web:1.0
              readinessProbe: {httpGet: {path: /healthz, port: 8080}}
              livenessProbe: {httpGet: {path: /healthz, port: 8080}, failureThreshold: 10}
            - name: asks-something-else
              image: web:1.0
              readinessProbe: {httpGet: {path: /ready, port: 8080}}
              livenessProbe: {httpGet: {path: /alive, port: 8080}}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              readinessProbe: {httpGet: {path: /healthz, port: 8080}}
              livenessProbe: # ←
                httpGet: {port: 8080, path: /healthz}
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.pod?.runningContainers ?? [] {
      guard let liveness = container.probe(.liveness), let readiness = container.probe(.readiness),
        let (kind, handler) = liveness.handlers.first, let (otherKind, otherHandler) = readiness.handlers.first,
        kind == otherKind, handler.hasSameContent(as: otherHandler),
        patience(liveness) <= patience(readiness)
      else { continue }
      report.add(.asSoon(container.title), at: liveness.node)
    }
  }
}

/// Seconds from the first failure until the probe counts as failed.
private func patience(_ probe: Probe) -> Int64 {
  let (seconds, isOverflow) = probe.periodSeconds.multipliedReportingOverflow(by: probe.failureThreshold)
  return isOverflow ? .max : seconds
}

extension Node {
  /// Whether two values say the same, whatever the order of keys. The nesting is that of the YAML reader's limit.
  fileprivate func hasSameContent(as other: Node) -> Bool {
    guard kind == other.kind, count == other.count else { return false }
    if isScalar { return text == other.text }
    if isSequence { return zip(items, other.items).allSatisfy { $0.hasSameContent(as: $1) } }
    return entries.allSatisfy { entry in
      other.member(named: entry.key.text).map { entry.value.hasSameContent(as: $0) } ?? false
    }
  }
}

extension Message {
  fileprivate static func asSoon(_ container: String) -> Message {
    Message(
      en: "container '\(container)' is restarted as soon as it is unready: check something else, or give up later",
      ko: "컨테이너 '\(container)'은(는) 준비되지 않으면 곧바로 재시작됩니다: 다른 것을 확인하거나 더 늦게 포기하게 하세요")
  }
}
