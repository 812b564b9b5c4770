import Findings
import Schema

extension KindValidation {
  /// groups.md 3.2
  static let cronJob = KindValidation(
    "batch/v1", "CronJob",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: report}
        spec:
          schedule: "*/15 8-18 * * mon-fri"
          timeZone: Asia/Seoul
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: OnFailure
                  containers:
                  - {name: report, image: "report:1.0"}
        """),
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: report}
        spec:
          schedule: "61 * * * *" # ←
          concurrencyPolicy: allow # ←
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Always # ←
                  containers:
                  - {name: report, image: "report:1.0"}
        """),
    ]
  ) { report, object in
    let (spec, job) = (object["spec"], object["spec"]["jobTemplate"]["spec"])
    report.warnOfPodNames(object["metadata"])
    if let name = object["metadata"].finalName, name.text.utf8.count > 52 {
      report.refuse(name.field, .longName, as: .nameFormat)
    }
    report.schedule(spec["schedule"], timeZone: spec["timeZone"])
    report.expect(spec["startingDeadlineSeconds"], in: 0...)
    report.timeZone(spec["timeZone"])
    report.expect(spec["concurrencyPolicy"], oneOf: ["Allow", "Forbid", "Replace"])
    if job["selector"].isGiven { report.refuse(job["selector"], .selectorInTemplate) }
    if job["manualSelector"].isTrue { report.expect(job["manualSelector"], oneOf: ["false"]) }
    report.jobSpec(job, isTemplate: true)
    report.jobTemplate(job["template"], of: job)
    report.expect(spec["successfulJobsHistoryLimit"], in: 0...)
    report.expect(spec["failedJobsHistoryLimit"], in: 0...)
  }
}

extension Report {
  fileprivate mutating func schedule(_ schedule: Field, timeZone: Field) {
    require(schedule, .noSchedule)
    guard let text = schedule.text, !text.isEmpty else { return }
    if text.containsText("TZ") {
      inVersions(.withoutZoneInSchedule) { $0.refuse(schedule, .zoneInSchedule, as: .schedule) }
      // It was taken with a warning before, where it was the only zone.
      inVersions(VersionSet.all.subtracting(.withoutZoneInSchedule)) { report in
        if timeZone.isGiven {
          report.refuse(schedule, .zoneInSchedule, as: .schedule)
        } else {
          report.warn(.schedule, at: schedule, .zoneInSchedule)
        }
      }
    }
    guard let plain = withoutZone(text) else { return refuse(schedule, .noZone, as: .schedule) }
    do throws(CronSchedule.Problem) {
      _ = try CronSchedule(plain)
    } catch {
      refuse(schedule, error.message, as: .schedule)
    }
  }

  fileprivate mutating func timeZone(_ zone: Field) {
    guard let text = zone.text else { return }
    if text.isEmpty { return refuse(zone, .noZone, as: .schedule) }
    let isWellFormed = text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      part != "." && part != ".." && !part.hasPrefix("-") && part.utf8.count >= 1 && part.utf8.count <= 14
        && part.utf8.allSatisfy(isZoneByte)
    }
    if !isWellFormed || text.lowercased() == "local" { return refuse(zone, .noZone, as: .schedule) }
    if !TimeZones.contains(text) { refuse(zone, .unknownZone(text), as: .schedule) }
  }
}

/// A schedule without the time zone that may stand before it, as in `TZ=UTC 0 3 * * *`; `nil` where the zone is none.
private func withoutZone(_ schedule: String) -> String? {
  for prefix in ["TZ=", "CRON_TZ="] where schedule.hasPrefix(prefix) {
    let rest = schedule.dropFirst(prefix.count)
    guard let end = rest.firstIndex(of: " ") else { return nil }
    let zone = String(rest[..<end])
    return zone.isEmpty || zone == "Local" || TimeZones.contains(zone) ? String(rest[end...]).trimmingBlanks : nil
  }
  return schedule
}

private func isZoneByte(_ byte: UInt8) -> Bool {
  byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122 || "._+-".utf8.contains(byte)
}

extension Message {
  fileprivate static var longName: Message {
    Message(
      en: "the name is too long for the Jobs made from it: use at most 52 bytes",
      ko: "이름이 너무 길어 여기서 만들 Job에 쓸 수 없습니다: 52바이트까지 쓰십시오")
  }

  fileprivate static var noSchedule: Message {
    Message(
      en: "'schedule' is missing: say when it runs, such as '0 3 * * *'",
      ko: "'schedule'이 없습니다: '0 3 * * *'처럼 언제 실행할지 쓰십시오")
  }

  fileprivate static var zoneInSchedule: Message {
    Message(en: "the schedule names a time zone: move it to 'timeZone'", ko: "스케줄에 시간대가 있습니다: 'timeZone'으로 옮기십시오")
  }

  fileprivate static var noZone: Message {
    Message(
      en: "this is no time zone of the database: write one such as 'Asia/Seoul' or 'UTC'",
      ko: "데이터베이스에 있는 시간대가 아닙니다: 'Asia/Seoul'이나 'UTC'처럼 쓰십시오")
  }

  fileprivate static func unknownZone(_ zone: String) -> Message {
    guard let meant = TimeZones.nearest(to: zone) else { return noZone }
    return Message(
      en: "there is no time zone '\(zone)': did you mean '\(meant)'",
      ko: "시간대 '\(zone)'은(는) 없습니다: '\(meant)'을(를) 쓰려고 했습니까")
  }

  fileprivate static var selectorInTemplate: Message {
    Message(
      en: "each Job's selector is made for it: remove 'selector'", ko: "Job의 셀렉터는 자동으로 만들어집니다: 'selector'를 지우십시오")
  }
}
