import Findings
import Schema

extension Words {
  static let protocols: Words = ["SCTP", "TCP", "UDP"]
}

extension Report {
  /// A port by number, 1 to 65535.
  mutating func expectPort(_ port: Field) {
    expect(port, in: 1...65_535, as: .portRange)
  }

  /// A port by number or by name; 0 and the empty text count. An absent one is judged as 0.
  mutating func expectPortOrName(_ port: Field) {
    switch port.intOrString {
    case .int: expectPort(port)
    case .string: expect(given: port, .portName)
    case nil:
      if !port.isGiven {
        add(.portRange, at: port, .invalid, .missingPort, detail: "must be between 1 and 65535, inclusive")
      }
    }
  }
}

extension Message {
  fileprivate static var missingPort: Message {
    Message(
      en: "'port' is missing: add a number from 1 to 65535, or the name of a port",
      ko: "'port'가 없습니다: 1부터 65535까지의 번호나 포트 이름을 쓰십시오")
  }
}
