public import Findings

/// What the build found out about a lab: whether it grades as it says.
public struct LabProof: Sendable {
  /// `nil` where `lab.yaml` cannot be graded by.
  public var lab: Lab?
  /// In order of file and position; any of severity error and the lab must not be published.
  public var findings: [LocatedFinding]
  public var starter: Grade?
  public var solution: Grade?
  /// In the order of the lab; `nil` where the file is missing.
  public var answers: [Grade?]
  /// Mutants of the solution that were made, and those that got full marks all the same.
  public var mutantCount: Int
  public var unnoticed: [Mutant]

  /// The share of mutants that lose points, in percent rounded down; `nil` where none was made.
  public var noticedPercent: Int? {
    mutantCount == 0 ? nil : (mutantCount - unnoticed.count) * 100 / mutantCount
  }
}
