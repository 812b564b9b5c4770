public import Findings

/// How good a submission is: what each requirement got, and why.
public struct Grade: Sendable {
  public enum Status: String, Sendable {
    /// Every requirement holds.
    case pass
    case fail
    /// The submission could not be read.
    case error
  }

  public enum State: String, Sendable {
    case passed, failed
    /// Another requirement must hold first.
    case blocked
    /// The engine cannot tell.
    case unknown
  }

  /// One step of a trace, with its place in the learner's or a given file.
  public struct TraceLine: Sendable {
    public var isNearMiss: Bool
    public var message: Message
    /// The file; `nil` where what is missing has no place.
    public var source: SourceText?
    public var range: SourceRange
    public var path: FieldPath
  }

  /// What one requirement got.
  public struct Result: Sendable {
    public var id: String
    public var title: String
    public var state: State
    public var points: Int
    public var maxPoints: Int
    /// The feedback that is said; `nil` where none fits or none is needed.
    public var feedback: String?
    /// What is said to the learner; empty where the requirement holds.
    public var message: String
    /// How the answer came about: near misses where it fails.
    public var trace: [TraceLine]
  }

  public struct Digests: Sendable, Equatable {
    /// Of `lab.yaml` and the given files.
    public var lab: String
    public var engine: String
    public var submission: String
  }

  /// The id of the lab.
  public var lab: String
  public var language: String
  public var status: Status
  /// Why nothing could be graded; empty otherwise.
  public var message: String
  /// In the order of the lab.
  public var results: [Result]
  public var points: Int
  public var maxPoints: Int
  public var digests: Digests
  /// What cannot be read, where the status is `error`.
  public var unreadable: LocatedFinding?

  /// The ids of the requirements in a state, in the order of the lab.
  public func ids(_ state: State) -> [String] {
    results.compactMap { $0.state == state ? $0.id : nil }
  }
}
