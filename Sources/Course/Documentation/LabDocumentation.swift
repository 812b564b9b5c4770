import Findings

/// The findings about labs: what lab.yaml says, and whether the lab grades as it says.
enum LabDocumentation {
  static let all: [FindingDocumentation] = [
    entry(
      "answer-blocked", "An answer leaves other requirements blocked than lab.yaml lists.",
      "답안이 lab.yaml과 다른 요구 사항을 막습니다.", proof),
    entry(
      "answer-failed", "An answer fails other requirements than lab.yaml lists.", "답안이 lab.yaml과 다른 요구 사항에서 실패합니다.",
      proof),
    entry("answer-points", "An answer gets other points than lab.yaml lists.", "답안의 점수가 lab.yaml과 다릅니다.", proof),
    entry("answer-says", "An answer is not told what lab.yaml lists.", "답안이 lab.yaml에 적힌 말을 듣지 못합니다.", proof),
    entry("bad-condition", "A condition that cannot be understood.", "이해할 수 없는 조건.", condition),
    entry("bad-id", "An id that is no lower-case word with hyphens.", "소문자와 붙임표로 된 단어가 아닌 id.", reading),
    entry(
      "bad-object", "An object that is not named 'Kind/name' or 'Kind/namespace/name'.",
      "'Kind/name'이나 'Kind/namespace/name'이 아닌 오브젝트 이름.", condition),
    entry("bad-path", "A path of fields that cannot be read.", "읽을 수 없는 필드 경로.", condition),
    entry("bad-versions", "Versions that the catalogue does not know.", "카탈로그에 없는 버전.", reading),
    entry(
      "duplicate-id", "Two requirements, or two messages of one, with the same id.", "id가 같은 두 요구 사항이나 메시지.", reading),
    entry("missing-answer", "A listed answer without a file.", "파일이 없는 답안.", proof),
    entry("missing-field", "A key that lab.yaml needs is missing.", "lab.yaml에 필요한 키가 없음.", reading),
    entry("missing-text", "A text is missing in a language of the course.", "코스의 언어로 된 텍스트가 없음.", reading),
    entry("needs-cycle", "Requirements that need each other.", "서로를 필요로 하는 요구 사항.", reading),
    entry("no-requirements", "A lab that asks for nothing.", "아무것도 요구하지 않는 랩.", reading),
    entry("no-solution", "A lab without a solution.", "풀이가 없는 랩.", proof),
    entry("no-starter", "A lab without a starter.", "시작 파일이 없는 랩.", proof),
    entry("no-task", "A lab without a task in a language of the course.", "코스의 언어로 된 과제가 없는 랩.", reading),
    entry("solution-not-full", "A solution that does not get full marks.", "만점을 받지 못하는 풀이.", proof),
    entry("starter-passes", "A starter that meets every requirement already.", "모든 요구 사항을 이미 만족하는 시작 파일.", proof),
    entry("unknown-condition", "A condition that no lab has.", "없는 조건.", condition),
    entry(
      "unknown-feedback", "An answer lists a message that its requirement does not have.", "답안이 요구 사항에 없는 메시지를 가리킴.",
      reading),
    entry("unknown-field", "A key that lab.yaml does not have.", "lab.yaml에 없는 키.", reading),
    entry(
      "unknown-format", "A format of lab.yaml that this program does not read.", "이 프로그램이 읽지 않는 lab.yaml 형식.", reading),
    entry("unknown-requirement", "A requirement is named that the lab does not have.", "랩에 없는 요구 사항을 가리킴.", reading),
    entry("unlisted-answer", "A file in answers/ that lab.yaml does not list.", "lab.yaml에 없는 answers/의 파일.", proof),
    entry("wrong-type", "A value of another type than its key has.", "키와 다른 타입의 값.", reading),
  ]

  private static let proof = Message(
    en: "A lab is proven by the build: what it promises learners must be what the engine does.",
    ko: "랩은 빌드가 증명합니다: 학습자에게 약속한 것이 엔진이 하는 것이어야 합니다.")
  private static let reading = Message(
    en: "A lab that is not understood whole cannot be graded fairly; a misspelt key would silently do nothing.",
    ko: "온전히 이해하지 못한 랩은 공정하게 채점할 수 없으며, 오타가 난 키는 조용히 무시될 수 있습니다.")
  private static let condition = Message(
    en:
      "Conditions are exists, field, valid, lintClean, selects, startup, ready, can, cannot, binds, mounts, and all, any, not.",
    ko: "조건은 exists, field, valid, lintClean, selects, startup, ready, can, cannot, binds, mounts와 all, any, not입니다.")

  private static func entry(_ id: String, _ what: String, _ korean: String, _ why: Message) -> FindingDocumentation {
    FindingDocumentation("lab/" + id, what: Message(en: what, ko: korean), why: why)
  }
}
