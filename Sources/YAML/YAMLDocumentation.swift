public import Findings

/// The findings about a text as YAML.
public enum YAMLDocumentation {
  public static let all: [FindingDocumentation] = [
    FindingDocumentation(
      "yaml/bad-key",
      what: Message(en: "A key that is a list, a mapping or null.", ko: "목록이나 매핑, null인 키."),
      why: Message(
        en:
          "Keys become names of JSON members, which are texts. Braces of a template, left unquoted, are the usual cause.",
        ko: "키는 JSON 멤버의 이름, 곧 텍스트가 됩니다. 따옴표 없이 쓴 템플릿의 중괄호가 흔한 원인입니다."),
      bad: ["name: {{ release }}"], good: ["name: '{{ release }}'"]),
    FindingDocumentation(
      "yaml/bad-merge",
      what: Message(en: "A merge key '<<' whose value is no mapping.", ko: "값이 매핑이 아닌 병합 키 '<<'."),
      why: Message(
        en: "It brings the keys of a mapping; anything else has none.", ko: "병합 키는 매핑의 키를 들여옵니다. 다른 값에는 키가 없습니다."),
      bad: ["<<: text\na: 1"], good: ["base: &base {a: 1}\nuse: {<<: *base}"]),
    FindingDocumentation(
      "yaml/duplicate-key",
      what: Message(en: "A key that stands twice in one mapping.", ko: "한 매핑에 두 번 나오는 키."),
      why: Message(
        en: "The last one wins silently; kubectl and the API server refuse it under strict validation.",
        ko: "마지막 값이 조용히 이깁니다. kubectl과 API 서버는 엄격한 검증에서 거부합니다."),
      bad: ["metadata:\n  name: web\n  name: db"], good: ["metadata:\n  name: web"]),
    FindingDocumentation(
      "yaml/invalid-utf8",
      what: Message(en: "Bytes that are not UTF-8.", ko: "UTF-8이 아닌 바이트."),
      why: Message(
        en: "The API server reads UTF-8 only. Save the file in that encoding.",
        ko: "API 서버는 UTF-8만 읽습니다. 파일을 그 인코딩으로 저장하세요.")),
    FindingDocumentation(
      "yaml/merge-override", .warning,
      what: Message(
        en: "A key beside a merge key '<<' that brings it too.", ko: "병합 키 '<<'가 이미 들여오는 키."),
      why: Message(
        en:
          "kubectl resolves it before sending, an API request with strict validation is refused, and other YAML libraries disagree on which value wins.",
        ko: "kubectl은 보내기 전에 해석하지만 엄격한 API 요청은 거부되며, 어느 값이 이기는지는 YAML 라이브러리마다 다릅니다."),
      bad: ["base: &base {a: 1}\nuse: {<<: *base, a: 2}"], good: ["base: &base {a: 1}\nuse: {<<: *base, b: 2}"]),
    FindingDocumentation(
      "yaml/recursive-alias",
      what: Message(en: "An alias inside the value that it names.", ko: "자신이 가리키는 값 안에 있는 별칭."),
      why: Message(en: "The value would have no end.", ko: "값이 끝나지 않습니다."), bad: ["a: &a [*a]"],
      good: ["a: &a [1]\nb: *a"]),
    FindingDocumentation(
      "yaml/stray-text",
      what: Message(en: "A text where an object is meant.", ko: "오브젝트가 올 자리에 있는 텍스트."),
      why: Message(
        en:
          "Every document between '---' lines is taken for an object. File names pasted above a manifest belong in comments.",
        ko: "'---' 사이의 모든 문서는 오브젝트로 읽힙니다. 매니페스트 위에 붙인 파일 이름은 주석으로 쓰세요."),
      bad: ["web.yaml\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop"],
      good: ["# web.yaml\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop"]),
    FindingDocumentation(
      "yaml/syntax",
      what: Message(en: "A text that is not YAML.", ko: "YAML이 아닌 텍스트."),
      why: Message(
        en:
          "Nothing of the document can be judged until it can be read. The other documents of the file are judged all the same.",
        ko: "읽을 수 있기 전에는 그 문서를 판단할 수 없습니다. 파일의 다른 문서는 그대로 판단합니다."),
      bad: ["spec:\n\treplicas: 3", "name: 'web", "command: echo: hello"],
      good: ["spec:\n  replicas: 3", "name: 'web'", "command: 'echo: hello'"]),
    FindingDocumentation(
      "yaml/too-deep",
      what: Message(en: "More than 100 levels of nesting.", ko: "100단계를 넘는 중첩."),
      why: Message(en: "No object needs them; readers fail on them.", ko: "그렇게 깊은 오브젝트는 없으며 읽는 프로그램이 실패합니다."),
      bad: [String(repeating: "[", count: 101)],
      good: [String(repeating: "[", count: 9) + String(repeating: "]", count: 9)]),
    FindingDocumentation(
      "yaml/too-large",
      what: Message(en: "A text of more than 32 MiB.", ko: "32 MiB를 넘는 텍스트."),
      why: Message(en: "The API server takes 3 MiB a request.", ko: "API 서버는 요청당 3 MiB까지 받습니다.")),
    FindingDocumentation(
      "yaml/too-many-aliases",
      what: Message(
        en: "Aliases that would grow a document by more than 100,000 nodes.", ko: "문서를 10만 개 넘는 노드로 부풀리는 별칭."),
      why: Message(
        en: "A few lines of nested aliases can stand for billions of values; the API server refuses them.",
        ko: "겹친 별칭 몇 줄이 수십억 개의 값이 될 수 있어 API 서버가 거부합니다.")),
    FindingDocumentation(
      "yaml/too-many-findings", .info,
      what: Message(en: "More than 1,000 findings in one text.", ko: "한 텍스트에 결과가 1,000개를 넘음."),
      why: Message(en: "The rest is not shown.", ko: "나머지는 보이지 않습니다.")),
    FindingDocumentation(
      "yaml/unknown-alias",
      what: Message(en: "An alias without an anchor before it.", ko: "앞에 앵커가 없는 별칭."),
      why: Message(
        en: "A '*' at the beginning of a value makes it an alias: quote texts such as '*.example.org'.",
        ko: "값이 '*'로 시작하면 별칭이 됩니다: '*.example.org' 같은 텍스트는 따옴표로 감싸세요."),
      bad: ["host: *web"], good: ["host: '*web'"]),
  ]
}
