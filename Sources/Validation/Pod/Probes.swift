import Findings
import Resources
import Schema
import YAML

extension Report {
  /// Probes and lifecycle hooks of a container that keeps running (core.md 3.7).
  mutating func probesAndHooks(of container: Field, in pod: PodScope) {
    probe(container["livenessProbe"], in: pod)
    probe(container["readinessProbe"], in: pod)
    probe(container["startupProbe"], in: pod)
    refuseOwnGrace(of: container["readinessProbe"])
    expectOneSuccess(of: container["livenessProbe"])
    expectOneSuccess(of: container["startupProbe"])
    hook(container["lifecycle"]["postStart"], in: pod)
    hook(container["lifecycle"]["preStop"], in: pod)
  }

  private mutating func probe(_ probe: Field, in pod: PodScope) {
    guard probe.isGiven else { return }
    handlers(of: probe, in: pod)
    expect(probe["initialDelaySeconds"], in: 0...)  // PROBE10
    expect(probe["timeoutSeconds"], in: 0...)  // PROBE10
    expect(probe["periodSeconds"], in: 0...)  // PROBE10
    expect(probe["successThreshold"], in: 0...)  // PROBE10
    expect(probe["failureThreshold"], in: 0...)  // PROBE10
    expect(probe["terminationGracePeriodSeconds"], in: 1...)  // PROBE11
  }

  private mutating func refuseOwnGrace(of probe: Field) {
    let grace = probe["terminationGracePeriodSeconds"]
    if grace.isGiven { refuse(grace, .graceOfReadiness) }  // PROBE12
  }

  /// Success ends a startup probe and means nothing to a liveness probe; 0 becomes 1.
  private mutating func expectOneSuccess(of probe: Field) {
    let threshold = probe["successThreshold"]
    if let number = threshold.integer, number != 0, number != 1 {
      refuse(threshold, .successThreshold, as: .numberRange)  // PROBE13
    }
  }

  private mutating func hook(_ hook: Field, in pod: PodScope) {
    if hook.isGiven { handlers(of: hook, in: pod) }
  }

  private mutating func handlers(of action: Field, in pod: PodScope) {
    var first: Field?
    for name in ["exec", "httpGet", "tcpSocket", "grpc", "sleep"] as [StaticString] {
      let handler = action[name]
      guard handler.isGiven else { continue }
      if let first {
        inVersions(handler.name == "sleep" ? .sleepHooks : .all) {
          $0.forbid(  // PROBE2
            handler, .severalHandlers(action, first), as: .severalHandlers,
            related: [Related(range: first.range, message: Message(en: "the first is here", ko: "첫 번째 핸들러입니다"))])
        }
        continue
      }
      first = handler
      self.handler(handler, named: name, in: pod)
    }
    if first == nil { add(.noHandler, at: action, .required, .noHandler(action)) }  // PROBE1
  }

  private mutating func handler(_ handler: Field, named name: StaticString, in pod: PodScope) {
    switch "\(name)" {
    case "exec": require(handler["command"])  // PROBE3
    case "httpGet":
      expectPortOrName(handler["port"])  // PROBE5
      expect(handler["scheme"], oneOf: ["HTTP", "HTTPS"])  // PROBE6
      for header in handler["httpHeaders"].items {
        expect(always: header["name"].reported(at: handler["httpHeaders"]), .httpHeaderName)  // PROBE7
      }
    case "tcpSocket": expectPortOrName(handler["port"])  // PROBE5
    case "grpc":
      if handler["port"].isGiven { expectPort(handler["port"]) } else { expectPortOrName(handler["port"]) }  // PROBE8
    default: inVersions(.sleepHooks) { $0.sleep(handler, in: pod) }  // PROBE9
    }
  }

  private mutating func sleep(_ sleep: Field, in pod: PodScope) {
    // Of a Pod a negative period becomes 1; in a template it stays, and no sleep is short enough.
    let written = pod.effective.terminationGracePeriodSeconds
    let grace = written < 0 && !pod.isTemplate ? 1 : written
    let seconds = sleep["seconds"].integer ?? 0
    if seconds == 0 { inVersions(.sleepNotZero) { $0.refuse(sleep, .noSleep, as: .numberRange) } }
    if seconds < 0 || seconds > grace {
      refuse(sleep["seconds"].reported(at: sleep), .longSleep(grace), as: .numberRange)
    }
  }
}

extension Message {
  fileprivate static var graceOfReadiness: Message {
    Message(
      en: "a readiness probe ends nothing, so it has no grace period: remove 'terminationGracePeriodSeconds'",
      ko: "준비성 프로브는 아무것도 끝내지 않으므로 유예 시간이 없습니다: 'terminationGracePeriodSeconds'를 지우십시오")
  }

  fileprivate static var successThreshold: Message {
    Message(
      en: "one success is enough for this probe: write 'successThreshold: 1' or leave it out",
      ko: "이 프로브는 한 번 성공하면 됩니다: 'successThreshold: 1'로 쓰거나 지우십시오")
  }

  fileprivate static func severalHandlers(_ action: Field, _ first: Field) -> Message {
    Message(
      en: "'\(action.name)' has '\(first.name)' already: keep one way to check",
      ko: "'\(action.name)'에 이미 '\(first.name)'이(가) 있습니다: 방법을 하나만 두십시오")
  }

  fileprivate static func noHandler(_ action: Field) -> Message {
    let ways = action.name.hasSuffix("Probe") ? "'httpGet', 'tcpSocket', 'grpc', 'exec'" : "'httpGet', 'exec', 'sleep'"
    return Message(
      en: "'\(action.name)' says nothing to do: add one of \(ways)",
      ko: "'\(action.name)'에 할 일이 없습니다: \(ways) 가운데 하나를 쓰십시오")
  }

  fileprivate static var noSleep: Message {
    Message(
      en: "older servers take no sleep of 0 seconds: sleep at least 1", ko: "이전 서버는 0초 쉬는 것을 받지 않습니다: 1초 이상 쉬십시오")
  }

  fileprivate static func longSleep(_ grace: Int64) -> Message {
    if grace < 0 {
      return Message(
        en:
          "the Pod's 'terminationGracePeriodSeconds' is negative, which leaves no time to sleep: write 0 or more there",
        ko: "Pod의 'terminationGracePeriodSeconds'가 음수여서 쉴 시간이 없습니다: 0 이상으로 쓰십시오")
    }
    return Message(
      en: "the hook may sleep from 0 to \(grace) seconds, the Pod's grace period: sleep shorter or lengthen "
        + "'terminationGracePeriodSeconds'",
      ko: "훅은 0초부터 Pod의 유예 시간인 \(grace)초까지 쉴 수 있습니다: 더 짧게 쉬거나 'terminationGracePeriodSeconds'를 늘리십시오")
  }
}
