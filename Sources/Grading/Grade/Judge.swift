public import Findings

/// What the engine finds in documents, handed to the grader from outside: schema, API-server rules, lint.
public struct Judge {
  /// What engine it is, with its version; named in grades by its digest.
  public var engine: String
  /// What is found in each of the learner's files, in their order: those considered together with what is given.
  public var findings: (_ files: [LabFile], _ given: [LabFile], _ versions: VersionSet) -> [[Finding]]

  public init(
    engine: String,
    findings: @escaping (_ files: [LabFile], _ given: [LabFile], _ versions: VersionSet) -> [[Finding]]
  ) {
    self.engine = engine
    self.findings = findings
  }

  /// A judge that looks at each file alone.
  public init(engine: String, each: @escaping (_ file: LabFile, _ versions: VersionSet) -> [Finding]) {
    self.init(engine: engine) { files, _, versions in files.map { each($0, versions) } }
  }
}
