public import Findings
import YAML

/// Proves labs: the starter does not pass, the solution gets full marks, every listed answer gets what it must.
public struct LabProver {
  private let files: LabFiles
  private let judge: Judge
  private let versions: VersionSet
  private let languages: [String]
  private let labSource: SourceText
  private var findings: [LocatedFinding] = []

  private init(_ files: LabFiles, _ judge: Judge, _ versions: VersionSet, _ languages: [String]) {
    self.files = files
    self.judge = judge
    self.versions = versions
    self.languages = languages
    labSource = SourceText(name: files.labYAML.name, text: files.labYAML.text)
  }

  /// Proves one lab; `versions` are the course's, for a lab that names none, `languages` those it must speak.
  ///
  /// `makesMutants` may be turned off where figures are not needed: they take most of the time.
  public static func prove(
    _ files: LabFiles, judge: Judge, versions: VersionSet = .all, languages: [String] = [], makesMutants: Bool = true
  ) -> LabProof {
    var prover = LabProver(files, judge, versions, languages)
    return prover.prove(makesMutants: makesMutants)
  }

  /// What is wrong with a lab, in order of file and position.
  public static func findings(
    _ files: LabFiles, judge: Judge, versions: VersionSet = .all, languages: [String] = []
  ) -> [LocatedFinding] {
    prove(files, judge: judge, versions: versions, languages: languages, makesMutants: false).findings
  }

  private mutating func prove(makesMutants: Bool) -> LabProof {
    let (lab, found) = Lab.read(files, languages: languages)
    findings = found.map { LocatedFinding($0, in: labSource) }
    var proof = LabProof(lab: lab, findings: [], answers: [], mutantCount: 0, unnoticed: [])
    checkFolder(lab)
    if let lab {
      checkGiven(lab)
      proof.starter = starter(lab)
      proof.solution = solution(lab)
      proof.answers = lab.answers.map { answer($0, lab) }
      if makesMutants, proof.solution?.status == .pass {
        let mutants = Mutation.mutants(of: files.solution)
        proof.mutantCount = mutants.count
        proof.unnoticed = mutants.filter { grade($0.files, lab).points == lab.maxPoints }
      }
    }
    proof.findings = findings.sorted(by: LocatedFinding.isOrderedBefore)
    return proof
  }

  private func grade(_ submission: [LabFile], _ lab: Lab) -> Grade {
    Grader.grade(
      lab: lab, files: submission, given: files.given, judge: judge, versions: versions, language: "en")
  }

  // MARK: The parts of a proof

  private mutating func checkFolder(_ lab: Lab?) {
    if files.tasks.isEmpty { report("lab/no-task", labStart, .noTask) }
    if files.starter.isEmpty { report("lab/no-starter", labStart, .noStarter) }
    if files.solution.isEmpty { report("lab/no-solution", labStart, .noSolution) }
    guard let lab else { return }
    let listed = lab.answers.map { $0.file.name }
    for file in files.answers where !listed.contains(LabProver.baseName(file.name)) {
      findings.append(
        LocatedFinding(
          Finding(
            id: "lab/unlisted-answer", range: SourceRange(0, 0), message: .unlistedAnswer(LabProver.baseName(file.name))
          ),
          in: SourceText(name: file.name, text: file.text)))
    }
  }

  private mutating func checkGiven(_ lab: Lab) {
    let found = judge.judgements(files.given, [], lab.versions ?? versions)
    for (file, judgement) in zip(files.given, found) {
      let source = SourceText(name: file.name, text: file.text)
      for finding in judgement.findings where finding.severity == .error {
        findings.append(LocatedFinding(finding, in: source))
      }
    }
  }

  private mutating func starter(_ lab: Lab) -> Grade? {
    guard !files.starter.isEmpty else { return nil }
    let grade = grade(files.starter, lab)
    if grade.status == .pass { report("lab/starter-passes", lab.requirementsRange, .starterPasses) }
    return grade
  }

  private mutating func solution(_ lab: Lab) -> Grade? {
    guard !files.solution.isEmpty else { return nil }
    let grade = grade(files.solution, lab)
    if let unreadable = grade.unreadable { findings.append(unreadable) }
    for (result, requirement) in zip(grade.results, lab.requirements) where result.state != .passed {
      report("lab/solution-not-full", requirement.range, .solutionNotFull(result), [result])
    }
    return grade
  }

  private mutating func answer(_ answer: LabAnswer, _ lab: Lab) -> Grade? {
    let name = answer.file.name
    guard let file = files.answers.first(where: { LabProver.baseName($0.name) == name }) else {
      let there = files.answers.map { LabProver.baseName($0.name) }
      report("lab/missing-answer", answer.file.range, .missingAnswer(name, Nearest.word(to: name, among: there)))
      return nil
    }
    let grade = grade([file], lab)
    compare(answer, grade)
    return grade
  }

