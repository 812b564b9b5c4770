import Findings
import Resources
import Schema
import YAML

extension Report {
  /// The template from which a workload makes its Pods (groups.md 3.1). The API server leaves `metadata` out of the
  /// paths of labels and annotations. `claims` are volumes that a StatefulSet adds.
  mutating func podTemplate(_ template: Field, claims: [MountableVolume] = []) {
    let metadata = template["metadata"]
    if metadata["labels"].isGiven { labels(metadata["labels"].reported(at: template, "labels")) }
    if metadata["annotations"].isGiven {
      let annotations = metadata["annotations"].reported(at: template, "annotations")
      self.annotations(annotations)
      podAnnotations(annotations, of: template["spec"], isTemplate: true)
    }
    podSpec(template["spec"], of: metadata, isTemplate: true, claims: claims)
  }

  /// The API server warns of a name that its Pods inherit and cannot have as their host's.
  mutating func warnOfPodNames(_ metadata: Field) {
    guard let text = metadata["name"].text, !text.isEmpty, Grammar.subdomain.matches(text) else { return }
    guard !Grammar.label.matches(text) else { return }
    inVersions(.labelledPods) { $0.warn(.nameFormat, at: metadata["name"], .nameOfPods(text)) }
  }

  /// A workload keeps its Pods running, so they restart always and have no deadline.
  mutating func longRunning(_ template: Field) {
    expect(template["spec"]["restartPolicy"], oneOf: ["Always"], as: .restartPolicy)
    forbid(template["spec"]["activeDeadlineSeconds"], .deadlineOfWorkload)
  }

  /// A workload finds its Pods by labels that its own template gives them. Answers whether the API server goes on to
  /// the template.
  mutating func selector(_ selector: Field, selects template: Field, isRequired: Bool = true) -> Bool {
    guard let node = selector.node else {
      if isRequired { require(selector, .noSelector(template)) }
      add(.selectorMismatch, at: template.labelsOrMetadata, .invalid, .noSelector(template), detail: mismatchDetail)
      return true
    }
    labelSelector(selector)
    if selector["matchLabels"].isEmpty, selector["matchExpressions"].isEmpty {
      refuse(selector, .emptySelector(template), as: .selectorMismatch)
      return true
    }
    guard selector.isUsableSelector else {
      if isRequired { refuse(selector, .unusableSelector, as: .selectorOperator) }
      return false
    }
    let labels = Labels(template["metadata"]["labels"].node)
    if let unmet = LabelSelector(node).firstUnmet(by: labels) { addMismatch(selector.field(of: unmet), of: template) }
    return true
  }

  /// A condition of a selector that the template's labels do not meet.
  mutating func addMismatch(_ unmet: Field, of template: Field) {
    let labels = Labels(template["metadata"]["labels"].node)
    let label = unmet.node?.key.flatMap { key in
      template.labelsOrMetadata.entries.first { $0.key.hasTextOf(unmet.field(of: key)) }?.value
    }
    add(
      .selectorMismatch, at: template.labelsOrMetadata, .invalid,
      .mismatch(unmet, labels),
      detail: mismatchDetail,
      related: [
        Related(range: unmet.range, message: Message(en: "the selector asks for this", ko: "셀렉터가 찾는 조건입니다"))
      ], range: label?.range)
  }

  /// A number or a percentage, not negative.
  mutating func expectShare(_ field: Field) {
    switch field.intOrString {
    case .int: expect(field, in: 0...)
    case .string(let text):
      if Percentage(text) == nil { refuse(field, .noPercentage(field), as: .percentage) }
    case nil: break
    }
  }

  /// A percentage is at most the whole.
  mutating func expectAtMostAll(_ field: Field) {
    if let share = field.intOrString?.percentage, share.value > 100 {
      refuse(field, .moreThanAll(field), as: .percentage)
    }
  }
}

private let mismatchDetail = "`selector` does not match template `labels`"

