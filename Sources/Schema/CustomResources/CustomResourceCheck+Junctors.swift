import Findings
import YAML

/// `allOf`, `anyOf`, `oneOf` and `not`.
///
/// Schemas in them are tried without a word, so that each is looked at once for each value, however they are nested. Of
/// a default it is said, as the server does, what the first of them lacks.
extension CustomResourceCheck {
  mutating func judgeJunctors(_ value: SchemaValue, _ schema: StructuralSchema, _ mode: Mode) -> Bool {
    guard schema.hasJunctors, mode.judges else { return true }
    var fits = true
    let certain = doubts
    for part in schema.allOf {
      let before = findings.count
      guard !judge(value, part, mode.reports ? .schema : .test) else { continue }
      guard mode.reports else { return false }
      fits = false
      if findings.count == before || isDefault { noAlternative(value.node, [part], .all) }
    }
    if !schema.anyOf.isEmpty, !schema.anyOf.contains(where: { judge(value, $0, .test) }), doubts == certain {
      guard mode.reports else { return false }
      fits = false
      noAlternative(value.node, schema.anyOf, .any)
      if isDefault, let first = schema.anyOf.first { judge(value, first, .schema) }
    }
    if !schema.oneOf.isEmpty {
      var fitting: [Int32] = []
      for part in schema.oneOf where judge(value, part, .test) { fitting.append(part) }
      // An alternative that cannot be told counts as fitting.
      if fitting.count != 1, doubts == certain {
        guard mode.reports else { return false }
        fits = false
        noAlternative(value.node, fitting.isEmpty ? schema.oneOf : fitting, fitting.isEmpty ? .one : .tooMany)
        if isDefault, fitting.isEmpty, let first = schema.oneOf.first { judge(value, first, .schema) }
      }
    }
    if schema.not >= 0, judge(value, schema.not, .test), doubts == certain {
      guard mode.reports else { return false }
      fits = false
      noAlternative(value.node, [schema.not], .not)
    }
    return fits
  }

  /// How alternatives failed.
  enum Failure {
    case all, any, one, tooMany, not
  }

  private mutating func noAlternative(_ node: Node, _ parts: [Int32], _ failure: Failure) {
    guard !isFull else { return }
    let names = alternatives(parts)
    let name = node.key.map { "'" + $0.text + "'" } ?? "this"
    let koreanName = node.key.map { "'" + $0.text + "'" } ?? "이 값"
    let list = names.joined(separator: ", ")
    let message: Message
    switch failure {
    case .any where !names.isEmpty:
      message = Message(
        en: "\(name) needs at least one of \(list)", ko: "\(koreanName)에는 \(list) 중 적어도 하나가 필요합니다")
    case .one where !names.isEmpty:
      message = Message(en: "\(name) needs exactly one of \(list)", ko: "\(koreanName)에는 \(list) 중 정확히 하나가 필요합니다")
    case .tooMany where !names.isEmpty:
      message = Message(
        en: "\(name) takes only one of \(list); keep one", ko: "\(koreanName)에는 \(list) 중 하나만 쓸 수 있습니다; 하나만 남기세요")
    case .not where !names.isEmpty:
      message = Message(
        en: "\(name) must not have \(list); remove it", ko: "\(koreanName)에는 \(list)을(를) 쓸 수 없습니다; 지우세요")
    case .any, .one, .all:
      message = Message(
        en: "\(name) fits none of the alternatives that its definition lists",
        ko: "\(koreanName)이(가) 정의에 있는 대안 가운데 어느 것에도 맞지 않습니다")
    case .tooMany:
      message = Message(
        en: "\(name) fits \(parts.count) alternatives of its definition where only one may fit",
        ko: "\(koreanName)이(가) 하나만 맞아야 하는 대안 \(parts.count)개에 맞습니다")
    case .not:
      message = Message(
        en: "\(name) is what its definition excludes", ko: "\(koreanName)은(는) 정의가 허용하지 않는 값입니다")
    }
    findings.append(
      Finding(
        id: "schema/alternatives", range: place(of: node), path: path(node), message: message,
        server: ServerError(.invalid, .root, value: "\"\"", detail: path(node).description)))
  }

  /// The fields that tell alternatives apart, where each is told by the fields it requires.
  private func alternatives(_ parts: [Int32]) -> [String] {
    var names: [String] = []
    for part in parts {
      let required = arena[part].required
      // An alternative without such a field, as `not: {anyOf: …}` stands for none of the others.
      guard !required.isEmpty else { continue }
      names.append(required.map { "'" + $0 + "'" }.joined(separator: " + "))
    }
    return names
  }
}
