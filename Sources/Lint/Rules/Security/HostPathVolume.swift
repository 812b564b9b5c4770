import Findings
import Resources
import YAML

extension Rule {
  /// A Pod does not mount files of its node.
  ///
  /// A PersistentVolume with a host path is for single-node trials only.
  static let hostPathVolume = Rule(
    id: "host-path-volume", category: .security, severity: .error,
    what: Message(en: "a volume of the node's own files", ko: "노드의 파일을 쓰는 볼륨"),
    why: Message(
      en: "It ties the Pod to what lies on one node, and can be a way out of the container.",
      ko: "Pod를 한 노드의 파일에 묶고, 컨테이너를 빠져나가는 길이 될 수 있습니다."),
    advice: Message(en: "Use a claim, an emptyDir or a ConfigMap.", ko: "클레임이나 emptyDir, ConfigMap을 쓰세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes:
            - name: data
              persistentVolumeClaim: {claimName: data}
          containers:
            - name: web
              image: web:1.0
              volumeMounts: [{name: data, mountPath: /data}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes:
            - name: logs
              hostPath: # ←
                path: /var/log
          containers:
            - name: web
              image: web:1.0
              volumeMounts: [{name: logs, mountPath: /logs}]
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: data}
        spec:
          capacity: {storage: 1Gi}
          accessModes: [ReadWriteOnce]
          hostPath: {path: /srv/data} # ←
        """),
    ]
  ) { manifest, _, report in
    var sources = manifest.pod?.volumes ?? []
    if manifest.kind == "PersistentVolume", let spec = manifest.spec { sources.append(spec) }
    for hostPath in sources.compactMap({ $0["hostPath"] }) {
      report.add(.hostPath(hostPath["path"]?.text ?? ""), at: hostPath)
    }
  }
}

extension Message {
  fileprivate static func hostPath(_ path: String) -> Message {
    Message(
      en: "'\(path)' of the node is mounted: use a claim, an emptyDir or a ConfigMap",
      ko: "노드의 '\(path)'을(를) 마운트합니다: 클레임이나 emptyDir, ConfigMap을 쓰세요")
  }
}
