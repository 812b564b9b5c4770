import Findings
import Resources
import YAML

extension Rule {
  /// A claim says which storage it wants. An empty name is a choice as well: no class.
  static let storageClassMissing = Rule(
    id: "storage-class-missing", category: .storage, severity: .info, isOnByDefault: false,
    what: Message(en: "a claim without a storage class", ko: "스토리지 클래스가 없는 클레임"),
    why: Message(en: "The cluster's default class is used, whatever that is.", ko: "무엇이든 클러스터의 기본 클래스가 쓰입니다."),
    advice: Message(en: "Name the class in 'storageClassName'.", ko: "'storageClassName'에 클래스를 적으세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          storageClassName: fast
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 1Gi}}
        """),
      Example(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: # ←
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 1Gi}}
        """),
    ]
  ) { manifest, _, report in
    var specs: [Node] = []
    if manifest.kind == "PersistentVolumeClaim", let spec = manifest.spec { specs.append(spec) }
    if manifest.kind == "StatefulSet", let templates = manifest.spec?["volumeClaimTemplates"] {
      specs += templates.items.compactMap { $0["spec"] }
    }
    for spec in specs where spec["storageClassName"] == nil && spec["volumeName"] == nil {
      report.add(.noClass, missing: "storageClassName", in: spec)
    }
  }
}

extension Message {
  fileprivate static let noClass = Message(
    en: "the claim takes whatever class is the default: name one", ko: "이 클레임은 무엇이든 기본 클래스를 씁니다: 클래스를 적으세요")
}
