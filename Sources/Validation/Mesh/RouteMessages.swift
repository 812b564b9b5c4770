import Findings

/// What is said of a VirtualService's routes.
extension Message {
  static var everyHostInMesh: Message {
    Message(
      en: "'*' would take over every host of the mesh: name hosts, or bind it to a gateway with 'gateways'",
      ko: "'*'은 메시의 모든 호스트를 차지합니다: 호스트를 쓰거나 'gateways'로 게이트웨이에 연결하십시오")
  }

  static func covered(_ host: Field, by wide: Field) -> Message {
    Message(
      en: "'\(wide.written)' stands for '\(host.written)' too: keep one of them",
      ko: "'\(wide.written)'이(가) '\(host.written)'도 뜻합니다: 하나만 두십시오")
  }

  static func inDelegate(_ field: Field) -> Message {
    Message(
      en: "without 'hosts' this is a part of another VirtualService, which has no '\(field.name)': add 'hosts', "
        + "or remove it",
      ko: "'hosts'가 없으면 다른 VirtualService의 일부이며 '\(field.name)'을(를) 쓸 수 없습니다: 'hosts'를 추가하거나 지우십시오")
  }

  static var noRoutes: Message {
    Message(
      en: "the hosts have no routes: add 'http', 'tls' or 'tcp'", ko: "호스트에 경로가 없습니다: 'http', 'tls', 'tcp'를 추가하십시오")
  }

  static func dottedGateway(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is an old form: write 'namespace/name'",
      ko: "'\(field.written)'은(는) 옛 형식입니다: '네임스페이스/이름'으로 쓰십시오")
  }

  static func noGateway(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' names no Gateway: write 'name' or 'namespace/name'",
      ko: "'\(field.written)'은(는) Gateway 이름이 아닙니다: '이름'이나 '네임스페이스/이름'으로 쓰십시오")
  }

  static var delegateOfDelegate: Message {
    Message(
      en: "a part of another VirtualService cannot pass on again: write the routes here",
      ko: "다른 VirtualService의 일부는 다시 위임할 수 없습니다: 경로를 여기에 쓰십시오")
  }

  static func besideDelegate(_ field: Field) -> Message {
    Message(
      en: "'delegate' leaves the routes to another VirtualService: remove '\(field.name)', or 'delegate'",
      ko: "'delegate'는 경로를 다른 VirtualService에 맡깁니다: '\(field.name)'이나 'delegate'를 지우십시오")
  }

  static func answeredAlready(_ field: Field, by answer: Field) -> Message {
    Message(
      en: "'\(answer.name)' answers by itself, and nothing is sent on: remove '\(field.name)', or '\(answer.name)'",
      ko: "'\(answer.name)'이(가) 직접 응답하고 아무것도 보내지 않습니다: '\(field.name)'이나 '\(answer.name)'을(를) 지우십시오")
  }

  static var mirrorTwice: Message {
    Message(en: "copies are sent by one list: keep 'mirrors', remove 'mirror'", ko: "'mirrors'만 두고 'mirror'를 지우십시오")
  }

  static var oldMirrorPercent: Message {
    Message(
      en: "this is out of use: write 'mirrorPercentage: {value: …}'",
      ko: "더 이상 쓰지 않습니다: 'mirrorPercentage: {value: …}'로 쓰십시오")
  }

  static func noStatus(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no status of HTTP: use 200 to 599",
      ko: "'\(field.written)'은(는) HTTP 상태가 아닙니다: 200부터 599까지 쓰십시오")
  }

  static var negativeWeight: Message {
    Message(en: "a weight is not below zero: use 0 or more", ko: "가중치는 0보다 작을 수 없습니다: 0 이상을 쓰십시오")
  }

  static var noDestinationWeight: Message {
    Message(
      en: "no destination gets any traffic: give at least one a 'weight' above zero",
      ko: "트래픽을 받는 목적지가 없습니다: 하나 이상에 0보다 큰 'weight'를 쓰십시오")
  }

  static var anyDestination: Message {
    Message(en: "traffic goes to one host: write it instead of '*'", ko: "트래픽은 한 호스트로 갑니다: '*' 대신 호스트를 쓰십시오")
  }

  static var uriAndPrefix: Message {
    Message(
      en: "'uri' replaces the whole path and 'prefixRewrite' its beginning: keep one",
      ko: "'uri'는 경로 전체를, 'prefixRewrite'는 앞부분을 바꿉니다: 하나만 두십시오")
  }

  static func noRedirectCode(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' does not redirect: use a status from 300 to 399",
      ko: "'\(field.written)'은(는) 리다이렉트 상태가 아닙니다: 300부터 399까지 쓰십시오")
  }

  static func noScheme(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no scheme to redirect to: use 'http' or 'https'",
      ko: "'\(field.written)'(으)로는 리다이렉트할 수 없습니다: 'http'나 'https'를 쓰십시오")
  }

  static var abortsWithNothing: Message {
    Message(
      en: "the abort has no error to answer with: add 'httpStatus'", ko: "abort가 응답할 오류가 없습니다: 'httpStatus'를 추가하십시오")
  }

  static func noShare(_ field: Field) -> Message {
    Message(
      en: "\(field.written) is no percentage: use 0 to 100", ko: "\(field.written)은(는) 백분율이 아닙니다: 0부터 100까지 쓰십시오")
  }

  static var exponentialDelay: Message {
    Message(
      en: "'exponentialDelay' is not supported: write 'fixedDelay'",
      ko: "'exponentialDelay'는 지원되지 않습니다: 'fixedDelay'를 쓰십시오")
  }

  static var negativeAttempts: Message {
    Message(en: "attempts are not below zero: use 0 for none", ko: "시도 횟수는 0보다 작을 수 없습니다: 없으면 0을 쓰십시오")
  }

  static func noAttempts(_ field: Field) -> Message {
    Message(
      en: "without attempts '\(field.name)' means nothing: set 'attempts', or remove it",
      ko: "시도가 없으면 '\(field.name)'은(는) 뜻이 없습니다: 'attempts'를 쓰거나 지우십시오")
  }

  static func noRetryReason(_ word: String) -> Message {
    Message(
      en: "'\(word)' is no reason to try again: use ones such as '5xx', 'connect-failure', 'unavailable' or a status",
      ko: "'\(word)'은(는) 다시 시도할 이유가 아닙니다: '5xx', 'connect-failure', 'unavailable'이나 상태 코드를 쓰십시오")
  }

  static var neverReached: Message {
    Message(
      en: "the route is never taken, for one before it takes every request: move it up, or give that one a 'match'",
      ko: "앞의 경로가 모든 요청을 받으므로 쓰이지 않습니다: 위로 옮기거나 앞의 경로에 'match'를 쓰십시오")
  }

  static var takesAll: Message { Message(en: "this one takes all", ko: "이 경로가 모두 받습니다") }
}
