import Findings
import Resources
import YAML

extension Rule {
  /// A container that hangs is noticed.
  static let livenessProbeMissing = Rule(
    id: "liveness-probe-missing", category: .probes, severity: .info,
    what: Message(en: "a container without a liveness probe", ko: "활성 프로브가 없는 컨테이너"),
    why: Message(
      en: "One that hangs without ending is never restarted.", ko: "끝나지 않고 멈춘 컨테이너는 재시작되지 않습니다."),
    advice: Message(
      en: "Add a 'livenessProbe' if a restart helps; if it does not, switch this rule off.",
      ko: "재시작이 도움이 되면 'livenessProbe'를 추가하고, 아니라면 이 규칙을 끄세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              livenessProbe: {httpGet: {path: /alive, port: 8080}}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web # ←
              image: web:1.0
        """),
    ]
  ) { manifest, _, report in
    guard manifest.runsUntilReplaced else { return }
    for container in manifest.containers where container.probe(.liveness) == nil {
      report.add(.noLiveness(container.title), missing: "livenessProbe", in: container.node)
    }
  }
}

extension Message {
  fileprivate static func noLiveness(_ container: String) -> Message {
    Message(
      en: "nothing restarts container '\(container)' when it hangs: add a 'livenessProbe' if a restart helps",
      ko: "컨테이너 '\(container)'이(가) 멈춰도 재시작되지 않습니다: 재시작이 도움이 되면 'livenessProbe'를 추가하세요")
  }
}
