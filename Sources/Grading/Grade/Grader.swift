public import Findings
import Simulation
import YAML

/// Grades submissions, the same natively and in the page.
public enum Grader {
  /// Grades the files of a learner against a lab.
  ///
  /// `versions` counts where the lab names none. Never fails: what cannot be read gives a grade that says so.
  public static func grade(
    lab: Lab, files: [LabFile], given: [LabFile], judge: Judge, versions: VersionSet = .all, language: String
  ) -> Grade {
    let submission = Submission(files: files, given: given, judge: judge, versions: lab.versions ?? versions)
    var grade = Grade(
      lab: lab.id, language: language, status: .fail, message: "", results: [], points: 0, maxPoints: lab.maxPoints,
      digests: digests(lab, files, given, judge), unreadable: nil)
    if let unreadable = submission.unreadable {
      grade.status = .error
      grade.unreadable = unreadable
      let at = unreadable.position
      grade.message =
        "\(unreadable.source.name):\(at.line):\(at.column): \(unreadable.finding.message.text(in: language))"
      return grade
    }
    let session = GradingSession(lab: lab, submission: submission, language: language)
    grade.results = session.results()
    for result in grade.results { grade.points += result.points }
    if grade.results.allSatisfy({ $0.state == .passed }) { grade.status = .pass }
    return grade
  }

  private static func digests(_ lab: Lab, _ files: [LabFile], _ given: [LabFile], _ judge: Judge) -> Grade.Digests {
    Grade.Digests(
      lab: SHA256.hexDigest(of: lab.digest + "\n" + content(given)), engine: SHA256.hexDigest(of: judge.engine),
      submission: SHA256.hexDigest(of: content(files)))
  }

  /// Names, lengths and texts, so that no two lists of files give one text.
  private static func content(_ files: [LabFile]) -> String {
    var text = ""
    for file in files {
      text += "\(file.name.utf8.count) \(file.name)\n\(file.text.utf8.count)\n\(file.text)"
    }
    return text
  }
}

/// One submission being graded.
struct GradingSession {
  let lab: Lab
  let submission: Submission
  let evaluator: Evaluator
  let language: String

  init(lab: Lab, submission: Submission, language: String) {
    self.lab = lab
    self.submission = submission
    self.language = language
    evaluator = Evaluator(submission)
  }

  /// Requirements are settled once what they need is; what needs itself stays blocked.
  func results() -> [Grade.Result] {
    var settled: [String: Grade.Result] = [:]
    var open = lab.requirements
    while !open.isEmpty {
      let waiting = open.filter { !$0.needs.allSatisfy { settled[$0] != nil } }
      guard waiting.count < open.count else { break }
      for requirement in open where requirement.needs.allSatisfy({ settled[$0] != nil }) {
        let unmet = requirement.needs.filter { settled[$0]?.state != .passed }
        settled[requirement.id] = unmet.isEmpty ? result(requirement) : blocked(requirement, by: unmet)
      }
      open = waiting
    }
    return lab.requirements.map { settled[$0.id] ?? blocked($0, by: $0.needs) }
  }

  private func blank(_ requirement: Requirement, _ state: Grade.State) -> Grade.Result {
    Grade.Result(
      id: requirement.id, title: requirement.title.text(in: language), state: state, points: 0,
      maxPoints: requirement.points, feedback: nil, message: "", trace: [])
  }

  private func blocked(_ requirement: Requirement, by unmet: [String]) -> Grade.Result {
    var result = blank(requirement, .blocked)
    let names = unmet.joined(separator: ", ")
    result.message = Message(en: "first: \(names)", ko: "먼저: \(names)").text(in: language)
    return result
  }

  private func result(_ requirement: Requirement) -> Grade.Result {
    if submission.isEmpty {
      var result = blank(requirement, .failed)
      result.message = Message(
        en: "there is no object yet: write one with apiVersion, kind and metadata",
        ko: "아직 오브젝트가 없습니다: apiVersion, kind, metadata가 있는 오브젝트를 작성하세요"
      ).text(in: language)
      return result
    }
    let evaluation = evaluator.evaluate(requirement.check)
    var result = blank(requirement, .passed)
    result.trace = evaluation.steps.prefix(8).map { line($0) }
    switch evaluation.answer {
    case .holds: result.points = requirement.points
    case .unknown:
      result.state = .unknown
      result.message =
        evaluation.nearMiss?.message.text(in: language)
        ?? Message(en: "this cannot be told", ko: "판단할 수 없습니다").text(in: language)
    case .fails:
      result.state = .failed
      let said = requirement.feedback.first { $0.when.map { evaluator.evaluate($0).holds } ?? true }
      result.feedback = said?.id
      result.message = said?.say.text(in: language) ?? evaluation.nearMiss?.message.text(in: language) ?? ""
    }
    return result
  }

  private func line(_ step: Step) -> Grade.TraceLine {
    guard let node = step.node, let source = submission.source(of: node) else {
      return Grade.TraceLine(
        isNearMiss: step.kind == .nearMiss, message: step.message, source: nil, range: SourceRange(0, 0), path: .root)
    }
    return Grade.TraceLine(
      isNearMiss: step.kind == .nearMiss, message: step.message, source: source, range: node.range, path: node.path)
  }
}
