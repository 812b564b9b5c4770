import Findings
import Schema

extension Report {
  /// Where a webhook is: behind a URL or a Service.
  mutating func webhookClient(_ client: Field) {
    let (url, service) = (client["url"], client["service"])
    if url.isGiven == service.isGiven {
      let message: Message = url.isGiven ? .twoPlaces : .nowhere
      add(.webhookClient, at: client, .required, message)
    } else if url.isGiven {
      webhookURL(url)
    } else {
      webhookService(service)
    }
  }

  private mutating func webhookURL(_ field: Field) {
    guard let url = WebAddress(field.text ?? "") else {
      return add(.webhookClient, at: field, .required, .noURL(field))
    }
    if url.scheme != "https" { refuse(field, .notHTTPS(field), as: .webhookClient) }
    if url.host.isEmpty { refuse(field, .noHost(field), as: .webhookClient) }
    if url.hasUser { refuse(field, .partOfURL("user:password@"), as: .webhookClient) }
    if url.hasFragment { refuse(field, .partOfURL("#…"), as: .webhookClient) }
    if url.hasQuery { refuse(field, .partOfURL("?…"), as: .webhookClient) }
  }

  private mutating func webhookService(_ service: Field) {
    // The API server reports each of the two at the other's place.
    if service["name"].isEmpty { require(service["name"].reported(at: service, "namespace")) }
    if service["namespace"].isEmpty { require(service["namespace"].reported(at: service, "name")) }
    expectPort(service["port"])
    servicePath(service["path"])
  }

  /// A path of which each part could stand in a DNS name.
  private mutating func servicePath(_ field: Field) {
    guard var path = field.text, !path.isEmpty, path != "/" else { return }
    if path == "//" { return refuse(field, .emptyStep, as: .webhookClient) }
    if !path.hasPrefix("/") { refuse(field, .relativePath(field), as: .webhookClient) }
    // The server takes the first byte for the slash, whatever it is.
    path = String(decoding: path.utf8.dropFirst(), as: UTF8.self)
    if path.hasSuffix("/") { path = String(path.dropLast()) }
    for step in path.split(separator: "/", omittingEmptySubsequences: false) {
      if step.isEmpty {
        refuse(field, .emptyStep, as: .webhookClient)
      } else if !Grammar.subdomain.matches(String(step)) {
        refuse(field, .badStep(String(step)), as: .webhookClient)
      }
    }
  }

  /// The versions of review objects that a webhook reads, of which the API server has to know one.
  mutating func reviewVersions(_ versions: Field) {
    require(versions)
    guard !versions.isEmpty else { return }
    var known = false
    var seen = FieldsByText()
    for version in versions.items {
      if seen.insert(version) != nil {
        refuse(version, .versionTwice(version))
        continue
      }
      expect(always: version, .label1035)
      known = known || version.hasText("v1") || version.hasText("v1beta1")
    }
    if !known { refuse(versions, .noKnownVersion) }
  }
}

extension Message {
  fileprivate static var twoPlaces: Message {
    Message(
      en: "'url' and 'service' say two places: keep one", ko: "'url'과 'service'가 두 곳을 가리킵니다: 하나만 두십시오")
  }

  fileprivate static var nowhere: Message {
    Message(en: "the webhook is nowhere: add 'service' or 'url'", ko: "웹훅의 위치가 없습니다: 'service'나 'url'을 추가하십시오")
  }

  fileprivate static func noURL(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' cannot be read as a URL: write 'https://host/path'",
      ko: "'\(field.written)'은(는) URL로 읽을 수 없습니다: 'https://host/path'처럼 쓰십시오")
  }

  fileprivate static func notHTTPS(_ field: Field) -> Message {
    Message(
      en: "the API server calls webhooks by TLS only: begin '\(field.written)' with 'https://'",
      ko: "API 서버는 TLS로만 웹훅을 부릅니다: '\(field.written)'을(를) 'https://'로 시작하십시오")
  }

  fileprivate static func noHost(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' names no host: write 'https://host/path'",
      ko: "'\(field.written)'에 호스트가 없습니다: 'https://host/path'처럼 쓰십시오")
  }

  fileprivate static func partOfURL(_ part: String) -> Message {
    Message(
      en: "the URL of a webhook has no '\(part)': remove it", ko: "웹훅의 URL에는 '\(part)'을(를) 쓸 수 없습니다: 지우십시오")
  }

  fileprivate static var emptyStep: Message {
    Message(
      en: "the path has an empty part between slashes: remove one slash", ko: "경로의 빗금 사이가 비어 있습니다: 빗금 하나를 지우십시오")
  }

  fileprivate static func relativePath(_ field: Field) -> Message {
    Message(
      en: "path '\(field.written)' is not absolute: begin it with '/'",
      ko: "경로 '\(field.written)'이(가) 절대 경로가 아닙니다: '/'로 시작하십시오")
  }

  fileprivate static func badStep(_ step: String) -> Message {
    Message(
      en: "'\(step)' cannot be part of the path: use lower-case letters, digits, '-' and '.'",
      ko: "'\(step)'은(는) 경로에 쓸 수 없습니다: 소문자, 숫자, '-', '.'만 쓰십시오")
  }

  fileprivate static func versionTwice(_ version: Field) -> Message {
    Message(
      en: "version '\(version.written)' is given twice: remove one",
      ko: "버전 '\(version.written)'이(가) 두 번 쓰였습니다: 하나를 지우십시오")
  }

  fileprivate static var noKnownVersion: Message {
    Message(
      en: "the API server speaks 'v1' and 'v1beta1' with webhooks: add one of them",
      ko: "API 서버는 웹훅과 'v1'과 'v1beta1'로 통신합니다: 하나를 추가하십시오")
  }
}
