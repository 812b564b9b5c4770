import Findings
import Resources
import Schema

extension Words {
  fileprivate static let modes: Words = ["NonIndexed", "Indexed"]
}

extension Report {
  /// The spec of a Job, also as a template in a CronJob, where Job defaults do not apply (groups.md 3.2).
  mutating func jobSpec(_ spec: Field) {
    expect(spec["parallelism"], in: 0...)
    expect(spec["completions"], in: 0...)
    expect(spec["activeDeadlineSeconds"], in: 0...)
    expect(spec["backoffLimit"], in: 0...)
    expect(spec["ttlSecondsAfterFinished"], in: 0...)
    inVersions(.limitPerIndex) { report in
      report.expect(spec["backoffLimitPerIndex"], in: 0...)
      report.expect(spec["maxFailedIndexes"], in: 0...)
      if spec["maxFailedIndexes"].isGiven, !spec["backoffLimitPerIndex"].isGiven {
        report.add(.required, at: spec["backoffLimitPerIndex"], .required, .limitPerIndex)
      }
    }
    inVersions(.managedJobs) { $0.managedBy(spec["managedBy"]) }
    expect(spec["completionMode"], oneOf: .modes)
    indexes(spec)
    inVersions(.podFailurePolicy) { report in
      if spec["podFailurePolicy"].isGiven { report.podFailurePolicy(spec["podFailurePolicy"], of: spec) }
    }
    inVersions(.successPolicy) { report in
      if spec["successPolicy"].isGiven { report.successPolicy(spec["successPolicy"], of: spec) }
    }
    inVersions(.limitPerIndex) { $0.replacement(spec) }
  }

  /// A Job's Pods end, so they do not restart always, which is the default.
  mutating func jobTemplate(_ template: Field, of spec: Field) {
    podTemplate(template)
    let policy = template["spec"]["restartPolicy"]
    if policy.isEmpty || policy.hasText("Always") {
      add(.restartPolicy, at: policy, .required, .endlessJob, detail: "valid values: \"OnFailure\", \"Never\"")
    } else {
      expect(policy, oneOf: ["OnFailure", "Never"], as: .restartPolicy)
      if policy.hasText("OnFailure"), spec["podFailurePolicy"].isGiven {
        inVersions(.podFailurePolicy) { $0.refuse(policy, .restartUnderPolicy, as: .restartPolicy) }
      }
    }
  }

  private mutating func managedBy(_ name: Field) {
    guard name.isGiven else { return }
    require(name)
    expect(name, atMostBytes: 63)
    expectDomainPath(name)
  }

  private mutating func indexes(_ spec: Field) {
    let (completions, parallelism, failed) = (spec["completions"], spec["parallelism"], spec["maxFailedIndexes"])
    let mode = spec["completionMode"]
    if mode.isEmpty || mode.hasText("NonIndexed") {
      inVersions(.limitPerIndex) { report in
        for field in [spec["backoffLimitPerIndex"], failed] where field.isGiven {
          report.refuse(field, .indexedOnly(field))
        }
      }
    }
    guard mode.hasText("Indexed") else { return }
    if !completions.isGiven { add(.required, at: completions, .required, .noCompletions) }
    expect(parallelism, atMost: 100_000)
    if (completions.integer ?? 0) > 100_000, (parallelism.integer ?? 0) > 10_000 {
      warn(.numberRange, at: spec["completions"], .untrackedIndexes)
    }
    inVersions(.limitPerIndex) { $0.failedIndexes(failed, of: spec) }
  }

  /// How many indexes may fail, and how many there may be where each is tried on its own.
  private mutating func failedIndexes(_ failed: Field, of spec: Field) {
    let completions = spec["completions"]
    if let limit = completions.integer, let number = failed.integer, number > limit {
      refuse(failed, .moreThanCompletions(failed, limit), as: .numberRange)
    }
    expect(failed, atMost: 100_000)
    guard (completions.integer ?? 0) > 100_000, spec["backoffLimitPerIndex"].isGiven else { return }
    if !failed.isGiven { require(failed) }
    expect(spec["parallelism"], atMost: 10_000)
    expect(failed, atMost: 10_000)
  }

  private mutating func expect(_ field: Field, atMost limit: Int64) {
    if let number = field.integer, number > limit {
      refuse(
        field,
        Message(
          en: "\(field.name) \(number) is too large: use at most \(limit)",
          ko: "\(field.name) \(number)은(는) 너무 큽니다: \(limit)까지 쓰십시오"),
        as: .numberRange)
    }
  }

