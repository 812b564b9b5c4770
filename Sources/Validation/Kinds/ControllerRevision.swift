import Findings
import Schema
import YAML

extension KindValidation {
  /// groups.md 3.1
  static let controllerRevision = KindValidation(
    "apps/v1", "ControllerRevision",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: ControllerRevision
        metadata: {name: web-1}
        revision: 1
        data:
          spec: {replicas: 2}
        """),
      Example(
        """
        apiVersion: apps/v1
        kind: ControllerRevision
        metadata: {name: web-1}
        revision: -1 # ←
        data: [replicas] # ←
        """),
    ]
  ) { report, object in
    let data = object["data"]
    if data.node?.isMapping != true { report.add(.required, at: data, .required, .noObject) }
    report.expect(object["revision"], in: 0...)
  }
}

extension Message {
  fileprivate static var noObject: Message {
    Message(
      en: "a revision keeps the state of an object: write a mapping under 'data'",
      ko: "리비전은 객체의 상태를 보관합니다: 'data' 아래에 매핑을 쓰십시오")
  }
}
