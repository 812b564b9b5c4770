import Findings
import Resources
import YAML

extension Rule {
  /// No group id is 0.
  ///
  /// Only what is written counts; an image may name a group of its own.
  static let rootGroup = Rule(
    id: "root-group", category: .security, severity: .warning,
    what: Message(en: "the group id 0", ko: "그룹 id 0"),
    why: Message(en: "Group 0 owns files of many images and of the node.", ko: "그룹 0은 많은 이미지와 노드의 파일을 소유합니다."),
    advice: Message(en: "Use a group id above 0.", ko: "0보다 큰 그룹 id를 쓰세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          securityContext: {runAsGroup: 1000, fsGroup: 1000, supplementalGroups: [2000]}
          containers:
            - name: web
              image: web:1.0
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          securityContext:
            fsGroup: 0 # ←
            supplementalGroups: [2000, 0] # ←
          containers:
            - name: web
              image: web:1.0
              securityContext: {runAsGroup: 0} # ←
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod else { return }
    let shared = pod.securityContext
    var groups = [shared?["runAsGroup"], shared?["fsGroup"]].compactMap { $0 }
    groups += shared?["supplementalGroups"].map { Array($0.items) } ?? []
    groups += pod.allContainers.compactMap { $0.securityContext?["runAsGroup"] }
    for group in groups where group.integer == 0 { report.add(.rootGroup, at: group) }
  }
}

extension Message {
  fileprivate static let rootGroup = Message(
    en: "group 0 is that of root: use an id above 0", ko: "그룹 0은 root의 그룹입니다: 0보다 큰 id를 쓰세요")
}
