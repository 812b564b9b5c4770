import Findings

/// The findings about fences and what their authors say of them.
enum SnippetDocumentation {
  static let all: [FindingDocumentation] = [
    FindingDocumentation(
      "snippet/attribute-syntax",
      what: Message(en: "Text after a fence's language that is no attribute.", ko: "펜스의 언어 뒤에 있는, 속성이 아닌 텍스트."),
      why: Message(
        en: "Attributes are key=\"value\", bare words, or {2-3} for lines.",
        ko: "속성은 key=\"value\", 단어, 또는 줄을 뜻하는 {2-3}입니다.")),
    FindingDocumentation(
      "snippet/attribute-value",
      what: Message(en: "An attribute of a fence whose value cannot be understood.", ko: "값을 이해할 수 없는 펜스의 속성."),
      why: Message(
        en: "Versions are '1.34' or '1.30-1.34'; expected findings are 'id@/json/pointer'.",
        ko: "버전은 '1.34'나 '1.30-1.34', 기대하는 결과는 'id@/json/pointer'입니다.")),
    FindingDocumentation(
      "snippet/bad-fragment",
      what: Message(en: "A fragment of a place that no kind has.", ko: "어느 종류에도 없는 자리의 조각."),
      why: Message(
        en:
          "Name a kind and the way to the value: fragment=\"Deployment:spec.template.spec\", with [] for one item of a list.",
        ko: "종류와 값까지의 길을 쓰세요: fragment=\"Deployment:spec.template.spec\", 목록의 한 항목은 []입니다.")),
    FindingDocumentation(
      "snippet/bad-include",
      what: Message(en: "An include of a file, object or field that is not there.", ko: "없는 파일, 오브젝트, 필드의 include."),
      why: Message(
        en: "Includes are paths below 'content/', with '#Kind/name' for one object and ':field' for a part of it.",
        ko: "include는 'content/' 아래 경로이며, '#Kind/name'은 한 오브젝트, ':field'는 그 일부입니다.")),
    FindingDocumentation(
      "snippet/duplicate-attribute",
      what: Message(en: "An attribute that a fence has twice.", ko: "펜스에 두 번 있는 속성."),
      why: Message(en: "Only one of them could count.", ko: "하나만 쓸 수 있습니다.")),
    FindingDocumentation(
      "snippet/duplicate-id",
      what: Message(en: "Two snippets of one page with the same id.", ko: "한 페이지에서 id가 같은 두 스니펫."),
      why: Message(
        en: "An id names one snippet, so that 'with' and links know which is meant.",
        ko: "'with'와 링크가 가리킬 수 있도록 id는 하나의 스니펫만 가리킵니다.")),
    FindingDocumentation(
      "snippet/expected-finding",
      what: Message(en: "A finding that the fence lists does not appear.", ko: "펜스에 쓴 결과가 나타나지 않음."),
      why: Message(
        en: "A manifest that is shown as wrong must be wrong in just the way that the page says.",
        ko: "틀린 예로 보이는 매니페스트는 페이지가 말하는 그대로 틀려야 합니다.")),
    FindingDocumentation(
      "snippet/ignore-without-reason",
      what: Message(en: "A fence that is not checked and does not say why.", ko: "이유 없이 검사하지 않는 펜스."),
      why: Message(en: "The reason is shown to readers and counted.", ko: "이유는 독자에게 보이고 집계됩니다.")),
    FindingDocumentation(
      "snippet/include-outside",
      what: Message(en: "An include that leads outside of 'content/'.", ko: "'content/' 밖으로 나가는 include."),
      why: Message(
        en: "A course is whole in itself; a page cannot publish other files of the machine.",
        ko: "코스는 그 자체로 완결되며, 페이지가 컴퓨터의 다른 파일을 공개할 수 없습니다.")),
    FindingDocumentation(
      "snippet/not-judged", .warning,
      what: Message(en: "A YAML fence that could not be judged.", ko: "판단하지 못한 YAML 펜스."),
      why: Message(
        en: "What cannot be judged is not called valid. Say what it is a fragment of, or why it is ignored.",
        ko: "판단하지 못한 것은 유효하다고 하지 않습니다. 무엇의 조각인지, 왜 무시하는지 쓰세요.")),
    FindingDocumentation(
      "snippet/unknown-attribute",
      what: Message(en: "An attribute that no fence has.", ko: "펜스에 없는 속성."),
      why: Message(en: "A misspelt attribute would silently do nothing.", ko: "오타가 난 속성은 조용히 무시될 수 있습니다.")),
    FindingDocumentation(
      "snippet/unknown-id",
      what: Message(en: "A fence asks for a snippet that its page does not have.", ko: "펜스가 페이지에 없는 스니펫을 가리킴."),
      why: Message(en: "'with' names ids of the same page.", ko: "'with'에는 같은 페이지의 id를 씁니다.")),
  ]
}
