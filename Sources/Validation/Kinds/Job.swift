import Findings
import Resources
import Schema
import YAML

extension KindValidation {
  /// groups.md 3.2; the rules of a Job's spec lie in `Blocks/Jobs.swift`.
  static let job = KindValidation(
    "batch/v1", "Job",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: report}
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
              - {name: report, image: "report:1.0"}
        """),
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: report}
        spec:
          backoffLimit: -1 # ←
          template:
            spec: # ←
              containers:
              - {name: report, image: "report:1.0"}
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.warnOfPodNames(object["metadata"])
    report.jobSelector(of: object)
    report.jobNames(object)
    report.jobSpec(spec, isTemplate: false)
    report.jobTemplate(spec["template"], of: spec)
  }
}

extension Report {
  /// The selector is made by the API server, unless `manualSelector` says otherwise.
  fileprivate mutating func jobSelector(of object: Field) {
    let (spec, template) = (object["spec"], object["spec"]["template"])
    let isManual = spec["manualSelector"].isTrue
    if spec["selector"].isGiven {
      labelSelector(spec["selector"])
      if spec["selector"].isUsableSelector { selector(spec["selector"], ofJob: object, isManual: isManual) }
    } else if isManual {
      _ = selector(spec["selector"], selects: template)
    }
    if isManual { return }
    let labels = template["metadata"]["labels"]
    for name in ["job-name", "batch.kubernetes.io/job-name"] as [StaticString] {
      let label = labels.entry(name)
      if label.isGiven, !label.hasTextOf(object["metadata"]["name"]) { refuse(label, .jobNameLabel) }
    }
    for name in ["controller-uid", "batch.kubernetes.io/controller-uid"] as [StaticString] {
      if labels[name].isGiven { refuse(labels.entry(name), .controllerLabel) }
    }
  }

  /// A selector that can be read matches the labels of the template; one that is to be made for the Job also those that
  /// the API server gives its Pods, among them an identifier that nobody knows beforehand.
  private mutating func selector(_ selector: Field, ofJob object: Field, isManual: Bool) {
    guard let node = selector.node else { return }
    let labels = Labels(object["spec"]["template"]["metadata"]["labels"].node)
    let made = isManual ? [:] : object.labelsOfJob
    let wanted = LabelSelector(node)
    if !isManual, wanted.firstUnmet(where: { made[$0] }) != nil { refuse(selector, .ownSelector) }
    guard let unmet = wanted.firstUnmet(where: { labels[$0] ?? made[$0] }) else { return }
    addMismatch(selector.field(of: unmet), of: object["spec"]["template"])
  }

  /// The server writes the Job's name into labels of its Pods, and numbers those of an indexed Job.
  fileprivate mutating func jobNames(_ object: Field) {
    let (metadata, spec) = (object["metadata"], object["spec"])
    let (template, name) = (spec["template"], metadata["name"])
    if metadata["labels"].isEmpty { labels(template["metadata"]["labels"].reported(at: metadata, "labels")) }
    if !spec["manualSelector"].isTrue, let text = name.text, !Grammar.labelValue.matches(text) {
      expect(given: name.reported(at: template, "labels"), .labelValue)
      if metadata["labels"].isEmpty, !template["metadata"]["labels"].isEmpty {
        expect(given: name.reported(at: metadata, "labels"), .labelValue)
      }
    }
    if spec["completionMode"].hasText("Indexed"), let completions = spec.jobCompletions, completions > 0 {
      let (field, text) = metadata.finalName ?? (name, "")
      let last = "\(text)-\(completions - 1)"
      if !Grammar.label.matches(last) { refuse(field, .indexedName(last), as: .nameFormat) }
    }
  }
}

extension Field {
  /// The labels that the API server gives the Pods of a Job. No selector of a manifest can name its identifier, or a
  /// name that is made of a prefix.
  fileprivate var labelsOfJob: [String: String] {
    let name = self["metadata"]["name"].text ?? "?"
    return [
      "job-name": name, "batch.kubernetes.io/job-name": name, "controller-uid": "?",
      "batch.kubernetes.io/controller-uid": "?",
    ]
  }
}

extension Message {
  fileprivate static var ownSelector: Message {
    Message(
      en: "a Job's selector is made for it: remove 'selector'", ko: "Job의 셀렉터는 자동으로 만들어집니다: 'selector'를 지우십시오")
  }

  fileprivate static var jobNameLabel: Message {
    Message(
      en: "this label holds the Job's name: write that or leave it out", ko: "이 레이블은 Job의 이름입니다: 그 이름을 쓰거나 지우십시오")
  }

  fileprivate static var controllerLabel: Message {
    Message(en: "this label is written by the API server: remove it", ko: "이 레이블은 API 서버가 씁니다: 지우십시오")
  }

  fileprivate static func indexedName(_ last: String) -> Message {
    Message(
      en:
        "the last Pod's host would be called '\(last)', which is no name: shorten the Job's name or take its dots out",
      ko: "마지막 Pod의 호스트 이름이 '\(last)'이(가) 되는데 쓸 수 없는 이름입니다: Job 이름을 줄이거나 점을 빼십시오")
  }
}
