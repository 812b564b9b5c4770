import Findings
import Resources
import YAML

extension Rule {
  /// A container gives the capabilities up that container runtimes grant by default.
  static let capabilitiesNotDropped = Rule(
    id: "capabilities-not-dropped", category: .security, severity: .warning,
    what: Message(en: "a container that keeps the default capabilities", ko: "기본 capability를 그대로 가진 컨테이너"),
    why: Message(
      en: "A dozen capabilities stay in force though few programs need one.",
      ko: "필요한 프로그램이 드문데도 열 개 남짓한 capability가 남습니다."),
    advice: Message(
      en: "Set 'capabilities: {drop: [ALL]}' and add back at most NET_BIND_SERVICE.",
      ko: "'capabilities: {drop: [ALL]}'로 하고 NET_BIND_SERVICE만 되돌리세요."),
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
              securityContext: {capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web # ←
              image: web:1.0
            - name: drops-one
              image: web:1.0
              securityContext:
                capabilities:
                  drop: [NET_RAW] # ←
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod, !pod.isWindows else { return }
    for container in pod.allContainers {
      let dropped = container.securityContext?["capabilities"]?["drop"]
      if dropped?.items.contains(where: { $0.hasText("ALL") }) == true { continue }
      if let dropped {
        report.add(.keeps(container.title), at: dropped)
      } else {
        report.add(.keeps(container.title), missing: "securityContext", "capabilities", "drop", in: container.node)
      }
    }
  }
}

extension Message {
  fileprivate static func keeps(_ container: String) -> Message {
    Message(
      en: "container '\(container)' keeps capabilities that it hardly needs: drop 'ALL'",
      ko: "컨테이너 '\(container)'이(가) 거의 필요 없는 capability를 가집니다: 'ALL'을 버리세요")
  }
}
