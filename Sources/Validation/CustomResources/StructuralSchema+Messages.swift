import Findings

extension Message {
  static var noItems: Message {
    Message(en: "an array has items: add 'items' with their schema", ko: "배열에는 항목이 있습니다: 항목의 스키마를 'items'에 쓰십시오")
  }

  static var noType: Message {
    Message(
      en: "the schema has no type: add 'type', such as 'object' or 'string'",
      ko: "스키마에 타입이 없습니다: 'object'나 'string' 같은 'type'을 추가하십시오")
  }

  static var rootType: Message {
    Message(en: "a resource is an object: write 'type: object'", ko: "리소스는 객체입니다: 'type: object'로 쓰십시오")
  }

  static var mapAtRoot: Message {
    Message(
      en: "a resource has certain fields: name them in 'properties' rather than 'additionalProperties'",
      ko: "리소스에는 정해진 필드가 있습니다: 'additionalProperties' 대신 'properties'에 쓰십시오")
  }

  static var embeddedType: Message {
    Message(en: "an embedded resource is an object: write 'type: object'", ko: "내장 리소스는 객체입니다: 'type: object'로 쓰십시오")
  }

  static var embeddedMap: Message {
    Message(
      en: "an embedded resource has certain fields: remove 'additionalProperties'",
      ko: "내장 리소스에는 정해진 필드가 있습니다: 'additionalProperties'를 지우십시오")
  }

  static var embeddedNothing: Message {
    Message(
      en:
        "the embedded resource would have no fields: add 'properties', or 'x-kubernetes-preserve-unknown-fields: true'",
      ko: "내장 리소스에 필드가 없습니다: 'properties'나 'x-kubernetes-preserve-unknown-fields: true'를 추가하십시오")
  }

  static func metaType(_ name: String, _ type: String) -> Message {
    Message(
      en: "'\(name)' of a resource is of type \(type): write 'type: \(type)'",
      ko: "리소스의 '\(name)'은(는) \(type) 타입입니다: 'type: \(type)'로 쓰십시오")
  }

  static var restrictedMetadata: Message {
    Message(
      en: "of metadata only 'name' and 'generateName' can be restricted: write 'type: object' alone",
      ko: "metadata에서는 'name'과 'generateName'만 제한할 수 있습니다: 'type: object'만 쓰십시오")
  }

  static var nestedMetadata: Message {
    Message(
      en: "metadata cannot be restricted under allOf, anyOf, oneOf or not: remove it",
      ko: "allOf, anyOf, oneOf, not 아래에서는 metadata를 제한할 수 없습니다: 지우십시오")
  }

  static var intOrStringAlone: Message {
    Message(
      en: "an integer or a string is no object: remove this, or 'x-kubernetes-int-or-string'",
      ko: "정수나 문자열은 객체가 아닙니다: 이 필드나 'x-kubernetes-int-or-string'을 지우십시오")
  }

  static func badPattern(_ pattern: Field) -> Message {
    Message(
      en: "'\(pattern.written)' is no regular expression of RE2, which has no look-ahead or back-references: mend it",
      ko: "'\(pattern.written)'은(는) RE2 정규식이 아닙니다. 전방 탐색과 역참조는 쓸 수 없습니다: 고치십시오")
  }

  static func onlyOutside(_ field: Field) -> Message {
    Message(
      en: "'\(field.name)' says what a value is, which belongs outside of allOf, anyOf, oneOf and not: move it there",
      ko: "'\(field.name)'은(는) 값 자체를 정하므로 allOf, anyOf, oneOf, not 밖에 있어야 합니다: 옮기십시오")
  }

  static func onlyInJunctor(_ inner: Field) -> Message {
    Message(
      en:
        "'\(inner.name)' is restricted under allOf, anyOf, oneOf or not and said nowhere else: add it here with its type",
      ko: "'\(inner.name)'이(가) allOf, anyOf, oneOf, not 아래에만 있습니다: 여기에 타입과 함께 추가하십시오")
  }
}
