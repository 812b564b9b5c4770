import Findings
import Schema
import YAML

/// The statements of which rules are made. Each says what a field has to be, and adds a finding where it is not.
///
/// Statements skip absent and empty fields, which only `require` minds: the API server mostly fills empty texts in
/// before it looks, as it does absent ones. `given:` is for fields whose empty text counts, `always:` for those that
/// it does not fill in and whose absence is judged as an empty text.
extension Report {
  // MARK: Required

  /// A field has a value that is not empty.
  @inline(never)
  mutating func require(
    _ field: @autoclosure () -> Field, _ what: @autoclosure () -> Message? = nil,
    as constraint: Constraint = .required
  ) {
    let field = field()
    if field.isEmpty { add(constraint, at: field, .required, .required(field, what())) }
  }

  // MARK: Not supported

  /// A field is one of some words.
  @inline(never)
  mutating func expect(_ field: Field, oneOf words: Words, as constraint: Constraint = .notSupported) {
    if !field.isEmpty { expect(given: field, oneOf: words, as: constraint) }
  }

  @inline(never)
  mutating func expect(given field: Field, oneOf words: Words, as constraint: Constraint = .notSupported) {
    guard let node = field.node, !words.contains(field) else { return }
    let written = node.text
    let meant = words.nearest(to: written)
    var fix: Fix?
    if let meant, node.isScalar, !node.isAliased {
      fix = Fix(
        title: Message(en: "write '\(meant)'", ko: "'\(meant)'(으)로 쓰기"),
        edits: [Fix.Edit(range: node.range, replacement: meant)])
    }
    add(
      constraint, at: field, .notSupported, .notSupported(field, words, meant),
      detail: words.detail, fix: fix)
  }

  /// The same, where an absent field is judged as an empty text.
  @inline(never)
  mutating func expect(always field: Field, oneOf words: Words, as constraint: Constraint = .notSupported) {
    if field.isGiven { return expect(given: field, oneOf: words, as: constraint) }
    add(constraint, at: field, .notSupported, .missingWord(field, words), detail: words.detail)
  }

  // MARK: Invalid

  /// A text is of a grammar. The API server may speak of it as if it were an ancestor.
  @inline(never)
  mutating func expect(
    _ field: Field, _ grammar: Grammar, as constraint: Constraint? = nil, reportedAt ancestor: Field? = nil
  ) {
    if !field.isEmpty { expect(given: field, grammar, as: constraint, reportedAt: ancestor) }
  }

  @inline(never)
  mutating func expect(
    given field: Field, _ grammar: Grammar, as constraint: Constraint? = nil, reportedAt ancestor: Field? = nil
  ) {
    guard let node = field.node, node.isScalar, !node.withText({ grammar.matches($0) }) else { return }
    let fault = node.withText { grammar.faults(in: $0) }.first ?? .pattern(grammar)
    let place = ancestor.map { field.reported(at: $0) } ?? field
    let spelling = Spelling(of: field, as: grammar)
    add(
      constraint ?? grammar.constraint, at: place, .invalid, .malformed(field, fault),
      advice: spelling.map { $0.isSame ? nil : $0.advice } ?? .advice(for: field, grammar),
      fix: spelling?.fix(of: field))
  }

  @inline(never)
  mutating func expect(always field: Field, _ grammar: Grammar, as constraint: Constraint? = nil) {
    if field.isGiven { return expect(given: field, grammar, as: constraint) }
    add(constraint ?? grammar.constraint, at: field, .invalid, .required(field, nil))
  }

  /// A number lies in a range.
  @inline(never)
  mutating func expect(_ field: Field, in range: ClosedRange<Int64>, as constraint: Constraint = .numberRange) {
    guard let number = field.integer, !range.contains(number) else { return }
    add(
      constraint, at: field, .invalid,
      Message(
        en: "\(field.name) \(number) is out of range: use \(range.lowerBound) to \(range.upperBound)",
        ko: "\(field.name) \(number)은(는) 범위를 벗어났습니다: \(range.lowerBound)부터 \(range.upperBound)까지 쓰십시오"),
      detail: "must be between \(range.lowerBound) and \(range.upperBound), inclusive")
  }

