public import Findings

/// The findings of the structural check.
public enum SchemaDocumentation {
  public static let all: [FindingDocumentation] = [
    FindingDocumentation(
      "schema/alternatives",
      what: Message(
        en: "A value of a custom resource that does not fit the alternatives (oneOf, anyOf, not) of its definition.",
        ko: "커스텀 리소스 정의의 대안(oneOf, anyOf, not)에 맞지 않는 값."),
      why: Message(
        en: "Definitions use alternatives for fields of which one, at least one, or not all may be given.",
        ko: "여러 필드 가운데 하나만, 또는 적어도 하나를 써야 할 때 정의가 대안을 씁니다."),
      bad: [custom("oneOf: [{required: [host]}, {required: [address]}]", "{host: a, address: b}")],
      good: [custom("oneOf: [{required: [host]}, {required: [address]}]", "{host: a}")]),
    FindingDocumentation(
      "schema/bad-format",
      what: Message(
        en: "A text that is not of its field's format: a quantity, a time, base64.",
        ko: "필드의 형식(수량, 시각, base64)이 아닌 텍스트."),
      why: Message(
        en: "The API server cannot decode it and refuses the whole object.", ko: "API 서버가 해석하지 못해 오브젝트 전체를 거부합니다."),
      bad: [container("resources: {limits: {memory: 64MB}}")], good: [container("resources: {limits: {memory: 64Mi}}")]),
    FindingDocumentation(
      "schema/duplicate-item",
      what: Message(
        en: "An item that stands twice in a list that stands for a set or a map.",
        ko: "집합이나 맵을 나타내는 목록에 두 번 있는 항목."),
      why: Message(
        en:
          "The API server tells the items of such a list apart by their value, or by the keys that the definition names.",
        ko: "API 서버는 이런 목록의 항목을 값이나 정의가 정한 키로 구별합니다."),
      bad: [custom("x-kubernetes-map-type: granular", "{ports: [80, 80]}")],
      good: [custom("x-kubernetes-map-type: granular", "{ports: [80, 443]}")]),
    FindingDocumentation(
      "schema/length",
      what: Message(
        en: "A text, list or object of a custom resource that is longer or shorter than its definition allows.",
        ko: "커스텀 리소스의 정의가 허용하는 것보다 길거나 짧은 텍스트, 목록, 객체."),
      why: Message(
        en: "The API server counts characters, items and fields and refuses the object.",
        ko: "API 서버는 글자, 항목, 필드의 수를 세어 객체를 거부합니다."),
      bad: [custom("maxProperties: 1", "{host: a, address: b}")], good: [custom("maxProperties: 1", "{host: a}")]),
    FindingDocumentation(
      "schema/key-reading", .warning,
      what: Message(
        en: "A key that YAML reads as a boolean or a number.", ko: "YAML이 불리언이나 수로 읽는 키."),
      why: Message(
        en: "It reaches the API server in other letters: 'on' as 'true', '0644' as '420'.",
        ko: "다른 글자로 API 서버에 전해집니다: 'on'은 'true', '0644'는 '420'이 됩니다."),
      bad: ["apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {on: \"1\"}"],
      good: ["apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {\"on\": \"1\"}"]),
    FindingDocumentation(
      "schema/missing-required",
      what: Message(en: "A field that its kind requires is missing.", ko: "종류가 요구하는 필드가 없음."),
      why: Message(
        en: "The published schema requires it. For kinds whose server rules are known, those decide instead.",
        ko: "공개된 스키마가 요구합니다. 서버 규칙을 아는 종류에서는 그 규칙이 판단합니다."),
      bad: ["kind: Pod\nmetadata: {name: web}"], good: ["apiVersion: v1\nkind: Namespace\nmetadata: {name: web}"]),
    FindingDocumentation(
      "schema/missing-schema", .warning,
      what: Message(en: "A kind of which nothing is known.", ko: "아는 것이 없는 종류."),
      why: Message(
        en: "It is called not judged, never valid. Custom resources are judged once their definition is given.",
        ko: "유효하다고 하지 않고 판단하지 못했다고 합니다. 커스텀 리소스는 정의를 주면 판단합니다.")),
    FindingDocumentation(
      "schema/not-served", .warning,
      what: Message(en: "A kind that clusters do not serve unless told to.", ko: "따로 켜야 제공되는 종류."),
      why: Message(
        en: "Alpha and some beta versions are off by default: the manifest works on few clusters.",
        ko: "알파와 일부 베타 버전은 기본으로 꺼져 있어 일부 클러스터에서만 동작합니다.")),
    FindingDocumentation(
      "schema/number-range",
      what: Message(en: "A number that its field's type cannot hold.", ko: "필드의 타입에 들어가지 않는 수."),
      why: Message(
        en: "Whole numbers of the API have 32 or 64 bits; decoding fails beyond them.",
        ko: "API의 정수는 32비트나 64비트이며 넘으면 해석에 실패합니다."),
      bad: [deployment("replicas: 2147483648")], good: [deployment("replicas: 3")]),
    FindingDocumentation(
      "schema/pattern",
      what: Message(
        en: "A text of a custom resource that does not match the pattern of its definition.",
        ko: "커스텀 리소스 정의의 패턴에 맞지 않는 텍스트."),
      why: Message(
        en: "A pattern is an expression in RE2's syntax that must match somewhere in the text.",
        ko: "패턴은 텍스트 어딘가에 맞아야 하는 RE2 정규식입니다."),
      bad: [custom("minProperties: 1", "{code: AB}")], good: [custom("minProperties: 1", "{code: ab}")]),
    FindingDocumentation(
      "schema/removed-api",
      what: Message(en: "A kind in a version that is no longer served.", ko: "더 이상 제공되지 않는 버전의 종류."),
      why: Message(
        en:
          "Clusters answer 'no matches for kind'. The finding names what replaces it and what changes in the manifest.",
        ko: "클러스터는 'no matches for kind'라고 답합니다. 결과가 대체할 API와 바뀌는 점을 알려 줍니다."),
      bad: ["apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: web}"],
      good: ["apiVersion: v1\nkind: Namespace\nmetadata: {name: web}"]),
    FindingDocumentation(
      "schema/too-many-findings", .info,
      what: Message(en: "More than 100 findings in the form of one object.", ko: "한 오브젝트의 형식에서 결과가 100개를 넘음."),
      why: Message(en: "The rest is not shown.", ko: "나머지는 보이지 않습니다.")),
    FindingDocumentation(
      "schema/unknown-field",
      what: Message(en: "A field that its kind does not have.", ko: "그 종류에 없는 필드."),
      why: Message(
        en:
          "kubectl and the API server refuse it under strict validation; without, it is dropped silently and does nothing.",
        ko: "엄격한 검증에서는 거부되고, 아니면 조용히 버려져 아무 효과가 없습니다."),
      bad: [deployment("replica: 3")], good: [deployment("replicas: 3")]),
    FindingDocumentation(
      "schema/unknown-kind",
      what: Message(en: "A kind or apiVersion that does not exist.", ko: "존재하지 않는 종류나 apiVersion."),
      why: Message(
        en: "Both are case-sensitive, and the kind is singular: 'Deployment' in 'apps/v1'.",
        ko: "둘 다 대소문자를 구별하며 종류는 단수입니다: 'apps/v1'의 'Deployment'."),
      bad: [
        "apiVersion: v1\nkind: Deployment\nmetadata: {name: web}", "apiVersion: v1\nkind: Pods\nmetadata: {name: web}",
      ],
      good: ["apiVersion: v1\nkind: Namespace\nmetadata: {name: web}"]),
    FindingDocumentation(
      "schema/unsupported-value",
      what: Message(en: "A value that is not among those its field takes.", ko: "필드가 받는 값이 아닌 값."),
      why: Message(en: "Such words are case-sensitive.", ko: "이런 값은 대소문자를 구별합니다.")),
    FindingDocumentation(
      "schema/value-range",
      what: Message(
        en: "A number of a custom resource outside of the range of its definition.",
        ko: "커스텀 리소스 정의의 범위를 벗어난 수."),
      why: Message(
        en: "The API server compares it with minimum, maximum and multipleOf of the schema.",
        ko: "API 서버가 스키마의 minimum, maximum, multipleOf와 비교합니다."),
      bad: [custom("minProperties: 1", "{weight: 101}")], good: [custom("minProperties: 1", "{weight: 100}")]),
    FindingDocumentation(
      "schema/wrong-type",
      what: Message(en: "A value of another type than its field's.", ko: "필드의 타입과 다른 타입의 값."),
      why: Message(
        en:
          "The API server converts nothing: a number or 'yes' in a text field needs quotes, a number in quotes is a text.",
        ko: "API 서버는 변환하지 않습니다: 텍스트 필드의 숫자나 'yes'에는 따옴표가 필요하고, 따옴표 안의 숫자는 텍스트입니다."),
      bad: ["apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {debug: true}"],
      good: ["apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {debug: \"true\"}"]),
  ]

  private static func deployment(_ field: String) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      \(field)
      selector:
        matchLabels: {app: web}
      template:
        metadata:
          labels: {app: web}
        spec:
          containers:
          - {name: web, image: "nginx:1.27"}
    """
  }

  /// A definition and an object of its kind, with a keyword of the schema of `spec` and the value of it.
  private static func custom(_ keyword: String, _ spec: String) -> String {
    """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: berths.harbour.example.org}
    spec:
      group: harbour.example.org
      scope: Namespaced
      names: {kind: Berth, plural: berths}
      versions:
      - name: v1
        served: true
        storage: true
        schema:
          openAPIV3Schema:
            type: object
            properties:
              spec:
                type: object
                \(keyword)
                properties:
                  host: {type: string}
                  address: {type: string}
                  code: {type: string, pattern: "^[a-z]+$"}
                  weight: {type: integer, minimum: 0, maximum: 100}
                  ports: {type: array, x-kubernetes-list-type: set, items: {type: integer}}
    ---
    apiVersion: harbour.example.org/v1
    kind: Berth
    metadata: {name: north}
    spec: \(spec)
    """
  }

  private static func container(_ field: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
    spec:
      containers:
      - name: web
        image: nginx:1.27
        \(field)
    """
  }
}
