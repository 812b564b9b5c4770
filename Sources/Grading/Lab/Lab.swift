public import Findings

/// A lab as its `lab.yaml` says it.
public struct Lab: Sendable {
  public enum Difficulty: String, Sendable, CaseIterable {
    case easy, medium, hard
  }

  /// The folder's name.
  public var id: String
  public var title: LocalizedText
  public var summary: LocalizedText
  public var topics: [String]
  public var difficulty: Difficulty
  /// How long it takes, about.
  public var minutes: Int
  /// Lessons, as `chapter/lesson`, with their places in `lab.yaml`.
  public var prerequisites: [LabReference]
  /// `nil`: those of the course.
  public var versions: VersionSet?
  public var requirements: [Requirement]
  /// From vague to plain.
  public var hints: [LocalizedText]
  public var answers: [LabAnswer]
  /// Of `lab.yaml`: SHA-256 in hexadecimal.
  public var digest: String
  /// Of the key `requirements` in `lab.yaml`.
  public var requirementsRange: SourceRange

  /// The sum of all requirements' points.
  public var maxPoints: Int {
    var sum = 0
    for requirement in requirements { sum += requirement.points }
    return sum
  }
}

/// A word of `lab.yaml` that names something, with its place.
public struct LabReference: Sendable, Equatable {
  public var name: String
  public var range: SourceRange

  public init(name: String, range: SourceRange) {
    self.name = name
    self.range = range
  }
}

/// One thing that a lab asks.
public struct Requirement: Sendable {
  public var id: String
  /// What is asked, in one sentence.
  public var title: LocalizedText
  /// 0 to 1000.
  public var points: Int
  /// Requirements that must hold first; else this one is blocked, not failed.
  public var needs: [String]
  public var check: Condition
  public var feedback: [Feedback]
  /// Of its id in `lab.yaml`.
  public var range: SourceRange
}

/// What is said when a requirement fails.
public struct Feedback: Sendable {
  /// Unique within its requirement.
  public var id: String
  /// Said only where this holds; `nil`: always.
  public var when: Condition?
  public var say: LocalizedText
}

/// An answer that the lab's author listed, and what it must get.
public struct LabAnswer: Sendable {
  public var file: LabReference
  public var title: LocalizedText
  public var points: Int
  public var pointsRange: SourceRange
  /// Exactly these requirements fail; `nil`: not looked at.
  public var failed: [LabReference]?
  /// Exactly these requirements are blocked; `nil`: not looked at.
  public var blocked: [LabReference]?
  /// Feedback, as `requirement/feedback`, each of which must be said.
  public var says: [LabReference]
}
