public import Findings
import YAML

/// The course file, `drydock.yaml`.
public struct CourseConfiguration: Sendable {
  public struct Chapter: Sendable {
    public var id: String
    public var title: LocalizedText
    /// File names without their ending, in reading order.
    public var lessons: [Entry]
  }

  /// A name with its place in the course file.
  public struct Entry: Sendable {
    public var id: String
    public var range: SourceRange
  }

  public static let fileName = "drydock.yaml"

  public var title = LocalizedText()
  public var description = LocalizedText()
  /// Language codes; the first is the default.
  public var languages: [String] = ["en"]
  /// The versions that snippets are for where they do not say.
  public var versions: VersionSet = .all
  public var chapters: [Chapter] = []
  /// Files and folders with definitions of custom resources, relative to the course.
  public var schemas: [Entry] = []
  public var labs: [Entry] = []
  /// Lint rules that are switched off.
  public var disabledRules: [Entry] = []
  public var source: SourceText

  /// Reads the course file; what is wrong with it is in `findings`.
  public init(parsing source: SourceText, findings: inout [LocatedFinding]) {
    self.source = source
    let stream = YAMLStream(parsing: source.bytes)
    var found = stream.findings
    if let root = stream.documents.first?.root {
      read(root, &found)
      if stream.documents.count > 1 {
        found.append(
          Finding(
            id: "course/configuration", range: stream.documents[1].root.range,
            message: Message(
              en: "the course file is one document: remove what follows '---'",
              ko: "코스 파일은 문서 하나입니다: '---' 뒤를 지우세요")))
      }
    } else if found.isEmpty {
      found.append(
        Finding(
          id: "course/configuration", range: SourceRange(0, 0),
          message: Message(
            en: "the course file is empty: give it at least 'title' and 'chapters'",
            ko: "코스 파일이 비어 있습니다: 'title'과 'chapters'를 쓰세요")))
    }
    findings += found.sortedByPlace().map { LocatedFinding($0, in: source) }
  }

  private mutating func read(_ root: Node, _ findings: inout [Finding]) {
    var file = StrictMapping(root, what: "the course file", id: "course/configuration")
    if let format = file.required("format"), format.integer != 1 {
      file.add(
        format,
        Message(
          en: "this program reads format 1 only: write 'format: 1'", ko: "이 프로그램은 format 1만 읽습니다: 'format: 1'로 쓰세요"))
    }
    let named = file.names("languages").map(\.text)
    if !named.isEmpty { languages = named }
    title = file.localized("title", languages: languages, isRequired: true)
    description = file.localized("description", languages: languages)
    if let node = file.value("versions") {
      if node.isScalar, let read = VersionSet(node.text), !read.isEmpty {
        versions = read
      } else {
        file.add(node, .badVersions(node.isScalar ? node.text : "versions"))
      }
    }
    if let lint = file.value("lint") {
      var section = StrictMapping(lint, what: "lint", id: "course/configuration")
      disabledRules = rules(section.texts("disable"), &section)
      section.finish()
      findings += section.findings
    }
    schemas = file.texts("schemas").map { Entry(id: $0.text, range: $0.range) }
    labs = file.names("labs").map { Entry(id: $0.text, range: $0.range) }
    for item in file.list("chapters", isRequired: true) { readChapter(item, &findings) }
    file.finish()
    findings += file.findings
  }

  private mutating func readChapter(_ item: Node, _ findings: inout [Finding]) {
    var section = StrictMapping(item, what: "a chapter", id: "course/configuration")
    defer { findings += section.findings }
    let id = section.required("id")
    let title = section.localized("title", languages: languages, isRequired: true)
    let lessons = section.names("lessons")
    section.finish()
    guard let id else { return }
    guard id.isScalar else {
      return section.add(id, Message(en: "'id' is a text", ko: "'id'는 텍스트입니다"))
    }
    guard section.isName(id) else { return }
    guard !chapters.contains(where: { $0.id == id.text }) else { return section.add(id, .twice(id.text)) }
    if CourseConfiguration.ownChapters.contains(id.text) { section.add(id, .taken(id.text)) }
    for taken in lessons where taken.text == "index" { section.add(taken, .taken(taken.text)) }
    chapters.append(
      Chapter(id: id.text, title: title, lessons: lessons.map { Entry(id: $0.text, range: $0.range) }))
  }

  /// Rules by their ids; one that no rule has would be switched off in vain.
  private func rules(_ nodes: [Node], _ section: inout StrictMapping) -> [Entry] {
    guard !nodes.isEmpty else { return [] }
    let rules = CourseDocumentation.all.filter(\.canBeDisabled).map(\.id)
    return nodes.compactMap { node in
      guard !rules.contains(node.text) else { return Entry(id: node.text, range: node.range) }
      section.add(node, .noRule(node.text, nearest: Nearest.word(to: node.text, among: rules)))
      return nil
    }
  }

  /// Folders of the site's own pages, beside those of chapters.
  private static let ownChapters = ["labs", "rules"]
}

extension Message {
  fileprivate static func taken(_ name: String) -> Message {
    Message(
      en: "'\(name)' is the name of a page of every site: choose another",
      ko: "'\(name)'는 모든 사이트에 있는 페이지의 이름입니다: 다른 이름을 쓰세요")
  }

  fileprivate static func noRule(_ id: String, nearest: String?) -> Message {
    guard let nearest else {
      return Message(
        en: "no lint rule has the id '\(id)': remove it",
        ko: "id가 '\(id)'인 린트 규칙이 없습니다: 지우세요")
    }
    return Message(
      en: "no lint rule has the id '\(id)': write '\(nearest)'", ko: "id가 '\(id)'인 린트 규칙이 없습니다: '\(nearest)'로 쓰세요")
  }

  static func badVersions(_ text: String) -> Message {
    Message(
      en:
        "'\(text)' names no versions from \(KubernetesVersion.oldest.description) to \(KubernetesVersion.newest.description): write '1.34' or '1.30-1.34'",
      ko:
        "'\(text)'는 \(KubernetesVersion.oldest.description)–\(KubernetesVersion.newest.description)의 버전이 아닙니다: '1.34'나 '1.30-1.34'로 쓰세요"
    )
  }
}
