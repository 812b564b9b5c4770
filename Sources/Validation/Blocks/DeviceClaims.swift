import Findings
import Schema
import YAML

/// What a ResourceClaim asks for, also in a template of it (groups.md 3.17).
extension Report {
  mutating func deviceClaim(_ devices: Field, isFirstBeta: Bool) {
    let (requests, constraints, config) = (devices["requests"], devices["constraints"], devices["config"])
    if hasAtMost(32, requests) {
      for request in requests.items { deviceRequest(request, isFirstBeta: isFirstBeta) }
      expectUniqueNames(requests, by: "name")
    }
    if hasAtMost(32, constraints) {
      for constraint in constraints.items { deviceConstraint(constraint, among: requests) }
    }
    if hasAtMost(32, config) {
      for item in config.items {
        requestReferences(item["requests"], among: requests)
        opaqueParameters(item["opaque"])
      }
    }
  }

  /// Which devices are meant, in CEL. One that is too long is not compiled.
  mutating func deviceSelectors(_ selectors: Field) {
    guard hasAtMost(32, selectors) else { return }
    for selector in selectors.items {
      let cel = selector["cel"]
      guard cel.isGiven else {
        add(.required, at: cel, .required, .noSelectorExpression)
        continue
      }
      let expression = cel["expression"]
      if expression.isEmpty { refuse(expression, .noSelectorExpression) }
      expect(expression, atMostBytes: 10_240)
      if !expression.isEmpty, (expression.text?.utf8.count ?? 0) <= 10_240 { deviceExpression(expression) }
    }
  }

  /// Whether a list is short enough to be looked at.
  mutating func hasAtMost(_ limit: Int, _ list: Field) -> Bool {
    expect(list, atMostItems: limit)
    return list.count <= limit
  }

  // MARK: Requests

  private mutating func deviceRequest(_ request: Field, isFirstBeta: Bool) {
    expect(always: request["name"], .label)
    // In v1beta1 the request itself says what it asks for exactly.
    let exactly = isFirstBeta ? request.reported(at: request, "exactly") : request["exactly"]
    let hasExactly = isFirstBeta ? request.demandsExactly : exactly.isGiven
    let first = request["firstAvailable"]
    if !hasExactly {
      // A list of choices is dropped where its gate is off.
      let versions: VersionSet = first.isEmpty ? .all : .withoutChoices
      inVersions(versions) { $0.add(.required, at: request, .required, .noRequest) }
    }
    switch (hasExactly, !first.isEmpty) {
    case (false, false): break
    case (true, true): inVersions(VersionSet.all.subtracting(.withoutChoices)) { $0.refuse(request, .twoRequests) }
    case (true, false): deviceDemand(exactly)
    case (false, true): inVersions(VersionSet.all.subtracting(.withoutChoices)) { $0.choices(first) }
    }
  }

  private mutating func choices(_ list: Field) {
    guard hasAtMost(8, list) else { return }
    for choice in list.items {
      expect(always: choice["name"], .label)
      deviceDemand(choice)
    }
    expectUniqueNames(list, by: "name")
  }

  private mutating func deviceDemand(_ demand: Field) {
    require(demand["deviceClassName"], .noDeviceClass)
    expect(demand["deviceClassName"], .subdomain)
    deviceSelectors(demand["selectors"])
    let (mode, count) = (demand["allocationMode"], demand["count"])
    let modes: Words = ["All", "ExactCount"]
    expect(mode, oneOf: modes)
    if mode.hasText("All") {
      if let number = count.integer, number != 0 { refuse(count, .countOfAll, as: .numberRange) }
    } else if mode.isEmpty || mode.hasText("ExactCount"), let number = count.integer, number < 0 {
      expect(count, in: 1...)
    }
    inVersions(.newDeviceFields) { report in
      for toleration in demand["tolerations"].items { report.deviceToleration(toleration) }
    }
  }

  private mutating func deviceToleration(_ toleration: Field) {
    let (word, value) = (toleration["operator"], toleration["value"])
    expect(toleration["key"], .qualifiedName)
    expect(word, oneOf: ["Equal", "Exists"])
    if word.hasText("Exists") {
      if !value.isEmpty { refuse(value, .valueOfExists) }
    } else if word.isEmpty || word.hasText("Equal") {
      expect(value, .labelValue)
    }
    expect(toleration["effect"], oneOf: ["NoExecute", "NoSchedule", "None"])
  }

  // MARK: What refers to requests

