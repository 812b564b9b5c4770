import Findings
import YAML

/// What an object says it is.
struct Identity {
  var apiVersion: Node?
  var kind: Node?
  var findings: [Finding] = []

  static func read(_ root: Node) -> Identity {
    var identity = Identity()
    guard root.isMapping else {
      identity.findings.append(
        Finding(
          id: "schema/wrong-type", range: root.range, path: .root,
          message: Message(
            en: "a manifest is an object with 'apiVersion' and 'kind', here it is something else",
            ko: "매니페스트는 'apiVersion'과 'kind'가 있는 객체여야 하는데 그렇지 않습니다"),
          server: ServerError(.typeInvalid, .root)))
      return identity
    }
    identity.apiVersion = identity.word("apiVersion", of: root, example: "apps/v1")
    identity.kind = identity.word("kind", of: root, example: "Deployment")
    return identity
  }

  private mutating func word(_ name: String, of root: Node, example: String) -> Node? {
    var path: FieldPath { FieldPath.root.field(name) }
    guard let value = root[named: name], !(value.isScalar && value.withText { $0.isEmpty }) else {
      let range = root.member(named: name)?.keyRange ?? root.entries.first { _ in true }?.key.range ?? root.range
      var finding = Finding(
        id: "schema/missing-required", range: range, path: path,
        message: Message(
          en: "'\(name)' is missing; say what this object is, as '\(name): \(example)'",
          ko: "'\(name)'이(가) 없습니다; '\(name): \(example)'처럼 어떤 객체인지 적으세요"),
        server: ServerError(.required, path))
      let keys = root.entries.map { $0.key.text }
      if !keys.contains(name), let near = Nearest.word(to: name, among: keys), near != "kind", near != "apiVersion",
        let written = root.member(named: near)?.key
      {
        finding.range = written.range
        finding.message = Message(
          en: "'\(name)' is missing; did you mean it with '\(near)'?", ko: "'\(name)'이(가) 없습니다; '\(near)'이(가) 그것인가요?")
        finding.fix = Fix(
          title: Message(en: "write '\(name)'", ko: "'\(name)'(으)로 고치기"),
          edits: [Fix.Edit(range: written.range, replacement: name)])
      }
      findings.append(finding)
      return nil
    }
    guard value.isScalar, value.scalarType == .string else {
      findings.append(
        Finding(
          id: "schema/wrong-type", range: value.range, path: path,
          message: Message(
            en: "'\(name)' must be a string, as '\(example)'", ko: "'\(name)'은(는) '\(example)'처럼 문자열이어야 합니다"),
          server: ServerError(.typeInvalid, path)))
      return nil
    }
    return value
  }
}
