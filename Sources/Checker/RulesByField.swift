import Findings
import Lint
import Resources
public import Schema
import Validation
import YAML

/// Which rules look at which fields: told by where they find something in their own examples, so that no list of it
/// needs to be kept.
public struct RulesByField {
  private var rules: [FieldName: [String: Int]] = [:]

  /// Runs every example of every rule; takes some hundredths of a second.
  public init(_ engine: Engine) {
    for validation in KindValidation.all + KindValidation.configuration + KindValidation.mesh {
      for example in validation.examples where !example.markedLines.isEmpty {
        add(engine.check(Array(example.manifest.utf8), versions: .all), engine)
      }
    }
    for constraint in ValidationDocumentation.all {
      for example in constraint.bad { add(engine.check(Array(example.utf8), versions: .all), engine) }
    }
    for rule in Rule.all {
      for example in rule.examples where !example.markedLines.isEmpty {
        let manifests = engine.check(Array(example.manifest.utf8), versions: .all).manifests
        let found = engine.lint(manifests, among: ClusterState(manifests))
        for (manifest, findings) in zip(manifests, found) {
          for finding in findings where finding.id == rule.findingID { add(finding, in: manifest, engine) }
        }
      }
    }
  }

  private mutating func add(_ checked: CheckedStream, _ engine: Engine) {
    for object in checked.objects {
      for finding in object.findings where finding.id.hasPrefix("validation/") {
        add(finding, in: object.manifest, engine)
      }
    }
  }

  /// A rule that speaks of a field counts for the fields around it too, with the distance.
  private mutating func add(_ finding: Finding, in manifest: Manifest, _ engine: Engine) {
    let names = engine.fieldNames(in: manifest, to: finding.path)
    for (distance, name) in names.reversed().enumerated() {
      let known = rules[name]?[finding.id] ?? .max
      rules[name, default: [:]][finding.id] = min(known, distance)
    }
  }

  /// The ids of the rules that look at a field or at what lies up to so many fields below it; the nearest first.
  public func rules(at field: FieldName, depth: Int) -> [String] {
    (rules[field] ?? [:]).filter { $0.value <= depth }
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { $0.key }
  }
}
