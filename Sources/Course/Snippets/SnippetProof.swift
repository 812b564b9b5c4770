public import Checker
public import Findings
public import Resources

/// What the engine found out about a snippet.
public struct SnippetProof: Sendable {
  public enum Outcome: Sendable, Equatable {
    /// Every object was accepted.
    case accepted
    case fragment(of: String)
    /// The findings that the author listed appeared, and no others.
    case refusedAsMeant
    case ignored(reason: String)
    /// It could not be judged, for the reason given.
    case notJudged(Message)
    /// It does not hold: there are errors.
    case failed
    /// There was nothing to check.
    case none
  }

  public var outcome: Outcome
  /// Versions in which every object is accepted (a fragment: fits); for refused ones, the versions that refuse it.
  public var versions: VersionSet
  /// With ranges in the snippet's text.
  public var findings: [Finding]
  /// The objects of the text with their verdicts.
  public var objects: [CheckedObject]

  public init(outcome: Outcome, versions: VersionSet = [], findings: [Finding] = [], objects: [CheckedObject] = []) {
    self.outcome = outcome
    self.versions = versions
    self.findings = findings
    self.objects = objects
  }

  /// The same, to be considered together with those of other snippets.
  public var manifests: [Manifest] { objects.map(\.manifest) }
}