  private mutating func deviceConstraint(_ constraint: Field, among requests: Field) {
    requestReferences(constraint["requests"], among: requests)
    let (same, different) = (constraint["matchAttribute"], constraint["distinctAttribute"])
    if same.isGiven {
      expectAttributeName(same, needsDomain: true)
    } else if different.isGiven {
      inVersions(.newDeviceFields) { $0.expectAttributeName(different, needsDomain: true) }
    } else {
      add(.required, at: constraint, .required, .noAttribute)
    }
  }

  private mutating func requestReferences(_ names: Field, among requests: Field) {
    guard hasAtMost(32, names) else { return }
    for name in names.items {
      let text = name.text ?? ""
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
      if parts.count <= 2 {
        for part in parts where !Grammar.label.matches(part) { refuse(name, .noRequestName(part), as: .nameFormat) }
      }
      if !requests.hasRequest(parts) { refuse(name, .unknownRequest(text)) }
    }
    expectUniqueItems(names)
  }
}

extension Field {
  /// Whether a request of v1beta1 asks for devices of one class.
  fileprivate var demandsExactly: Bool {
    let names: [StaticString] = [
      "deviceClassName", "selectors", "allocationMode", "count", "adminAccess", "tolerations",
    ]
    return names.contains { !self[$0].isEmpty && self[$0].integer != 0 }
  }

  /// Whether a name, or the name of a request and one of its choices, is that of a request in the list.
  fileprivate func hasRequest(_ parts: [String]) -> Bool {
    guard parts.count <= 2, let name = parts.first else { return false }
    // Of several with one name the last one counts.
    var named: Field?
    for request in items where (request["name"].text ?? "") == name { named = request }
    guard let named else { return false }
    guard parts.count == 2, let choice = parts.last else { return true }
    for item in named["firstAvailable"].items where (item["name"].text ?? "") == choice { return true }
    return false
  }
}

extension Message {
  fileprivate static var noSelectorExpression: Message {
    Message(
      en: "the selector has no expression: add 'cel.expression' that tells which devices fit",
      ko: "셀렉터에 식이 없습니다: 맞는 장치를 고르는 'cel.expression'을 추가하십시오")
  }

  fileprivate static var noRequest: Message {
    Message(
      en: "the request asks for no device: add 'exactly' or 'firstAvailable'",
      ko: "요청하는 장치가 없습니다: 'exactly'나 'firstAvailable'을 추가하십시오")
  }

  fileprivate static var twoRequests: Message {
    Message(
      en: "a request asks for one thing or for the first of several: keep 'exactly' or 'firstAvailable'",
      ko: "요청은 하나를 정하거나 여럿 가운데 처음 것을 고릅니다: 'exactly'나 'firstAvailable'만 두십시오")
  }

  fileprivate static var noDeviceClass: Message {
    Message(
      en: "the request names no class of devices: add 'deviceClassName'",
      ko: "장치 클래스가 없습니다: 'deviceClassName'을 추가하십시오")
  }

  fileprivate static var countOfAll: Message {
    Message(
      en: "'All' takes every device that fits: remove 'count', or write 'ExactCount'",
      ko: "'All'은 맞는 장치를 모두 가져옵니다: 'count'를 지우거나 'ExactCount'를 쓰십시오")
  }

  fileprivate static var valueOfExists: Message {
    Message(
      en: "'Exists' looks at the key alone: remove 'value', or use 'Equal'",
      ko: "'Exists'는 키만 봅니다: 'value'를 지우거나 'Equal'을 쓰십시오")
  }

  fileprivate static var noAttribute: Message {
    Message(
      en: "the constraint compares nothing: add 'matchAttribute'",
      ko: "제약이 비교하는 속성이 없습니다: 'matchAttribute'를 추가하십시오")
  }

  fileprivate static func noRequestName(_ part: String) -> Message {
    Message(
      en: "'\(part)' cannot be the name of a request: use lower-case letters, digits and '-'",
      ko: "'\(part)'은(는) 요청 이름이 될 수 없습니다: 소문자, 숫자, '-'를 쓰십시오")
  }

  fileprivate static func unknownRequest(_ name: String) -> Message {
    Message(
      en: "there is no request '\(name)' in this claim: write the name of one, or 'request/choice'",
      ko: "이 클레임에 요청 '\(name)'이(가) 없습니다: 요청 이름이나 '요청/선택' 꼴로 쓰십시오")
  }
}
