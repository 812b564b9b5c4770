import Findings
import Resources
import YAML

extension Rule {
  /// An autoscaler's target exists.
  ///
  /// Silent where the set holds no object of the target's kind in the namespace.
  static let hpaTargetMissing = Rule(
    id: "hpa-target-missing", category: .reliability, severity: .error,
    what: Message(en: "an autoscaler whose target is not there", ko: "대상이 없는 오토스케일러"),
    why: Message(en: "It scales nothing.", ko: "아무것도 확장하지 않습니다."),
    advice: Message(
      en: "Correct 'scaleTargetRef', or put the autoscaler into the workload's namespace.",
      ko: "'scaleTargetRef'를 고치거나 오토스케일러를 워크로드의 네임스페이스에 두세요."),
    examples: [
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: kept-elsewhere}
          maxReplicas: 5
        """),
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: wbe # ←
          maxReplicas: 5
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.kind == "HorizontalPodAutoscaler", let target = manifest.spec?["scaleTargetRef"],
      let kind = target["kind"]?.string, let name = target["name"], name.isScalar
    else { return }
    let namespace = manifest.effectiveNamespace
    guard cluster.holds(kind, in: namespace),
      cluster.manifest(kind: kind, name: name.text, namespace: namespace) == nil
    else { return }
    report.add(.noTarget("\(kind)/\(name.text)", namespace), at: name)
  }
}

extension Message {
  fileprivate static func noTarget(_ target: String, _ namespace: String) -> Message {
    Message(
      en: "'\(target)' is not in namespace '\(namespace)': name a workload that is",
      ko: "네임스페이스 '\(namespace)'에 '\(target)'이(가) 없습니다: 있는 워크로드의 이름을 적으세요")
  }
}
