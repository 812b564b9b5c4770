import Findings
import YAML

/// What is said of values that do not fit.
extension CustomResourceCheck {
  /// A value's path, from the root of the object.
  func path(_ node: Node) -> FieldPath {
    let skipped = origin.index == 0 ? 0 : origin.path.elements.count
    return FieldPath(prefix.elements + node.path.elements.dropFirst(skipped))
  }

  /// Where to show what concerns a value as a whole.
  func place(of node: Node) -> SourceRange {
    if node.isScalar { return node.range }
    if node.index != origin.index, let key = node.key { return key.range }
    return node.entries.first { _ in true }?.key.range ?? node.range
  }

  private mutating func add(
    _ id: String, _ node: Node, _ kind: ServerError.Kind, _ message: Message, path: FieldPath? = nil,
    range: SourceRange? = nil, advice: Message? = nil, fix: Fix? = nil
  ) {
    guard !isFull else { return }
    let path = path ?? self.path(node)
    let value = node.isScalar && kind != .required && kind != .unknownField ? node.canonicalText : nil
    findings.append(
      Finding(
        id: id, range: range ?? place(of: node), path: path, message: message,
        server: ServerError(kind, path, value: value), advice: advice, fix: fix))
  }

  private func replacement(of node: Node, by text: String, _ title: Message) -> Fix? {
    node.isAliased ? nil : Fix(title: title, edits: [Fix.Edit(range: node.range, replacement: text)])
  }

  mutating func missing(_ name: String, in node: Node) {
    add(
      "schema/missing-required", node, .required,
      Message(en: "'\(name)' is required here; add it", ko: "여기에는 '\(name)'이(가) 필요합니다; 추가하세요"),
      path: path(node).field(name))
  }

  mutating func wrongType(_ node: Node, _ schema: StructuralSchema) {
    let (wanted, written) = (StructureCheck.wanted(schema.shape), StructureCheck.written(node))
    let name = node.key.map { "'" + $0.text + "'" }
    var message = Message(
      en: (name ?? "this") + " must be \(wanted.en), here it is \(written.en)",
      ko: (name ?? "이 값") + "은(는) \(wanted.text(in: "ko"))여야 하는데 \(written.text(in: "ko"))입니다")
    var fix: Fix?
    if node.isScalar, !node.isNull {
      let text = node.text
      if schema.type == .string {
        message = Message(en: message.en + "; quote it", ko: message.text(in: "ko") + "; 따옴표로 감싸세요")
        fix = replacement(of: node, by: "\"" + text + "\"", Message(en: "quote it", ko: "따옴표로 감싸기"))
      } else if node.scalarType == .string, node.style != .plain, schema.takesUnquoted(text) {
        message = Message(en: message.en + "; remove the quotes", ko: message.text(in: "ko") + "; 따옴표를 지우세요")
        fix = replacement(of: node, by: text, Message(en: "remove the quotes", ko: "따옴표 지우기"))
      }
    }
    var advice: Message?
    if schema.type == .array {
      advice = Message(en: "write each item on its own line after '- '", ko: "항목마다 새 줄에 '- ' 다음에 쓰세요")
    } else if schema.type == .object, node.isSequence {
      advice = Message(en: "remove the '- ' before its fields", ko: "필드 앞의 '- '를 지우세요")
    }
    add("schema/wrong-type", node, .typeInvalid, message, advice: advice, fix: fix)
  }

  mutating func badKey(_ key: Node) {
    add(
      "schema/wrong-type", key, .badRequest,
      Message(en: "a key must be text, here it is none", ko: "키는 문자열이어야 하는데 그렇지 않습니다"),
      path: path(key).parent, range: key.range)
  }

  mutating func notFinite(_ node: Node) {
    add(
      "schema/bad-format", node, .badRequest,
      Message(
        en: "'\(node.text)' is no number that JSON can carry; quote it if it is meant as text",
        ko: "'\(node.text)'은(는) JSON으로 나타낼 수 없는 수입니다; 문자열이라면 따옴표로 감싸세요"))
  }

  mutating func notAllowed(_ node: Node, _ schema: StructuralSchema) {
    let words = schema.allowed.map { $0.isScalar ? $0.text : $0.canonicalText }
    let list = words.prefix(20).map { "'" + $0 + "'" }.joined(separator: ", ") + (words.count > 20 ? ", …" : "")
    let text = node.isScalar ? node.text : node.canonicalText
    let isText = schema.allowed.allSatisfy { $0.isScalar && $0.scalarType == .string }
    let near = node.isScalar && isText ? Nearest.word(to: text, among: words) : nil
    add(
      "schema/unsupported-value", node, .notSupported,
      Message(
        en: "'\(text)' is not supported; write one of \(list)", ko: "'\(text)'은(는) 쓸 수 없는 값입니다; \(list) 중 하나를 쓰세요"),
      fix: near.flatMap { replacement(of: node, by: $0, Message(en: "write '\($0)'", ko: "'\($0)'(으)로 고치기")) })
  }

  mutating func doesNotMatch(_ node: Node, _ pattern: String) {
    add(
      "schema/pattern", node, .invalid,
      Message(
        en: "'\(node.text)' does not match the pattern '\(pattern)' of its definition",
        ko: "'\(node.text)'이(가) 정의의 패턴 '\(pattern)'에 맞지 않습니다"))
  }

