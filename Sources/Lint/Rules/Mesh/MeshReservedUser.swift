import Findings
import Resources
import YAML

extension Rule {
  /// No program runs with the user id of the mesh's proxy.
  static let meshReservedUser = Rule(
    id: "mesh-reserved-user", category: .mesh, severity: .error,
    what: Message(en: "the user id 1337", ko: "사용자 id 1337"),
    why: Message(
      en: "Traffic of that id is exempt from capture, so the program talks past the mesh and its policies.",
      ko: "그 id의 트래픽은 가로채지 않으므로 프로그램이 메시와 정책을 지나쳐 통신합니다."),
    advice: Message(en: "Use another id.", ko: "다른 id를 쓰세요."),
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
              securityContext: {runAsUser: 1000}
            - name: istio-proxy
              image: proxyv2:1.27.0
              securityContext: {runAsUser: 1337}
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
              securityContext: {runAsUser: 1337} # ←
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod else { return }
    var users = pod.allContainers.filter { $0.name != "istio-proxy" }.compactMap { $0.securityContext?["runAsUser"] }
    users += pod.securityContext?["runAsUser"].map { [$0] } ?? []
    for user in users where user.integer == 1337 { report.add(.reserved, at: user) }
  }
}

extension Message {
  fileprivate static let reserved = Message(
    en: "1337 is the proxy's user, whose traffic escapes the mesh: use another id",
    ko: "1337은 트래픽이 메시를 벗어나는 프록시의 사용자입니다: 다른 id를 쓰세요")
}
