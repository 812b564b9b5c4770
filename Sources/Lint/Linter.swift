public import Findings
public import Resources

/// Runs the rules over objects.
public struct Linter: Sendable {
  private let rules: [Rule]

  public init(configuration: LintConfiguration = LintConfiguration()) {
    rules = Rule.all.filter { configuration.isActive($0) }
  }

  /// What the rules find in an object that is considered together with others, in order of position.
  ///
  /// Annotations of the object that suppress a rule are honoured. Cost: that of every active rule, of which those that
  /// look at other objects are linear in their number.
  public func findings(for manifest: Manifest, in cluster: ClusterState) -> [Finding] {
    let suppressions = Suppression.all(in: manifest)
    var findings: [Finding] = []
    // By number: rules are large to copy.
    for number in rules.indices
    where suppressions.isEmpty || !suppressions.contains(where: { $0.ruleIDs.contains(rules[number].id) }) {
      findings += rules[number].findings(for: manifest, in: cluster)
    }
    return findings.sortedByPlace()
  }
}
