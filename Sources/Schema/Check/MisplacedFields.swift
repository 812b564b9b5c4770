import Findings
import YAML

/// What is said of fields that have a place, but not here.
extension StructureCheck {
  /// The name of a field of this type that was meant.
  func suggest(_ near: String, _ key: Node, _ finding: inout Finding) {
    let name = key.text
    let isSame = name.withBytes { left in near.withBytes { Nearest.distance(left, $0, limit: 0) } } == 0
    finding.message =
      isSame
      ? Message(
        en: "unknown field '\(name)': it is written '\(near)', upper and lower case count",
        ko: "알 수 없는 필드 '\(name)': 대소문자를 구별하여 '\(near)'(으)로 씁니다")
      : Message(
        en: "unknown field '\(name)'; did you mean '\(near)'?", ko: "알 수 없는 필드 '\(name)'; '\(near)'을(를) 쓰려던 것인가요?")
    guard !key.isAliased else { return }
    finding.fix = Fix(
      title: Message(en: "write '\(near)'", ko: "'\(near)'(으)로 고치기"),
      edits: [Fix.Edit(range: key.range, replacement: near)])
  }

  /// A block that lost its indentation below a key that has no value now.
  func sayBelow(_ empty: EmptyField, _ name: String, _ finding: inout Finding) {
    let above = node(empty.key).text
    finding.message = Message(
      en: "'\(name)' belongs to '\(above)' above, which is empty: indent it below",
      ko: "'\(name)'은(는) 위의 비어 있는 '\(above)'에 속합니다: 그 아래로 들여쓰세요")
    finding.home = empty.path
    finding.related = [
      Related(
        range: node(empty.key).range,
        message: Message(
          en: "'\(above)' has no value, for nothing is indented below it", ko: "아래로 들여쓴 것이 없어 '\(above)'에 값이 없습니다"))
    ]
    if let edits = empty.edits {
      finding.fix = Fix(
        title: Message(en: "indent what belongs to '\(above)'", ko: "'\(above)'에 속하는 줄을 들여쓰기"), edits: edits)
    }
  }

  /// Another place that knows the field; whether there is one.
  func sayElsewhere(
    _ name: String, _ key: Int32, _ value: Int32, _ finding: inout Finding, _ versions: VersionSet
  ) -> Bool {
    let places = name.withBytes { elsewhere($0, key, value, versions) }
    guard let place = places.first, places.count <= 3 else { return false }
    guard places.count == 1 else {
      let names = places.map { "'" + $0.name + "'" }
      finding.message = Message(
        en: "unknown field '\(name)' here; it belongs to " + names.dropLast().joined(separator: ", ") + " or "
          + (names.last ?? ""),
        ko: "여기에는 필드 '\(name)'이(가) 없습니다; " + names.joined(separator: " 또는 ") + " 아래에 써야 합니다")
      return true
    }
    finding.home = place.home
    let isRoot = place.name.isEmpty
    let (en, ko) = isRoot ? ("the top level", "최상위") : ("'\(place.name)'", "'\(place.name)'")
    let edits = move(key, value, to: place, versions)
    finding.message =
      place.isAround
      ? Message(
        en: "'\(name)' is indented too deep: it belongs to \(en)", ko: "'\(name)'의 들여쓰기가 너무 깊습니다: \(ko)에 속합니다")
      : Message(
        en: "unknown field '\(name)' here; it belongs to \(en)",
        ko: "여기에는 필드 '\(name)'이(가) 없습니다; \(ko) 아래에 써야 합니다")
    if place.wrapping == nil {
      let isThere = place.object == place.known
      finding.related = [
        Related(
          range: self.place(of: place.known),
          message: isThere
            ? Message(en: "'\(name)' belongs here", ko: "'\(name)'은(는) 여기에 속합니다")
            : Message(en: "'\(name)' belongs below this", ko: "'\(name)'은(는) 이 아래에 속합니다"))
      ]
    }
    if let wrapping = place.wrapping, let type = place.type,
      let edits = wrap(key, value, in: wrapping, of: type, versions)
    {
      finding.fix = Fix(
        title: Message(en: "write '\(wrapping)' around it", ko: "'\(wrapping)'(으)로 감싸기"), edits: edits)
    }
    if let edits {
      finding.fix = Fix(title: Message(en: "move it to \(en)", ko: "\(ko)(으)로 옮기기"), edits: edits)
    }
    return true
  }
}
