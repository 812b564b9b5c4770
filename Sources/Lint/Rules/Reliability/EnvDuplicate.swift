import Findings
import Resources
import YAML

extension Rule {
  /// A variable of a container is set once.
  static let envDuplicate = Rule(
    id: "env-duplicate", category: .reliability, severity: .warning,
    what: Message(en: "a variable that is set twice in one container", ko: "한 컨테이너에서 두 번 설정된 변수"),
    why: Message(
      en: "Only the last value counts, which is seldom what was meant.", ko: "마지막 값만 쓰이는데, 의도한 일은 드뭅니다."),
    advice: Message(en: "Remove one of the entries.", ko: "둘 중 하나를 지우세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              env: [{name: MODE, value: fast}, {name: mode, value: slow}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              env:
                - name: MODE
                  value: fast
                - name: MODE # ←
                  value: slow
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.allContainers {
      var first: [String: Node] = [:]
      for name in container.env.compactMap({ $0["name"] }) {
        if let earlier = first[name.text] {
          report.add(.twice(name.text), at: name, related: [Related(range: earlier.range, message: .earlier)])
        } else {
          first[name.text] = name
        }
      }
    }
  }
}

extension Message {
  fileprivate static func twice(_ name: String) -> Message {
    Message(
      en: "variable '\(name)' is set before, and this value replaces it: keep one",
      ko: "변수 '\(name)'은(는) 앞에서 이미 설정되었고 이 값이 대신합니다: 하나만 남기세요")
  }
  fileprivate static let earlier = Message(en: "set here before", ko: "앞서 여기서 설정")
}
