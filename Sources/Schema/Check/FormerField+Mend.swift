import Findings
import YAML

/// Fields of an older form in the newer one.
extension StructureCheck {
  /// The edits that write a field, and those right beside it that go into the same object, under the names of now.
  func renewed(_ key: Int32, in facts: TypeFacts) -> [Fix.Edit]? {
    guard let object = node(key).parent, !object.isAliased else { return nil }
    var run: [(key: Node, value: Node, names: [String])] = []
    var first: String?
    for entry in object.entries {
      guard let former = FormerField.named(entry.key.text, in: facts), former.isWhole else {
        continue
      }
      if let first, former.firstField != first { continue }
      if let last = run.last, entry.key.index != nodes[Int(last.value.index)].next { return nil }
      first = former.firstField
      guard entry.value.isScalar, entry.value.style != .literal, entry.value.style != .folded else { return nil }
      var names = former.names
      // A port by its name.
      if names.last == "number", entry.value.scalarType == .string { names[names.count - 1] = "name" }
      run.append((entry.key, entry.value, names))
    }
    guard let first, object.member(named: first) == nil, run.contains(where: { $0.key.index == key }) else {
      return nil
    }
    return object.style == .flow ? flowEdits(run, first) : blockEdits(run, first)
  }

  private func flowEdits(_ run: [(key: Node, value: Node, names: [String])], _ first: String) -> [Fix.Edit] {
    var edits: [Fix.Edit] = []
    for (position, field) in run.enumerated() {
      let inner = field.names.dropFirst()
      let isLast = position == run.count - 1
      let head = (position == 0 && !inner.isEmpty ? first + ": {" : position == 0 ? first : "")
      edits.append(Fix.Edit(range: field.key.range, replacement: head + inner.joined(separator: ": {")))
      let closing = String(repeating: "}", count: max(0, inner.count - 1) + (isLast && !inner.isEmpty ? 1 : 0))
      let end = field.value.range.end
      if !closing.isEmpty { edits.append(Fix.Edit(range: SourceRange(end, end), replacement: closing)) }
    }
    return edits
  }

  private func blockEdits(_ run: [(key: Node, value: Node, names: [String])], _ first: String) -> [Fix.Edit]? {
    let lines = Lines(tree: tree)
    var edits: [Fix.Edit] = []
    for (position, field) in run.enumerated() {
      guard position == 0 || lines.start(ofKey: field.key.index) != nil else { return nil }
      let line = lines.start(of: field.key.range.start)
      guard lines.start(of: field.value.range.start) == line else { return nil }
      let indent = String(repeating: " ", count: lines.column(of: field.key.index))
      var text = position == 0 ? first : ""
      for (level, name) in field.names.dropFirst().enumerated() {
        let deeper = String(repeating: "  ", count: level + 1)
        text += text.isEmpty ? deeper + name : ":" + newline(at: line) + indent + deeper + name
      }
      edits.append(Fix.Edit(range: field.key.range, replacement: text))
    }
    return edits
  }
}
