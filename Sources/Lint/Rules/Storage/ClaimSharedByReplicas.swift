import Findings
import Resources
import YAML

extension Rule {
  /// Replicas that may land on several nodes do not share a claim for one node.
  ///
  /// Looks only at claims of the set. `ReadWriteOnce` binds a volume to a node, `ReadWriteOncePod` to one Pod. A
  /// StatefulSet's `volumeClaimTemplates` give each Pod a claim of its own, and are no finding.
  static let claimSharedByReplicas = Rule(
    id: "claim-shared-by-replicas", category: .storage, severity: .error,
    what: Message(en: "one claim for one node, shared by replicas", ko: "한 노드용 클레임을 여러 복제본이 공유"),
    why: Message(
      en: "A replica on another node hangs in ContainerCreating, because the volume is attached elsewhere.",
      ko: "다른 노드의 복제본은 볼륨이 다른 곳에 붙어 있어 ContainerCreating에서 멈춥니다."),
    advice: Message(
      en: "Use a StatefulSet with 'volumeClaimTemplates', or a volume that can be 'ReadWriteMany'.",
      ko: "'volumeClaimTemplates'가 있는 StatefulSet이나 'ReadWriteMany'가 되는 볼륨을 쓰세요."),
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: data
              containers:
                - name: web
                  image: web:1.0
                  volumeMounts: [{name: data, mountPath: /data}]
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          accessModes: [ReadWriteMany]
          resources: {requests: {storage: 1Gi}}
        """),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: data # ←
              containers:
                - name: web
                  image: web:1.0
                  volumeMounts: [{name: data, mountPath: /data}]
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 1Gi}}
        """),
    ]
  ) { manifest, cluster, report in
    guard let pod = manifest.pod, manifest.kind == "DaemonSet" || manifest.replicas ?? 1 >= 2 else { return }
    for name in pod.volumes.compactMap({ $0["persistentVolumeClaim"]?["claimName"] }) {
      let claim = cluster.manifest(
        kind: "PersistentVolumeClaim", name: name.text, namespace: manifest.effectiveNamespace)
      guard let modes = claim?.spec?["accessModes"], !modes.items.isEmpty,
        modes.items.allSatisfy({ $0.hasText("ReadWriteOnce") || $0.hasText("ReadWriteOncePod") })
      else { continue }
      report.add(.shared(name.text, modes.items.first?.text ?? ""), at: name)
    }
  }
}

extension Message {
  fileprivate static func shared(_ claim: String, _ mode: String) -> Message {
    Message(
      en: "replicas on other nodes cannot mount claim '\(claim)', which is '\(mode)': give each a claim of its own",
      ko: "다른 노드의 복제본은 '\(mode)'인 클레임 '\(claim)'을(를) 마운트하지 못합니다: 각자 클레임을 갖게 하세요")
  }
}
