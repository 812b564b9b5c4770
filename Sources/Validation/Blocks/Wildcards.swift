import Findings

extension Field {
  /// Whether a list has `*` among its items.
  var hasWildcard: Bool { items.contains { $0.hasText("*") } }
}

extension Report {
  /// A list of names in which `*`, all of them, leaves no room for others.
  mutating func expectWildcardAlone(_ list: Field) {
    if list.count > 1, list.hasWildcard { refuse(list, .wildcardAndMore(list), as: .wildcardAlone) }
  }

  /// The same of a list that cannot be empty.
  mutating func requireWildcardAlone(_ list: Field) {
    require(list)
    expectWildcardAlone(list)
  }
}

extension Message {
  fileprivate static func wildcardAndMore(_ list: Field) -> Message {
    Message(
      en: "'*' in '\(list.name)' means all of them: let it stand alone",
      ko: "'\(list.name)'의 '*'는 전부를 뜻합니다: 그것만 두십시오")
  }
}
