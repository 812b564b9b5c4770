import Findings
import YAML

extension KindValidation {
  /// mesh.md 9
  static let requestAuthentication = KindValidation(
    "security.istio.io/v1", "RequestAuthentication", earlier: ["security.istio.io/v1beta1"], metadata: .general,
    examples: [
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: RequestAuthentication
        metadata: {name: tokens}
        spec:
          selector: {matchLabels: {app: orders}}
          jwtRules:
          - issuer: https://login.example.com
            jwksUri: https://login.example.com/keys
            fromHeaders: [{name: x-token}]
        """),
      Example(
        """
        apiVersion: security.istio.io/v1
        kind: RequestAuthentication
        metadata: {name: tokens}
        spec:
          jwtRules:
          - audiences: [""] # ←
            jwksUri: login.example.com/keys # ←
            fromParams: [""] # ←
          - forwardOriginalToken: true # ←
        """),
    ]
  ) { report, object in
    report.attachment(of: object["spec"])
    for rule in object["spec"]["jwtRules"].items { report.tokenRule(rule) }
  }
}

extension Report {
  fileprivate mutating func tokenRule(_ rule: Field) {
    let (address, old, keys) = (rule["jwksUri"], rule["jwks_uri"], rule["jwks"])
    if rule["issuer"].isEmpty, address.isEmpty, old.isEmpty { deny(rule, .noIssuer) }
    denyEmptyTexts(in: rule["audiences"])
    for address in [address, old] {
      guard let text = address.text else { continue }
      let scheme = WebAddress(text)?.scheme ?? ""
      if scheme != "http" && scheme != "https" { deny(address, .noKeyAddress(address)) }
    }
    let sources = [address, old, keys].filter { $0.isGiven }
    if sources.count > 1, let second = sources.dropFirst().first, let first = sources.first {
      deny(second, .keysTwice, related: [Related(range: first.range, message: .firstOne)])
    }
    demandDuration(rule["timeout"])
    if let text = keys.text, !text.isEmpty { keySet(keys, text) }
    for header in rule["fromHeaders"].items { demand(header["name"]) }
    denyEmptyTexts(in: rule["fromParams"])
    denyEmptyTexts(in: rule["fromCookies"])
    for header in rule["outputClaimToHeaders"].items {
      demand(header["header"])
      demand(header["claim"])
    }
  }

  /// A set of keys as JSON, none of them private.
  private mutating func keySet(_ field: Field, _ text: String) {
    let stream = YAMLStream(parsing: text)
    guard let root = stream.documents.first?.root, root.isMapping, stream.unreadable.isEmpty,
      let keys = root["keys"], keys.isSequence
    else { return deny(field, .noKeySet) }
    // The private parts of RSA, elliptic and symmetric keys.
    let secrets: [StaticString] = ["d", "p", "q", "dp", "dq", "qi", "k"]
    if keys.items.contains(where: { key in secrets.contains { key[$0] != nil } }) {
      warn(.mesh, at: field, .privateKey)
    }
  }
}

extension Message {
  fileprivate static var noIssuer: Message {
    Message(
      en: "nothing says whose tokens these are: add 'issuer', or 'jwksUri'",
      ko: "누구의 토큰인지 알 수 없습니다: 'issuer'나 'jwksUri'를 추가하십시오")
  }

  fileprivate static func noKeyAddress(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no address to fetch keys from: write one that begins with 'https://'",
      ko: "'\(field.written)'은(는) 키를 가져올 주소가 아닙니다: 'https://'로 시작하는 주소를 쓰십시오")
  }

  fileprivate static var keysTwice: Message {
    Message(
      en: "keys come from one place: keep 'jwksUri' or 'jwks'", ko: "키는 한 곳에서 옵니다: 'jwksUri'나 'jwks' 하나만 두십시오")
  }

  fileprivate static var noKeySet: Message {
    Message(
      en: "'jwks' is no set of keys: write JSON such as '{\"keys\": […]}'",
      ko: "'jwks'가 키 집합이 아닙니다: '{\"keys\": […]}' 같은 JSON을 쓰십시오")
  }

  fileprivate static var privateKey: Message {
    Message(
      en: "'jwks' holds a private key, and whoever may read this object has it: keep the public part only",
      ko: "'jwks'에 개인 키가 있어 이 객체를 읽는 누구나 갖게 됩니다: 공개 부분만 두십시오")
  }
}
