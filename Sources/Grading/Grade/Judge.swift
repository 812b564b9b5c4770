public import Findings

/// What was found in one file.
public struct Judgement: Sendable {
  public var findings: [Finding]
  /// Objects of which the engine cannot tell whether the API server would take them: where, and why.
  public var unjudged: [(range: SourceRange, reason: Message)]

  public init(findings: [Finding], unjudged: [(range: SourceRange, reason: Message)] = []) {
    self.findings = findings
    self.unjudged = unjudged
  }
}

/// What the engine finds in documents, handed to the grader from outside: schema, API-server rules, lint.
public struct Judge {
  /// What engine it is, with its version; named in grades by its digest.
  public var engine: String
  /// What is found in each of the learner's files, in their order: those considered together with what is given.
  public var judgements: (_ files: [LabFile], _ given: [LabFile], _ versions: VersionSet) -> [Judgement]

  public init(
    engine: String,
    judgements: @escaping (_ files: [LabFile], _ given: [LabFile], _ versions: VersionSet) -> [Judgement]
  ) {
    self.engine = engine
    self.judgements = judgements
  }
}
