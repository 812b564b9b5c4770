import Findings

/// All that a site is made of: what was read from the course, and what was proven of it.
///
/// The site knows a course by this model only.
public struct SiteContent: Sendable {
  public var title: LocalizedText
  public var description: LocalizedText
  /// Language codes; the first is the default, whose home page is the site's.
  public var languages: [String]
  /// The Kubernetes versions that the course is for.
  public var versions: VersionSet
  /// The home page's text, by language code.
  public var welcomes: [String: LessonText] = [:]
  public var chapters: [ChapterView]
  public var labs: [LabView]
  /// In any order; pages sort them by area and id.
  public var rules: [RuleView]
  /// Files that pages show or link, such as pictures.
  public var assets: [AssetView]

  public init(
    title: LocalizedText, description: LocalizedText, languages: [String], versions: VersionSet,
    chapters: [ChapterView] = [], labs: [LabView] = [], rules: [RuleView] = [], assets: [AssetView] = []
  ) {
    self.title = title
    self.description = description
    self.languages = languages
    self.versions = versions
    self.chapters = chapters
    self.labs = labs
    self.rules = rules
    self.assets = assets
  }
}

/// A chapter: lessons in reading order.
public struct ChapterView: Sendable {
  /// The folder under `content/<language>/`, and in the address.
  public var id: String
  public var title: LocalizedText
  public var lessons: [LessonView]

  public init(id: String, title: LocalizedText, lessons: [LessonView]) {
    self.id = id
    self.title = title
    self.lessons = lessons
  }

  /// Whether some lesson of it is written in a language.
  func isWritten(in language: String) -> Bool { lessons.contains { $0.texts[language] != nil } }
}

/// A file of `content/` that is published as it is.
public struct AssetView: Sendable {
  /// Relative to `content/`: `en/probes/timeline.svg`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
