import Findings
import Schema
import YAML

extension KindValidation {
  /// core.md 4.4
  static let secret = KindValidation(
    "v1", "Secret",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: login}
        type: kubernetes.io/basic-auth
        stringData: {username: shop, password: secret}
        """),
      Example(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: site}
        type: kubernetes.io/tls
        data: # ←
          tls.crt: ""
          my key: "" # ←
        """),
    ]
  ) { report, object in
    let data = SecretData(data: object["data"], texts: object["stringData"])
    var bytes = 0
    for (key, value) in object["data"].entries {
      report.expect(given: key, .configKey)  // SEC1
      if object["stringData"].node?.member(named: key.written) == nil {
        bytes += value.node?.withText { Base64.decodedCount($0) } ?? 0
      }
    }
    for (key, value) in object["stringData"].reported(at: object, "data").entries {
      report.expect(given: key, .configKey)  // SEC1
      bytes += value.node?.withText { $0.count } ?? 0
    }
    if bytes > 1_048_576 { report.addTooLong(object["data"], 1_048_576) }  // SEC2
    report.keys(of: object["type"].text ?? "Opaque", data, object)
  }
}

/// The data of a Secret: `stringData` is merged over `data`.
private struct SecretData {
  let data: Field
  let texts: Field

  /// The value of a key, null included, which counts as an empty text.
  func has(_ key: StaticString) -> Bool {
    data.node?.member(key) != nil || texts.node?.member(key) != nil
  }

  func isEmpty(_ key: StaticString) -> Bool {
    texts.node?.member(key) != nil ? texts[key].isEmpty : data[key].isEmpty
  }

  /// The text of a key.
  func bytes(_ key: StaticString) -> [UInt8] {
    if let text = texts[key].text { return Array(text.utf8) }
    return data[key].node?.withText { Base64.decode($0) } ?? []
  }
}

extension Report {
  fileprivate mutating func keys(of type: String, _ data: SecretData, _ object: Field) {
    switch type {
    case "kubernetes.io/service-account-token":
      let annotations = object["metadata"]["annotations"]
      require(annotations.entry("kubernetes.io/service-account.name"), .noAccount, as: .secretKey)  // SEC3
    case "kubernetes.io/dockercfg":
      requireKey(".dockercfg", data)  // SEC4
      expectObject(".dockercfg", data)  // SEC5
    case "kubernetes.io/dockerconfigjson":
      requireKey(".dockerconfigjson", data)  // SEC6
      expectObject(".dockerconfigjson", data)  // SEC7
    case "kubernetes.io/basic-auth":
      if !data.has("username"), !data.has("password") {
        requireKey("username", data)  // SEC8
        requireKey("password", data)  // SEC8
      }
    case "kubernetes.io/ssh-auth":
      if data.isEmpty("ssh-privatekey") {
        add(.secretKey, at: data.data.entry("ssh-privatekey"), .required, .noKey("ssh-privatekey"))  // SEC9
      }
    case "kubernetes.io/tls":
      requireKey("tls.crt", data)  // SEC10
      requireKey("tls.key", data)  // SEC10
      if data.has("tls.crt"), data.has("tls.key") {
        warnOfBlock("tls.crt", "CERTIFICATE", data)  // W36
        warnOfBlock("tls.key", "PRIVATE KEY", data)  // W36
      }
    default: break
    }
  }

  private mutating func requireKey(_ key: StaticString, _ data: SecretData) {
    if !data.has(key) { add(.secretKey, at: data.data.entry(key), .required, .noKey("\(key)")) }
  }

  /// A certificate and its key are PEM; whether they fit each other is not looked at.
  private mutating func warnOfBlock(_ key: StaticString, _ name: String, _ data: SecretData) {
    if !hasBlock(data.bytes(key), name) {
      warn(.secretKey, at: data.texts[key].isGiven ? data.texts[key] : data.data[key], .noBlock("\(key)", name))
    }
  }

  /// A value is the JSON text of an object, or of null.
  private mutating func expectObject(_ key: StaticString, _ data: SecretData) {
    guard data.has(key) else { return }
    let root = JSONText.root(of: data.bytes(key))
    if root == .object || root == .null { return }
    let field = data.texts[key].isGiven ? data.texts.reported(at: data.data).entry(key) : data.data.entry(key)
    add(.secretKey, at: field, .invalid, .noJSON("\(key)"))
  }
}

/// Whether a text has a PEM block whose name ends so.
private func hasBlock(_ bytes: [UInt8], _ name: String) -> Bool {
  let text = String(decoding: bytes, as: UTF8.self)
  return text.containsText("-----BEGIN ") && text.containsText(name + "-----")
}

extension Message {
  fileprivate static var noAccount: Message {
    Message(
      en: "a token belongs to a ServiceAccount: name it in the annotation 'kubernetes.io/service-account.name'",
      ko: "토큰은 ServiceAccount에 속합니다: 어노테이션 'kubernetes.io/service-account.name'에 이름을 쓰십시오")
  }

  fileprivate static func noKey(_ key: String) -> Message {
    Message(en: "a Secret of this type has the key '\(key)': add it", ko: "이 타입의 Secret에는 '\(key)' 키가 있어야 합니다: 추가하십시오")
  }

  fileprivate static func noBlock(_ key: String, _ name: String) -> Message {
    Message(
      en: "'\(key)' holds no PEM block '\(name)', and no server can use it: put the file's whole text in",
      ko: "'\(key)'에 PEM 블록 '\(name)'이(가) 없어 쓸 수 없습니다: 파일의 전체 내용을 넣으십시오")
  }

  fileprivate static func noJSON(_ key: String) -> Message {
    Message(
      en: "'\(key)' is no JSON object: write what 'docker login' stores",
      ko: "'\(key)'이(가) JSON 객체가 아닙니다: 'docker login'이 저장한 내용을 쓰십시오")
  }
}
