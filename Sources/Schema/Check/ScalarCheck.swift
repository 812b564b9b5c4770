import Findings
import YAML

/// Findings about values without parts.
extension StructureCheck {
  mutating func checkScalar(_ index: Int32, _ number: Int32, _ kind: Shape.Kind, _ versions: VersionSet) {
    let type = nodes[Int(index)].type
    switch kind {
    case .string:
      if type != .string { wrongForm(index, number, versions) }
    case .bool:
      if type != .bool { wrongForm(index, number, versions) }
    case .int32, .int64:
      checkInteger(index, number, isSmall: kind == .int32, versions)
    case .double:
      if type == .float {
        checkFinite(index, versions)
      } else if type != .integer {
        wrongForm(index, number, versions)
      }
    case .intOrString:
      if type != .string { checkInteger(index, number, isSmall: true, versions) }
    case .quantity:
      if type == .float {
        checkFinite(index, versions)
      } else if type == .bool || type == .string && !tree.withText(of: index, Quantity.isValid) {
        badFormat(index, number, .quantityFormat, versions)
      }
    case .time:
      guard type == .string else { return wrongForm(index, number, versions) }
      if tree.withText(of: index, { Timestamp($0) }) == nil { badFormat(index, number, .timeFormat, versions) }
    case .microTime:
      guard type == .string else { return wrongForm(index, number, versions) }
      if tree.withText(of: index, { Timestamp(micro: $0) }) == nil { badFormat(index, number, .timeFormat, versions) }
    case .duration:
      guard type == .string else { return wrongForm(index, number, versions) }
      if tree.withText(of: index, { GoDuration($0) }) == nil { badFormat(index, number, .badRequest, versions) }
    case .bytes:
      guard type == .string else { return wrongForm(index, number, versions) }
      if !tree.withText(of: index, Base64.isValid) { badFormat(index, number, .base64Format, versions) }
    default: break
    }
  }

  /// Whether a value is a list of numbers that the decoder takes for bytes, as it does instead of base64.
  func isByteList(_ index: Int32) -> Bool {
    node(index).isSequence
      && node(index).items.allSatisfy { item in item.isNull || item.integer.map { (0...255).contains($0) } ?? false }
  }

  private mutating func checkInteger(_ index: Int32, _ number: Int32, isSmall: Bool, _ versions: VersionSet) {
    let type = nodes[Int(index)].type
    guard type == .integer || type == .float else { return wrongForm(index, number, versions) }
    guard let value = node(index).integer else {
      if type == .float, case .float(let value)? = node(index).scalar, value.magnitude >= 9e18, value.isFinite {
        return outOfRange(index, isSmall: isSmall, versions)
      }
      return wrongForm(index, number, versions)
    }
    if isSmall, Int32(exactly: value) == nil { outOfRange(index, isSmall: true, versions) }
  }

  private mutating func outOfRange(_ index: Int32, isSmall: Bool, _ versions: VersionSet) {
    let (low, high) = isSmall ? (Int64(Int32.min), Int64(Int32.max)) : (Int64.min, Int64.max)
    let text = node(index).text
    findings.append(
      Finding(
        id: "schema/number-range", range: node(index).range, path: path(index),
        message: Message(
          en: "'\(text)' must be between \(low) and \(high)", ko: "'\(text)'은(는) \(low)에서 \(high) 사이여야 합니다"),
        server: ServerError(.typeInvalid, decodePath(index)), versions: stated(versions)))
  }

  /// The same for a value and all in it, where nothing else is asked of it.
  mutating func checkAllFinite(_ index: Int32, _ versions: VersionSet) {
    var current = index
    let end = nodes[Int(index)].next
    repeat {
      if nodes[Int(current)].kind == .scalar { checkFinite(current, versions) }
      current += 1
    } while current < end
  }

  /// JSON has no infinity and no not-a-number.
  mutating func checkFinite(_ index: Int32, _ versions: VersionSet, isText: Bool = false) {
    guard nodes[Int(index)].type == .float, case .float(let value)? = node(index).scalar, !value.isFinite else {
      return
    }
    let written = node(index)
    let text = written.text
    var finding = Finding(
      id: "schema/bad-format", range: written.range, path: path(index),
      message: Message(
        en: "'\(text)' is no number that JSON can carry; quote it if it is meant as text",
        ko: "'\(text)'은(는) JSON으로 나타낼 수 없는 수입니다; 문자열이라면 따옴표로 감싸세요"),
      server: ServerError(.badRequest, .root), versions: stated(versions))
    if isText, !written.isAliased {
      finding.fix = Fix(
        title: Message(en: "quote it", ko: "따옴표로 감싸기"),
        edits: [Fix.Edit(range: written.range, replacement: "\"" + text + "\"")])
    }
    findings.append(finding)
  }

