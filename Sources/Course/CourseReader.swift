import Checker
public import Findings
import Markdown
public import Schema

/// Runs the walk: reads a course from disk and has everything in it proven.
public struct CourseReader: Sendable {
  /// The folder that holds `drydock.yaml`; no link in it may lead out of it.
  public let folder: Folder
  public var jobs: Int?

  public init(folder: Folder, jobs: Int? = nil) {
    self.folder = folder.confined
    self.jobs = jobs
  }

  /// A file to be read: a lesson, or the welcome of a language.
  private struct Item: Sendable {
    var chapter: String
    var id: String
    var language: String
    /// Where the course file names it.
    var entry: SourceRange
    var path: String
  }

  private struct Outcome: Sendable {
    var lesson: Lesson?
    var findings: [LocatedFinding] = []
  }

  /// The lessons alone, whatever is wrong with the course. Throws where there is no course file.
  public func lessons() async throws(FileError) -> [Lesson] {
    let file = try folder.read(CourseConfiguration.fileName)
    var findings: [LocatedFinding] = []
    let configuration = CourseConfiguration(parsing: file, findings: &findings)
    let definitions = definitions(of: configuration, findings: &findings)
    return await outcomes(of: configuration, definitions).compactMap(\.lesson).filter { !$0.chapter.isEmpty }
  }

  /// Throws where there is no course file.
  public func read() async throws(FileError) -> Course {
    let file = try folder.read(CourseConfiguration.fileName)
    var findings: [LocatedFinding] = []
    let configuration = CourseConfiguration(parsing: file, findings: &findings)
    let definitions = definitions(of: configuration, findings: &findings)
    let outcomes = await outcomes(of: configuration, definitions)
    var lessons: [Lesson] = []
    var welcomes: [String: Lesson] = [:]
    for outcome in outcomes {
      findings += outcome.findings
      guard let lesson = outcome.lesson else { continue }
      if lesson.id == "index", lesson.chapter.isEmpty {
        welcomes[lesson.language] = lesson
      } else {
        lessons.append(lesson)
      }
    }
    let labs = await Parallel.map(configuration.labs, jobs: jobs, definitions: definitions) { entry, engine in
      LabReader(folder: folder, configuration: configuration).lab(entry, engine)
    }
    findings += labs.flatMap(\.findings)
    findings += references(of: lessons, configuration)
    findings += unlisted(configuration)
    var assetErrors: [FileError] = []
    let assets = assets(&assetErrors)
    findings += assetErrors.map(\.finding)
    return Course(
      configuration: configuration, lessons: lessons, welcomes: welcomes, labs: labs.compactMap(\.lab), assets: assets,
      findings: deduplicated(findings))
  }

  /// The definitions of custom resources that a course names; what is wrong with them is in `findings`.
  public func definitions(
    of configuration: CourseConfiguration, findings: inout [LocatedFinding]
  ) -> CustomResourceDefinitions {
    var definitions = CustomResourceDefinitions()
    let reader = DefinitionReader(folder: folder, versions: configuration.versions)
    for entry in configuration.schemas {
      do throws(FileError) {
        try reader.add(entry.id, to: &definitions, findings: &findings)
      } catch {
        let finding = Finding(id: error.finding.finding.id, range: entry.range, message: error.message)
        findings.append(LocatedFinding(finding, in: configuration.source))
      }
    }
    return definitions
  }

  private func items(of configuration: CourseConfiguration) -> [Item] {
    var items: [Item] = []
    for language in configuration.languages where folder.exists("content/\(language)/index.md") {
      items.append(
        Item(
          chapter: "", id: "index", language: language, entry: SourceRange(0, 0), path: "content/\(language)/index.md"))
    }
    for chapter in configuration.chapters {
      for lesson in chapter.lessons {
        for language in configuration.languages {
          items.append(
            Item(
              chapter: chapter.id, id: lesson.id, language: language, entry: lesson.range,
              path: "content/\(language)/\(chapter.id)/\(lesson.id).md"))
        }
      }
    }
    return items
  }

  private func outcomes(
    of configuration: CourseConfiguration, _ definitions: CustomResourceDefinitions
  ) async -> [Outcome] {
    await Parallel.map(items(of: configuration), jobs: jobs, definitions: definitions) { item, engine in
      outcome(of: item, configuration, engine)
    }
  }

