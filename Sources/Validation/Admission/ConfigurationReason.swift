import Findings
import Resources
import Schema
import YAML

extension Validator {
  /// Why it cannot be told whether a program takes a file: it would look at more than is known here.
  func configurationReason(_ manifest: Manifest, readBy program: String) -> Message? {
    Field.reading(manifest.node) { configurationReason($0, readBy: program) }
  }

  private func configurationReason(_ file: Field, readBy program: String) -> Message? {
    if let gate = file["featureGates"].entries.first(where: { _ in true }) {
      return .gates(program, gate.key)
    }
    let hasExpression =
      file["authorizers"].items.contains { !$0["webhook"]["matchConditions"].isEmpty }
      || file["jwt"].items.contains { $0.hasClaimExpression }
    return hasExpression ? .expressions(program) : nil
  }
}

extension Field {
  fileprivate var hasClaimExpression: Bool {
    let mappings = self["claimMappings"]
    return !self["userValidationRules"].isEmpty || !mappings["extra"].isEmpty
      || self["claimValidationRules"].items.contains { !$0["expression"].isEmpty }
      || !mappings["username"]["expression"].isEmpty || !mappings["groups"]["expression"].isEmpty
      || !mappings["uid"]["expression"].isEmpty
  }
}

extension Message {
  fileprivate static func gates(_ program: String, _ gate: Field) -> Message {
    Message(
      en: "which feature gates \(program) has in each version is not known here, such as '\(gate.written)'",
      ko: "'\(gate.written)' 같은 기능 게이트가 어느 버전의 \(program)에 있는지 여기서는 알 수 없음")
  }

  fileprivate static func expressions(_ program: String) -> Message {
    Message(
      en: "\(program) compiles the CEL expressions of this file, which is not done here",
      ko: "\(program)이(가) 이 파일의 CEL 표현식을 컴파일하는데 여기서는 하지 않음")
  }
}
