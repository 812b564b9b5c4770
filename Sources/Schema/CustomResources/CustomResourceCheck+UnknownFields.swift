import Findings
import YAML

/// Findings about fields that the schema does not have.
extension CustomResourceCheck {
  /// - Parameter schema: that of the object; `nil` where nothing is said of its fields.
  mutating func unknownField(_ member: SchemaValue.Member, of object: SchemaValue, _ schema: StructuralSchema?) {
    guard !isFull, let key = member.key else { return }
    let (name, path) = (member.name, path(member.value.node))
    var finding = Finding(
      id: "schema/unknown-field", range: key.range, path: path,
      message: Message(en: "unknown field '\(name)'", ko: "알 수 없는 필드 '\(name)'"),
      server: ServerError(.unknownField, path))
    let names = schema?.propertyNames ?? []
    let free = names.filter { object.node.member(named: $0) == nil }
    if let near = Nearest.word(to: name, among: free) {
      finding.message = Message(
        en: "unknown field '\(name)'; did you mean '\(near)'?", ko: "알 수 없는 필드 '\(name)'; '\(near)'을(를) 쓰려던 것인가요?")
      if !key.isAliased {
        finding.fix = Fix(
          title: Message(en: "write '\(near)'", ko: "'\(near)'(으)로 고치기"),
          edits: [Fix.Edit(range: key.range, replacement: near)])
      }
    } else if let place = place(of: name) {
      finding.message = Message(
        en: "unknown field '\(name)' here; it belongs to '\(place)'",
        ko: "여기에는 필드 '\(name)'이(가) 없습니다; '\(place)' 아래에 써야 합니다")
    } else if !names.isEmpty, names.count <= 8 {
      let list = names.map { "'" + $0 + "'" }.joined(separator: ", ")
      finding.advice = Message(en: "the fields here are \(list)", ko: "여기에 쓸 수 있는 필드는 \(list)입니다")
    }
    findings.append(finding)
  }

  /// Where around a field of this name would be right: in an object around it, or in one just inside of those.
  private func place(of name: String) -> String? {
    guard name.utf8.count > 2, name != "name" else { return nil }
    for (depth, around) in enclosing.reversed().prefix(4).enumerated() {
      let schema = arena[around.place]
      if depth > 0, schema.properties[name] != nil {
        let path = path(around.node)
        return path.elements.isEmpty ? "the top level" : path.description
      }
      for property in schema.propertyNames where property != "status" {
        var inner = arena[schema.property(property)]
        var suffix = ""
        while inner.items >= 0, suffix.utf8.count < 8 {
          inner = arena[inner.items]
          suffix += "[]"
        }
        if inner.properties[name] != nil { return path(around.node).field(property).description + suffix }
      }
    }
    return nil
  }
}
