import Findings
import Resources
import YAML

/// Variables and ports that are given twice: accepted, and warned of (core.md 6).
extension Report {
  mutating func warnOfEnvironments(_ pod: PodScope) {
    for container in pod.allContainers where container["env"].count > 1 {
      var first: [String: Field] = [:]
      for variable in container["env"].items {
        let name = variable["name"].text ?? ""
        guard let earlier = first[name] else {
          first[name] = variable
          continue
        }
        // What is built on the earlier value is meant: `PATH: $(PATH):/more`.
        let reference = "$(\(name))"
        let value = variable["value"].text ?? ""
        if variable["valueFrom"].isGiven || value == reference || !value.containsText(reference) {
          warn(.duplicate, at: variable, .hiddenVariable(name), related: [.earlier(earlier["name"])])  // W22
        }
      }
    }
  }

  mutating func warnOfPorts(_ pod: PodScope) {
    var byNumber: [PortUse.Key: [PortUse]] = [:]
    var names = FieldsByText()
    let isDefaulted = pod.effective.isHostNetwork && !pod.isTemplate
    let containers = pod.allContainers
    let isCompared = containers.reduce(0) { $0 + $1["ports"].count } > 1
    for container in containers {
      var own = FieldsByText()
      for port in container["ports"].items {
        let use = PortUse(port, isDefaulted: isDefaulted)
        if !port["hostIP"].isEmpty, use.hostPort == 0 {
          inVersions(.warnsOfPorts) { $0.warn(.hostPort, at: port["hostIP"], .addressWithoutPort) }  // W23
        }
        guard isCompared else { continue }
        // Few are compared: a port that is given very often is warned of against the first ones.
        for other in byNumber[use.key] ?? [] { warnOfClash(use, other) }  // W24
        if byNumber[use.key, default: []].count < 8 { byNumber[use.key, default: []].append(use) }
        let name = port["name"]
        guard !name.isEmpty else { continue }
        // Within a container this is an error.
        if let other = names.insert(name), own[name] == nil {
          inVersions(.warnsOfPorts) {
            $0.warn(.duplicate, at: name, .secondPortName(name.written), related: [.earlier(other)])  // W25
          }
        }
        own.insert(name)
      }
    }
  }

  private mutating func warnOfClash(_ use: PortUse, _ other: PortUse) {
    let message: Message
    if use.address == other.address, use.hostPort == other.hostPort {
      message = .samePort(use)
    } else if use.hostPort == 0 || other.hostPort == 0 {
      message = .overlappingPort(use)
    } else if use.hostPort == other.hostPort, use.address.isEmpty != other.address.isEmpty {
      message = .ambiguousPort(use)
    } else {
      return
    }
    inVersions(.warnsOfPorts) {
      $0.warn(.duplicate, at: use.port["containerPort"], message, related: [.earlier(other.port["containerPort"])])
    }
  }
}

/// A port of a container, as another may clash with it.
private struct PortUse {
  let port: Field
  let number: Int64
  let hostPort: Int64
  var address: String { port["hostIP"].text ?? "" }

  init(_ port: Field, isDefaulted: Bool) {
    self.port = port
    number = port["containerPort"].integer ?? 0
    let written = port["hostPort"].integer ?? 0
    hostPort = written == 0 && isDefaulted ? number : written
  }

  /// Ports are the same only if both are.
  struct Key: Hashable, CustomStringConvertible {
    let number: Int64
    let transport: String

    var description: String { "\(number)/\(transport)" }
  }

  var key: Key { Key(number: number, transport: port["protocol"].text ?? "TCP") }
}

extension Message {
  fileprivate static func hiddenVariable(_ name: String) -> Message {
    Message(
      en: "'\(name)' is set before, and what is set first may get lost: keep one of the two",
      ko: "'\(name)'은(는) 앞에서 이미 설정되었고 앞의 값이 사라질 수 있습니다: 둘 가운데 하나만 두십시오")
  }

  fileprivate static var addressWithoutPort: Message {
    Message(
      en: "without a 'hostPort' the address means nothing: add the port or remove the address",
      ko: "'hostPort' 없이는 주소에 뜻이 없습니다: 포트를 추가하거나 주소를 지우십시오")
  }

  fileprivate static func samePort(_ use: PortUse) -> Message {
    Message(
      en: "port \(use.key.description) is given already: remove one of the two",
      ko: "포트 \(use.key.description)이(가) 이미 쓰였습니다: 둘 가운데 하나를 지우십시오")
  }

  fileprivate static func overlappingPort(_ use: PortUse) -> Message {
    Message(
      en: "port \(use.key.description) is given already, with another 'hostPort': keep one of the two",
      ko: "포트 \(use.key.description)이(가) 다른 'hostPort'로 이미 쓰였습니다: 둘 가운데 하나만 두십시오")
  }

  fileprivate static func ambiguousPort(_ use: PortUse) -> Message {
    Message(
      en: "the node's port \(use.hostPort) is taken on all addresses and on one: write 'hostIP' in both or in none",
      ko: "노드의 포트 \(use.hostPort)이(가) 모든 주소와 한 주소에 함께 쓰였습니다: 'hostIP'를 둘 다 쓰거나 둘 다 쓰지 마십시오")
  }

  fileprivate static func secondPortName(_ name: String) -> Message {
    Message(
      en: "another container has a port '\(name)', and the name leads to one of them: rename one",
      ko: "다른 컨테이너에 포트 '\(name)'이(가) 있고 이름은 그중 하나만 가리킵니다: 하나의 이름을 바꾸십시오")
  }
}
