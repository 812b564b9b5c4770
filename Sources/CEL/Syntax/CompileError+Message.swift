public import Findings

extension CompileError {
  /// What is wrong and what to do, without where it stands.
  public var message: Message {
    switch fault {
    case .unexpected(let text):
      Message(
        en: "'\(text)' cannot stand here in the expression: mend what is before it",
        ko: "식의 이 자리에 '\(text)'을(를) 쓸 수 없습니다: 앞부분을 고치십시오")
    case .unexpectedEnd:
      Message(en: "the expression ends too early: write the rest of it", ko: "식이 중간에 끝났습니다: 나머지를 쓰십시오")
    case .openText:
      Message(en: "a text in the expression has no closing quote: add it", ko: "식의 문자열에 닫는 따옴표가 없습니다: 추가하십시오")
    case .badLiteral(let text):
      Message(
        en: "'\(text)' is no value that CEL can read: check its escapes and its size",
        ko: "'\(text)'은(는) CEL이 읽을 수 있는 값이 아닙니다: 이스케이프와 크기를 확인하십시오")
    case .reserved(let word):
      Message(en: "'\(word)' is a word of CEL itself: use another name", ko: "'\(word)'은(는) CEL의 예약어입니다: 다른 이름을 쓰십시오")
    case .tooLong(let limit):
      Message(
        en: "the expression is too long: use at most \(limit) characters", ko: "식이 너무 깁니다: \(limit)자까지 쓰십시오")
    case .tooNested(let limit):
      Message(
        en: "the expression goes more than \(limit) levels deep: split it",
        ko: "식이 \(limit)단계보다 깊습니다: 나누십시오")
    case .optionalSyntax(let sign):
      Message(
        en: "this version knows no '\(sign)' in an expression: ask with 'has' instead",
        ko: "이 버전은 식에서 '\(sign)'을(를) 알지 못합니다: 'has'를 쓰십시오")
    case .macroArgument(let macro):
      Message(
        en: macro == "has"
          ? "'has' asks for a field: write one such as 'has(object.spec)'"
          : "the variable of '\(macro)' is a plain name: write one such as 'x'",
        ko: macro == "has" ? "'has'에는 필드를 씁니다: 'has(object.spec)'처럼 쓰십시오" : "'\(macro)'의 변수에는 이름만 씁니다: 'x'처럼 쓰십시오")
    case .undeclared(let name):
      Message(
        en: "the expression has nothing named '\(name)': use one of the variables that it is given",
        ko: "식에서 '\(name)'이라는 이름을 쓸 수 없습니다: 주어진 변수를 쓰십시오")
    case .undeclaredFunction(let name):
      Message(
        en: "there is no function '\(name)' here: use one that this version knows",
        ko: "여기에는 '\(name)' 함수가 없습니다: 이 버전에 있는 함수를 쓰십시오")
    case .noOverload(let function, let types): noOverload(function, types)
    case .noField(let field, let type):
      Message(
        en: "there is no field '\(field)' in '\(type)': use one that it has",
        ko: "'\(type)'에는 필드 '\(field)'이(가) 없습니다: 있는 필드를 쓰십시오")
    case .noFields(let type):
      Message(
        en: "a value of type '\(type)' has no fields: compare or convert it as a whole",
        ko: "'\(type)' 타입의 값에는 필드가 없습니다: 값 전체를 쓰십시오")
    case .mixedTypes(let first, let second):
      Message(
        en: "a list or map holds values of one type, here '\(first)' and '\(second)': convert one of them",
        ko: "목록이나 맵의 값은 한 타입이어야 하는데 '\(first)'와(과) '\(second)'이(가) 섞여 있습니다: 하나를 변환하십시오")
    case .fieldType(let field, let wanted, let given):
      Message(
        en: "field '\(field)' takes '\(wanted)', here it is given '\(given)': convert the value",
        ko: "필드 '\(field)'은(는) '\(wanted)' 타입인데 '\(given)' 값을 주었습니다: 값을 변환하십시오")
    case .noRange(let type):
      Message(
        en: "a macro goes over a list or a map, not over '\(type)': use it on one of these",
        ko: "매크로는 목록이나 맵에 쓰며 '\(type)'에는 쓸 수 없습니다: 목록이나 맵에 쓰십시오")
    case .noType(let name):
      Message(en: "'\(name)' is no type with fields: write one", ko: "'\(name)'은(는) 필드가 있는 타입이 아닙니다: 그런 타입을 쓰십시오")
    case .notOptional(let type):
      Message(
        en: "what is marked with '?' is an optional value, not '\(type)': remove the '?'",
        ko: "'?'는 선택 값에 쓰며 '\(type)'에는 쓸 수 없습니다: '?'를 지우십시오")
    case .stepType(let wanted, let given):
      Message(
        en: "the macro needs '\(wanted)' here, not '\(given)': write a condition or convert the value",
        ko: "매크로의 이 자리에는 '\(given)'이(가) 아니라 '\(wanted)'이(가) 필요합니다: 조건을 쓰거나 값을 변환하십시오")
    case .result(let wanted, let given):
      Message(
        en: "the expression answers '\(given)': make it answer '\(wanted.joined(separator: "' or '"))'",
        ko: "식의 결과가 '\(given)'입니다: 결과가 '\(wanted.joined(separator: "' 또는 '"))'이(가) 되게 하십시오")
    case .badPattern(let pattern):
      Message(
        en: "'\(pattern)' is no regular expression of RE2: check its brackets, and use no look-around",
        ko: "'\(pattern)'은(는) RE2 정규 표현식이 아닙니다: 괄호를 확인하고 전후방 탐색은 쓰지 마십시오")
    case .badConversion(let function, let value):
      Message(
        en: "'\(function)' cannot read '\(value)': write a value that it can",
        ko: "'\(function)'은(는) '\(value)'을(를) 읽을 수 없습니다: 읽을 수 있는 값을 쓰십시오")
    case .badFormat(let text):
      Message(
        en: "the signs in '\(text)' do not fit the list of values: give each '%' one value of its type",
        ko: "'\(text)'의 '%'와 값의 목록이 맞지 않습니다: '%'마다 타입이 맞는 값을 하나씩 주십시오")
    case .oldSelfUnknown:
      Message(
        en:
          "which old value belongs to this one cannot be told within a list or an atomic map: ask for 'oldSelf' above it",
        ko: "목록이나 원자적 맵 안에서는 어느 값이 이전 값인지 알 수 없습니다: 'oldSelf'는 그 위에서 쓰십시오")
    case .oldSelfUnused:
      Message(
        en: "the rule does not ask for 'oldSelf': remove 'optionalOldSelf'",
        ko: "규칙이 'oldSelf'를 쓰지 않습니다: 'optionalOldSelf'를 지우십시오")
    case .beyondJudgement(.cost):
      Message(
        en:
          "the API server may find that the rule costs too much: limits such as 'maxItems' and 'maxLength' make it certain",
        ko: "API 서버가 규칙의 비용이 너무 크다고 볼 수 있음: 'maxItems'와 'maxLength' 같은 제한을 쓰면 분명해짐")
    case .beyondJudgement(.depth):
      Message(
        en: "the expression is nested deeper than is read here", ko: "식이 여기에서 읽는 것보다 깊게 중첩됨")
    case .beyondJudgement(.function(let name)):
      Message(
        en: "whether this version has the function '\(name)' as it is used is not known here",
        ko: "이 버전에 쓰인 그대로의 함수 '\(name)'이(가) 있는지 알 수 없음")
    case .beyondJudgement(.type):
      Message(en: "the type of a value in the expression is not known here", ko: "식에 쓰인 값의 타입을 알 수 없음")
    }
  }

  private func noOverload(_ function: String, _ types: [String]) -> Message {
    let written = CompileError.sign(function)
    let list = types.joined(separator: "', '")
    return written.isEmpty
      ? Message(
        en: "'\(function)' does not take '\(list)': convert what it is given",
        ko: "'\(function)'은(는) '\(list)'을(를) 받지 않습니다: 주는 값을 변환하십시오")
      : Message(
        en: "'\(written)' does not take '\(list)': convert one side to the type of the other",
        ko: "'\(written)'은(는) '\(list)'에 쓸 수 없습니다: 한쪽을 다른 쪽의 타입으로 변환하십시오")
  }

  /// How an operator is written; empty for a function.
  private static func sign(_ function: String) -> String {
    switch function {
    case "_?_:_": return "? :"
    case "_[_]", "_[?_]": return "[ ]"
    case "@in": return "in"
    case "@not_strictly_false": return "!"
    default:
      guard function.hasPrefix("_") || function.hasSuffix("_") else { return "" }
      return String(decoding: function.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }
  }
}
