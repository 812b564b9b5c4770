import Findings
import YAML

/// Findings about values of the wrong form.
extension StructureCheck {
  /// `number` is the wanted shape; `nil` for an object.
  mutating func wrongForm(_ index: Int32, _ number: Int32?, _ versions: VersionSet) {
    let value = node(index)
    let kind = number.map { catalogue.shape($0).kind } ?? .object
    // JSON cannot carry it, whatever was wanted.
    if value.isScalar, value.scalarType == .float, case .float(let float)? = value.scalar, !float.isFinite {
      return checkFinite(index, versions, isText: kind == .string)
    }
    // Quantities and schemas decode themselves: the server's message begins anew.
    let server =
      switch kind {
      case .quantity: ServerError(.quantityFormat, .root)
      case .schemaOrBool: ServerError(.badRequest, .root)
      default: ServerError(.typeInvalid, decodePath(index))
      }
    let (wanted, written) = (StructureCheck.wanted(kind), StructureCheck.written(value))
    let name = value.key.map { "'" + $0.text + "'" }
    var finding = Finding(
      id: "schema/wrong-type", range: value.isScalar ? value.range : place(of: index), path: path(index),
      message: Message(
        en: (name ?? "this") + " must be \(wanted.en), here it is \(written.en)",
        ko: (name ?? "이 값") + "은(는) \(StructureCheck.mustBe(wanted.text(in: "ko"))) 하는데 \(written.text(in: "ko"))입니다"),
      server: server, versions: stated(versions))
    mend(&finding, value, kind, number)
    findings.append(finding)
  }

  private func mend(_ finding: inout Finding, _ value: Node, _ kind: Shape.Kind, _ number: Int32?) {
    switch kind {
    case .duration:
      finding.message = Message(
        en: finding.message.en + "; write its unit", ko: finding.message.text(in: "ko") + "; 단위를 쓰세요")
    case .string where value.isScalar, .bytes where value.isScalar, .time where value.isScalar:
      finding.message = Message(
        en: finding.message.en + "; quote it", ko: finding.message.text(in: "ko") + "; 따옴표로 감싸세요")
      finding.reason = reading(of: value)
      edit(&finding, value, "\"" + value.text + "\"", Message(en: "quote it", ko: "따옴표로 감싸기"))
    case .bool, .int32, .int64, .double:
      guard value.isScalar, value.scalarType == .string else { return }
      let text = value.text
      let isRight =
        switch kind {
        case .bool: text == "true" || text == "false"
        default: Int64(text) != nil || kind == .double && Double(text) != nil
        }
      guard isRight, value.style != .plain else { return }
      finding.message = Message(
        en: finding.message.en + "; remove the quotes", ko: finding.message.text(in: "ko") + "; 따옴표를 지우세요")
      edit(&finding, value, text, Message(en: "remove the quotes", ko: "따옴표 지우기"))
    case .list: mendList(&finding, value, number)
    case .object where value.isSequence, .embedded where value.isSequence, .map where value.isSequence:
      finding.advice = Message(en: "remove the '- ' before its fields", ko: "필드 앞의 '- '를 지우세요")
      finding.fix = withoutDashes(value).map {
        Fix(title: Message(en: "remove the dashes", ko: "'-' 지우기"), edits: $0)
      }
    case .object where value.isScalar, .map where value.isScalar: mendWord(&finding, value)
    default: break
    }
  }

  private func edit(_ finding: inout Finding, _ value: Node, _ replacement: String, _ title: Message) {
    guard !value.isAliased else { return }
    finding.fix = Fix(title: title, edits: [Fix.Edit(range: value.range, replacement: replacement)])
  }

  /// A Korean noun with 'must be': its form hangs on whether the last syllable ends in a consonant.
  private static func mustBe(_ noun: String) -> String {
    guard let last = noun.unicodeScalars.last, (0xAC00...0xD7A3).contains(last.value) else { return noun + "여야" }
    return noun + ((last.value - 0xAC00) % 28 == 0 ? "여야" : "이어야")
  }

  static func wanted(_ kind: Shape.Kind) -> Message {
    switch kind {
    case .string: Message(en: "a string", ko: "문자열")
    case .bool: Message(en: "true or false", ko: "true 또는 false")
    case .int32, .int64: Message(en: "a whole number", ko: "정수")
    case .double: Message(en: "a number", ko: "숫자")
    case .bytes: Message(en: "base64 text", ko: "base64 문자열")
    case .time, .microTime: Message(en: "a time", ko: "시각")
    case .duration: Message(en: "a duration such as 30s or 1h30m", ko: "30s, 1h30m 같은 기간")
    case .quantity: Message(en: "a quantity such as 500m or 2Gi", ko: "500m, 2Gi 같은 수량")
    case .intOrString: Message(en: "a whole number or a string", ko: "정수 또는 문자열")
    case .list: Message(en: "a list", ko: "목록")
    case .map: Message(en: "a map of keys and values", ko: "키와 값의 맵")
    case .object, .embedded, .any: Message(en: "an object with fields", ko: "필드가 있는 객체")
    case .schemaOrBool: Message(en: "a schema or true or false", ko: "스키마 또는 true/false")
    case .schemaOrList: Message(en: "a schema or a list of schemas", ko: "스키마 또는 스키마 목록")
    case .schemaOrStrings: Message(en: "a schema or a list of strings", ko: "스키마 또는 문자열 목록")
    }
  }

  static func written(_ value: Node) -> Message {
    switch value.kind {
    case .mapping: return Message(en: "a map", ko: "맵")
    case .sequence: return Message(en: "a list", ko: "목록")
    case .scalar:
      var text = value.text
      if text.utf8.count > 40 { text = String(text.prefix(37)) + "…" }
      switch value.scalarType {
      case .null: return Message(en: "null", ko: "null")
      case .bool: return Message(en: "the boolean '\(text)'", ko: "불리언 '\(text)'")
      case .integer, .float: return Message(en: "the number '\(text)'", ko: "숫자 '\(text)'")
      case .string: return Message(en: "the string '\(text)'", ko: "문자열 '\(text)'")
      }
    }
  }
}
