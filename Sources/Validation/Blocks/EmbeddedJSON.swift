import Findings
import Schema
import YAML

extension Field {
  /// What a text holds, where that is JSON; annotations carry lists and objects so.
  var embeddedJSON: Node? { text?.embeddedJSON }
}

extension String {
  /// The root of a JSON text.
  var embeddedJSON: Node? {
    guard JSONText.root(of: utf8) != nil else { return nil }
    let stream = YAMLStream(parsing: self)
    guard stream.findings.isEmpty, stream.documents.count == 1 else { return nil }
    guard let root = stream.documents.first?.root, root.isJSON else { return nil }
    return root
  }
}

extension Node {
  /// JSON is YAML; what only YAML allows is told by styles. The parser limits how deep values lie.
  fileprivate var isJSON: Bool {
    if isScalar { return style == .doubleQuoted || style == .plain && scalarType != .string && isPlainJSON }
    guard style == .flow else { return false }
    for item in items where isSequence && !item.isJSON { return false }
    for entry in entries where entry.key.style != .doubleQuoted || !entry.value.isJSON { return false }
    return true
  }

  /// `true`, `null` or a number, rather than `yes` or `~`.
  private var isPlainJSON: Bool {
    switch text {
    case "true", "false", "null": true
    default: scalarType == .integer || scalarType == .float
    }
  }
}

extension Report {
  /// Runs rules on a value that is written inside a text, and says at that text what they find. The API server appends
  /// the way inside the value to `way`, which leads there from `ancestor`.
  mutating func inside(
    _ text: Field, _ root: Node, at ancestor: Field, _ way: [FieldPath.Element],
    _ rules: (inout Report, Field) -> Void
  ) {
    var inner = Report(versions: versions)
    Field.reading(root) { rules(&inner, $0) }
    for finding in inner.findings {
      guard let server = finding.server, let constraint = Constraint(id: finding.id) else { continue }
      inVersions(finding.versions ?? .all) {
        $0.add(
          constraint, at: text.reported(at: ancestor, way + server.field.elements), server.kind, finding.message,
          detail: server.detail)
      }
    }
  }
}

extension Constraint {
  fileprivate init?(id: String) {
    for constraint in Constraint.allCases where constraint.id == id {
      self = constraint
      return
    }
    return nil
  }
}
