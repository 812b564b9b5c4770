import Findings
import Schema
import YAML

extension KindValidation {
  /// The kubeconfig, as clients load it and confirm that it is usable (client-go, `clientcmd`).
  ///
  /// Only the context in use is confirmed: what is wrong with others is a warning, until somebody uses them.
  static let kubeconfig = KindValidation.file(
    "v1", "Config", readBy: "kubectl",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Config
        current-context: dev
        contexts:
        - name: dev
          context: {cluster: dev, user: me, namespace: team-a}
        clusters:
        - name: dev
          cluster:
            server: https://10.0.0.1:6443
            certificate-authority: /etc/kubernetes/pki/ca.crt
        users:
        - name: me
          user:
            exec:
              apiVersion: client.authentication.k8s.io/v1
              command: login
              interactiveMode: IfAvailable
        """),
      Example(
        """
        apiVersion: v1
        kind: Config
        current-context: dev
        contexts:
        - name: dev
          context:
            cluster: dev
            user: you # ←
            namespace: Team_A # ←
        - name: old
          context:
            cluster: gone # ←
            user: me
        clusters:
        - name: dev
          cluster:
            server: ftp://10.0.0.1 # ←
            certificate-authority: /etc/kubernetes/pki/ca.crt
            insecure-skip-tls-verify: true # ←
        - name: dev # ←
          cluster: {server: "https://10.0.0.2:6443"}
        users:
        - name: me
          user: {token: abc}
        """),
    ]
  ) { report, file in
    for (list, _) in [(file["contexts"], 0), (file["clusters"], 0), (file["users"], 0)] {
      report.kubeconfigNames(list)
    }
    let current = file["current-context"]
    let inUse = current.isEmpty ? nil : file["contexts"].item(named: current)
    if !current.isEmpty, inUse == nil {
      report.addNotFound(current, .noContext(current, in: file["contexts"]), as: .kubeconfigName)
    }
    for context in file["contexts"].items { report.context(context, in: file, isInUse: context.isSame(as: inUse)) }
    let (cluster, user) = (inUse?["context"]["cluster"], inUse?["context"]["user"])
    for item in file["clusters"].items {
      report.cluster(item["cluster"], isInUse: cluster.map { item["name"].hasTextOf($0) } ?? false)
    }
    for item in file["users"].items {
      report.user(item["user"], isInUse: user.map { item["name"].hasTextOf($0) } ?? false)
    }
  }
}

extension Report {
  /// Lists become maps by name: two of a name cannot.
  fileprivate mutating func kubeconfigNames(_ list: Field) {
    for item in list.items where item["name"].isEmpty { warn(.kubeconfigName, at: item["name"], .noName(list)) }
    expectUnique(list, by: "name")
  }

  /// Refuses what is in use, and warns of what is not.
  private mutating func object(to field: Field, _ message: Message, _ constraint: Constraint, isInUse: Bool) {
    if isInUse { refuse(field, message, as: constraint) } else { warn(constraint, at: field, message) }
  }

  fileprivate mutating func context(_ item: Field, in file: Field, isInUse: Bool) {
    let context = item["context"]
    for (name, list) in [("cluster", file["clusters"]), ("user", file["users"])] as [(StaticString, Field)] {
      let field = context[name]
      if field.isEmpty {
        object(to: field, .contextWithout(name), .kubeconfigName, isInUse: isInUse)
      } else if list.item(named: field) == nil {
        object(to: field, .noItem(name, field), .kubeconfigName, isInUse: isInUse)
      }
    }
    let namespace = context["namespace"]
    if let text = namespace.text, !text.isEmpty, !Grammar.label.matches(text) {
      object(to: namespace, .namespace(namespace), .nameFormat, isInUse: isInUse)
    }
  }

  fileprivate mutating func cluster(_ cluster: Field, isInUse: Bool) {
    let server = cluster["server"]
    if server.isEmpty {
      object(to: server, .noServer, .required, isInUse: isInUse)
    } else if let text = server.text, !isServer(text) {
      object(to: server, .badServer(server), .addressFormat, isInUse: isInUse)
    }
    let (file, data) = (cluster["certificate-authority"], cluster["certificate-authority-data"])
    if !file.isEmpty, !data.isEmpty {
      object(to: file, .twice(file, data), .kubeconfigCredentials, isInUse: isInUse)
    }
    let skip = cluster["insecure-skip-tls-verify"]
    if skip.isTrue, !file.isEmpty || !data.isEmpty {
      object(to: skip, .trustAndSkip, .kubeconfigCredentials, isInUse: isInUse)
    }
    if let text = cluster["proxy-url"].text, !text.isEmpty,
      !["http", "https", "socks5"].contains(WebAddress(text)?.scheme ?? "")
    {
      object(to: cluster["proxy-url"], .proxy(cluster["proxy-url"]), .addressFormat, isInUse: isInUse)
    }
  }

  fileprivate mutating func user(_ user: Field, isInUse: Bool) {
    let hasPassword = !user["username"].isEmpty || !user["password"].isEmpty
    if !user["token"].isEmpty, hasPassword {
      object(to: user["token"], .twoMethods, .kubeconfigCredentials, isInUse: isInUse)
    }
    let (certificate, certificateData) = (user["client-certificate"], user["client-certificate-data"])
    let (key, keyData) = (user["client-key"], user["client-key-data"])
    if !certificate.isEmpty || !certificateData.isEmpty {
      for (file, data) in [(certificate, certificateData), (key, keyData)] where !file.isEmpty && !data.isEmpty {
        object(to: file, .twice(file, data), .kubeconfigCredentials, isInUse: isInUse)
      }
      if key.isEmpty, keyData.isEmpty {
        let place = certificate.isEmpty ? certificateData : certificate
        object(to: place, .noKey, .kubeconfigCredentials, isInUse: isInUse)
      }
    }
    if user["as"].isEmpty {
      for name in ["as-uid", "as-groups", "as-user-extra"] as [StaticString] where !user[name].isEmpty {
        object(to: user[name], .impersonatesNobody(name), .kubeconfigCredentials, isInUse: isInUse)
      }
    }
    let provider = user["auth-provider"]
    if provider["name"].hasText("gcp") || provider["name"].hasText("azure") {
      inVersions(.withoutCloudLogins) {
        $0.object(to: provider["name"], .providerGone(provider["name"]), .notSupported, isInUse: isInUse)
      }
    }
    if user["exec"].isGiven { exec(user["exec"], besides: provider, isInUse: isInUse) }
  }

  private mutating func exec(_ exec: Field, besides provider: Field, isInUse: Bool) {
    if provider.isGiven { object(to: provider, .execAndProvider, .kubeconfigCredentials, isInUse: isInUse) }
    if exec["command"].isEmpty { object(to: exec["command"], .noCommand, .required, isInUse: isInUse) }
    let version = exec["apiVersion"]
    let versions: Words = ["client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"]
    if version.isEmpty {
      object(to: version, .execVersion(nil, versions), .required, isInUse: isInUse)
    } else if !versions.contains(version) {
      object(to: version, .execVersion(version.written, versions), .notSupported, isInUse: isInUse)
    }
    let mode = exec["interactiveMode"]
    let modes: Words = ["Never", "IfAvailable", "Always"]
    // Version v1beta1 has a default.
    if mode.isEmpty, version.hasText("client.authentication.k8s.io/v1") {
      object(to: mode, .interactiveMode(nil, modes), .required, isInUse: isInUse)
    } else if !mode.isEmpty, !modes.contains(mode) {
      object(to: mode, .interactiveMode(mode.written, modes), .notSupported, isInUse: isInUse)
    }
    for variable in exec["env"].items where variable["name"].isEmpty {
      object(to: variable["name"], .variable, .required, isInUse: isInUse)
    }
  }
}

/// Whether clients can connect to a server by this text: a URL, or a host with or without a port.
private func isServer(_ text: String) -> Bool {
  guard let address = WebAddress(text) ?? WebAddress("https://" + text) else { return false }
  if address.scheme == "http" || address.scheme == "https" { return !address.host.isEmpty }
  // Without a scheme a host and port are meant, and no path.
  guard !text.utf8.contains(UInt8(ascii: "/")) else { return false }
  return splitHostPort(text) != nil || Grammar.subdomain.matches(text) || IP(text) != nil
}

extension Field {
  /// The last item of a list with a name, which is the one that counts.
  fileprivate func item(named name: Field) -> Field? {
    items.first { $0["name"].hasTextOf(name) }
  }

  fileprivate func isSame(as other: Field?) -> Bool {
    guard let node, let otherNode = other?.node else { return false }
    return node == otherNode
  }
}

extension VersionSet {
  /// Logins of clouds left client-go in 1.26.
  fileprivate static let withoutCloudLogins = VersionSet.all.subtracting(VersionSet(.oldest))
}

extension Message {
  fileprivate static func noContext(_ current: Field, in contexts: Field) -> Message {
    let names = contexts.items.compactMap { $0["name"].text }.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    return names.isEmpty
      ? Message(
        en: "there is no context '\(current.written)', nor any other: add it to 'contexts'",
        ko: "컨텍스트 '\(current.written)'이(가) 없고 다른 컨텍스트도 없습니다: 'contexts'에 추가하십시오")
      : Message(
        en: "there is no context '\(current.written)': name one of \(names)",
        ko: "컨텍스트 '\(current.written)'이(가) 없습니다: \(names) 가운데 하나를 쓰십시오")
  }

  fileprivate static func noName(_ list: Field) -> Message {
    Message(
      en: "an item of '\(list.name)' without 'name' cannot be named by others: add it",
      ko: "'name'이 없는 '\(list.name)'의 항목은 가리킬 수 없습니다: 추가하십시오")
  }

  fileprivate static func contextWithout(_ name: StaticString) -> Message {
    Message(
      en: "the context names no \(name): add '\(name)'", ko: "컨텍스트에 '\(name)'이(가) 없습니다: 추가하십시오")
  }

  fileprivate static func noItem(_ name: StaticString, _ field: Field) -> Message {
    Message(
      en: "there is no \(name) '\(field.written)' in '\(name)s': add it, or name one that is there",
      ko: "'\(name)s'에 '\(field.written)'이(가) 없습니다: 추가하거나 있는 이름을 쓰십시오")
  }

  fileprivate static func namespace(_ field: Field) -> Message {
    Message(
      en: "namespace '\(field.written)' cannot exist: write lower-case letters, digits and '-'",
      ko: "네임스페이스 '\(field.written)'은(는) 있을 수 없습니다: 소문자, 숫자, '-'로 쓰십시오")
  }

  fileprivate static var noServer: Message {
    Message(en: "the cluster has no address: add 'server'", ko: "클러스터의 주소가 없습니다: 'server'를 추가하십시오")
  }

  fileprivate static func badServer(_ field: Field) -> Message {
    Message(
      en: "server '\(field.written)' is no address of an API server: write one such as 'https://10.0.0.1:6443'",
      ko: "server '\(field.written)'은(는) API 서버의 주소가 아닙니다: 'https://10.0.0.1:6443'처럼 쓰십시오")
  }

  fileprivate static func twice(_ file: Field, _ data: Field) -> Message {
    Message(
      en: "'\(file.name)' and '\(data.name)' say the same twice: keep one",
      ko: "'\(file.name)'과 '\(data.name)'은 같은 것입니다: 하나만 두십시오")
  }

  fileprivate static var trustAndSkip: Message {
    Message(
      en: "a certificate authority is given and no certificate is checked: remove 'insecure-skip-tls-verify'",
      ko: "인증 기관을 주고도 인증서를 확인하지 않습니다: 'insecure-skip-tls-verify'를 지우십시오")
  }

  fileprivate static func proxy(_ field: Field) -> Message {
    Message(
      en: "proxy-url '\(field.written)' is no URL of a proxy: begin it with 'http://', 'https://' or 'socks5://'",
      ko: "proxy-url '\(field.written)'은(는) 프록시의 URL이 아닙니다: 'http://', 'https://', 'socks5://'로 시작하십시오")
  }

  fileprivate static var twoMethods: Message {
    Message(
      en: "the user has a token and a password: keep one of them",
      ko: "사용자에게 토큰과 비밀번호가 모두 있습니다: 하나만 두십시오")
  }

  fileprivate static var noKey: Message {
    Message(
      en: "a client certificate needs its key: add 'client-key' or 'client-key-data'",
      ko: "클라이언트 인증서에는 키가 필요합니다: 'client-key'나 'client-key-data'를 추가하십시오")
  }

  fileprivate static func impersonatesNobody(_ name: StaticString) -> Message {
    Message(
      en: "'\(name)' says more of a user who is impersonated, and nobody is: add 'as'",
      ko: "'\(name)'은(는) 가장할 사용자를 꾸미는데 그 사용자가 없습니다: 'as'를 추가하십시오")
  }

  fileprivate static func providerGone(_ field: Field) -> Message {
    Message(
      en: "the login '\(field.written)' left kubectl in 1.26: use 'exec' with the plugin of the cloud",
      ko: "로그인 '\(field.written)'은(는) 1.26에서 없어졌습니다: 클라우드의 플러그인을 'exec'로 쓰십시오")
  }

  fileprivate static var execAndProvider: Message {
    Message(
      en: "the user has both 'exec' and 'auth-provider': keep one", ko: "'exec'와 'auth-provider'가 모두 있습니다: 하나만 두십시오")
  }

  fileprivate static var noCommand: Message {
    Message(en: "'exec' runs nothing: add 'command'", ko: "'exec'가 실행할 것이 없습니다: 'command'를 추가하십시오")
  }

  fileprivate static func execVersion(_ written: String?, _ words: Words) -> Message {
    guard let written else {
      return Message(
        en: "'exec' does not say what the plugin speaks: add 'apiVersion' with one of \(words.list)",
        ko: "플러그인의 'apiVersion'이 없습니다: \(words.list) 가운데 하나를 쓰십시오")
    }
    return Message(
      en: "plugins do not speak '\(written)': use one of \(words.list)",
      ko: "플러그인이 '\(written)'을(를) 쓰지 않습니다: \(words.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static func interactiveMode(_ written: String?, _ words: Words) -> Message {
    guard let written else {
      return Message(
        en: "'exec' does not say whether it asks the person: add 'interactiveMode' with one of \(words.list)",
        ko: "'interactiveMode'가 없습니다: \(words.list) 가운데 하나를 쓰십시오")
    }
    return Message(
      en: "interactiveMode '\(written)' is not known: use one of \(words.list)",
      ko: "interactiveMode '\(written)'은(는) 알 수 없는 값입니다: \(words.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static var variable: Message {
    Message(en: "an environment variable without 'name': add it", ko: "환경 변수에 'name'이 없습니다: 추가하십시오")
  }
}