  private mutating func podFailurePolicy(_ policy: Field, of spec: Field) {
    expect(policy["rules"], atMostItems: 20)
    let pod = spec["template"]["spec"]
    var containers: Set<String> = []
    for list in [pod["containers"], pod["initContainers"]] {
      for container in list.items { containers.insert(container["name"].text ?? "") }
    }
    for rule in policy["rules"].items {
      let (action, codes, conditions) = (rule["action"], rule["onExitCodes"], rule["onPodConditions"])
      require(action)
      // Rules of this action are dropped where the gate of indexes is off.
      if action.hasText("FailIndex"), !spec["backoffLimitPerIndex"].isGiven {
        inVersions(.limitPerIndex) { $0.refuse(action, .failIndex) }
      }
      expect(action, oneOf: ["Count", "FailIndex", "FailJob", "Ignore"])
      if codes.isGiven == !conditions.isEmpty { refuse(rule, .failureRule(codes.isGiven)) }
      if codes.isGiven { exitCodes(codes, of: containers) }
      expect(conditions, atMostItems: 20)
      for condition in conditions.items {
        expect(always: condition["type"], .qualifiedName)
        expect(condition["status"], oneOf: ["True", "False", "Unknown"])
      }
    }
  }

  private mutating func exitCodes(_ codes: Field, of containers: Set<String>) {
    let (word, values, name) = (codes["operator"], codes["values"], codes["containerName"])
    require(word)
    expect(word, oneOf: ["In", "NotIn"])
    if name.isGiven, !containers.contains(name.text ?? "") { refuse(name, .noContainer(name)) }
    if values.isEmpty { refuse(values, .noExitCodes) }
    expect(values, atMostItems: 255)
    var firsts: [Int64: Field] = [:]
    var previous: Int64?
    var isAscending = true
    for value in values.items {
      guard let code = value.isGiven ? value.integer : 0 else { continue }
      if code == 0, word.hasText("In") { refuse(value, .successIsNoFailure) }
      if let first = firsts.updateValue(firsts[code] ?? value, forKey: code) {
        addDuplicate(value, of: first)
      } else if let previous, code < previous {
        isAscending = false
      }
      previous = code
    }
    if !isAscending { refuse(values, .unorderedCodes) }
  }

  private mutating func successPolicy(_ policy: Field, of spec: Field) {
    guard spec["completionMode"].hasText("Indexed") else { return refuse(policy, .indexedOnly(policy)) }
    let completions = spec["completions"].integer ?? 0
    require(policy["rules"])
    expect(policy["rules"], atMostItems: 20)
    for rule in policy["rules"].items {
      let (count, indexes) = (rule["succeededCount"], rule["succeededIndexes"])
      if !count.isGiven, !indexes.isGiven { add(.required, at: rule, .required, .successRule) }
      var named: Int64?
      if let text = indexes.text {
        expect(indexes, atMostBytes: 65_536)
        named = numberOfIndexes(text, below: completions)
        if named == nil { refuse(indexes, .indexList(completions)) }
      }
      expect(count, in: 0...)
      guard let number = count.integer else { continue }
      if number > completions { refuse(count, .moreThanCompletions(count, completions), as: .numberRange) }
      if let named, number > named { refuse(count, .moreThanIndexes(named), as: .numberRange) }
    }
  }

  private mutating func replacement(_ spec: Field) {
    let policy = spec["podReplacementPolicy"]
    if spec["podFailurePolicy"].isGiven {
      expect(policy, oneOf: ["Failed"])
    } else {
      expect(policy, oneOf: ["Failed", "TerminatingOrFailed"])
    }
  }
}

/// How many indexes a list such as `0,2-4` names; `nil` where it is no strictly ascending list below the limit.
private func numberOfIndexes(_ text: String, below limit: Int64) -> Int64? {
  var (count, previous): (Int64, Int64) = (0, -1)
  if text.isEmpty { return 0 }
  for part in text.split(separator: ",", omittingEmptySubsequences: false) {
    let ends = part.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = Int64(ends[0]), let last = ends.count == 2 ? Int64(ends[1]) : first,
      first > previous, last < limit, ends.count == 1 || first < last
    else { return nil }
    count += last - first + 1
    previous = last
  }
  return count
}

