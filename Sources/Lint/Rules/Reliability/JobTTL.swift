import Findings
import Resources
import YAML

extension Rule {
  /// A Job on its own is removed some time after its end.
  static let jobTTL = Rule(
    id: "job-ttl", category: .reliability, severity: .info,
    what: Message(en: "a Job that stays for ever", ko: "끝난 뒤에도 계속 남는 Job"),
    why: Message(
      en: "Finished Jobs and their Pods pile up; in a CronJob the history limits do that work, and a time fights them.",
      ko: "끝난 Job과 Pod가 쌓입니다. CronJob에서는 기록 제한이 그 일을 하며, 시간 설정은 그와 부딪칩니다."),
    advice: Message(
      en: "Set 'ttlSecondsAfterFinished' on Jobs, and leave it out of CronJobs.",
      ko: "Job에는 'ttlSecondsAfterFinished'를 적고 CronJob에서는 빼세요."),
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: once}
        spec:
          ttlSecondsAfterFinished: 3600
          template:
            spec:
              restartPolicy: Never
              containers: [{name: once, image: "once:1.0"}]
        """),
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: once}
        spec: # ←
          template:
            spec:
              restartPolicy: Never
              containers: [{name: once, image: "once:1.0"}]
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly}
        spec:
          schedule: 0 3 * * *
          jobTemplate:
            spec:
              ttlSecondsAfterFinished: 60 # ←
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: nightly, image: "nightly:1.0"}]
        """),
    ]
  ) { manifest, _, report in
    guard manifest.group == "batch", let spec = manifest.spec else { return }
    switch manifest.kind {
    case "Job" where spec["ttlSecondsAfterFinished"] == nil && manifest.metadata?["ownerReferences"] == nil:
      report.add(.stays, missing: "ttlSecondsAfterFinished", in: spec)
    case "CronJob":
      if let time = spec["jobTemplate"]?["spec"]?["ttlSecondsAfterFinished"] { report.add(.fightsHistory, at: time) }
    default: break
    }
  }
}

extension Message {
  fileprivate static let stays = Message(
    en: "the finished Job stays for ever: set 'ttlSecondsAfterFinished'",
    ko: "끝난 Job이 계속 남습니다: 'ttlSecondsAfterFinished'를 적으세요")
  fileprivate static let fightsHistory = Message(
    en: "the time removes Jobs that the history limits would keep: use the limits alone",
    ko: "이 시간이 기록 제한이 남길 Job을 지웁니다: 제한만 쓰세요")
}
