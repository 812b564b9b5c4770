import Findings
import Resources
import YAML

extension Rule {
  /// A container cannot change its own programs.
  static let readOnlyRootFilesystemMissing = Rule(
    id: "read-only-root-filesystem-missing", category: .security, severity: .warning,
    what: Message(en: "a container with a writable root file system", ko: "루트 파일 시스템에 쓸 수 있는 컨테이너"),
    why: Message(en: "An intruder can replace programs and drop tools.", ko: "침입자가 프로그램을 바꾸고 도구를 심을 수 있습니다."),
    advice: Message(
      en: "Set 'readOnlyRootFilesystem: true' and mount an emptyDir where the program must write.",
      ko: "'readOnlyRootFilesystem: true'로 하고 써야 하는 곳에는 emptyDir을 마운트하세요."),
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
              securityContext: {readOnlyRootFilesystem: true}
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
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod, !pod.isWindows else { return }
    for container in pod.allContainers {
      if let written = container.securityContext?["readOnlyRootFilesystem"] {
        if written.bool == false { report.add(.writable(container.title), at: written) }
      } else {
        report.add(
          .writable(container.title), missing: "securityContext", "readOnlyRootFilesystem", in: container.node)
      }
    }
  }
}

extension Message {
  fileprivate static func writable(_ container: String) -> Message {
    Message(
      en: "container '\(container)' can change its own programs: set 'readOnlyRootFilesystem: true'",
      ko: "컨테이너 '\(container)'이(가) 자기 프로그램을 바꿀 수 있습니다: 'readOnlyRootFilesystem: true'로 하세요")
  }
}