  private mutating func badFormat(
    _ index: Int32, _ number: Int32, _ kind: ServerError.Kind, _ versions: VersionSet
  ) {
    let text = node(index).text
    let message: Message
    var advice: Message?
    switch kind {
    case .quantityFormat:
      message = Message(
        en: "'\(text)' is no quantity; write a number with at most one suffix, as 500m, 2Gi or 1.5",
        ko: "'\(text)'은(는) 수량이 아닙니다; 500m, 2Gi, 1.5처럼 숫자에 접미사를 하나까지만 붙여 쓰세요")
      advice = Message(
        en: "suffixes are n u m k M G T P E and Ki Mi Gi Ti Pi Ei, with upper and lower case as here",
        ko: "접미사는 n u m k M G T P E와 Ki Mi Gi Ti Pi Ei이며, 대소문자를 구별합니다")
    case .base64Format:
      message = Message(
        en: "'\(text)' is not base64; encode it with padding, or use 'stringData' where there is one",
        ko: "'\(text)'은(는) base64가 아닙니다; 패딩을 포함해 인코딩하거나, 있다면 'stringData'를 쓰세요")
    case .badRequest:
      message = Message(
        en: "'\(text)' is no duration; write numbers with units, as 30s, 5m or 1h30m",
        ko: "'\(text)'은(는) 기간이 아닙니다; 30s, 5m, 1h30m처럼 수와 단위를 쓰세요")
      advice = Message(en: "units are ns us ms s m h", ko: "단위는 ns us ms s m h입니다")
    default:
      let isMicro = catalogue.shape(number).kind == .microTime
      let example = isMicro ? "2026-01-31T09:00:00.000000Z" : "2026-01-31T09:00:00Z"
      message = Message(en: "'\(text)' is no time such as \(example)", ko: "'\(text)'은(는) \(example) 같은 시각이 아닙니다")
    }
    var finding = Finding(
      id: "schema/bad-format", range: node(index).range, path: path(index), message: message,
      server: ServerError(kind, .root), advice: advice, versions: stated(versions))
    if kind == .quantityFormat { mendQuantity(&finding, node(index)) }
    if kind == .base64Format { mendBase64(&finding, node(index)) }
    findings.append(finding)
  }

  mutating func checkAllowed(_ index: Int32, _ field: FieldFacts, _ versions: VersionSet) {
    if nodes[Int(index)].kind == .sequence {
      var item = index + 1
      let end = nodes[Int(index)].next
      while item < end, !isFull {
        if nodes[Int(item)].kind == .scalar { checkAllowed(item, field, versions) }
        item = nodes[Int(item)].next
      }
      return
    }
    // The empty text stands for a value not given.
    guard nodes[Int(index)].kind == .scalar, nodes[Int(index)].type == .string else { return }
    var allowing: VersionSet = []
    let isEmpty = tree.withText(of: index) { text in
      for value in field.allowed where value.text.elementsEqual(text) { allowing.formUnion(value.versions) }
      return text.isEmpty
    }
    let refusing = versions.subtracting(allowing)
    guard !isEmpty, !refusing.isEmpty else { return }
    let text = node(index).text
    let values = field.allowed.filter { !$0.versions.isDisjoint(with: refusing) }.map { $0.text.string }
    let list = values.map { "'" + $0 + "'" }.joined(separator: ", ")
    var finding = Finding(
      id: "schema/unsupported-value", range: node(index).range, path: path(index),
      message: Message(
        en: "'\(text)' is not supported; write one of \(list)", ko: "'\(text)'은(는) 쓸 수 없는 값입니다; \(list) 중 하나를 쓰세요"),
      server: ServerError(.notSupported, path(index), value: "\"" + text + "\"", detail: "supported values: " + list),
      versions: stated(refusing))
    if let since = allowing.since {
      finding.message = Message(
        en: "'\(text)' exists since \(since.description); before, write one of \(list)",
        ko: "'\(text)'은(는) \(since.description)부터 있습니다; 그 전에는 \(list) 중 하나를 쓰세요")
    } else if let near = Nearest.word(to: text, among: values), !node(index).isAliased {
      finding.fix = Fix(
        title: Message(en: "write '\(near)'", ko: "'\(near)'(으)로 고치기"),
        edits: [Fix.Edit(range: node(index).range, replacement: near)])
    }
    findings.append(finding)
  }
}
