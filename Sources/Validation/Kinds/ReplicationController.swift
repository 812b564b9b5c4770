import Findings
import Resources

extension KindValidation {
  /// core.md 4.7
  static let replicationController = KindValidation(
    "v1", "ReplicationController", metadata: .commonWithoutPrefix,  // RC1
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ReplicationController
        metadata: {name: web}
        spec:
          selector: {app: web}
          template:
            metadata:
              labels: {app: web, tier: front}
            spec:
              containers:
              - {name: web, image: "nginx:1.27"}
        """),
      Example(
        """
        apiVersion: v1
        kind: ReplicationController
        metadata: {name: web}
        spec:
          replicas: -1 # ←
          selector: {app: shop}
          template:
            metadata:
              labels: {app: web} # ←
            spec:
              restartPolicy: Never # ←
              containers:
              - {name: web, image: "nginx:1.27"}
        """),
    ]
  ) { report, object in
    let (spec, template) = (object["spec"], object["spec"]["template"])
    let (selector, labels) = (spec["selector"], template["metadata"]["labels"])
    report.expect(spec["minReadySeconds"], in: 0...)  // RC2
    if labels.isEmpty { report.require(selector) }  // RC3
    report.expect(spec["replicas"], in: 0...)  // RC4 RC5
    guard template.isGiven else { return report.require(template) }  // RC6
    if !selector.isEmpty { report.plainSelector(selector, selects: labels) }  // RC7
    if object["metadata"]["labels"].isEmpty {
      report.labels(labels.reported(at: object["metadata"], "labels"))  // RC10
    }
    report.warnOfName(object["metadata"]["name"])  // W1
    report.longRunning(template)  // RC8 RC9
    report.podTemplate(template)  // RC10 RC11
  }
}

extension Report {
  /// A map of labels, all of which a template gives to its Pods.
  fileprivate mutating func plainSelector(_ selector: Field, selects labels: Field) {
    for (key, value) in selector.entries where Labels(labels.node)[key.written] != value.text ?? "" {
      add(
        .selectorMismatch, at: labels, .invalid,
        Message(
          en:
            "the selector looks for '\(key.written): \(value.written)', which the template does not say: write the same",
          ko: "셀렉터는 '\(key.written): \(value.written)'을(를) 찾는데 템플릿과 다릅니다: 같게 쓰십시오"),
        related: [Related(range: value.range, message: Message(en: "the selector asks for this", ko: "셀렉터가 찾는 조건입니다"))])
      return
    }
  }
}
