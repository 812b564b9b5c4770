public import Findings
public import Resources

/// Finds what the API server refuses in an object that its decoder took, and what it warns of.
///
/// Give it objects that fit their schema: rules skip values of a type that the schema does not know.
public struct Validator: Sendable {
  private let kinds = KindValidation.all

  public init() {}

  /// Whether all rules of the object's kind are known, rather than those of its metadata alone.
  ///
  /// The API server does not enforce what OpenAPI says of required fields and enumerations, only these rules.
  public func covers(_ manifest: Manifest) -> Bool { validation(of: manifest) != nil }

  /// What is found, in order of position. `versions` are those asked for; a finding that holds in some only says so.
  public func findings(for manifest: Manifest, versions: VersionSet) -> [Finding] {
    judge(manifest, versions: versions).findings
  }

  /// What is found, and in which versions it cannot be told whether there is more.
  public func judge(_ manifest: Manifest, versions: VersionSet) -> Judgement {
    var report = Report(versions: versions)
    let object = Field(manifest.node)
    if let validation = validation(of: manifest) {
      validation.judge(object, in: &report)
    } else if let rule = MetadataRule.rule(for: manifest) {
      report.metadata(object["metadata"], names: rule.names, scope: rule.scope)
    }
    var judgement = Judgement(findings: report.findings)
    if report.findings.count > 1 { judgement.findings.sort(by: Finding.isOrderedBefore) }
    for (versions, reason) in report.unjudged {
      judgement.unjudged.formUnion(versions)
      judgement.reason = judgement.reason ?? reason
    }
    return judgement
  }

  /// What the rules say of an object.
  public struct Judgement: Sendable {
    public fileprivate(set) var findings: [Finding]
    /// The versions in which something could not be judged.
    public fileprivate(set) var unjudged: VersionSet = []
    public fileprivate(set) var reason: Message?
  }

  private func validation(of manifest: Manifest) -> KindValidation? {
    for kind in kinds where kind.kind == manifest.kind && kind.apiVersion == manifest.apiVersion { return kind }
    return nil
  }
}
