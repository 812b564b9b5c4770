import Findings
import Schema

/// Addresses of sockets, blocks of addresses in one text, and what else configuration files write as text.
extension Report {
  /// `10.0.0.1:10256`, `[::]:10249`: an IP address and a port.
  @inline(never)
  mutating func expectAddressAndPort(_ field: Field) {
    guard let text = field.text, !text.isEmpty else { return }
    guard let (host, port) = splitHostPort(text), IP(host) != nil, isPort(port) else {
      return refuse(field, .noSocket(field), as: .addressFormat)
    }
  }

  /// `host`, `host:port`, `[::1]:port`: a host name or an address, perhaps with a port.
  @inline(never)
  mutating func expectHost(_ field: Field, withPort needsPort: Bool = false) {
    guard let text = field.text, !text.isEmpty else { return }
    if let (host, port) = splitHostPort(text) {
      let isHost = IP(host) != nil || Grammar.subdomain.matches(host)
      if isHost, needsPort || isPort(port) { return }
    } else if !needsPort, IP(text) != nil || Grammar.subdomain.matches(text) {
      return
    }
    refuse(field, .noHost(field, needsPort), as: .addressFormat)
  }

  /// One block of addresses, or one of each family after a comma.
  @inline(never)
  mutating func expectBlocks(_ field: Field) {
    guard let text = field.text, !text.isEmpty else { return }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    var blocks: [CIDR] = []
    for part in parts.prefix(3) {
      guard let block = CIDR(String(part)) else { return refuse(field, .noBlock(field.written), as: .addressFormat) }
      blocks.append(block)
    }
    let isPair = blocks.count == 2 && blocks[0].isIPv6 != blocks[1].isIPv6
    if blocks.count > 1, !isPair { refuse(field, .notDual(field), as: .addressFormat) }
  }

  /// A file of which the whole path is written.
  @inline(never)
  mutating func expectAbsolutePath(_ field: Field) {
    guard let text = field.text, !text.isEmpty, !text.hasPrefix("/") else { return }
    refuse(field, .relativePath(field), as: .pathFormat)
  }
}

/// Host and port of a text as Go's `net.SplitHostPort` finds them; `nil` where there is no port.
func splitHostPort(_ text: String) -> (host: String, port: String)? {
  guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
  var host = text[..<colon]
  let port = String(text[text.utf8.index(after: colon)...])
  if host.hasPrefix("[") {
    guard host.hasSuffix("]") else { return nil }
    host = host.dropFirst().dropLast()
  } else if host.utf8.contains(UInt8(ascii: ":")) {
    return nil
  }
  return (String(host), port)
}

private func isPort(_ text: String) -> Bool {
  guard let number = Int64(text) else { return false }
  return (1...65535).contains(number)
}

extension Message {
  fileprivate static func noSocket(_ field: Field) -> Message {
    Message(
      en: "\(field.name) '\(field.written)' is no address with a port: write one such as '0.0.0.0:10256'",
      ko: "\(field.name) '\(field.written)'은(는) 포트가 있는 주소가 아닙니다: '0.0.0.0:10256'처럼 쓰십시오")
  }

  fileprivate static func noHost(_ field: Field, _ needsPort: Bool) -> Message {
    let example = needsPort ? "10.0.0.1:6443" : "cluster.example.com:6443"
    return Message(
      en: "\(field.name) '\(field.written)' is no host to connect to: write one such as '\(example)'",
      ko: "\(field.name) '\(field.written)'은(는) 접속할 호스트가 아닙니다: '\(example)'처럼 쓰십시오")
  }

  fileprivate static func notDual(_ field: Field) -> Message {
    Message(
      en: "\(field.name) takes one block, or an IPv4 and an IPv6 block: leave the others out",
      ko: "\(field.name)에는 블록 하나, 또는 IPv4와 IPv6 블록을 하나씩 씁니다: 나머지는 빼십시오")
  }

  fileprivate static func relativePath(_ field: Field) -> Message {
    Message(
      en: "\(field.name) '\(field.written)' does not begin with '/': write the whole path",
      ko: "\(field.name) '\(field.written)'이(가) '/'로 시작하지 않습니다: 전체 경로를 쓰십시오")
  }
}
