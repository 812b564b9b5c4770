import Findings

extension KindValidation {
  /// core.md 4.9; templates of claims have the same rules, which therefore lie in `Blocks/Claims.swift`.
  static let persistentVolumeClaim = KindValidation(
    "v1", "PersistentVolumeClaim",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: fast
          resources:
            requests: {storage: 10Gi}
        """),
      Example(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          accessModes: [ReadWriteOnce, ReadWriteSome] # ←
          storageClassName: Fast # ←
          resources:
            requests: {storage: 0} # ←
        """),
      Example(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: data
          annotations:
            volume.beta.kubernetes.io/storage-class: fast # ←
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests: {storage: 1.5} # ←
        """),
    ]
  ) { report, object in
    report.claimSpec(object["spec"])  // PVC1–PVC18
    report.dropped(object["spec"]["volumeAttributesClassName"], .volumeAttributesDropped)
    if !object["spec"]["dataSourceRef"]["namespace"].isEmpty {
      report.dropped(object["spec"]["dataSourceRef"], .otherNamespaceDropped)
    }
    report.warnOfFractions(ofClaim: object["spec"])  // W44
    // W39
    report.warnOfStorageAnnotation("volume.beta.kubernetes.io/storage-class", of: object, field: "storageClassName")
  }
}

extension Report {
  /// An annotation that a field has replaced.
  mutating func warnOfStorageAnnotation(_ key: StaticString, of object: Field, field: String) {
    let annotation = object["metadata"]["annotations"][key]
    if annotation.isGiven { warn(.deprecated, at: annotation, .annotation("\(key)", field)) }
  }
}

extension Message {
  fileprivate static func annotation(_ key: String, _ field: String) -> Message {
    Message(
      en: "the annotation '\(key)' is deprecated: write '\(field)' in the spec",
      ko: "어노테이션 '\(key)'은(는) 더는 쓰지 않습니다: spec에 '\(field)'을(를) 쓰십시오")
  }
}
