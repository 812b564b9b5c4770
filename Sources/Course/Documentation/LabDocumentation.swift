import Findings

/// The findings about labs: about `lab.yaml`, about the folder, and about what the proof showed.
enum LabDocumentation {
  static let all: [FindingDocumentation] = file + folder + proof

  private static let file: [FindingDocumentation] = [
    FindingDocumentation(
      "lab/bad-condition",
      what: Message(en: "A condition whose parts do not fit.", ko: "부분이 맞지 않는 조건."),
      why: Message(
        en: "A condition that cannot be read would fail every answer, or none.",
        ko: "읽을 수 없는 조건은 모든 답안을 떨어뜨리거나 아무것도 가려내지 못합니다.")),
    FindingDocumentation(
      "lab/bad-id",
      what: Message(en: "An id that is no name.", ko: "이름이 될 수 없는 id."),
      why: Message(
        en: "Ids stand in addresses and grades: write lower-case letters, digits and '-'.",
        ko: "id는 주소와 채점 결과에 나옵니다: 소문자, 숫자, '-'로 쓰세요.")),
    FindingDocumentation(
      "lab/bad-object",
      what: Message(en: "A name of an object that cannot be read.", ko: "읽을 수 없는 오브젝트 이름."),
      why: Message(
        en: "Objects are named 'Kind/name' or 'Kind/namespace/name'.",
        ko: "오브젝트는 'Kind/name'이나 'Kind/namespace/name'으로 씁니다.")),
    FindingDocumentation(
      "lab/bad-path",
      what: Message(en: "A way to a field that its kind does not have.", ko: "해당 종류에 없는 필드 경로."),
      why: Message(
        en: "A misspelt field would be absent in every answer.", ko: "오타가 난 필드는 어떤 답안에도 없습니다.")),
    FindingDocumentation(
      "lab/bad-versions",
      what: Message(en: "Versions that the program does not know.", ko: "프로그램이 모르는 버전."),
      why: Message(en: "Write '1.34' or '1.30-1.34'.", ko: "'1.34'나 '1.30-1.34'로 쓰세요.")),
    FindingDocumentation(
      "lab/duplicate-id",
      what: Message(en: "Two requirements, or two feedbacks of one, with the same id.", ko: "id가 같은 두 요구 사항이나 피드백."),
      why: Message(
        en: "'needs', answers and grades name them by their ids.", ko: "'needs', 답안, 채점 결과가 id로 가리킵니다.")),
    FindingDocumentation(
      "lab/missing-field",
      what: Message(en: "A key that lab.yaml must have.", ko: "lab.yaml에 있어야 하는 키."),
      why: Message(en: "Without it the lab cannot be shown or graded.", ko: "없으면 랩을 보여 주거나 채점할 수 없습니다.")),
    FindingDocumentation(
      "lab/missing-text",
      what: Message(en: "A text that one of the languages lacks.", ko: "한 언어에 없는 텍스트."),
      why: Message(
        en: "Readers of every language of the course get the same lab.", ko: "코스의 모든 언어의 독자가 같은 랩을 받습니다.")),
    FindingDocumentation(
      "lab/needs-cycle",
      what: Message(en: "Requirements that wait for each other.", ko: "서로를 기다리는 요구 사항."),
      why: Message(en: "All of them would stay blocked.", ko: "모두 막힌 채로 남습니다.")),
    FindingDocumentation(
      "lab/no-requirements",
      what: Message(en: "A lab that asks nothing.", ko: "아무것도 요구하지 않는 랩."),
      why: Message(en: "There is nothing to grade.", ko: "채점할 것이 없습니다.")),
    FindingDocumentation(
      "lab/unknown-condition",
      what: Message(en: "A condition that does not exist.", ko: "없는 조건."),
      why: Message(
        en: "The conditions are a closed set, each of which can say why it does not hold.",
        ko: "조건은 정해진 집합이며, 각각 왜 성립하지 않는지 말할 수 있습니다.")),
    FindingDocumentation(
      "lab/unknown-feedback",
      what: Message(
        en: "An answer names a feedback that its requirement does not have.", ko: "답안이 요구 사항에 없는 피드백을 가리킴."),
      why: Message(en: "Feedback is named 'requirement/feedback'.", ko: "피드백은 '요구 사항/피드백'으로 씁니다.")),
    FindingDocumentation(
      "lab/unknown-field",
      what: Message(en: "A key that lab.yaml does not know.", ko: "lab.yaml에 없는 키."),
      why: Message(en: "A misspelt key would silently do nothing.", ko: "오타가 난 키는 조용히 무시될 수 있습니다.")),
    FindingDocumentation(
      "lab/unknown-format",
      what: Message(en: "A lab.yaml in a format that this program does not read.", ko: "이 프로그램이 읽지 못하는 형식의 lab.yaml."),
      why: Message(en: "A newer program may read it.", ko: "더 새로운 프로그램은 읽을 수 있습니다.")),
    FindingDocumentation(
      "lab/unknown-requirement",
      what: Message(en: "A requirement that the lab does not have.", ko: "랩에 없는 요구 사항."),
      why: Message(
        en: "'needs', 'failed' and 'blocked' name requirements by their ids.",
        ko: "'needs', 'failed', 'blocked'는 요구 사항을 id로 가리킵니다.")),
    FindingDocumentation(
      "lab/wrong-type",
      what: Message(en: "A value of another type than its key takes.", ko: "키가 받지 않는 타입의 값."),
      why: Message(en: "It cannot be read as what it is meant for.", ko: "뜻한 대로 읽을 수 없습니다.")),
  ]

