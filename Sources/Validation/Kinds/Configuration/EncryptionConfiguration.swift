import Findings
import Schema
import YAML

extension KindValidation {
  /// apiserver, `ValidateEncryptionConfiguration`
  static let encryptionConfiguration = KindValidation.file(
    "apiserver.config.k8s.io/v1", "EncryptionConfiguration", readBy: "kube-apiserver",
    examples: [
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
        - resources: [secrets, configmaps]
          providers:
          - kms: {apiVersion: v2, name: vault, endpoint: "unix:///run/kms.sock", timeout: 3s}
          - secretbox:
              keys:
              - {name: key1, secret: MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=}
          - identity: {}
        """),
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
        - resources: # ←
          - secrets
          - "*." # masks the others
          - Pods # ←
          - events.events.k8s.io # ←
          providers:
          - aescbc:
              keys:
              - name: "" # ←
                secret: not base64 # ←
          - kms:
              apiVersion: v2
              name: a:b # ←
              endpoint: http://127.0.0.1 # ←
              timeout: -1s # ←
              cachesize: 10 # ←
        - resources: [configmaps] # ←
          providers:
          - identity: {}
        """),
    ]
  ) { report, file in
    report.require(file["resources"], .noResources)
    var providers: [String: Field] = [:]
    for item in file["resources"].items {
      report.encryptedResources(item["resources"])
      report.require(item["providers"], .noProviders)
      for provider in item["providers"].items { report.encryptionProvider(provider, among: &providers) }
      report.warnOfPlainText(item["providers"])
    }
    report.maskedResources(file["resources"])
  }
}

extension Report {
  // MARK: Resources

  fileprivate mutating func encryptedResources(_ list: Field) {
    require(list, .noResources)
    var seen: Set<String> = []
    var (hasDuplicate, hasOverlap) = (false, false)
    let names = list.items.compactMap { $0.text }
    for name in names {
      hasDuplicate = !seen.insert(name).inserted || hasDuplicate
    }
    for name in seen {
      let (resource, group) = groupResource(name)
      let isCovered = resource != "*" && (seen.contains("*." + group) || seen.contains("*.*"))
      hasOverlap = hasOverlap || isCovered || resource == "*" && group != "*" && seen.contains("*.*")
    }
    if hasDuplicate { refuse(list, .resourceTwice, as: .duplicate) }
    if hasOverlap { refuse(list, .overlap) }
    for item in list.items { encryptedResource(item) }
  }

  private mutating func encryptedResource(_ item: Field) {
    guard let name = item.text else { return }
    let (resource, group) = groupResource(name)
    if name.utf8.contains(where: { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }) {
      refuse(item, .capitals(item))
    } else if name == "*" {
      refuse(item, .star)
    } else if ["apiserveripinfo", "serviceipallocations", "servicenodeportallocations"].contains(name) {
      refuse(item, .internalResource(item))
    } else if group == "events.k8s.io" {
      refuse(item, .eventsGroup)
    } else if group == "extensions" {
      refuse(item, .extensionsGroup)
    } else if group == "*", resource != "*" {
      refuse(item, .acrossGroups(item))
    }
  }

  /// The API server looks for the first item that names a resource or a wildcard for it.
  fileprivate mutating func maskedResources(_ list: Field) {
    var wildcards: Set<String> = []
    for item in list.items {
      for name in item["resources"].items {
        let (_, group) = groupResource(name.text ?? "")
        if let mask = ["*." + group, "*.*"].first(where: { wildcards.contains($0) }) {
          refuse(item["resources"], .masked(name, by: mask))
          break
        }
      }
      for name in item["resources"].items {
        if let text = name.text, text.hasPrefix("*.") { wildcards.insert(text) }
      }
    }
  }

  // MARK: Providers

  fileprivate mutating func encryptionProvider(_ provider: Field, among named: inout [String: Field]) {
    let names: [StaticString] = ["kms", "aesgcm", "aescbc", "secretbox", "identity"]
    let given = names.filter { provider.has($0) }
    if given.count != 1 {
      refuse(provider, given.isEmpty ? .noProvider : .severalProviders, as: .encryptionProvider)
    }
    if provider["kms"].isGiven {
      kms(provider["kms"], among: &named)
    } else {
      for (name, lengths) in [("aesgcm", [16, 24, 32]), ("aescbc", [16, 24, 32]), ("secretbox", [32])]
        as [(StaticString, [Int])]
      where provider[name].isGiven {
        encryptionKeys(provider[name]["keys"], lengths: lengths)
      }
    }
  }

