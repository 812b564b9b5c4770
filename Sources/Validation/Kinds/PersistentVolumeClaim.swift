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
    ]
  ) { report, object in
    report.claimSpec(object["spec"])  // PVC1–PVC18
  }
}