  /// The same, where an absent number is judged as 0.
  mutating func expect(
    always field: Field, in range: ClosedRange<Int64>, as constraint: Constraint = .numberRange
  ) {
    if field.isGiven { return expect(field, in: range, as: constraint) }
    guard !range.contains(0) else { return }
    add(
      constraint, at: field, .invalid,
      Message(
        en: "'\(field.name)' is missing: add a number from \(range.lowerBound) to \(range.upperBound)",
        ko: "'\(field.name)'이(가) 없습니다: \(range.lowerBound)부터 \(range.upperBound)까지의 수를 쓰십시오"),
      detail: "must be between \(range.lowerBound) and \(range.upperBound), inclusive")
  }

  /// A number is not less than another.
  @inline(never)
  mutating func expect(_ field: Field, in range: PartialRangeFrom<Int64>, as constraint: Constraint = .numberRange) {
    guard let number = field.integer, number < range.lowerBound else { return }
    add(
      constraint, at: field, .invalid,
      Message(
        en: "\(field.name) \(number) is too small: use \(range.lowerBound) or more",
        ko: "\(field.name) \(number)은(는) 너무 작습니다: \(range.lowerBound) 이상을 쓰십시오"),
      detail: "must be greater than or equal to \(range.lowerBound)")
  }

  /// A field has a value that the API server refuses.
  @inline(never)
  mutating func refuse(
    _ field: Field, _ message: Message, as constraint: Constraint = .invalid, related: [Related] = []
  ) {
    add(constraint, at: field, .invalid, message, related: related)
  }

  // MARK: Forbidden

  /// A field may not be given here.
  @inline(never)
  mutating func forbid(
    _ field: Field, _ message: @autoclosure () -> Message, as constraint: Constraint = .forbidden,
    related: @autoclosure () -> [Related] = []
  ) {
    if field.isGiven { add(constraint, at: field, .forbidden, message(), related: related()) }
  }

  // MARK: Duplicate

  /// No two items of a list have the same text under a key; empty ones too, as the API server compares them.
  @inline(never)
  mutating func expectUnique(_ list: Field, by key: StaticString, includingEmpty: Bool = false) {
    guard list.count > 1 else { return }
    var first = FieldsByText(countsAbsent: includingEmpty)
    for item in list.items {
      let field = item[key]
      if field.isEmpty && !includingEmpty { continue }
      if let other = first.insert(field) { addDuplicate(field, of: other) }
    }
  }

  /// A field repeats another.
  @inline(never)
  mutating func addDuplicate(_ field: Field, of other: Field) {
    let isText = field.node?.isScalar ?? false
    add(
      .duplicate, at: field, .duplicate,
      isText
        ? Message(
          en: "\(field.name) '\(field.written)' is given twice: give each another",
          ko: "\(field.name) '\(field.written)'이(가) 두 번 쓰였습니다: 서로 다르게 쓰십시오")
        : Message(
          en: "this entry of '\(field.name)' repeats an earlier one: change one of the two or remove it",
          ko: "'\(field.name)'의 이 항목은 앞의 항목과 같습니다: 하나를 바꾸거나 지우십시오"),
      related: [Related(range: other.range, message: Message(en: "the first is here", ko: "처음 쓰인 곳입니다"))])
  }

  // MARK: Not found, too long, too many

  /// A field names something that is not there.
  @inline(never)
  mutating func addNotFound(
    _ field: Field, _ message: Message, as constraint: Constraint = .notFound, related: [Related] = []
  ) {
    add(constraint, at: field, .notFound, message, related: related)
  }

  /// A text has at most so many bytes.
  @inline(never)
  mutating func expect(_ field: Field, atMostBytes limit: Int) {
    guard let node = field.node, node.isScalar, node.withText({ $0.count }) > limit else { return }
    addTooLong(field, limit)
  }

  @inline(never)
  mutating func addTooLong(_ field: Field, _ limit: Int) {
    add(
      .tooLong, at: field, .tooLong,
      Message(
        en: "\(field.name) is too long: use at most \(limit) bytes", ko: "\(field.name)이(가) 너무 깁니다: \(limit)바이트까지 쓰십시오"),
      detail: "may not be more than \(limit) bytes")
  }

