import Findings
import Resources
import YAML

extension Rule {
  /// A container does not run as root, whatever its image says.
  ///
  /// A user id above 0 will do as well, and so does a user namespace (`hostUsers: false`), where root is nobody on
  /// the node.
  static let runAsNonRootMissing = Rule(
    id: "run-as-non-root-missing", category: .security, severity: .error,
    what: Message(en: "a container that may run as root", ko: "root로 실행될 수 있는 컨테이너"),
    why: Message(
      en:
        "Most images run as root unless told otherwise, and root in a container is root on the node once it gets out.",
      ko: "대부분의 이미지는 따로 정하지 않으면 root로 실행되고, 컨테이너의 root는 밖으로 나가면 노드의 root입니다."),
    advice: Message(
      en: "Set 'runAsNonRoot: true' on the Pod or on each container.", ko: "Pod나 각 컨테이너에 'runAsNonRoot: true'를 적으세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          securityContext: {runAsNonRoot: true}
          containers:
            - name: web
              image: web:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              securityContext: {runAsUser: 1000}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          securityContext: {runAsNonRoot: true}
          containers:
            - name: web
              image: web:1.0
            - name: overrides
              image: web:1.0
              securityContext:
                runAsNonRoot: false # ←
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web # ←
              image: web:1.0
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod, !pod.isWindows, pod.node["hostUsers"]?.bool != false else { return }
    for container in pod.allContainers {
      if let user = container.security("runAsUser", in: pod)?.integer, user != 0 { continue }
      let written = container.security("runAsNonRoot", in: pod)
      if written?.bool == true { continue }
      if let written = container.securityContext?["runAsNonRoot"] {
        report.add(.mayBeRoot(container.title), at: written)
      } else {
        report.add(.mayBeRoot(container.title), missing: "securityContext", "runAsNonRoot", in: container.node)
      }
    }
  }
}

extension Message {
  fileprivate static func mayBeRoot(_ container: String) -> Message {
    Message(
      en: "container '\(container)' may run as root: set 'runAsNonRoot: true'",
      ko: "컨테이너 '\(container)'이(가) root로 실행될 수 있습니다: 'runAsNonRoot: true'로 하세요")
  }
}
