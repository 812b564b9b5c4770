import Findings
import Resources
import YAML

extension Rule {
  /// A pause before the stop signal leaves time to end within the grace period.
  ///
  /// The period runs from the start of the hook. The API server refuses a `sleep` that is longer than it, not one of
  /// the same length, and knows nothing of commands.
  static let gracePeriodShort = Rule(
    id: "grace-period-short", category: .rollout, severity: .warning,
    what: Message(en: "a 'preStop' pause that uses the whole grace period up", ko: "유예 기간을 다 써 버리는 'preStop' 대기"),
    why: Message(
      en: "The grace period includes the hook, so the program is killed without time to end its work.",
      ko: "유예 기간에는 훅의 시간도 들어가므로, 프로그램이 일을 마칠 시간 없이 강제 종료됩니다."),
    advice: Message(
      en: "Raise 'terminationGracePeriodSeconds' above the pause, or shorten the pause.",
      ko: "'terminationGracePeriodSeconds'를 대기보다 길게 하거나 대기를 줄이세요."),
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
              lifecycle: {preStop: {sleep: {seconds: 5}}}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          terminationGracePeriodSeconds: 20
          containers:
            - name: web
              image: web:1.0
              lifecycle:
                preStop:
                  sleep: {seconds: 20} # ←
            - name: by-command
              image: web:1.0
              lifecycle:
                preStop:
                  exec:
                    command: [sleep, "60"] # ←
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod else { return }
    let period = pod.node["terminationGracePeriodSeconds"]?.integer ?? 30
    for container in pod.runningContainers {
      guard let hook = container.node["lifecycle"]?["preStop"], let pause = pause(in: hook), pause.seconds >= period
      else { continue }
      report.add(.noTimeLeft(pause.seconds, period), at: pause.node)
    }
  }
}

/// The seconds that a hook sleeps, and where it says so.
private func pause(in hook: Node) -> (seconds: Int64, node: Node)? {
  if let node = hook["sleep"]?["seconds"], let seconds = node.integer { return (seconds, node) }
  let words = hook["exec"]?["command"].map { Array($0.items) } ?? []
  guard words.count == 2, words[0].hasText("sleep") || words[0].hasText("/bin/sleep"),
    let seconds = Int64(words[1].text)
  else { return nil }
  return (seconds, words[1])
}

extension Message {
  fileprivate static func noTimeLeft(_ pause: Int64, _ period: Int64) -> Message {
    Message(
      en: "a pause of \(pause) s leaves nothing of the \(period) s grace period: lengthen the period",
      ko: "\(pause)초 대기는 \(period)초 유예 기간을 남기지 않습니다: 기간을 늘리세요")
  }
}
