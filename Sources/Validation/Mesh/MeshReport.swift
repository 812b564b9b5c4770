import Findings
import Schema
import YAML

/// What istiod's validating webhook refuses and warns of, beyond the definitions of its kinds (mesh.md 9).
///
/// The webhook answers for the object as a whole; its sentence names the field, and so do these findings.
extension Report {
  @inline(never)
  mutating func deny(_ field: Field, _ message: Message, related: [Related] = []) {
    add(.mesh, at: field, .denied, message, related: related)
  }

  /// A list given without items, or a text given without letters.
  mutating func denyEmpty(_ field: Field) {
    if field.isGiven, field.isEmpty { deny(field, .meshEmpty(field)) }
  }

  /// Texts of a list, none of them empty.
  mutating func denyEmptyTexts(in list: Field) {
    for item in list.items where item.text?.isEmpty ?? !item.isGiven { deny(item, .meshEmptyText(list)) }
  }

  /// A field that has to be given.
  mutating func demand(_ field: Field) {
    if field.isEmpty { deny(field, .meshMissing(field)) }
  }

  /// A number of a port that traffic can have.
  mutating func demandPort(_ field: Field, from least: Int64 = 1) {
    guard let number = field.integer, number < least || number > 65_535 else { return }
    deny(field, .meshPort(field, least: least))
  }

  /// No two items have the same text, or number, under a key.
  mutating func denyRepeated(_ fields: [Field], _ message: (Field) -> Message) {
    var first: [String: Field] = [:]
    for field in fields where field.isGiven {
      let text = field.node?.text ?? ""
      if let other = first[text] {
        deny(field, message(field), related: [Related(range: other.range, message: .firstOne)])
      } else {
        first[text] = field
      }
    }
  }

  /// A span of time of a millisecond or more.
  mutating func demandDuration(_ field: Field, orZero: Bool = false) {
    guard let text = field.text else { return }
    guard let duration = GoDuration(text), orZero && duration.nanoseconds == 0 || duration.nanoseconds >= 1_000_000,
      duration.nanoseconds % 1_000_000 == 0
    else { return deny(field, .meshDuration(field)) }
  }

  /// What limits an object to some workloads: labels without wildcards.
  mutating func workloadSelector(_ selector: Field, labels: StaticString = "matchLabels") {
    guard selector.isGiven else { return }
    let labels = selector[labels]
    for (key, value) in labels.entries {
      let text = key.node?.text ?? ""
      if text.isEmpty { deny(key, .meshEmptyKey) }
      if text.utf8.contains(UInt8(ascii: "*")) { deny(key, .meshWildcardLabel(key)) }
      if value.text?.utf8.contains(UInt8(ascii: "*")) ?? false { deny(value, .meshWildcardLabel(value)) }
    }
    if labels.isEmpty { warn(.mesh, at: selector, .meshSelectsAll) }
  }

  /// A selector, or what an object is attached to instead; not both.
  mutating func attachment(of spec: Field) {
    let (selector, one, several) = (spec["selector"], spec["targetRef"], spec["targetRefs"])
    workloadSelector(selector)
    let given = [selector, one, several].filter { !$0.isEmpty }
    if given.count > 1, let first = given.first, let second = given.dropFirst().first {
      deny(second, .meshTwoAttachments, related: [Related(range: first.range, message: .firstOne)])
    }
    if one.isGiven { target(one) }
    for target in several.items { self.target(target) }
  }

  private mutating func target(_ target: Field) {
    demand(target["name"])
    let namespace = target["namespace"]
    if !namespace.isEmpty { deny(namespace, .meshTargetNamespace) }
    let kinds: Words = ["Service", "ServiceEntry", "Gateway", "GatewayClass"]
    if !kinds.contains(target["kind"]) { deny(target["kind"], .meshTargetKind(target["kind"], kinds)) }
  }

