import Findings
import Schema
import YAML

/// What kubeadm's configuration is made of (kubeadm, `apis/kubeadm/validation`).
extension Report {
  /// `abcdef.0123456789abcdef`
  mutating func bootstrapToken(_ token: Field) {
    guard token.isGiven, let node = token.node, node.isScalar, !node.withText({ isBootstrapToken($0) }) else { return }
    refuse(token, .noToken, as: .bootstrapToken)
  }

  mutating func apiEndpoint(_ endpoint: Field) {
    let address = endpoint["advertiseAddress"]
    if let text = address.text, !text.isEmpty, IP(text) == nil {
      refuse(address, .noAddress(address), as: .addressFormat)
    }
    if endpoint["bindPort"].integer != 0 { expect(endpoint["bindPort"], in: 1...65535, as: .portRange) }
  }

  /// A key of 32 bytes as hexadecimal digits.
  mutating func certificateKey(_ key: Field) {
    guard let text = key.text, !text.isEmpty else { return }
    let isHexadecimal = text.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 | 0x20 >= 97 && $0 | 0x20 <= 102) }
    if !isHexadecimal || text.utf8.count != 64 { refuse(key, .certificateKey(text.utf8.count), as: .encryptionKey) }
  }

  mutating func nodeRegistration(_ node: Field) {
    expect(node["name"], .subdomain)
    criSocket(node["criSocket"])
    extraArguments(node["kubeletExtraArgs"])
    expect(node["imagePullPolicy"], oneOf: ["Always", "IfNotPresent", "Never"])
    let ignored = node["ignorePreflightErrors"]
    if ignored.count > 1, let all = ignored.items.first(where: { $0.text?.lowercased() == "all" }) {
      refuse(all, .allAlone, as: .wildcardAlone)
    }
    nodeTaints(node["taints"])
  }

  mutating func criSocket(_ socket: Field) {
    guard let text = socket.text, !text.isEmpty else { return }
    // A bare path is made a URL by the defaults.
    if text.hasPrefix("/") || WebAddress(text)?.scheme == "unix" { return }
    refuse(socket, .criSocket(socket), as: .addressFormat)
  }

  /// From v1beta4 on arguments are a list; before, a map.
  mutating func extraArguments(_ arguments: Field) {
    for item in arguments.items where item["name"].isEmpty {
      refuse(item["name"].reported(at: arguments), .noArgument)
    }
    for argument in arguments.items {
      if let text = argument["name"].text, text.hasPrefix("-") { warnOfDashes(argument["name"]) }
    }
    for (key, _) in arguments.entries where key.text?.hasPrefix("-") ?? false { warnOfDashes(key) }
  }

  private mutating func warnOfDashes(_ name: Field) { warn(.invalid, at: name, .dashes(name)) }

  /// Names and addresses that a certificate is for.
  mutating func alternativeNames(_ list: Field) {
    for item in list.items {
      guard let text = item.text, IP(text) == nil, !Grammar.subdomain.matches(text),
        !Grammar.wildcardSubdomain.matches(text)
      else { continue }
      refuse(item.reported(at: list), .alternativeName(item), as: .nameFormat)
    }
  }

  /// Blocks of addresses for Pods or Services, with at least so many addresses.
  mutating func subnet(_ field: Field, atLeast bits: Int, atMost most: Int? = nil) {
    expectBlocks(field)
    for part in (field.text ?? "").split(separator: ",").prefix(2) {
      guard let block = CIDR(String(part)) else { return }
      let free = block.address.bytes.count * 8 - block.prefixLength
      if free < bits { refuse(field, .smallSubnet(block), as: .addressFormat) }
      if let most, free > most { refuse(field, .largeSubnet(block, most), as: .addressFormat) }
    }
  }

  /// Taints that a node gets when it registers.
  mutating func nodeTaints(_ taints: Field) {
    for taint in taints.items {
      expect(always: taint["key"], .qualifiedName)
      expect(taint["value"], .labelValue)
      expect(taint["effect"], oneOf: ["NoSchedule", "PreferNoSchedule", "NoExecute"])
    }
    for (taint, first) in taints.repetitions(by: { ($0["key"].text ?? "") + ":" + ($0["effect"].text ?? "") }) {
      addDuplicate(taint, of: first)
    }
  }
}

private func isBootstrapToken(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard text.count == 23, text[6] == UInt8(ascii: ".") else { return false }
  for (index, byte) in text.enumerated() where index != 6 {
    let isPlain = (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 122)
    if !isPlain { return false }
  }
  return true
}

extension Message {
  fileprivate static var noToken: Message {
    Message(
      en:
        "this is no bootstrap token: write one such as 'abcdef.0123456789abcdef', or make one with 'kubeadm token generate'",
      ko: "부트스트랩 토큰이 아닙니다: 'abcdef.0123456789abcdef'처럼 쓰거나 'kubeadm token generate'로 만드십시오")
  }

  fileprivate static func certificateKey(_ count: Int) -> Message {
    Message(
      en: "the key is no 64 hexadecimal digits (it has \(count)): make one with 'kubeadm certs certificate-key'",
      ko: "키가 16진수 64자리가 아닙니다(\(count)자): 'kubeadm certs certificate-key'로 만드십시오")
  }

  fileprivate static var allAlone: Message {
    Message(en: "'all' covers every check: remove the others", ko: "'all'이 모든 검사를 뜻합니다: 나머지를 지우십시오")
  }

  fileprivate static func criSocket(_ field: Field) -> Message {
    Message(
      en: "criSocket '\(field.written)' is no Unix socket: write one such as 'unix:///run/containerd/containerd.sock'",
      ko: "criSocket '\(field.written)'은(는) 유닉스 소켓이 아닙니다: 'unix:///run/containerd/containerd.sock'처럼 쓰십시오")
  }

  fileprivate static var noArgument: Message {
    Message(en: "the argument has no name: add 'name'", ko: "인자에 이름이 없습니다: 'name'을 추가하십시오")
  }

  fileprivate static func dashes(_ name: Field) -> Message {
    Message(
      en: "'\(name.written)' is written without dashes, which kubeadm adds: remove them",
      ko: "'\(name.written)'의 '-'는 kubeadm이 붙입니다: 지우십시오")
  }

  fileprivate static func alternativeName(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is neither an IP address nor a DNS name: write one of the two, without scheme and port",
      ko: "'\(field.written)'은(는) IP 주소도 DNS 이름도 아닙니다: 스킴과 포트 없이 쓰십시오")
  }

  fileprivate static func smallSubnet(_ block: CIDR) -> Message {
    Message(
      en: "the block '\(block)' has too few addresses: make the number after '/' smaller",
      ko: "블록 '\(block)'의 주소가 너무 적습니다: '/' 뒤의 수를 줄이십시오")
  }

  fileprivate static func largeSubnet(_ block: CIDR, _ bits: Int) -> Message {
    let length = block.address.bytes.count * 8 - bits
    return Message(
      en: "the block '\(block)' is too large for Services: write '/\(length)' or a larger number",
      ko: "블록 '\(block)'은(는) 서비스에 너무 큽니다: '/\(length)'이나 더 큰 수를 쓰십시오")
  }
}
