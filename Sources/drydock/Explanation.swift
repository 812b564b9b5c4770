import Checker
import Findings
import Reports

/// What `explain` prints.
struct Explanation {
  var language: String
  var width: Int

  private var isKorean: Bool { language == "ko" }

  func of(_ documentation: FindingDocumentation) -> String {
    var text = "\(documentation.id) (\(documentation.severity.rawValue))\n\n"
    text += wrapped(documentation.what.text(in: language)) + "\n" + wrapped(documentation.why.text(in: language))
    for bad in documentation.bad.prefix(2) { text += "\n" + (isKorean ? "틀린 예:" : "Not so:") + "\n" + indented(bad) }
    for good in documentation.good.prefix(1) { text += "\n" + (isKorean ? "옳은 예:" : "But so:") + "\n" + indented(good) }
    if documentation.canBeDisabled {
      text +=
        "\n"
        + wrapped(
          isKorean
            ? "끄려면 drydock.yaml의 lint: {disable: [\(documentation.id)]}에 쓰세요."
            : "A course switches it off in drydock.yaml: lint: {disable: [\(documentation.id)]}.")
    }
    return text
  }

  /// - Parameters:
  ///   - rules: Ids of the rules that look at the place.
  ///   - lessons: Title and path of those that teach it.
  func of(_ place: PlaceExplanation, rules: [String] = [], lessons: [(title: String, path: String)] = []) -> String {
    var text = facts(of: place)
    if !rules.isEmpty {
      text +=
        "\n" + (isKorean ? "이 필드를 보는 규칙 (drydock explain ID):" : "Rules that look at it (drydock explain ID):") + "\n"
      for id in rules.prefix(12) { text += "  \(id)\n" }
      if rules.count > 12 { text += isKorean ? "  … 외 \(rules.count - 12)개\n" : "  … and \(rules.count - 12) more\n" }
    }
    if !lessons.isEmpty {
      text += "\n" + (isKorean ? "가르치는 레슨:" : "Lessons that teach it:") + "\n"
      for lesson in lessons { text += "  \(lesson.title)\n    \(lesson.path)\n" }
    }
    return text
  }

  private func facts(of place: PlaceExplanation) -> String {
    var text = "\(place.place)  (\(place.apiVersion) \(place.kind))\n\n"
    func row(_ name: String, _ value: String) { text += "  " + name.padded(to: 12) + value + "\n" }
    row(isKorean ? "타입" : "type", place.type)
    row(isKorean ? "버전" : "versions", place.versions.description)
    if !place.required.isEmpty { row(isKorean ? "필수" : "required", place.required.description) }
    if let value = place.defaultValue { row(isKorean ? "기본값" : "default", value) }
    if !place.allowed.isEmpty { row(isKorean ? "허용값" : "values", place.allowed.joined(separator: ", ")) }
    if let list = place.listType { row(isKorean ? "목록" : "list", list) }
    guard !place.fields.isEmpty else { return text }
    text += "\n" + (isKorean ? "필드:" : "Fields:") + "\n"
    let widest = place.fields.map(\.name.count).max() ?? 0
    for field in place.fields { text += fieldRow(of: field, in: place, nameWidth: min(widest, 34) + 2) }
    guard place.fields.contains(where: \.isRequired) else { return text }
    return text + (isKorean ? "  (* 필수)\n" : "  (* required)\n")
  }

  /// A field's type, and under it what it may be where that does not fit the line.
  private func fieldRow(of field: PlaceExplanation.Field, in place: PlaceExplanation, nameWidth: Int) -> String {
    var line = "  " + field.name.padded(to: nameWidth) + field.type + (field.isRequired ? " *" : "")
    if field.versions != place.versions { line += "  [\(field.versions.description)]" }
    if let value = field.defaultValue { line += " = \(value)" }
    guard !field.allowed.isEmpty else { return line + "\n" }
    let values = "(" + field.allowed.joined(separator: ", ") + ")"
    if line.count + 2 + values.count <= width { return line + "  " + values + "\n" }
    let indent = String(repeating: " ", count: nameWidth + 4)
    return line + "\n"
      + values.wrapped(to: max(20, width - indent.count)).split(separator: "\n").map {
        indent + $0 + "\n"
      }.joined()
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
  }

  private func wrapped(_ text: String) -> String { text.wrapped(to: width) + "\n" }
}