  /// One finding an answer: of several differences the gravest, since the others mostly follow from it.
  private mutating func compare(_ answer: LabAnswer, _ grade: Grade) {
    let lost = grade.results.filter { $0.state != .passed }
    if grade.points != answer.points {
      return report("lab/answer-points", answer.pointsRange, .answerPoints(answer, grade), lost)
    }
    for (wanted, state, id) in [
      (answer.failed, Grade.State.failed, "lab/answer-failed"), (answer.blocked, .blocked, "lab/answer-blocked"),
    ] {
      guard let wanted, Set(wanted.map { $0.name }) != Set(grade.ids(state)) else { continue }
      let message = Message.answerStates(answer.file.name, state, wanted.map { $0.name }, grade.ids(state))
      return report(id, wanted.first?.range ?? answer.file.range, message, lost)
    }
    let said = grade.results.compactMap { result in result.feedback.map { result.id + "/" + $0 } }
    for wanted in answer.says where !said.contains(wanted.name) {
      report("lab/answer-says", wanted.range, .answerSays(answer.file.name, wanted.name, said), lost)
    }
  }

  // MARK: Reporting

  private var labStart: SourceRange { SourceRange(0, 0) }

  /// A finding in `lab.yaml`; the near misses of results go with it, at their places in the graded file.
  private mutating func report(
    _ id: String, _ range: SourceRange, _ message: Message, _ results: [Grade.Result] = []
  ) {
    var located = LocatedFinding(Finding(id: id, range: range, message: message), in: labSource)
    var reasons: [(en: String, ko: String)] = []
    for result in results where result.state != .blocked {
      guard let line = result.trace.first(where: { $0.isNearMiss }) ?? result.trace.first else { continue }
      reasons.append((result.id + ": " + line.message.en, result.id + ": " + line.message.text(in: "ko")))
      if let source = line.source {
        located.related.append(LocatedFinding.Place(source: source, range: line.range, message: line.message))
      }
    }
    if !reasons.isEmpty {
      located.finding.reason = Message(
        en: reasons.map { $0.en }.joined(separator: "; "), ko: reasons.map { $0.ko }.joined(separator: "; "))
    }
    findings.append(located)
  }

  /// The part of a path after its last slash.
  private static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map { String($0) } ?? path
  }
}

extension Message {
  fileprivate static let noTask = Message(
    en: "the lab has no task: write 'task.en.md' beside lab.yaml", ko: "랩에 과제 설명이 없습니다: lab.yaml 옆에 'task.ko.md'를 쓰세요")
  fileprivate static let noStarter = Message(
    en: "the lab has no starter: put a file in 'starter/'", ko: "랩에 시작 파일이 없습니다: 'starter/'에 파일을 두세요")
  fileprivate static let noSolution = Message(
    en: "the lab has no solution: put a file in 'solution/'", ko: "랩에 풀이가 없습니다: 'solution/'에 파일을 두세요")
  fileprivate static let starterPasses = Message(
    en: "the starter meets every requirement: ask for something that it lacks",
    ko: "시작 파일이 모든 요구 사항을 만족합니다: 부족한 것을 요구하세요")

  fileprivate static func unlistedAnswer(_ name: String) -> Message {
    Message(
      en: "the answer '\(name)' is not listed in lab.yaml: say what it must get",
      ko: "답안 '\(name)'이(가) lab.yaml에 없습니다: 받아야 할 점수를 적으세요")
  }

  fileprivate static func missingAnswer(_ name: String, _ hint: String?) -> Message {
    Message(
      en: "there is no 'answers/\(name)'" + (hint.map { ": did you mean '\($0)'?" } ?? ": write the file"),
      ko: "'answers/\(name)'이(가) 없습니다" + (hint.map { ": '\($0)'인가요?" } ?? ": 파일을 쓰세요"))
  }

  fileprivate static func solutionNotFull(_ result: Grade.Result) -> Message {
    Message(
      en:
        "the solution does not meet '\(result.id)' (\(result.state.rawValue), \(result.points) of \(result.maxPoints) points)",
      ko: "풀이가 '\(result.id)'을(를) 만족하지 못합니다(\(result.state.rawValue), \(result.maxPoints)점 중 \(result.points)점)")
  }

  fileprivate static func answerPoints(_ answer: LabAnswer, _ grade: Grade) -> Message {
    let failed = grade.ids(.failed).joined(separator: ", ")
    var (en, ko) = ("every requirement holds", "모든 요구 사항을 만족합니다")
    if grade.status == .error { (en, ko) = (grade.message, grade.message) }
    if !failed.isEmpty { (en, ko) = ("it fails \(failed)", "\(failed)을(를) 만족하지 못합니다") }
    return Message(
      en: "the answer '\(answer.file.name)' gets \(grade.points) points, not \(answer.points): \(en)",
      ko: "답안 '\(answer.file.name)'의 점수는 \(answer.points)점이 아니라 \(grade.points)점입니다: \(ko)")
  }

  fileprivate static func answerStates(
    _ name: String, _ state: Grade.State, _ wanted: [String], _ got: [String]
  ) -> Message {
    let (wants, gets) = (wanted.joined(separator: ", "), got.joined(separator: ", "))
    let word = state.rawValue
    return Message(
      en: "\(word) of the answer '\(name)' are [\(gets)], not [\(wants)]",
      ko: "답안 '\(name)'의 \(word)는 [\(wants)]가 아니라 [\(gets)]입니다")
  }

  fileprivate static func answerSays(_ name: String, _ wanted: String, _ said: [String]) -> Message {
    let all = said.joined(separator: ", ")
    return Message(
      en: "the answer '\(name)' is not told '\(wanted)', but [\(all)]",
      ko: "답안 '\(name)'에 '\(wanted)'이(가) 아니라 [\(all)]을(를) 말합니다")
  }
}