  private static let folder: [FindingDocumentation] = [
    FindingDocumentation(
      "lab/missing-answer",
      what: Message(en: "An answer that is listed and has no file.", ko: "나열했지만 파일이 없는 답안."),
      why: Message(en: "Answers are files in 'answers/'.", ko: "답안은 'answers/'의 파일입니다.")),
    FindingDocumentation(
      "lab/no-solution",
      what: Message(en: "A lab without a solution.", ko: "풀이가 없는 랩."),
      why: Message(
        en: "Only a solution with full marks shows that the lab can be solved.", ko: "만점을 받는 풀이만이 랩을 풀 수 있음을 보여 줍니다.")),
    FindingDocumentation(
      "lab/no-starter",
      what: Message(en: "A lab without a starter.", ko: "시작 파일이 없는 랩."),
      why: Message(en: "Learners begin with the files in 'starter/'.", ko: "학습자는 'starter/'의 파일에서 시작합니다.")),
    FindingDocumentation(
      "lab/no-task",
      what: Message(en: "A lab without a task in a language of the course.", ko: "코스의 한 언어에 과제가 없는 랩."),
      why: Message(
        en: "The task stands in 'task.en.md', 'task.ko.md', beside lab.yaml.",
        ko: "과제는 lab.yaml 옆의 'task.en.md', 'task.ko.md'에 씁니다.")),
    FindingDocumentation(
      "lab/unlisted-answer",
      what: Message(en: "An answer that lab.yaml does not list.", ko: "lab.yaml에 없는 답안."),
      why: Message(en: "Nothing would be proven of it.", ko: "아무것도 증명되지 않습니다.")),
  ]

  private static let proof: [FindingDocumentation] = [
    FindingDocumentation(
      "lab/answer-blocked",
      what: Message(en: "Other requirements are blocked by an answer than it lists.", ko: "답안에 적은 것과 다른 요구 사항이 막힘."),
      why: proofIsExact),
    FindingDocumentation(
      "lab/answer-failed",
      what: Message(en: "Other requirements are failed by an answer than it lists.", ko: "답안에 적은 것과 다른 요구 사항이 실패함."),
      why: proofIsExact),
    FindingDocumentation(
      "lab/answer-points",
      what: Message(en: "An answer gets other points than it lists.", ko: "답안이 적은 것과 다른 점수를 받음."), why: proofIsExact),
    FindingDocumentation(
      "lab/answer-says",
      what: Message(en: "An answer is not told what it lists.", ko: "답안이 적은 피드백을 받지 않음."), why: proofIsExact),
    FindingDocumentation(
      "lab/solution-not-full",
      what: Message(en: "The solution does not get full marks.", ko: "풀이가 만점을 받지 못함."),
      why: Message(
        en: "Either the solution or the requirement is wrong; learners could not tell which.",
        ko: "풀이나 요구 사항 중 하나가 틀렸으며, 학습자는 어느 쪽인지 알 수 없습니다.")),
    FindingDocumentation(
      "lab/starter-passes",
      what: Message(en: "The starter meets every requirement.", ko: "시작 파일이 모든 요구 사항을 만족함."),
      why: Message(en: "There is nothing left to do.", ko: "할 일이 없습니다.")),
  ]

  private static let proofIsExact = Message(
    en: "Right and wrong answers show that the lab tells them apart; what they get is part of the lab.",
    ko: "옳은 답안과 틀린 답안은 랩이 둘을 구별함을 보여 주며, 그 결과는 랩의 일부입니다.")
}
