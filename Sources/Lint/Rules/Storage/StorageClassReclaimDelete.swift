import Findings
import Resources
import YAML

extension Rule {
  /// Data outlives its claim.
  static let storageClassReclaimDelete = Rule(
    id: "storage-class-reclaim-delete", category: .storage, severity: .info, isOnByDefault: false,
    what: Message(en: "a storage class that deletes data with the claim", ko: "클레임과 함께 데이터를 지우는 스토리지 클래스"),
    why: Message(
      en: "Whoever deletes the claim, or its namespace, deletes the data.", ko: "클레임이나 네임스페이스를 지우면 데이터도 지워집니다."),
    advice: Message(
      en: "Set 'reclaimPolicy: Retain'; 'Delete' is the default.",
      ko: "'reclaimPolicy: Retain'으로 하세요. 기본값은 'Delete'입니다."),
    examples: [
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: kept}
        provisioner: example.org/disk
        reclaimPolicy: Retain
        """),
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: gone}
        provisioner: example.org/disk
        reclaimPolicy: Delete # ←
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: gone-by-default # ←
        provisioner: example.org/disk
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "StorageClass" else { return }
    if let policy = manifest.node["reclaimPolicy"] {
      if policy.hasText("Delete") { report.add(.deletes, at: policy) }
    } else {
      report.add(.deletes, missing: "reclaimPolicy", in: manifest.node)
    }
  }
}

extension Message {
  fileprivate static let deletes = Message(
    en: "data is deleted with its claim: set 'reclaimPolicy: Retain'",
    ko: "클레임과 함께 데이터가 지워집니다: 'reclaimPolicy: Retain'으로 하세요")
}
