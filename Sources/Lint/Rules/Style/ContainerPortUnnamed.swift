import Findings
import Resources
import YAML

extension Rule {
  /// A port of a container has a name.
  static let containerPortUnnamed = Rule(
    id: "container-port-unnamed", category: .style, severity: .info, isOnByDefault: false,
    what: Message(en: "a container port without a name", ko: "이름이 없는 컨테이너 포트"),
    why: Message(
      en: "Services and probes that refer to it by number must all change with it.",
      ko: "번호로 가리키는 서비스와 프로브를 함께 바꿔야 합니다."),
    advice: Message(en: "Name the port.", ko: "포트에 이름을 붙이세요."),
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
              ports: [{name: http, containerPort: 8080}]
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
              ports:
                - containerPort: 8080 # ←
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.containers {
      for port in container.ports where port["name"] == nil { report.add(.unnamed, missing: "name", in: port) }
    }
  }
}

extension Message {
  fileprivate static let unnamed = Message(
    en: "the port can be referred to by number only: name it", ko: "이 포트는 번호로만 가리킬 수 있습니다: 이름을 붙이세요")
}
