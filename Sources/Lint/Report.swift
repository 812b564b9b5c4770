import Findings
import YAML

/// What one rule has found in one object. The rule itself signs it afterwards, so that a check cannot forget its id,
/// reason or advice, and a rule that finds nothing costs nothing here.
struct Report {
  /// Of findings that name no other.
  private let severity: Severity
  private var findings: [Finding] = []

  init(severity: Severity) {
    self.severity = severity
  }

  /// The findings as those of a rule, in order of position.
  func findings(of rule: Rule) -> [Finding] {
    guard !findings.isEmpty else { return [] }
    var signed = findings
    for index in signed.indices {
      signed[index].id = rule.findingID
      signed[index].reason = rule.why
      signed[index].advice = rule.advice
    }
    signed.sortByPlace()
    return signed
  }

  /// Adds a finding at something written: a scalar's own text, else the key or name of a collection.
  ///
  /// Not inlined, like the other: what makes a finding would be in the module for the page as often as rules say so.
  @inline(never)
  mutating func add(
    _ message: Message, at node: Node, severity: Severity? = nil, fix: Fix? = nil, related: [Related] = []
  ) {
    add(message, range: node.isScalar ? node.range : node.nameRange, path: node.path, severity, fix, related)
  }

  /// Adds a finding at a field that is not written: shown at the key of the innermost object around it that is
  /// there, or at the name of a list item or of the whole object.
  @inline(never)
  mutating func add(_ message: Message, missing fields: StaticString..., in node: Node, severity: Severity? = nil) {
    var present = node
    var path = node.path
    var isPresent = true
    for field in fields {
      path = path.field("\(field)")
      if isPresent, let value = present[field], value.isMapping { present = value } else { isPresent = false }
    }
    add(message, range: present.nameRange, path: path, severity, nil, [])
  }

  @inline(never)
  private mutating func add(
    _ message: Message, range: SourceRange, path: FieldPath, _ severity: Severity?, _ fix: Fix?, _ related: [Related]
  ) {
    findings.append(
      Finding(
        id: "", severity: severity ?? self.severity, range: range, path: path, message: message, fix: fix,
        related: related))
  }
}

extension Node {
  /// The token by which a reader knows a collection: the name of an object or list item, else its key.
  fileprivate var nameRange: SourceRange {
    guard let parent else { return (self["metadata"]?["name"] ?? self["kind"] ?? self).range }
    if parent.isMapping { return keyRange }
    // An item of a list; those of a `v1` List are objects.
    if let name = self["name"] ?? self["metadata"]?["name"], name.isScalar { return name.range }
    return entries.first(where: { _ in true })?.key.range ?? range
  }
}
