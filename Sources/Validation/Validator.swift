public import Findings
public import Resources
import Schema
import YAML

/// Finds what the API server refuses in an object that its decoder took, and what it warns of.
///
/// Give it objects that fit their schema: rules skip values of a type that the schema does not know.
public struct Validator: Sendable {
  let validations: [KindValidation]
  /// The numbers of those of kinds of a name, in several groups.
  private let numbers: [String: [Int]]

  public init() {
    validations = KindValidation.all + KindValidation.mesh + KindValidation.configuration
    var numbers: [String: [Int]] = [:]
    for (number, validation) in validations.enumerated() { numbers[validation.kind, default: []].append(number) }
    self.numbers = numbers
  }

  /// Whether all rules of the object's kind are known, rather than those of its metadata alone.
  ///
  /// The API server does not enforce what OpenAPI says of required fields and enumerations, only these rules.
  public func covers(_ manifest: Manifest) -> Bool { number(for: manifest) != nil }

  /// Whether the kind's rules here say all that its definition in the catalogue says in CEL.
  public func tellsRulesOfDefinition(of manifest: Manifest) -> Bool {
    KindValidation.mesh.contains { $0.kind == manifest.kind && $0.judges(manifest.apiVersion) }
  }

  /// What is found, in order of position. `versions` are those asked for; a finding that holds in some only says so.
  ///
  /// - Parameter scope: of a custom resource, what its definition says; then the rules for the metadata of any object run.
  public func findings(
    for manifest: Manifest, versions: VersionSet, definedAs scope: KindValidation.Scope? = nil
  ) -> [Finding] {
    judge(manifest, versions: versions, definedAs: scope).findings
  }

  /// What is found, and in which versions it cannot be told whether there is more.
  public func judge(
    _ manifest: Manifest, versions: VersionSet, definedAs scope: KindValidation.Scope? = nil
  ) -> Judgement {
    let number = number(for: manifest)
    var report = Report(versions: versions, program: number.flatMap { validations[$0].program })
    Field.reading(manifest.node) { object in
      report.warnOfVersion(of: object)
      if let number {
        validations[number].judge(object, in: &report)
      } else if let rule = MetadataRule.rule(for: manifest) {
        report.metadata(object["metadata"], names: rule.names, scope: rule.scope)
      } else if let scope {
        report.metadata(object["metadata"], names: .subdomain, scope: scope, rules: .general)
      }
      report.warnOfDeprecatedKind(object)
    }
    var judgement = Judgement(findings: report.findings)
    if report.findings.count > 1 {
      judgement.findings = report.findings.withoutWarningsAtErrors.sortedByPlace()
    }
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

  /// Which of the validations is that of an object's kind; they are too large to be copied for each.
  func number(for manifest: Manifest) -> Int? {
    numbers[manifest.kind]?.first { validations[$0].judges(manifest.apiVersion) }
  }
}

extension [Finding] {
  /// A place that is refused in the same versions is not warned of as well.
  fileprivate var withoutWarningsAtErrors: [Finding] {
    guard contains(where: { $0.severity == .warning }) else { return self }
    var refused: [SourceRange: VersionSet] = [:]
    for finding in self where finding.severity == .error {
      refused[finding.range, default: []].formUnion(finding.versions ?? .all)
    }
    return filter { finding in
      guard finding.severity == .warning, let versions = refused[finding.range] else { return true }
      return !versions.isSuperset(of: finding.versions ?? .all)
    }
  }
}
