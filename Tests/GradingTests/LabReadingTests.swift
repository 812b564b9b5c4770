import Findings
import Grading
import Testing

/// The little lab with one thing changed: what is found, as `line:column id`.
@Test(arguments: [
  ("topics:", "topic:", ["4:1 lab/unknown-field"]),
  ("difficulty: easy", "difficulty: trivial", ["5:13 lab/wrong-type"]),
  ("minutes: 5", "minutes: soon", ["6:10 lab/wrong-type"]),
  ("minutes: 5\n", "", ["1:1 lab/missing-field"]),
  ("format: 1", "format: 2", ["1:9 lab/unknown-format"]),
  ("versions: 1.34-1.37", "versions: 1.12", ["8:11 lab/bad-versions"]),
  ("needs: [valid]", "needs: [vaild]", ["19:13 lab/unknown-requirement"]),
  ("needs: [valid]", "needs: [replicas]", ["19:12 lab/needs-cycle"]),
  ("needs: [valid]", "needs: [startup]", ["19:12 lab/needs-cycle"]),
  ("needs: [valid]", "need: [valid]", ["19:5 lab/unknown-field"]),
  (
    "id: startup", "id: valid",
    [
      "16:9 lab/duplicate-id", "31:13 lab/unknown-requirement", "36:76 lab/unknown-requirement",
      "36:114 lab/unknown-feedback", "37:94 lab/unknown-requirement",
    ]
  ),
  ("id: too-short", "id: no-probe", ["26:13 lab/duplicate-id"]),
  (
    "id: startup", "id: Start up",
    [
      "16:9 lab/bad-id", "31:13 lab/unknown-requirement", "36:76 lab/unknown-requirement",
      "36:114 lab/unknown-feedback", "37:94 lab/unknown-requirement",
    ]
  ),
  ("points: 3", "points: -1", ["18:13 lab/wrong-type"]),
  ("points: 3", "points: 3.5", ["18:13 lab/wrong-type"]),
  ("startup: {workload", "startsup: {workload", ["21:7 lab/unknown-condition"]),
  ("startsAfter: 60", "startAfter: 60", ["21:16 lab/missing-field", "21:43 lab/unknown-field"]),
  ("workload: Deployment/web", "workload: web", ["21:27 lab/bad-object"]),
  ("check: {valid: true}", "check: {valid: true, exists: A/b}", ["13:12 lab/bad-condition"]),
  ("check: {valid: true}", "check: {valid: maybe}", ["13:20 lab/bad-condition"]),
  ("check: {valid: true}", "check: {all: []}", ["13:18 lab/bad-condition"]),
  ("check: {valid: true}", "check: 3", ["13:12 lab/bad-condition"]),
  ("at: spec.replicas", "at: spec..replicas", ["32:45 lab/bad-path"]),
  ("at: spec.replicas", "at: 'spec[x'", ["32:45 lab/bad-path"]),
  ("equals: 1}", "equals: 1, atMost: 2}", ["32:20 lab/bad-condition"]),
  ("says: [startup/no-probe]", "says: [startup/no-prob]", ["36:114 lab/unknown-feedback"]),
  ("failed: [startup]", "failed: [start]", ["36:76 lab/unknown-requirement"]),
  ("say: {en: It is refused.", "say: {english: It is refused.", ["15:28 lab/missing-text", "15:29 lab/unknown-field"]),
  ("title: {en: Little, ko: 작은 랩}", "title: {en: Little}", ["2:8 lab/missing-text"]),
  (
    "say: {en: It is refused., ko: 거부됩니다.}", "say: {en: It is refused., ja: 거부}",
    ["15:28 lab/missing-text", "15:49 lab/unknown-field"]
  ),
  ("title: {en: Little, ko: 작은 랩}", "title: [a]", ["2:8 lab/wrong-type"]),
])
func findsWhatIsWrongWithALab(old: String, new: String, expected: [String]) {
  var files = littleLab
  files.labYAML.text = littleLabYAML.replacing(old, new)
  #expect(files.labYAML.text != littleLabYAML)
  let source = SourceText(name: "lab.yaml", text: files.labYAML.text)
  let found = Lab.read(files, languages: ["en", "ko"]).findings.map { finding in
    let at = source.position(at: finding.range.start)
    return "\(at.line):\(at.column) \(finding.id)"
  }
  #expect(found == expected)
}

@Test func guessesWhatWasMeant() {
  var files = littleLab
  files.labYAML.text = littleLabYAML.replacing("needs: [valid]", "needs: [vaild]").replacing("exists:", "exist:")
  let messages = Lab.read(files).findings.map(\.message.en)
  #expect(messages.contains("there is no requirement 'vaild': did you mean 'valid'?"))
  #expect(messages.contains("'field' has no key 'exist': did you mean 'exists'?"))
}

@Test(arguments: [
  "", "3", "[]", "a: [", "{}", "requirements: 3", "requirements: []", "requirements: [3, {}, []]",
  "requirements: [{id: {}, check: {not: {not: []}}, feedback: 3, needs: [[a]]}]", "--- 1\n--- 2", "hints: {a: b}",
  "answers: [{file: [], points: x}]", "\u{FEFF}format: 1", "format: &a [*a]", "format: 1\nformat: 1",
  "requirements: [{id: a, points: 1, title: x, check: {field: {of: {}, at: [], equals: }}}]",
  "requirements:\n" + String(repeating: "- {id: a, needs: [a]}\n", count: 300),
  "check: " + String(repeating: "{not: ", count: 99) + "1" + String(repeating: "}", count: 99),
])
func hostileLabsGetFindings(text: String) {
  var files = littleLab
  files.labYAML.text = text
  let (lab, findings) = Lab.read(files)
  #expect(lab == nil)
  #expect(!findings.isEmpty)
}

@Test func everyPrefixOfALabIsRead() {
  let bytes = Array(littleLabYAML.utf8)
  for count in stride(from: 0, to: bytes.count, by: 7) {
    var files = littleLab
    files.labYAML.text = String(decoding: bytes.prefix(count), as: UTF8.self)
    #expect(!LabProver.findings(files, judge: testJudge).isEmpty)
  }
}
