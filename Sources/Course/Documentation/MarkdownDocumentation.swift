import Findings

/// The findings about pages as Markdown.
enum MarkdownDocumentation {
  static let all: [FindingDocumentation] = [
    FindingDocumentation(
      "markdown/duplicate-anchor",
      what: Message(en: "Two headings of a page with the same anchor.", ko: "앵커가 같은 두 제목."),
      why: Message(en: "A link would lead to the first only.", ko: "링크가 첫 제목으로만 갑니다.")),
    FindingDocumentation(
      "markdown/invalid-utf8",
      what: Message(en: "A page that is not UTF-8.", ko: "UTF-8이 아닌 페이지."),
      why: Message(en: "Save the file as UTF-8.", ko: "파일을 UTF-8로 저장하세요.")),
    FindingDocumentation(
      "markdown/null-character",
      what: Message(en: "A null character in a page.", ko: "페이지에 있는 널 문자."),
      why: Message(
        en: "Markdown has no meaning for it; the file is probably no text.", ko: "마크다운에 의미가 없으며, 텍스트 파일이 아닐 수 있습니다.")),
    FindingDocumentation(
      "markdown/too-deep",
      what: Message(en: "Quotes, lists or emphasis nested too deeply.", ko: "너무 깊은 인용, 목록, 강조."),
      why: Message(en: "No page needs more than 100 levels.", ko: "100단계를 넘는 페이지는 필요하지 않습니다.")),
    FindingDocumentation(
      "markdown/too-large",
      what: Message(en: "A page of more than 4 MiB.", ko: "4 MiB를 넘는 페이지."),
      why: Message(en: "Split it: nobody reads it whole.", ko: "나누세요: 한 번에 읽을 수 없습니다.")),
    FindingDocumentation(
      "markdown/too-many-images",
      what: Message(en: "Thousands of images in one paragraph.", ko: "한 문단에 수천 개의 이미지."),
      why: Message(en: "Reading them takes time out of all proportion.", ko: "읽는 데 지나치게 오래 걸립니다.")),
    FindingDocumentation(
      "markdown/unclosed-fence",
      what: Message(en: "A code fence without its closing line.", ko: "닫는 줄이 없는 코드 펜스."),
      why: Message(en: "The rest of the page is taken for code.", ko: "페이지의 나머지가 코드로 읽힙니다.")),
    FindingDocumentation(
      "markdown/unclosed-front-matter",
      what: Message(en: "Front matter without its closing '---'.", ko: "닫는 '---'가 없는 front matter."),
      why: Message(en: "The whole page is taken for front matter.", ko: "페이지 전체가 front matter로 읽힙니다.")),
  ]
}
