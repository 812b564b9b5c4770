import Findings

/// A lab as its page shows it; answers are not part of it.
public struct LabView: Sendable {
  public enum Difficulty: String, Sendable, CaseIterable {
    case easy, medium, hard
  }

  public struct Requirement: Sendable {
    public var id: String
    public var title: LocalizedText
    public var points: Int
    /// Ids of the requirements that must hold first.
    public var needs: [String]

    public init(id: String, title: LocalizedText, points: Int, needs: [String] = []) {
      self.id = id
      self.title = title
      self.points = points
      self.needs = needs
    }
  }

  /// The folder under `labs/`, and in the address.
  public var id: String
  public var title: LocalizedText
  public var summary: LocalizedText
  public var topics: [String]
  public var difficulty: Difficulty
  public var minutes: Int
  /// Lessons as `chapter/lesson`.
  public var prerequisites: [String]
  public var versions: VersionSet
  /// What to do, by language code.
  public var task: [String: MarkdownPage]
  public var requirements: [Requirement]
  /// What the learner starts from; titles are file names.
  public var starter: [SnippetView]
  /// What the cluster holds already.
  public var given: [SnippetView]
  /// From vague to plain.
  public var hints: [LocalizedText]

  public init(
    id: String, title: LocalizedText, summary: LocalizedText, topics: [String] = [], difficulty: Difficulty,
    minutes: Int, prerequisites: [String] = [], versions: VersionSet, task: [String: MarkdownPage],
    requirements: [Requirement], starter: [SnippetView], given: [SnippetView] = [], hints: [LocalizedText] = []
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.topics = topics
    self.difficulty = difficulty
    self.minutes = minutes
    self.prerequisites = prerequisites
    self.versions = versions
    self.task = task
    self.requirements = requirements
    self.starter = starter
    self.given = given
    self.hints = hints
  }

  public var points: Int { requirements.reduce(0) { $0 + $1.points } }
}
