public import Course
import Findings
import Grading
import Markdown

extension SiteContent {
  /// What a course that was read and proven shows.
  public init(_ course: Course) {
    let configuration = course.configuration
    self.init(
      title: configuration.title, description: configuration.description, languages: configuration.languages,
      versions: configuration.versions)
    chapters = configuration.chapters.map { chapter in
      ChapterView(
        id: chapter.id, title: chapter.title,
        lessons: chapter.lessons.map { entry in
          let texts = course.lessons.filter { $0.chapter == chapter.id && $0.id == entry.id }
          return LessonView(
            id: entry.id,
            texts: Dictionary(texts.map { ($0.language, LessonText($0)) }, uniquingKeysWith: { first, _ in first }))
        })
    }
    labs = course.labs.compactMap { LabView($0, course) }
    rules = CourseDocumentation.all.map { RuleView($0) }
    assets = course.assets.map { AssetView(path: $0.path, bytes: $0.bytes) }
    welcomes = course.welcomes.mapValues { LessonText($0) }
  }
}

extension LessonText {
  init(_ lesson: Lesson) {
    let fields = lesson.frontMatter
    self.init(
      title: fields.title, summary: fields.summary, minutes: fields.minutes, objectives: fields.objectives,
      labs: fields.labs.map(\.id), versions: fields.versions,
      page: MarkdownPage(lesson.page, path: lesson.path))
  }
}

extension Lesson {
  /// Relative to the course folder.
  var path: String {
    chapter.isEmpty ? "content/\(language)/\(id).md" : "content/\(language)/\(chapter)/\(id).md"
  }
}

extension MarkdownPage {
  init(_ page: Page, path: String) {
    self.init(path: path, document: page.document)
    for proven in page.snippets where !proven.snippet.isHereDocument {
      snippets[proven.snippet.blockIndex] = SnippetView(proven)
    }
    // A shell fence is proven by the manifests that its here-documents hold.
    for proven in page.snippets where proven.snippet.isHereDocument {
      snippets[proven.snippet.blockIndex]?.add(hereDocument: proven)
    }
  }
}

extension SnippetView {
  init(_ proven: ProvenSnippet) {
    let snippet = proven.snippet
    self.init(
      id: snippet.id, title: snippet.title, language: snippet.language, text: snippet.shown?.text ?? snippet.text,
      proof: Proof(proven.proof))
    findings = proven.proof.findings.compactMap { finding in
      guard let shown = snippet.shown else { return finding }
      return finding.shown(through: shown)
    }
    emphasizedLines = snippet.attributes.highlightedLines?.ranges ?? []
    showsLineNumbers = snippet.attributes.contains("linenums") || snippet.attributes.contains("showLineNumbers")
    offersCopy = !snippet.attributes.contains("nocopy")
    isHidden = snippet.attributes.contains("hide") && snippet.attributes.value(of: "hide") == nil
  }

  /// A file of a lab, as it is.
  init(_ file: LabFile) {
    let name = file.name.split(separator: "/").last.map { String($0) } ?? file.name
    self.init(title: name, language: "yaml", text: file.text)
  }

  mutating func add(hereDocument proven: ProvenSnippet) {
    if case .none = proof { proof = Proof(proven.proof) }
  }
}

extension SnippetView.Proof {
  init(_ proof: SnippetProof) {
    self =
      switch proof.outcome {
      case .accepted: .accepted(proof.versions)
      case .fragment(let place): .fragment(of: place, proof.versions)
      case .refusedAsMeant: .refused(proof.versions)
      case .ignored(let reason): .ignored(reason: reason)
      // What could not be judged carries a warning of its own; a failed one is never published.
      case .notJudged(let reason): .ignored(reason: reason.en)
      case .failed, .none: .none
      }
  }
}

extension Finding {
  /// The finding with its places in the part that is shown; `nil` where it lies outside.
  fileprivate func shown(through part: Snippet.ShownPart) -> Finding? {
    guard let first = part.map.segments.first, let last = part.map.segments.last,
      range.start >= first.source, range.end <= last.source + last.sourceLength
    else { return nil }
    var finding = self
    finding.range = part.shown(range)
    finding.related = related.map { Related(range: part.shown($0.range), message: $0.message) }
    return finding
  }
}

extension Snippet.ShownPart {
  fileprivate func shown(_ range: SourceRange) -> SourceRange {
    SourceRange(offset(range.start), offset(range.end))
  }

  private func offset(_ source: Int) -> Int {
    for segment in map.segments where source >= segment.source && source <= segment.source + segment.sourceLength {
      return segment.start + source - segment.source
    }
    return 0
  }
}

extension LabView {
  /// `nil` where the lab could not be read; its findings say why.
  init?(_ lab: CourseLab, _ course: Course) {
    guard let facts = lab.lab else { return nil }
    self.init(
      id: lab.id, title: facts.title, summary: facts.summary, topics: facts.topics,
      difficulty: Difficulty(rawValue: facts.difficulty.rawValue) ?? .medium, minutes: facts.minutes,
      prerequisites: facts.prerequisites.map(\.name), versions: facts.versions ?? course.configuration.versions,
      task: lab.tasks.reduce(into: [:]) { pages, task in
        pages[task.key] = MarkdownPage(task.value, path: "labs/\(lab.id)/task.\(task.key).md")
      },
      requirements: facts.requirements.map {
        Requirement(id: $0.id, title: $0.title, points: $0.points, needs: $0.needs)
      },
      starter: lab.files.starter.map { SnippetView($0) }, given: lab.files.given.map { SnippetView($0) },
      hints: facts.hints)
  }
}

extension RuleView {
  init(_ documentation: FindingDocumentation) {
    func example(_ text: String, isGood: Bool) -> Example {
      Example(isGood: isGood, snippet: ExampleProof.snippet(text, isGood: isGood, documentation.id))
    }
    self.init(
      id: documentation.id, severity: documentation.severity, what: LocalizedText(documentation.what),
      why: LocalizedText(documentation.why),
      examples: documentation.bad.map { example($0, isGood: false) }
        + documentation.good.map { example($0, isGood: true) },
      canBeDisabled: documentation.canBeDisabled)
  }
}