  private func outcome(of item: Item, _ configuration: CourseConfiguration, _ engine: Engine) -> Outcome {
    var outcome = Outcome()
    do throws(FileError) {
      let source = try folder.read(item.path)
      let prover = SnippetProver(engine: engine, disabledRules: Set(configuration.disabledRules.map(\.id)))
      let reader = PageReader(
        prover: prover, content: folder.folder("content"), languages: configuration.languages)
      let (fields, page) = reader.lesson(source, versions: configuration.versions, findings: &outcome.findings)
      outcome.lesson = Lesson(
        chapter: item.chapter, id: item.id, language: item.language, frontMatter: fields, page: page)
    } catch {
      let finding = Finding(id: error.finding.finding.id, range: item.entry, message: error.message)
      outcome.findings.append(LocatedFinding(finding, in: configuration.source))
    }
    return outcome
  }

  /// Labs that lessons name and the course does not have.
  private func references(of lessons: [Lesson], _ configuration: CourseConfiguration) -> [LocatedFinding] {
    let labs = configuration.labs.map(\.id)
    return lessons.flatMap { lesson in
      lesson.frontMatter.labs.filter { !labs.contains($0.id) }.map { entry in
        let hint = Nearest.word(to: entry.id, among: labs)
        return LocatedFinding(
          Finding(
            id: "course/unknown-lab", range: entry.range,
            message: Message(
              en: "the course has no lab '\(entry.id)': " + (hint.map { "write '\($0)'" } ?? "list it in drydock.yaml"),
              ko: "코스에 랩 '\(entry.id)'가 없습니다: " + (hint.map { "'\($0)'로 쓰세요" } ?? "drydock.yaml에 추가하세요"))),
          in: lesson.page.source)
      }
    }
  }

  /// Pages on disk that no chapter lists would never be seen.
  private func unlisted(_ configuration: CourseConfiguration) -> [LocatedFinding] {
    var findings: [LocatedFinding] = []
    let listed = Set(items(of: configuration).map(\.path))
    // Of a course file that lists nothing, that is said.
    guard !listed.isEmpty else { return [] }
    for language in configuration.languages where folder.exists("content/\(language)") {
      var errors: [FileError] = []
      for path in folder.files(below: "content/\(language)", errors: &errors)
      where path.hasSuffix(".md") && !listed.contains(path) {
        findings.append(
          LocatedFinding(
            Finding(
              id: "course/unlisted-lesson", severity: .warning, range: SourceRange(0, 0),
              message: Message(
                en: "no chapter of drydock.yaml lists this page: add it to 'lessons'",
                ko: "drydock.yaml의 어느 챕터에도 없는 페이지입니다: 'lessons'에 추가하세요")),
            in: SourceText(name: folder.path(of: path), bytes: [])))
      }
      findings += errors.map(\.finding)
    }
    return findings
  }

  private func assets(_ errors: inout [FileError]) -> [Course.Asset] {
    let endings = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf"]
    let content = folder.folder("content")
    guard content.exists("") else { return [] }
    var assets: [Course.Asset] = []
    for path in content.files(errors: &errors) where endings.contains(where: { path.hasSuffix($0) }) {
      do throws(FileError) {
        assets.append(Course.Asset(path: path, bytes: try content.read(path).bytes))
      } catch {
        errors.append(error)
      }
    }
    return assets
  }

  /// A file that lessons of two languages include is found wanting once, with both fences as related places.
  private func deduplicated(_ findings: [LocatedFinding]) -> [LocatedFinding] {
    var result: [LocatedFinding] = []
    for located in findings.sorted(by: LocatedFinding.isOrderedBefore) {
      if let last = result.last, last.source.name == located.source.name, last.range == located.range,
        last.finding.id == located.finding.id, last.finding.path == located.finding.path,
        last.finding.message == located.finding.message
      {
        for place in located.related
        where !last.related.contains(where: { $0.source.name == place.source.name && $0.range == place.range }) {
          result[result.count - 1].related.append(place)
        }
      } else {
        result.append(located)
      }
    }
    return result
  }
}