  private mutating func encryptionKeys(_ keys: Field, lengths: [Int]) {
    require(keys, .noKeys)
    for key in keys.items {
      require(key["name"])
      require(key["secret"])
      guard let node = key["secret"].node, node.isScalar, !key["secret"].isEmpty else { continue }
      guard let count = node.withText({ Base64.decodedCount($0) }) else {
        refuse(key["secret"], .noBase64, as: .encryptionKey)
        continue
      }
      if !lengths.contains(count) { refuse(key["secret"], .keyLength(count, lengths), as: .encryptionKey) }
    }
    for (key, first) in keys.repetitions(by: { $0["name"].text }) {
      warn(
        .duplicate, at: key["name"], .keyTwice(key["name"]),
        related: [Related(range: first.range, message: Message(en: "the first is here", ko: "처음 쓰인 곳입니다"))])
    }
  }

  private mutating func kms(_ kms: Field, among named: inout [String: Field]) {
    let (name, version) = (kms["name"], kms["apiVersion"])
    let isFirst = version.isEmpty || version.hasText("v1")
    require(name)
    if !isFirst, let text = name.text, text.utf8.contains(UInt8(ascii: ":")) { refuse(name, .colon(name)) }
    if let text = name.text, !text.isEmpty {
      if !isFirst, let first = named[text] { addDuplicate(name, of: first) }
      named[text] = name
    }
    expectPositiveDuration(kms["timeout"])
    let endpoint = kms["endpoint"]
    if endpoint.isEmpty {
      add(.required, at: endpoint, .invalid, .noEndpoint)
    } else if WebAddress(endpoint.text ?? "")?.scheme != "unix" {
      refuse(endpoint, .notUnix(endpoint), as: .addressFormat)
    }
    if isFirst {
      if kms["cachesize"].integer == 0 { refuse(kms["cachesize"], .noCache, as: .numberRange) }
    } else if kms["cachesize"].isGiven {
      refuse(kms["cachesize"], .cacheOfSecond)
    }
    expect(version, oneOf: ["v1", "v2"])
  }

  /// The first provider encrypts what is written, so the plain one first turns encryption off.
  fileprivate mutating func warnOfPlainText(_ providers: Field) {
    guard providers.count > 1, let first = providers.items.first(where: { _ in true }), first.has("identity") else {
      return
    }
    warn(.encryptionProvider, at: first["identity"], .plainFirst)
  }
}

/// `deployments` and `apps` of `deployments.apps`.
private func groupResource(_ text: String) -> (resource: String, group: String) {
  guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return (text, "") }
  return (String(text[..<dot]), String(text[text.utf8.index(after: dot)...]))
}

extension Message {
  fileprivate static var noResources: Message {
    Message(
      en: "nothing is encrypted: name at least one resource such as 'secrets'",
      ko: "암호화할 것이 없습니다: 'secrets' 같은 리소스를 하나 이상 쓰십시오")
  }

  fileprivate static var noProviders: Message {
    Message(en: "nothing encrypts: add at least one provider", ko: "암호화할 방법이 없습니다: 제공자를 하나 이상 추가하십시오")
  }

  fileprivate static var resourceTwice: Message {
    Message(en: "a resource stands twice in this list: name each once", ko: "이 목록에 같은 리소스가 두 번 있습니다: 한 번씩만 쓰십시오")
  }

  fileprivate static var overlap: Message {
    Message(
      en: "a wildcard of this list covers other entries of it: put them in separate items, the wildcard last",
      ko: "이 목록의 와일드카드가 다른 항목을 덮습니다: 항목을 나누고 와일드카드를 뒤에 두십시오")
  }

  fileprivate static func capitals(_ item: Field) -> Message {
    Message(
      en: "resource '\(item.written)' has capital letters: write the plural in lower case",
      ko: "리소스 '\(item.written)'에 대문자가 있습니다: 소문자 복수형으로 쓰십시오")
  }

  fileprivate static var star: Message {
    Message(
      en: "'*' alone means nothing here: write '*.' for the core group or '*.*' for everything",
      ko: "'*'만으로는 뜻이 없습니다: 코어 그룹은 '*.', 전체는 '*.*'로 쓰십시오")
  }

  fileprivate static func internalResource(_ item: Field) -> Message {
    Message(
      en: "'\(item.written)' has no API and cannot be encrypted: remove it",
      ko: "'\(item.written)'은(는) API가 없어 암호화할 수 없습니다: 지우십시오")
  }

