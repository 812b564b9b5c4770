import Findings
import Schema

extension Words {
  /// What CEL keeps for itself.
  fileprivate static let reserved: Words = [
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let",
    "loop", "package", "namespace", "return", "var", "void", "while",
  ]
}

extension Report {
  /// What validating and mutating policies have in common (groups.md 3.12).
  mutating func admissionPolicy(_ object: Field, mutates: Bool) {
    let spec = object["spec"]
    warnOfStaticName(object["metadata"]["name"])
    expect(given: spec["failurePolicy"], oneOf: .failurePolicies)
    parameterKind(spec["paramKind"])
    let match = spec["matchConstraints"]
    if match.isGiven {
      matchResources(match, mutates: mutates)
      require(match["resourceRules"], .noRules)
    } else {
      require(match, .noRules)
    }
    matchConditions(spec["matchConditions"])
    for variable in spec["variables"].items {
      let name = variable["name"]
      if name.isBlank {
        add(.required, at: name, .required, .noVariable)
      } else if Words.reserved.contains(name) {
        refuse(name, .reservedWord(name), as: .expression)
      } else {
        expect(name, .cIdentifier)
      }
      requireExpression(variable["expression"])
    }
  }

  /// The kind of object that holds a policy's parameters.
  private mutating func parameterKind(_ parameters: Field) {
    guard parameters.isGiven else { return }
    let (version, kind) = (parameters["apiVersion"], parameters["kind"])
    require(version)
    if let text = version.text, !text.isEmpty {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
      let (group, name) = (parts.count == 2 ? parts[0] : "", parts.last ?? "")
      if parts.count > 2 {
        refuse(version, .groupVersion(version))
      } else {
        if !group.isEmpty, !Grammar.subdomain.matches(group) { refuse(version, .groupVersion(version)) }
        if !Grammar.label1035.matches(name) { refuse(version, .groupVersion(version)) }
      }
    }
    require(kind)
    expectKindName(kind)
  }

  /// The name of a kind: a label in any case.
  mutating func expectKindName(_ kind: Field) {
    guard let text = kind.text, !text.isEmpty, !Grammar.label1035.matches(text.loweringASCII) else { return }
    refuse(kind, .kindName(kind), as: .nameFormat)
  }

  /// What binds a policy to its parameters and to objects.
  mutating func policyBinding(_ object: Field, mutates: Bool) {
    let spec = object["spec"]
    warnOfStaticName(object["metadata"]["name"])
    require(spec["policyName"])
    expect(spec["policyName"], .subdomain)
    parameterReference(spec["paramRef"])
    matchResources(spec["matchResources"], mutates: mutates)
  }

  private mutating func parameterReference(_ reference: Field) {
    guard reference.isGiven else { return }
    let (name, selector, action) = (reference["name"], reference["selector"], reference["parameterNotFoundAction"])
    expect(name, .pathSegment)
    labelSelector(selector)
    if selector.isGiven, !name.isEmpty {
      forbid(name, .nameAndSelector)
      forbid(selector, .nameAndSelector)
    }
    if !selector.isGiven, name.isEmpty { add(.required, at: reference, .required, .noParameter) }
    require(action)
    expect(action, oneOf: ["Allow", "Deny"])
  }
}

extension String {
  /// In lower case, as far as it is ASCII.
  var loweringASCII: String {
    String(decoding: utf8.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

extension Message {
  fileprivate static var noRules: Message {
    Message(
      en: "the policy looks at nothing: add 'matchConstraints.resourceRules' with at least one rule",
      ko: "정책이 보는 대상이 없습니다: 'matchConstraints.resourceRules'에 규칙을 하나 이상 쓰십시오")
  }

  fileprivate static var noVariable: Message {
    Message(en: "the variable has no 'name': add it", ko: "변수에 'name'이 없습니다: 추가하십시오")
  }

  fileprivate static func reservedWord(_ name: Field) -> Message {
    Message(
      en: "'\(name.written)' is a word of CEL itself: use another name",
      ko: "'\(name.written)'은(는) CEL의 예약어입니다: 다른 이름을 쓰십시오")
  }

  fileprivate static func groupVersion(_ version: Field) -> Message {
    Message(
      en: "'\(version.written)' is no group and version: write one such as 'v1' or 'example.com/v1'",
      ko: "'\(version.written)'은(는) 그룹과 버전이 아닙니다: 'v1'이나 'example.com/v1'처럼 쓰십시오")
  }

  fileprivate static func kindName(_ kind: Field) -> Message {
    Message(
      en: "'\(kind.written)' cannot be the name of a kind: use letters, digits and '-', beginning with a letter",
      ko: "'\(kind.written)'은(는) 종류의 이름이 될 수 없습니다: 글자, 숫자, '-'를 쓰고 글자로 시작하십시오")
  }

  fileprivate static var nameAndSelector: Message {
    Message(
      en: "parameters are found by 'name' or by 'selector': keep one", ko: "매개변수는 'name'이나 'selector'로 찾습니다: 하나만 두십시오")
  }

  fileprivate static var noParameter: Message {
    Message(
      en: "the reference names no parameters: add 'name' or 'selector'",
      ko: "참조가 가리키는 매개변수가 없습니다: 'name'이나 'selector'를 추가하십시오")
  }
}