  /// A list has at most so many items.
  @inline(never)
  mutating func expect(_ list: Field, atMostItems limit: Int) {
    guard list.count > limit else { return }
    add(
      .tooMany, at: list, .tooMany,
      Message(
        en: "\(list.name) has \(list.count) items: keep at most \(limit)",
        ko: "\(list.name)에 항목이 \(list.count)개 있습니다: \(limit)개까지만 두십시오"),
      detail: "must have at most \(limit) items")
  }
}

extension Grammar {
  /// The rule that a text breaks which is not of the grammar.
  fileprivate var constraint: Constraint {
    switch self {
    case .qualifiedName, .annotationKey, .labelValue: .labelFormat
    case .portName: .portName
    case .configKey: .configKey
    case .environmentVariable, .cIdentifier: .environmentName
    case .label, .label1035, .subdomain, .wildcardSubdomain, .subdomainWithUnderscore, .pathSegment: .nameFormat
    case .httpHeaderName: .invalid
    }
  }
}

extension Message {
  fileprivate static func required(_ field: Field, _ what: Message?) -> Message {
    let name = field.name
    if let what { return what }
    return field.isGiven
      ? Message(en: "'\(name)' is empty: give it a value", ko: "'\(name)'이(가) 비어 있습니다: 값을 쓰십시오")
      : Message(en: "'\(name)' is missing: add it", ko: "'\(name)'이(가) 없습니다: 추가하십시오")
  }

  fileprivate static func notSupported(_ field: Field, _ words: Words, _ meant: String?) -> Message {
    let (name, written) = (field.name, field.written)
    if let meant {
      return Message(
        en: "\(name) '\(written)' is not known: did you mean '\(meant)'",
        ko: "\(name) '\(written)'은(는) 알 수 없는 값입니다: '\(meant)'을(를) 쓰려고 했습니까")
    }
    return words.words.count == 1
      ? Message(
        en: "\(name) '\(written)' cannot be used here: write \(words.list)",
        ko: "\(name) '\(written)'은(는) 여기에 쓸 수 없습니다: \(words.list)을(를) 쓰십시오")
      : Message(
        en: "\(name) '\(written)' is not known: use one of \(words.list)",
        ko: "\(name) '\(written)'은(는) 알 수 없는 값입니다: \(words.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static func missingWord(_ field: Field, _ words: Words) -> Message {
    Message(
      en: "'\(field.name)' is missing: add one of \(words.list)",
      ko: "'\(field.name)'이(가) 없습니다: \(words.list) 가운데 하나를 쓰십시오")
  }

  /// Where a text that is no label value belongs, and what makes a key of one that holds its value.
  fileprivate static func advice(for field: Field, _ grammar: Grammar) -> Message? {
    if field.isKey, let colon = field.written.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let (key, rest) = (String(field.written[..<colon]), String(field.written[colon...].dropFirst()))
      let pair = key + ": " + (rest.isEmpty ? "…" : rest)
      return Message(
        en: "a key ends at a colon only with a space after it: write '\(pair)'",
        ko: "콜론 뒤에 공백이 있어야 키가 끝납니다: '\(pair)'(으)로 쓰십시오")
    }
    guard grammar == .labelValue, field.written.utf8.contains(UInt8(ascii: " ")) else { return nil }
    return Message(en: "free text goes into annotations", ko: "자유로운 텍스트는 annotations에 씁니다")
  }

  fileprivate static func malformed(_ field: Field, _ fault: GrammarFault) -> Message {
    let requirement = fault.message
    if field.isKey {
      return Message(
        en: "'\(field.written)' cannot be a key of '\(field.name)': it \(requirement.en)",
        ko: requirement.ko.map { "'\(field.written)'은(는) '\(field.name)'의 키가 될 수 없습니다: \($0)" })
    }
    return Message(
      en: "'\(field.written)' does not fit '\(field.name)': it \(requirement.en)",
      ko: requirement.ko.map { "'\(field.written)'은(는) '\(field.name)'에 맞지 않습니다: \($0)" })
  }
}