extension Message {
  fileprivate static var untrackedIndexes: Message {
    Message(
      en: "more than 100000 completions with more than 10000 Pods at a time may not be kept track of when many indexes "
        + "fail: use fewer of either",
      ko: "completions가 100000을 넘고 parallelism이 10000을 넘으면 많은 인덱스가 실패할 때 추적하지 못할 수 있습니다: 둘 가운데 하나를 줄이십시오")
  }

  fileprivate static var limitPerIndex: Message {
    Message(
      en: "'maxFailedIndexes' counts indexes that used up their tries: add 'backoffLimitPerIndex'",
      ko: "'maxFailedIndexes'는 재시도를 다 쓴 인덱스를 셉니다: 'backoffLimitPerIndex'를 추가하십시오")
  }

  fileprivate static var endlessJob: Message {
    Message(
      en: "a Job's Pods end, and 'restartPolicy' is 'Always' by default: write 'OnFailure' or 'Never'",
      ko: "Job의 Pod는 끝나야 하는데 'restartPolicy'의 기본값은 'Always'입니다: 'OnFailure'나 'Never'를 쓰십시오")
  }

  fileprivate static var restartUnderPolicy: Message {
    Message(
      en: "a failure policy looks at Pods that have ended: write 'restartPolicy: Never'",
      ko: "실패 정책은 끝난 Pod를 봅니다: 'restartPolicy: Never'를 쓰십시오")
  }

  fileprivate static func indexedOnly(_ field: Field) -> Message {
    Message(
      en: "'\(field.name)' works with indexes: write 'completionMode: Indexed' or remove it",
      ko: "'\(field.name)'은(는) 인덱스와 함께 씁니다: 'completionMode: Indexed'를 쓰거나 지우십시오")
  }

  fileprivate static var noCompletions: Message {
    Message(
      en: "an indexed Job knows how many indexes it has: add 'completions'",
      ko: "Indexed Job에는 인덱스 수가 필요합니다: 'completions'를 추가하십시오")
  }

  fileprivate static func moreThanCompletions(_ field: Field, _ limit: Int64) -> Message {
    Message(
      en: "\(field.name) is more than the \(limit) completions: write at most that",
      ko: "\(field.name)이(가) completions \(limit)보다 큽니다: 그 이하로 쓰십시오")
  }

  fileprivate static var failIndex: Message {
    Message(
      en: "'FailIndex' needs 'backoffLimitPerIndex': add it", ko: "'FailIndex'에는 'backoffLimitPerIndex'가 필요합니다: 추가하십시오")
  }

  fileprivate static func failureRule(_ both: Bool) -> Message {
    Message(
      en: "a rule looks at 'onExitCodes' or at 'onPodConditions': give \(both ? "one of them" : "one")",
      ko: "규칙은 'onExitCodes'나 'onPodConditions' 가운데 하나를 봅니다: 하나만 쓰십시오")
  }

  fileprivate static func noContainer(_ name: Field) -> Message {
    Message(
      en: "the template has no container '\(name.written)': name one of its containers",
      ko: "템플릿에 컨테이너 '\(name.written)'이(가) 없습니다: 있는 컨테이너의 이름을 쓰십시오")
  }

  fileprivate static var noExitCodes: Message {
    Message(en: "the rule names no exit codes: add some to 'values'", ko: "규칙에 종료 코드가 없습니다: 'values'에 추가하십시오")
  }

  fileprivate static var successIsNoFailure: Message {
    Message(en: "0 means success, which is no failure: remove it", ko: "0은 성공을 뜻하므로 실패가 아닙니다: 지우십시오")
  }

  fileprivate static var unorderedCodes: Message {
    Message(en: "the codes are not in order: sort them upwards", ko: "종료 코드가 순서대로가 아닙니다: 오름차순으로 쓰십시오")
  }

  fileprivate static var successRule: Message {
    Message(
      en: "the rule says nothing: add 'succeededCount' or 'succeededIndexes'",
      ko: "규칙이 비어 있습니다: 'succeededCount'나 'succeededIndexes'를 추가하십시오")
  }

  fileprivate static func indexList(_ completions: Int64) -> Message {
    Message(
      en: "this is no ascending list of indexes below \(completions): write one such as '0,2-4'",
      ko: "\(completions) 미만의 오름차순 인덱스 목록이 아닙니다: '0,2-4'처럼 쓰십시오")
  }

  fileprivate static func moreThanIndexes(_ count: Int64) -> Message {
    Message(
      en: "the rule names \(count) indexes, so no more can succeed: write at most that",
      ko: "규칙의 인덱스는 \(count)개입니다: 그 이하로 쓰십시오")
  }
}