extension Field {
  /// The labels of a template, which the API server here calls by their true path.
  fileprivate var labelsOrMetadata: Field { self["metadata"]["labels"] }

  /// Whether it is written as nothing: 0, 0 %, or a text that is no number.
  var isZeroShare: Bool {
    switch intOrString {
    case .int(let number): number == 0
    case .string(let text): (Percentage(text)?.value ?? Int64(text) ?? 0) == 0
    case nil: false
    }
  }
}

extension Message {
  fileprivate static func nameOfPods(_ name: String) -> Message {
    Message(
      en: "names and hosts of Pods are made of '\(name)', and a host has no dots and 63 bytes at most: use a DNS label",
      ko: "'\(name)'(으)로 Pod의 이름과 호스트를 만드는데 호스트에는 점이 없고 63바이트까지입니다: DNS 레이블을 쓰십시오")
  }

  fileprivate static var deadlineOfWorkload: Message {
    Message(
      en: "Pods of this kind run on without a deadline: remove 'activeDeadlineSeconds', or use a Job",
      ko: "이 종류의 Pod는 기한 없이 실행됩니다: 'activeDeadlineSeconds'를 지우거나 Job을 쓰십시오")
  }

  fileprivate static func noSelector(_ template: Field) -> Message {
    Message(
      en: "'selector' is missing: add 'matchLabels' with labels of the template",
      ko: "'selector'가 없습니다: 템플릿의 레이블로 'matchLabels'를 쓰십시오")
  }

  fileprivate static func emptySelector(_ template: Field) -> Message {
    Message(
      en: "an empty selector would select every Pod: add 'matchLabels' with labels of the template",
      ko: "빈 셀렉터는 모든 Pod를 고릅니다: 템플릿의 레이블로 'matchLabels'를 쓰십시오")
  }

  static var unusableSelector: Message {
    Message(
      en: "the selector has a condition that cannot be read: mend it first", ko: "셀렉터에 읽을 수 없는 조건이 있습니다: 그것부터 고치십시오")
  }

  fileprivate static func mismatch(_ unmet: Field, _ labels: Labels) -> Message {
    if unmet.node?.isMapping ?? false {
      let key = unmet["key"].text ?? ""
      let word = unmet["operator"].text ?? ""
      return Message(
        en: "the template's labels do not meet the condition on '\(key)' (\(word)): change the labels or the selector",
        ko: "템플릿의 레이블이 '\(key)' 조건(\(word))에 맞지 않습니다: 레이블이나 셀렉터를 바꾸십시오")
    }
    let wanted = "\(unmet.name): \(unmet.written)"
    if let value = labels[unmet.name] {
      return Message(
        en: "the selector looks for '\(wanted)' and the template says '\(value)': write the same in both",
        ko: "셀렉터는 '\(wanted)'을(를) 찾는데 템플릿에는 '\(value)'(으)로 쓰였습니다: 같게 쓰십시오")
    }
    return Message(
      en: "the selector looks for '\(wanted)' and the template has no such label: add it to the template",
      ko: "셀렉터는 '\(wanted)'을(를) 찾는데 템플릿에 그런 레이블이 없습니다: 템플릿에 추가하십시오")
  }

  fileprivate static func noPercentage(_ field: Field) -> Message {
    Message(
      en: "\(field.name) '\(field.written)' is no share: write a number without quotes or a percentage such as '25%'",
      ko: "\(field.name) '\(field.written)'은(는) 비율이 아닙니다: 따옴표 없는 수나 '25%' 같은 백분율을 쓰십시오")
  }

  fileprivate static func moreThanAll(_ field: Field) -> Message {
    Message(
      en: "\(field.name) '\(field.written)' is more than all: write at most '100%'",
      ko: "\(field.name) '\(field.written)'은(는) 전체보다 많습니다: '100%'까지 쓰십시오")
  }
}
