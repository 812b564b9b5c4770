public import Findings
import Lint
import Schema
import Validation
import YAML

/// The findings of the whole engine, by id.
public enum EngineDocumentation {
  public static var all: [FindingDocumentation] {
    var all = YAMLDocumentation.all + SchemaDocumentation.all
    all += ValidationDocumentation.all
    for rule in Rule.all { all.append(documentation(of: rule)) }
    return all.sorted { $0.id < $1.id }
  }

  private static func documentation(of rule: Rule) -> FindingDocumentation {
    var bad: [String] = []
    var good: [String] = []
    for example in rule.examples {
      if example.markedLines.isEmpty { good.append(example.manifest) } else { bad.append(example.manifest) }
    }
    return FindingDocumentation(
      rule.findingID, rule.severity, what: rule.what,
      why: Message(
        en: rule.why.en + " " + rule.advice.en, ko: rule.why.text(in: "ko") + " " + rule.advice.text(in: "ko")),
      bad: bad, good: good, canBeDisabled: true)
  }
}
