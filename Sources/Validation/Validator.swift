public import Findings
public import Resources
import YAML

/// Finds what the API server refuses in an object that its decoder took, and what it warns of.
///
/// Give it objects that fit their schema: rules skip values of a type that the schema does not know.
public struct Validator: Sendable {
  /// The kinds of a name, one for each version of its groups.
  private let kinds: [String: [KindValidation]]

  public init() {
    var kinds: [String: [KindValidation]] = [:]
    for kind in KindValidation.all { kinds[kind.kind, default: []].append(kind) }
    self.kinds = kinds
  }

  /// Whether all rules of the object's kind are known, rather than those of its metadata alone.
  ///
  /// The API server does not enforce what OpenAPI says of required fields and enumerations, only these rules.
  public func covers(_ manifest: Manifest) -> Bool { validation(of: manifest) != nil }

  /// What is found, in order of position. `versions` are those asked for; a finding that holds in some only says so.
  public func findings(for manifest: Manifest, versions: VersionSet) -> [Finding] {
    var report = Report(versions: versions)
    // The fields do not keep the object's tree alive.
    withExtendedLifetime(manifest.node.tree) {
      let object = Field(manifest.node)
      if let validation = validation(of: manifest) {
        validation.judge(object, in: &report)
      } else if let rule = MetadataRule.rule(for: manifest) {
        report.metadata(object["metadata"], names: rule.names, scope: rule.scope)
      }
    }
    guard !report.findings.isEmpty else { return [] }
    return report.findings.sorted(by: Finding.isOrderedBefore)
  }

  private func validation(of manifest: Manifest) -> KindValidation? {
    guard let versions = kinds[manifest.kind] else { return nil }
    for kind in versions where kind.apiVersion == manifest.apiVersion { return kind }
    return nil
  }
}
