/// Small inputs that several tests share.
enum Fixture {
  static let valid = """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: settings
    data:
      greeting: hello

    """

  static let broken = """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: settings
    datum:
      greeting: hello

    """

  /// A course of two lessons in two languages with a lab, as it might stand after `drydock new course`.
  static let course: [String: String] = [
    "drydock.yaml": """
    format: 1
    title: {en: Course, ko: 코스}
    languages: [en, ko]
    versions: 1.34-1.37
    chapters:
    - id: first
      title: {en: First, ko: 처음}
      lessons: [one, two]
    labs: [name-it]

    """,
    "content/en/first/one.md": lesson("One", "See [two](two.md).\n\n```yaml include=\"examples/settings.yaml\"\n```\n"),
    "content/en/first/two.md": lesson("Two", "Words.\n"),
    "content/ko/first/one.md": lesson("하나", "```yaml include=\"examples/settings.yaml\"\n```\n"),
    "content/ko/first/two.md": lesson("둘", "글.\n"),
    "content/examples/settings.yaml": valid,
    "labs/name-it/lab.yaml": """
    format: 1
    title: {en: Name it, ko: 이름 짓기}
    summary: {en: A ConfigMap by another name., ko: 이름이 다른 ConfigMap.}
    topics: [objects]
    difficulty: easy
    minutes: 5
    requirements:
    - id: valid
      title: {en: The API server takes it, ko: API 서버가 받는다}
      points: 1
      check: {valid: true}
    - id: named
      title: {en: The ConfigMap is named 'settings', ko: ConfigMap의 이름은 'settings'이다}
      points: 3
      needs: [valid]
      check: {exists: ConfigMap/settings}
      feedback:
      - id: other-name
        say: {en: Look at its metadata., ko: metadata를 보세요.}
    hints:
    - {en: It has a name already., ko: 이름은 이미 있습니다.}
    - {en: "Write 'name: settings'.", ko: "'name: settings'로 쓰세요."}
    answers:
    - {file: other.yaml, title: {en: Another name, ko: 다른 이름}, points: 1, failed: [named], says: [named/other-name]}

    """,
    "labs/name-it/task.en.md": "Name the ConfigMap `settings`.\n",
    "labs/name-it/task.ko.md": "ConfigMap의 이름을 `settings`로 하세요.\n",
    "labs/name-it/starter/settings.yaml": named("unnamed"),
    "labs/name-it/solution/settings.yaml": named("settings"),
    "labs/name-it/answers/other.yaml": named("other"),
  ]

  static func named(_ name: String) -> String {
    valid.replacingOccurrences(of: "name: settings", with: "name: \(name)")
  }

  static func lesson(_ title: String, _ body: String) -> String {
    "---\ntitle: \(title)\nsummary: About it.\n---\n\n\(body)"
  }
}
