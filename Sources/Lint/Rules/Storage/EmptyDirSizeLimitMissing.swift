import Findings
import Resources
import YAML

extension Rule {
  /// An emptyDir has a bound.
  static let emptyDirSizeLimitMissing = Rule(
    id: "emptydir-size-limit-missing", category: .storage, severity: .info, isOnByDefault: false,
    what: Message(en: "an emptyDir without a size limit", ko: "크기 제한이 없는 emptyDir"),
    why: Message(
      en: "It may fill the node's disk, or in memory its container's limit.", ko: "노드의 디스크를, 메모리라면 컨테이너의 제한을 채울 수 있습니다."
    ),
    advice: Message(en: "Set 'sizeLimit'.", ko: "'sizeLimit'를 적으세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes:
            - name: tmp
              emptyDir: {sizeLimit: 1Gi}
          containers: [{name: web, image: "web:1.0", volumeMounts: [{name: tmp, mountPath: /tmp}]}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes:
            - name: tmp
              emptyDir: {} # ←
          containers: [{name: web, image: "web:1.0", volumeMounts: [{name: tmp, mountPath: /tmp}]}]
        """),
    ]
  ) { manifest, _, report in
    for volume in manifest.pod?.volumes.compactMap({ $0["emptyDir"] }) ?? [] where volume["sizeLimit"] == nil {
      report.add(.noLimit, missing: "sizeLimit", in: volume)
    }
  }
}

extension Message {
  fileprivate static let noLimit = Message(
    en: "the emptyDir may fill its node: set 'sizeLimit'", ko: "이 emptyDir은 노드를 채울 수 있습니다: 'sizeLimit'를 적으세요")
}