  mutating func badFormat(_ node: Node, _ format: ValueFormat) {
    let example = format.example.map { "; write it as in '\($0)'" } ?? ""
    let koreanExample = format.example.map { "; '\($0)'처럼 쓰세요" } ?? ""
    add(
      "schema/bad-format", node, .typeInvalid,
      Message(
        en: "'\(node.text)' is not of the format that its definition asks for\(example)",
        ko: "'\(node.text)'은(는) 정의가 요구하는 형식이 아닙니다\(koreanExample)"))
    if format.isRecent, let since = KubernetesVersion(minor: 34), !findings.isEmpty {
      let holds = asked.intersection(VersionSet(since...(.newest)))
      findings[findings.count - 1].versions = holds == asked ? nil : holds
    }
  }

  mutating func outOfRange(_ node: Node, _ schema: StructuralSchema) {
    let english: String
    let korean: String
    switch (schema.minimum, schema.maximum) {
    case (let low?, let high?) where !low.isExclusive && !high.isExclusive:
      english = "between \(low.text) and \(high.text)"
      korean = "\(low.text)에서 \(high.text) 사이여야"
    case (let low?, let high):
      let isLow = high.map { node.number ?? 0 < $0.value } ?? true
      let bound = isLow ? low : high ?? low
      english =
        (isLow ? (bound.isExclusive ? "above " : "at least ") : bound.isExclusive ? "below " : "at most ") + bound.text
      korean = bound.text + (isLow ? (bound.isExclusive ? " 초과여야" : " 이상이어야") : bound.isExclusive ? " 미만이어야" : " 이하여야")
    case (nil, let high):
      let isExclusive = high?.isExclusive ?? false
      english = (isExclusive ? "below " : "at most ") + (high?.text ?? "")
      korean = (high?.text ?? "") + (isExclusive ? " 미만이어야" : " 이하여야")
    }
    add(
      "schema/value-range", node, .invalid,
      Message(en: "'\(node.text)' must be \(english)", ko: "'\(node.text)'은(는) \(korean) 합니다"))
  }

  mutating func noMultiple(_ node: Node, _ factor: StructuralSchema.Bound) {
    add(
      "schema/value-range", node, .invalid,
      Message(
        en: "'\(node.text)' must be a multiple of \(factor.text)", ko: "'\(node.text)'은(는) \(factor.text)의 배수여야 합니다"))
  }

  mutating func tooMany(_ node: Node, _ counted: Counted, _ most: Int64, _ count: Int64) {
    let name = node.key.map { "'" + $0.text + "'" }
    add(
      "schema/length", node, counted == .characters ? .tooLong : .tooMany,
      Message(
        en: "\(name ?? "this") has \(count) \(counted.english(count)); \(most) is the most",
        ko: "\(name ?? "이 값")에 \(counted.korean) \(count)개가 있습니다; 최대 \(most)개입니다"))
  }

  mutating func tooFew(_ node: Node, _ counted: Counted, _ least: Int64, _ count: Int64) {
    let name = node.key.map { "'" + $0.text + "'" }
    add(
      "schema/length", node, .invalid,
      Message(
        en: "\(name ?? "this") has \(count) \(counted.english(count)); \(least) is the least",
        ko: "\(name ?? "이 값")에 \(counted.korean) \(count)개가 있습니다; 최소 \(least)개입니다"))
  }

  mutating func repeated(_ item: Node, of list: Node, server: ServerError.Kind, at path: FieldPath) {
    let text = item.isScalar ? item.text : item.canonicalText
    add(
      "schema/duplicate-item", item, server,
      Message(en: "'\(text)' stands twice in this list; remove one", ko: "이 목록에 '\(text)'이(가) 두 번 있습니다; 하나를 지우세요"),
      path: path)
  }

  mutating func repeatedKey(_ item: SchemaValue, _ names: [String]) {
    let members = item.members(in: arena)
    let words = names.map { name in
      let node = members.first { $0.name == name }?.value.node
      return name + ": " + (node.map { $0.isScalar ? $0.text : $0.canonicalText } ?? "")
    }
    let list = words.joined(separator: ", ")
    let key = names.first.flatMap { item.node.member(named: $0) }
    add(
      "schema/duplicate-item", item.node, .duplicate,
      Message(
        en: "this list has an item with '\(list)' already; change one", ko: "이 목록에는 '\(list)' 항목이 이미 있습니다; 하나를 바꾸세요"),
      path: path(item.node), range: key?.range)
  }

  mutating func refusedKey(_ member: SchemaValue.Member, in node: Node) {
    add(
      "schema/unknown-field", node, .invalid,
      Message(
        en: "'\(member.name)' is no field that the definition allows here",
        ko: "'\(member.name)'은(는) 정의가 여기에 허용하지 않는 필드입니다"), range: member.key?.range)
  }
}

extension CustomResourceCheck.Counted {
  fileprivate func english(_ count: Int64) -> String {
    switch self {
    case .characters: count == 1 ? "character" : "characters"
    case .items: count == 1 ? "item" : "items"
    case .properties: count == 1 ? "field" : "fields"
    }
  }

  fileprivate var korean: String {
    switch self {
    case .characters: "글자"
    case .items: "항목"
    case .properties: "필드"
    }
  }
}

extension StructuralSchema {
  /// The nearest of the shapes of built-in kinds, for words.
  var shape: Shape.Kind {
    switch type {
    case .object: .object
    case .array: .list
    case .string: .string
    case .integer: .int64
    case .number: .double
    case .boolean: .bool
    case nil: isIntOrString ? .intOrString : .any
    }
  }

  fileprivate func takesUnquoted(_ text: String) -> Bool {
    switch type {
    case .boolean: text == "true" || text == "false"
    case .integer: Int64(text) != nil
    case .number: Double(text) != nil
    default: false
    }
  }
}
