import Checker
public import Findings

/// Every finding that the product knows, by id: the engine's and those about pages, snippets, courses and labs.
public enum CourseDocumentation {
  public static var all: [FindingDocumentation] {
    (EngineDocumentation.all + MarkdownDocumentation.all + SnippetDocumentation.all + LabDocumentation.all + own)
      .sorted { $0.id < $1.id }
  }

  /// The id that somebody may have meant.
  public static func id(nearestTo id: String) -> String? { Nearest.word(to: id, among: all.map(\.id)) }

  private static let own: [FindingDocumentation] = [
    FindingDocumentation(
      "course/bad-file",
      what: Message(
        en: "A folder where a file is meant, a file that is too large, a disk that is full.",
        ko: "파일 자리에 있는 폴더, 너무 큰 파일, 가득 찬 디스크."),
      why: Message(en: "The course cannot be read to its end.", ko: "코스를 끝까지 읽을 수 없습니다.")),
    FindingDocumentation(
      "course/broken-anchor",
      what: Message(en: "A link to a heading that its page does not have.", ko: "페이지에 없는 제목으로 가는 링크."),
      why: Message(
        en:
          "The reader lands at the top of the page. Give headings that others link an anchor of their own: '## Title {#name}'.",
        ko: "독자는 페이지 맨 위에 도착합니다. 링크되는 제목에는 '## 제목 {#name}'으로 앵커를 주세요.")),
    FindingDocumentation(
      "course/broken-link",
      what: Message(
        en: "A link to a page, lab, rule or file that the course does not have.", ko: "코스에 없는 페이지, 랩, 규칙, 파일로 가는 링크."),
      why: Message(
        en: "Links are relative paths to .md files, 'lab:name' or 'rule:area/name'.",
        ko: "링크는 .md 파일의 상대 경로나 'lab:이름', 'rule:영역/이름'입니다.")),
    FindingDocumentation(
      "course/configuration",
      what: Message(en: "Something in drydock.yaml that cannot be understood.", ko: "drydock.yaml에서 이해할 수 없는 부분."),
      why: Message(
        en: "Unknown keys are errors, because a misspelt one would do nothing silently.",
        ko: "오타가 조용히 무시되지 않도록 모르는 키는 오류입니다.")),
    FindingDocumentation(
      "course/front-matter",
      what: Message(
        en: "Front matter that is missing or says what no lesson knows.", ko: "없거나 알 수 없는 키가 있는 front matter."),
      why: Message(
        en: "A lesson has 'title' and 'summary', and where wanted 'minutes', 'objectives', 'labs', 'versions'.",
        ko: "레슨에는 'title'과 'summary'가 있고, 필요하면 'minutes', 'objectives', 'labs', 'versions'를 씁니다.")),
    FindingDocumentation(
      "course/missing-file",
      what: Message(en: "A file that does not exist.", ko: "존재하지 않는 파일."),
      why: Message(
        en: "The course file lists lessons by the names of their files, in every language of the course.",
        ko: "코스 파일은 코스의 모든 언어에서 레슨을 파일 이름으로 나열합니다.")),
    FindingDocumentation(
      "course/outside",
      what: Message(en: "A link of the file system that leads out of the course.", ko: "코스 밖을 가리키는 파일 시스템 링크."),
      why: Message(
        en: "A course is whole in itself; its site cannot publish other files of the machine.",
        ko: "코스는 그 자체로 완결되며, 사이트가 컴퓨터의 다른 파일을 공개할 수 없습니다.")),
    FindingDocumentation(
      "course/unknown-lab",
      what: Message(en: "A lesson names a lab that the course does not have.", ko: "레슨이 코스에 없는 랩을 가리킴."),
      why: Message(en: "Labs are listed under 'labs' in drydock.yaml.", ko: "랩은 drydock.yaml의 'labs'에 나열합니다.")),
    FindingDocumentation(
      "course/unlisted-lesson", .warning,
      what: Message(en: "A page that no chapter lists.", ko: "어느 챕터에도 없는 페이지."),
      why: Message(en: "It would not be part of the site, and nobody would notice.", ko: "사이트에 들어가지 않으며 아무도 알아채지 못합니다.")
    ),
    FindingDocumentation(
      "course/unreadable-file",
      what: Message(en: "A file or folder that may not be read.", ko: "읽을 권한이 없는 파일이나 폴더."),
      why: Message(en: "Check its permissions.", ko: "권한을 확인하세요.")),
  ]
}