  fileprivate static var eventsGroup: Message {
    Message(
      en: "events are stored under the core group: write 'events'", ko: "이벤트는 코어 그룹으로 저장됩니다: 'events'로 쓰십시오")
  }

  fileprivate static var extensionsGroup: Message {
    Message(
      en: "the group 'extensions' is gone: name the group of today", ko: "'extensions' 그룹은 없어졌습니다: 지금의 그룹을 쓰십시오")
  }

  fileprivate static func acrossGroups(_ item: Field) -> Message {
    Message(
      en: "'\(item.written)' means a resource in all groups, which cannot be said: name its group",
      ko: "'\(item.written)'처럼 모든 그룹의 리소스를 가리킬 수 없습니다: 그룹을 쓰십시오")
  }

  fileprivate static func masked(_ name: Field, by mask: String) -> Message {
    Message(
      en: "'\(name.written)' is covered by '\(mask)' of an earlier item: put this item before it",
      ko: "'\(name.written)'은(는) 앞 항목의 '\(mask)'에 덮입니다: 이 항목을 앞에 두십시오")
  }

  fileprivate static var noProvider: Message {
    Message(
      en: "the item names no provider: add one of 'kms', 'aesgcm', 'aescbc', 'secretbox' and 'identity'",
      ko: "항목에 제공자가 없습니다: 'kms', 'aesgcm', 'aescbc', 'secretbox', 'identity' 가운데 하나를 추가하십시오")
  }

  fileprivate static var severalProviders: Message {
    Message(
      en: "the item holds several providers: make each an item of its own, with '- ' before it",
      ko: "한 항목에 제공자가 여럿입니다: 각각 '- '를 붙여 별도의 항목으로 쓰십시오")
  }

  fileprivate static var noKeys: Message {
    Message(en: "the provider has no keys: add at least one", ko: "제공자에 키가 없습니다: 하나 이상 추가하십시오")
  }

  fileprivate static var noBase64: Message {
    Message(
      en: "the secret is not base64: encode the key, as 'head -c 32 /dev/urandom | base64' does",
      ko: "secret이 base64가 아닙니다: 'head -c 32 /dev/urandom | base64'처럼 인코딩하십시오")
  }

  fileprivate static func keyLength(_ count: Int, _ lengths: [Int]) -> Message {
    let wanted = lengths.map { "\($0)" }.joined(separator: ", ")
    return Message(
      en: "the key has \(count) bytes after decoding: use one of \(wanted) bytes",
      ko: "디코딩한 키가 \(count)바이트입니다: \(wanted)바이트의 키를 쓰십시오")
  }

  fileprivate static func keyTwice(_ name: Field) -> Message {
    Message(
      en: "two keys are called '\(name.written)', so that stored data does not say which: name each differently",
      ko: "두 키의 이름이 '\(name.written)'이라 저장된 데이터가 어느 키인지 알 수 없습니다: 다르게 쓰십시오")
  }

  fileprivate static func colon(_ name: Field) -> Message {
    Message(
      en: "name '\(name.written)' of a v2 plugin has a ':': leave it out",
      ko: "v2 플러그인의 이름 '\(name.written)'에 ':'이 있습니다: 빼십시오")
  }

  fileprivate static var noEndpoint: Message {
    Message(
      en: "the plugin has no socket: add 'endpoint' such as 'unix:///run/kms.sock'",
      ko: "플러그인의 소켓이 없습니다: 'unix:///run/kms.sock' 같은 'endpoint'를 추가하십시오")
  }

  fileprivate static func notUnix(_ endpoint: Field) -> Message {
    Message(
      en: "endpoint '\(endpoint.written)' is no Unix socket: begin it with 'unix://'",
      ko: "endpoint '\(endpoint.written)'은(는) 유닉스 소켓이 아닙니다: 'unix://'로 시작하십시오")
  }

  fileprivate static var noCache: Message {
    Message(
      en: "a cache of size 0 cannot be: write a positive size, or a negative one to turn it off",
      ko: "크기가 0인 캐시는 없습니다: 양수를 쓰거나, 끄려면 음수를 쓰십시오")
  }

  fileprivate static var cacheOfSecond: Message {
    Message(en: "a v2 plugin has no cache: remove 'cachesize'", ko: "v2 플러그인에는 캐시가 없습니다: 'cachesize'를 지우십시오")
  }

  fileprivate static var plainFirst: Message {
    Message(
      en: "the first provider writes, so that 'identity' stores new objects in plain text: put it last",
      ko: "첫 제공자가 쓰기에 쓰이므로 'identity'이면 평문으로 저장됩니다: 마지막에 두십시오")
  }
}
