import Findings
import Grading
import Testing

private func findings(_ change: (inout LabFiles) -> Void) -> [String] {
  var files = littleLab
  change(&files)
  return LabProver.findings(files, judge: testJudge).map { $0.plainText() }
}

@Test func provesACompleteLab() {
  let proof = LabProver.prove(littleLab, judge: testJudge)
  #expect(proof.findings.map { $0.plainText() } == [])
  #expect(proof.solution?.points == 5)
  #expect(proof.starter?.points == 1)
  #expect(proof.answers.map { $0?.points } == [1, 0])
  #expect(proof.mutantCount > 20)
  #expect(proof.mutantCount - proof.unnoticed.count >= 4)
  // Dropping the startup probe, or its threshold, is what the lab is about.
  let unnoticed = proof.unnoticed.map { $0.field }
  #expect(!unnoticed.contains("spec.template.spec.containers[0].startupProbe"))
  #expect(!unnoticed.contains("spec.template.spec.containers[0].startupProbe.failureThreshold"))
}

@Test func reportsWhatALabDoesNotProve() {
  #expect(
    findings { $0.starter = $0.solution } == [
      "labs/little/lab.yaml:9:1: error: the starter meets every requirement: ask for something that it lacks "
        + "[lab/starter-passes]"
    ])
  #expect(
    findings { $0.solution = [] } == [
      "labs/little/lab.yaml:1:1: error: the lab has no solution: put a file in 'solution/' [lab/no-solution]"
    ])
  #expect(
    findings { $0.solution[0].text = web } == [
      "labs/little/lab.yaml:16:9: error: the solution does not meet 'startup' (failed, 0 of 3 points) "
        + "[lab/solution-not-full]",
      "labs/little/lab.yaml:28:9: error: the solution does not meet 'replicas' (blocked, 0 of 1 points) "
        + "[lab/solution-not-full]",
    ])
  #expect(
    findings { $0.answers.removeLast() } == [
      "labs/little/lab.yaml:37:12: error: there is no 'answers/refused.yaml': write the file [lab/missing-answer]"
    ])
  #expect(
    findings { $0.answers.append(LabFile(name: "answers/x.yaml", text: web)) } == [
      "answers/x.yaml:1:1: error: the answer 'x.yaml' is not listed in lab.yaml: say what it must get "
        + "[lab/unlisted-answer]"
    ])
  #expect(
    findings { $0.tasks = [:] } == [
      "labs/little/lab.yaml:1:1: error: the lab has no task: write 'task.en.md' beside lab.yaml [lab/no-task]"
    ])
  #expect(
    findings { $0.given = [LabFile(name: "given/a.yaml", text: "a: 1\nbogus: 2\n")] } == [
      "given/a.yaml:2:1: error: there is no field 'bogus' [schema/unknown-field]"
    ])
}

/// What the lab says of its first answer, and the one finding that it gives.
@Test(arguments: [
  (
    "points: 5, failed: [], blocked: [], says: []",
    "36:64: error: the answer 'no-startup.yaml' gets 1 points, not 5: it fails startup [lab/answer-points]"
  ),
  (
    "points: 1, failed: [], says: [startup/too-short]",
    "36:12: error: failed of the answer 'no-startup.yaml' are [startup], not [] [lab/answer-failed]"
  ),
  (
    "points: 1, failed: [valid]",
    "36:76: error: failed of the answer 'no-startup.yaml' are [startup], not [valid] [lab/answer-failed]"
  ),
  (
    "points: 1, blocked: [valid]",
    "36:77: error: blocked of the answer 'no-startup.yaml' are [replicas], not [valid] [lab/answer-blocked]"
  ),
  (
    "points: 1, says: [startup/too-short]",
    "36:74: error: the answer 'no-startup.yaml' is not told 'startup/too-short', but [startup/no-probe] [lab/answer-says]"
  ),
])
func saysHowAnAnswerDiffers(says: String, finding: String) throws {
  var files = littleLab
  files.labYAML.text = littleLabYAML.replacing(
    "points: 1, failed: [startup], blocked: [replicas], says: [startup/no-probe]", says)
  let found = LabProver.findings(files, judge: testJudge)
  #expect(found.map { $0.plainText() } == ["labs/little/lab.yaml:" + finding])
  let first = try #require(found.first)
  #expect(first.finding.reason?.en.hasPrefix("startup: the livenessProbe of container 'web' kills it") == true)
  #expect(
    first.related.map { "\($0.source.name):\($0.source.position(at: $0.range.start).line)" } == [
      "answers/no-startup.yaml:14"
    ])
}
