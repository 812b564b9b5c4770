import Findings
import Resources
import YAML

extension Validator {
  /// Why an object that carries expressions in CEL is not judged whole: the API server compiles them on create, and
  /// what does not compile is refused. `nil` for objects without any.
  func expressionReason(_ manifest: Manifest) -> Message? {
    let keys: [StaticString] =
      switch manifest.group {
      case "admissionregistration.k8s.io": ["expression", "messageExpression", "valueExpression"]
      case "resource.k8s.io": ["expression"]
      case "apiextensions.k8s.io": ["x-kubernetes-validations"]
      default: []
      }
    guard !keys.isEmpty, Validator.holds(manifest.node, keys) else { return nil }
    return Message(
      en: "its CEL expressions are not compiled here", ko: "여기에 있는 CEL 표현식은 아직 컴파일해 보지 않습니다")
  }

  /// Whether some mapping in a value has one of the keys. Depth is bounded by the reader's limit of nesting.
  private static func holds(_ node: Node, _ keys: [StaticString]) -> Bool {
    if node.isMapping {
      for entry in node.entries {
        for key in keys where entry.key.hasText(key) && !entry.value.isNull { return true }
        if holds(entry.value, keys) { return true }
      }
    }
    for item in node.items where holds(item, keys) { return true }
    return false
  }
}
