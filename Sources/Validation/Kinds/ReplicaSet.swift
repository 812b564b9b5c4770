extension KindValidation {
  /// groups.md 3.1
  static let replicaSet = KindValidation(
    "apps/v1", "ReplicaSet",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata: {name: web}
        spec:
          selector:
            matchLabels: {app: web}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
              - {name: web, image: "nginx:1.27"}
        """),
      Example(
        """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata: {name: web}
        spec:
          minReadySeconds: -5 # ←
          selector: {} # ←
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
              - {name: web, image: "nginx:1.27"}
        """),
    ]
  ) { report, object in
    let (spec, template) = (object["spec"], object["spec"]["template"])
    report.warnOfPodNames(object["metadata"])
    report.expect(spec["replicas"], in: 0...)
    report.expect(spec["minReadySeconds"], in: 0...)
    guard report.selector(spec["selector"], selects: template) else { return }
    report.longRunning(template)
    report.podTemplate(template)
  }
}