  /// The namespaces to which an object is shown: each once, `*` and `~` alone.
  mutating func exportTo(_ list: Field) {
    denyRepeated(Array(list.items)) { .meshRepeated($0) }
    guard list.count > 1 else { return }
    for item in list.items where item.hasText("*") || item.hasText("~") { deny(item, .meshAlone(item)) }
  }
}

extension Message {
  static var firstOne: Message { Message(en: "the first is here", ko: "처음 쓰인 곳입니다") }

  static func meshEmpty(_ field: Field) -> Message {
    Message(
      en: "'\(field.name)' is there and says nothing: give it a value, or remove it",
      ko: "'\(field.name)'이(가) 비어 있습니다: 값을 쓰거나 지우십시오")
  }

  fileprivate static func meshEmptyText(_ list: Field) -> Message {
    Message(
      en: "'\(list.name)' has an empty text among its values: remove it", ko: "'\(list.name)'에 빈 값이 있습니다: 지우십시오")
  }

  static func meshMissing(_ field: Field) -> Message {
    Message(en: "'\(field.name)' is missing: add it", ko: "'\(field.name)'이(가) 없습니다: 추가하십시오")
  }

  fileprivate static func meshPort(_ field: Field, least: Int64) -> Message {
    Message(
      en: "\(field.name) \(field.written) is no port: use \(least) to 65535",
      ko: "\(field.name) \(field.written)은(는) 포트가 아닙니다: \(least)부터 65535까지 쓰십시오")
  }

  fileprivate static func meshDuration(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no span of whole milliseconds: write one such as '500ms' or '1.5s'",
      ko: "'\(field.written)'은(는) 밀리초 단위의 시간이 아닙니다: '500ms'나 '1.5s'처럼 쓰십시오")
  }

  fileprivate static var meshEmptyKey: Message {
    Message(en: "a label has a name: write its key", ko: "레이블에는 이름이 있습니다: 키를 쓰십시오")
  }

  fileprivate static func meshWildcardLabel(_ field: Field) -> Message {
    Message(
      en: "labels are compared as they are, and '\(field.written)' has a wildcard: write the label itself",
      ko: "레이블은 그대로 비교하는데 '\(field.written)'에 와일드카드가 있습니다: 레이블을 그대로 쓰십시오")
  }

  fileprivate static var meshSelectsAll: Message {
    Message(
      en: "a selector without labels selects every workload of the namespace: remove it to say so, or add labels",
      ko: "레이블이 없는 셀렉터는 네임스페이스의 모든 워크로드를 고릅니다: 그런 뜻이면 지우고 아니면 레이블을 쓰십시오")
  }

  fileprivate static var meshTwoAttachments: Message {
    Message(
      en: "workloads are chosen in one way: keep 'selector', 'targetRef' or 'targetRefs'",
      ko: "워크로드를 고르는 방법은 하나입니다: 'selector', 'targetRef', 'targetRefs' 가운데 하나만 두십시오")
  }

  fileprivate static var meshTargetNamespace: Message {
    Message(
      en: "a target lies in the namespace of the object: remove 'namespace'",
      ko: "대상은 이 객체의 네임스페이스에 있습니다: 'namespace'를 지우십시오")
  }

  fileprivate static func meshTargetKind(_ kind: Field, _ kinds: Words) -> Message {
    Message(
      en: "'\(kind.written)' cannot be a target: use one of \(kinds.list)",
      ko: "'\(kind.written)'은(는) 대상이 될 수 없습니다: \(kinds.list) 가운데 하나를 쓰십시오")
  }

  static func meshRepeated(_ field: Field) -> Message {
    Message(en: "'\(field.written)' is given twice: keep one", ko: "'\(field.written)'이(가) 두 번 쓰였습니다: 하나만 두십시오")
  }

  fileprivate static func meshAlone(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' says all there is to say: remove the others",
      ko: "'\(field.written)'은(는) 혼자 씁니다: 나머지를 지우십시오")
  }
}
