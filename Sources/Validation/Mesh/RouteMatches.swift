import Findings
import Schema
import YAML

/// Conditions of a VirtualService's routes (mesh.md 9).
extension Report {
  mutating func httpMatch(_ match: Field, isAtGateway: Bool) {
    for name in ["uri", "scheme", "method", "authority"] as [StaticString] {
      stringMatch(match[name], mayBeEmpty: name.hasSameText(as: "uri"))
    }
    for headers in [match["headers"], match["withoutHeaders"]] {
      for (name, value) in headers.entries {
        let text = name.node?.text ?? ""
        if text.isEmpty { deny(name, .emptyHeader) }
        if text.hasPrefix("@request.auth.claims"), !isAtGateway { deny(name, .claimsInMesh) }
        stringMatch(value)
      }
    }
    for (_, value) in match["queryParams"].entries { stringMatch(value) }
    conditions(match)
  }

  mutating func tlsRoute(_ route: Field, hosts: Field) {
    if route["match"].isEmpty { deny(route["match"].isGiven ? route["match"] : route, .meshMissing(route["match"])) }
    for match in route["match"].items {
      let names = match["sniHosts"]
      if names.isEmpty { deny(names.isGiven ? names : match, .meshMissing(names)) }
      for name in names.items {
        let text = name.text ?? ""
        if IP(text) != nil {
          warn(.mesh, at: name, .addressAsName(name))
        } else if !hosts.items.contains(where: { MeshHost.covers($0.text ?? "", text) }) {
          deny(name, .notAmongHosts(name), related: [Related(range: hosts.range, message: .hostsAreHere)])
        }
      }
      conditions(match)
    }
    targets(of: route)
  }

  mutating func tcpRoute(_ route: Field) {
    for match in route["match"].items { conditions(match) }
    targets(of: route)
  }

  private mutating func targets(of route: Field) {
    let targets = route["route"]
    if targets.isEmpty { return deny(targets.isGiven ? targets : route, .goesNowhere) }
    for target in targets.items where !target["destination"].isGiven {
      deny(target, .meshMissing(target["destination"]))
    }
  }

  private mutating func conditions(_ match: Field) {
    demandPort(match["port"])
    for (key, value) in match["sourceLabels"].entries {
      expect(given: key, .qualifiedName, as: .mesh)
      expect(given: value, .labelValue, as: .mesh)
    }
    if !match["sourceNamespace"].isEmpty { expect(match["sourceNamespace"], .label, as: .mesh) }
    for subnet in match["destinationSubnets"].items {
      let text = subnet.text ?? ""
      if CIDR(text) == nil, IP(text) == nil { deny(subnet, .noSubnet(subnet)) }
    }
  }

  /// A text that has to be met whole, at its beginning or by a regular expression.
  private mutating func stringMatch(_ match: Field, mayBeEmpty: Bool = false) {
    let (prefix, pattern) = (match["prefix"], match["regex"])
    if prefix.isGiven, prefix.isEmpty, !mayBeEmpty { deny(prefix, .meshEmpty(prefix)) }
    guard let text = pattern.text else { return }
    if text.isEmpty {
      deny(pattern, .meshEmpty(pattern))
    } else if text.utf8.count > 1024 {
      deny(pattern, .longPattern)
    } else if RegularExpression(text) == nil {
      deny(pattern, .badExpression(pattern))
    }
  }
}

extension StaticString {
  fileprivate func hasSameText(as other: StaticString) -> Bool { "\(self)" == "\(other)" }
}

extension Message {
  fileprivate static var emptyHeader: Message {
    Message(en: "a header has a name: write it", ko: "헤더에는 이름이 있습니다: 이름을 쓰십시오")
  }

  fileprivate static var claimsInMesh: Message {
    Message(
      en: "claims of a token choose routes at a gateway only: name one in 'gateways', or match something else",
      ko: "토큰의 클레임은 게이트웨이에서만 경로를 고릅니다: 'gateways'에 쓰거나 다른 조건을 쓰십시오")
  }

  fileprivate static func addressAsName(_ field: Field) -> Message {
    Message(
      en: "clients do not name addresses such as '\(field.written)' in TLS: write a host",
      ko: "클라이언트는 TLS에서 '\(field.written)' 같은 주소를 대지 않습니다: 호스트를 쓰십시오")
  }

  fileprivate static func notAmongHosts(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is not among 'hosts': add it there, or remove it here",
      ko: "'\(field.written)'이(가) 'hosts'에 없습니다: 거기에 추가하거나 여기에서 지우십시오")
  }

  fileprivate static var hostsAreHere: Message { Message(en: "the hosts are here", ko: "호스트는 여기 있습니다") }

  static var goesNowhere: Message {
    Message(en: "the route leads nowhere: add 'route' with a destination", ko: "경로에 목적지가 없습니다: 'route'에 목적지를 추가하십시오")
  }

  fileprivate static func noSubnet(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no block of addresses: write one such as '10.0.0.0/8'",
      ko: "'\(field.written)'은(는) 주소 블록이 아닙니다: '10.0.0.0/8'처럼 쓰십시오")
  }

  fileprivate static var longPattern: Message {
    Message(
      en: "the expression is longer than 1024 bytes: split it into several matches",
      ko: "표현식이 1024바이트보다 깁니다: 여러 조건으로 나누십시오")
  }

  fileprivate static func badExpression(_ field: Field) -> Message {
    Message(
      en:
        "'\(field.written)' is no regular expression of RE2, which has no look-around and no references back: mend it",
      ko: "'\(field.written)'은(는) RE2 정규식이 아닙니다(둘러보기와 역참조는 없습니다): 고치십시오")
  }
}
