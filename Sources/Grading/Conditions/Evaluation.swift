public import Simulation

/// Whether a condition holds, and why.
public struct Evaluation: Sendable {
  public enum Answer: Sendable, Equatable {
    case holds, fails
    /// It cannot be told, for the reason that the steps give.
    case unknown
  }

  public var answer: Answer
  public var steps: [Step]

  public init(_ answer: Answer, _ steps: [Step]) {
    self.answer = answer
    self.steps = steps
  }

  public var holds: Bool { answer == .holds }

  /// What comes nearest to another answer, or else what decided.
  public var nearMiss: Step? { steps.first { $0.kind == .nearMiss } ?? steps.first }

  /// The opposite, for the same reasons: what led to an answer that was not wanted is what to look at.
  var negated: Evaluation {
    switch answer {
    case .holds:
      Evaluation(.fails, steps.map { Step($0.message, at: $0.node, kind: .nearMiss) })
    case .fails: Evaluation(.holds, steps.map { Step($0.message, at: $0.node) })
    case .unknown: self
    }
  }
}
