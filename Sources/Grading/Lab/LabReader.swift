public import Findings
import YAML

extension Lab {
  /// Reads `lab.yaml`. The lab is `nil` where so much is wrong that nothing can be graded by it.
  ///
  /// Findings are in order of position; a lab with findings of severity error must not be published. Texts must be
  /// there in each of `languages`; where none are named, in whatever the lab likes.
  public static func read(_ files: LabFiles, languages: [String] = []) -> (lab: Lab?, findings: [Finding]) {
    var reader = LabReader(files, languages)
    let lab = reader.lab()
    return (lab, reader.findings.findings.sortedByPlace())
  }
}

/// Reads one `lab.yaml`.
struct LabReader {
  let files: LabFiles
  let findings: LabFindings

  init(_ files: LabFiles, _ languages: [String]) {
    self.files = files
    findings = LabFindings(languages: languages)
  }

  mutating func lab() -> Lab? {
    let stream = YAMLStream(parsing: files.labYAML.text)
    for finding in stream.findings { findings.add(finding.id, finding.range, finding.path, finding.message) }
    guard let root = stream.documents.first?.root, stream.documents.count == 1 else {
      if stream.findings.isEmpty {
        findings.add(
          "lab/wrong-type", SourceRange(0, 0), .root,
          Message(en: "lab.yaml holds exactly one YAML document", ko: "lab.yaml에는 YAML 문서가 정확히 하나 있어야 합니다"))
      }
      return nil
    }
    var mapping = LabMapping(root, "lab.yaml", findings)
    if let format = mapping.required("format"), format.integer != 1 {
      findings.add(
        "lab/unknown-format", format,
        Message(en: "this program reads format 1: write 'format: 1'", ko: "이 프로그램은 형식 1을 읽습니다: 'format: 1'로 쓰세요"))
    }
    let title = mapping.localized("title")
    let summary = mapping.localized("summary")
    let topics = mapping.references("topics")?.map { $0.name } ?? []
    let difficulty = difficulty(&mapping)
    let minutes = mapping.integer("minutes", in: 1...1000) ?? 0
    let prerequisites = mapping.references("prerequisites") ?? []
    let versions = versions(&mapping)
    let requirementItems = mapping.items("requirements", isRequired: true)
    let requirements = requirementItems.compactMap { requirement($0) }
    let hints = mapping.items("hints").map { LabMapping.localized($0, "hints", findings) }
    let answers = mapping.items("answers").compactMap { answer($0) }
    mapping.finish()
    guard root.isMapping else { return nil }
    let lab = Lab(
      id: files.id, title: title, summary: summary, topics: topics, difficulty: difficulty ?? .medium,
      minutes: minutes, prerequisites: prerequisites, versions: versions, requirements: requirements, hints: hints,
      answers: answers, digest: SHA256.hexDigest(of: files.labYAML.text),
      requirementsRange: root["requirements"]?.keyRange ?? SourceRange(0, 0))
    LabReferences(lab: lab, root: root, findings: findings).check()
    guard !requirements.isEmpty, requirements.count == requirementItems.count else {
      if requirementItems.isEmpty, let empty = root["requirements"] {
        findings.add(
          "lab/no-requirements", empty,
          Message(en: "the lab asks nothing: list a requirement", ko: "랩이 요구하는 것이 없습니다: 요구 사항을 적으세요"))
      }
      return nil
    }
    return lab
  }

  private func difficulty(_ mapping: inout LabMapping) -> Lab.Difficulty? {
    guard let node = mapping.required("difficulty") else { return nil }
    if let difficulty = Lab.Difficulty(rawValue: node.text) { return difficulty }
    mapping.wrongType(node, "difficulty", Message(en: "easy, medium or hard", ko: "easy, medium, hard 가운데 하나"))
    return nil
  }

  private func versions(_ mapping: inout LabMapping) -> VersionSet? {
    guard let node = mapping.value("versions") else { return nil }
    if let versions = VersionSet(node.text), node.isScalar { return versions }
    findings.add(
      "lab/bad-versions", node,
      Message(
        en: "'\(node.text)' names no versions between 1.25 and 1.37: write a range such as '1.34-1.37'",
        ko: "'\(node.text)'는 1.25와 1.37 사이의 버전이 아닙니다: '1.34-1.37'처럼 범위로 쓰세요"))
    return nil
  }

  private func requirement(_ node: Node) -> Requirement? {
    var mapping = LabMapping(node, "a requirement", findings)
    let id = identifier(&mapping)
    let title = mapping.localized("title")
    let points = mapping.integer("points", in: 0...1000)
    let needs = mapping.references("needs")?.map { $0.name } ?? []
    let check = mapping.required("check").flatMap { ConditionReader(findings: findings).condition($0) }
    let feedbackItems = mapping.items("feedback")
    let feedback = feedbackItems.compactMap { self.feedback($0) }
    mapping.finish()
    let ids = feedback.map { $0.id }
    for (index, item) in feedbackItems.enumerated() where feedback.count == feedbackItems.count {
      if ids.prefix(index).contains(feedback[index].id) { duplicate(item, feedback[index].id) }
    }
    guard let id, let points, let check else { return nil }
    return Requirement(
      id: id, title: title, points: points, needs: needs, check: check, feedback: feedback,
      range: node["id"]?.range ?? node.range)
  }

  private func feedback(_ node: Node) -> Feedback? {
    var mapping = LabMapping(node, "a feedback", findings)
    let id = identifier(&mapping)
    let condition = mapping.value("when")
    let when = condition.flatMap { ConditionReader(findings: findings).condition($0) }
    let say = mapping.localized("say")
    mapping.finish()
    guard let id, (condition == nil) == (when == nil) else { return nil }
    return Feedback(id: id, when: when, say: say)
  }

  private func answer(_ node: Node) -> LabAnswer? {
    var mapping = LabMapping(node, "an answer", findings)
    let file = mapping.text("file")
    let title = mapping.localized("title")
    let points = mapping.integer("points", in: 0...1_000_000)
    let failed = mapping.references("failed")
    let blocked = mapping.references("blocked")
    let says = mapping.references("says") ?? []
    mapping.finish()
    guard let file, let points else { return nil }
    return LabAnswer(
      file: LabReference(name: file, range: node["file"]?.range ?? node.range), title: title, points: points,
      pointsRange: node["points"]?.range ?? node.range, failed: failed, blocked: blocked, says: says)
  }

  private func identifier(_ mapping: inout LabMapping) -> String? {
    guard let id = mapping.text("id") else { return nil }
    let isWord = id.utf8.allSatisfy {
      $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
        || $0 == UInt8(ascii: "-")
    }
    if !isWord, let node = mapping.node["id"] {
      findings.add(
        "lab/bad-id", node,
        Message(
          en: "an id is lower-case letters, digits and '-': mend '\(id)'",
          ko: "id는 소문자, 숫자, '-'로 씁니다: '\(id)'를 고치세요"))
    }
    return id
  }

  private func duplicate(_ node: Node, _ id: String) {
    findings.add(
      "lab/duplicate-id", node["id"] ?? node,
      Message(en: "the id '\(id)' is taken: write another", ko: "id '\(id)'가 이미 있습니다: 다른 것으로 쓰세요"))
  }
}
