import Findings
import YAML

/// Findings about the names of fields.
extension StructureCheck {
  mutating func unknownField(
    _ key: Int32, _ value: Int32, in facts: TypeFacts, _ versions: VersionSet, isLenient: Bool
  ) {
    let keyNode = node(key)
    let name = keyNode.text
    let path = path(value)
    // The server knows the key as YAML reads it: `on` as `true`.
    let named = readText(of: keyNode).map { path.parent.field($0) } ?? path
    var finding = Finding(
      id: "schema/unknown-field", severity: isLenient ? .warning : .error, range: keyNode.range, path: path,
      message: Message(en: "unknown field '\(name)'", ko: "알 수 없는 필드 '\(name)'"),
      server: isLenient ? nil : ServerError(.unknownField, named), versions: stated(versions))
    let having = name.withBytes { facts.versions(of: $0) }
    if !having.isEmpty {
      finding.message = StructureCheck.availability(of: name, having: having, missing: versions)
    } else if mendKey(keyNode, node(value), in: facts, &finding) {
    } else if let former = FormerField.named(name, in: facts) {
      finding.message = former.message(name)
      finding.advice = former.advice
      finding.home = path.parent.field(former.firstField)
      if let edits = renewed(key, in: facts) {
        finding.fix = Fix(
          title: Message(en: "write '\(former.firstField)'", ko: "'\(former.firstField)'(으)로 고치기"), edits: edits)
      }
    } else if let empty = emptyField(above: key, in: facts, versions) {
      sayBelow(empty, name, &finding)
    } else if let near = suggestion(for: name, in: facts, versions, parentOf: key, partly: false) {
      suggest(near, keyNode, &finding)
    } else if sayElsewhere(name, key, value, &finding, versions) {
    } else if let near = suggestion(for: name, in: facts, versions, parentOf: key, partly: true) {
      suggest(near, keyNode, &finding)
    } else if let wrapping = wrapping(key, value, in: facts) {
      finding.message = Message(
        en: "'\(name)' stands under '\(wrapping.field)': write that key around it",
        ko: "'\(name)'은(는) '\(wrapping.field)' 아래에 옵니다: 그 키로 감싸세요")
      if let edits = wrapping.edits {
        finding.fix = Fix(
          title: Message(en: "write '\(wrapping.field)' around it", ko: "'\(wrapping.field)'(으)로 감싸기"), edits: edits)
      }
    } else if facts.fields.count <= 8, !facts.fields.isEmpty {
      let names = facts.fields.filter { !$0.versions.isDisjoint(with: versions) }.map { "'" + $0.name.string + "'" }
        .joined(separator: ", ")
      finding.advice = Message(en: "the fields here are \(names)", ko: "여기에 쓸 수 있는 필드는 \(names)입니다")
    }
    findings.append(finding)
    checkAllFinite(value, versions)
  }

  /// A field that other versions have.
  private static func availability(of name: String, having: VersionSet, missing: VersionSet) -> Message {
    if let removed = having.removedIn, let last = missing.last, last >= removed {
      return Message(
        en: "field '\(name)' was removed in \(removed.description)",
        ko: "필드 '\(name)'은(는) \(removed.description)에서 없어졌습니다")
    }
    if let since = having.since, let first = missing.first, first < since {
      return Message(
        en: "field '\(name)' exists since \(since.description)", ko: "필드 '\(name)'은(는) \(since.description)부터 있습니다")
    }
    return Message(
      en: "field '\(name)' exists in \(having.description) only", ko: "필드 '\(name)'은(는) \(having.description)에만 있습니다")
  }

  /// The name in this type that was meant: the nearest that the object does not have yet.
  private func suggestion(
    for name: String, in facts: TypeFacts, _ versions: VersionSet, parentOf key: Int32, partly: Bool
  ) -> String? {
    guard let object = node(key).parent else { return nil }
    var names: [Bytes] = []
    for field in facts.fields where !field.versions.isDisjoint(with: versions) { names.append(field.name) }
    while let near = name.withBytes({ Nearest.word(to: $0, among: names, partly: partly) }) {
      if object.member(named: near.string) == nil { return near.string }
      names.removeAll { $0.elementsEqual(near) }
    }
    return nil
  }

  mutating func missingField(_ field: FieldFacts, in index: Int32, _ versions: VersionSet) {
    let name = field.name.string
    let path = path(index).field(name)
    findings.append(
      Finding(
        id: "schema/missing-required", range: place(of: index), path: path,
        message: Message(en: "'\(name)' is required here; add it", ko: "여기에는 '\(name)'이(가) 필요합니다; 추가하세요"),
        server: ServerError(.required, path), versions: stated(versions)))
  }

  /// Where to show what concerns an object as a whole: its key, or its first key where it is an item or the root.
  func place(of index: Int32) -> SourceRange {
    let node = node(index)
    if let key = node.key { return key.range }
    for entry in node.entries { return entry.key.range }
    return node.range
  }

  /// A key that reaches the server as another text than stands here.
  mutating func readKey(_ key: Int32, _ versions: VersionSet) {
    let written = node(key)
    guard written.isScalar, let read = readText(of: written), read != written.text else { return }
    var finding = Finding(
      id: "schema/key-reading", severity: .warning, range: written.range, path: path(key).parent.field(written.text),
      message: Message(
        en: "the key '\(written.text)' reaches the API server as '\(read)': quote it",
        ko: "키 '\(written.text)'은(는) API 서버에 '\(read)'(으)로 전해집니다: 따옴표로 감싸세요"),
      reason: reading(of: written), versions: stated(versions))
    if !written.isAliased {
      finding.fix = Fix(
        title: Message(en: "quote it", ko: "따옴표로 감싸기"),
        edits: [Fix.Edit(range: written.range, replacement: "\"" + written.text + "\"")])
    }
    findings.append(finding)
  }

  mutating func badKey(_ key: Int32, _ versions: VersionSet) {
    let path = path(key).parent
    findings.append(
      Finding(
        id: "schema/wrong-type", range: node(key).range, path: path,
        message: Message(en: "a key must be text, here it is none", ko: "키는 문자열이어야 하는데 그렇지 않습니다"),
        server: ServerError(.badRequest, .root), versions: stated(versions)))
  }
}
