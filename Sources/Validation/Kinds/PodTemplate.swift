extension KindValidation {
  /// core.md 4.13
  static let podTemplate = KindValidation(
    "v1", "PodTemplate",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: PodTemplate
        metadata: {name: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
            - {name: web, image: "nginx:1.27"}
        """),
      Example(
        """
        apiVersion: v1
        kind: PodTemplate
        metadata: {name: web}
        template:
          metadata:
            labels: {app: web shop} # ←
          spec:
            containers:
            - {name: web} # ←
        """),
    ]
  ) { report, object in
    report.podTemplate(object["template"])  // PT2 PT3
  }
}
