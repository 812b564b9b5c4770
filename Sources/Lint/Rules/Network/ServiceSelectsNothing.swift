import Findings
import Resources
import YAML

extension Rule {
  /// A Service selects Pods of the set.
  ///
  /// Silent where the set holds no workload in the Service's namespace, and for labels that controllers add to Pods.
  static let serviceSelectsNothing = Rule(
    id: "service-selects-nothing", category: .network, severity: .warning,
    what: Message(en: "a Service that selects no Pod", ko: "어떤 Pod도 선택하지 않는 서비스"),
    why: Message(en: "It has no endpoints, so every connection to it fails.", ko: "엔드포인트가 없어 모든 연결이 실패합니다."),
    advice: Message(en: "Use labels of the Pod template in the selector.", ko: "셀렉터에 Pod 템플릿의 레이블을 쓰세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80}]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web, tier: front}}
          template:
            metadata: {labels: {app: web, tier: front}}
            spec: {containers: [{name: web, image: "web:1.0"}]}
        """),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector:
            app: wbe # ←
          ports: [{port: 80}]
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
    guard manifest.isService, manifest.spec?["type"]?.hasText("ExternalName") != true,
      let selector = manifest.spec?["selector"], !selector.entries.isEmpty
    else { return }
    let namespace = manifest.effectiveNamespace
    guard cluster.hasWorkloads(in: namespace),
      cluster.workloads(in: namespace, selectedBy: Labels(selector)).isEmpty,
      !selector.entries.contains(where: { isAddedByController($0.key.text) })
    else { return }
    // The workload that comes nearest says which label is the wrong one.
    var nearest: (workload: Manifest, unmet: [(key: Node, value: Node)])?
    for workload in cluster.workloads(in: namespace).prefix(200) {
      let labels = workload.podTemplate?.labels
      let unmet = selector.entries.filter { labels?[$0.key.text] != $0.value.text }
      if unmet.isEmpty { return }
      if unmet.count < nearest?.unmet.count ?? .max { nearest = (workload, unmet) }
    }
    guard let nearest, let wrong = nearest.unmet.first else { return }
    let label = "\(wrong.key.text)=\(wrong.value.text)"
    if let value = nearest.workload.podTemplate?.labels[wrong.key.text] {
      report.add(.otherValue(label, nearest.workload.displayName, value), at: wrong.value)
    } else {
      report.add(.noLabel(label, namespace), at: wrong.value)
    }
  }
}

/// Labels that no template carries: controllers add them to the Pods they make.
private func isAddedByController(_ key: String) -> Bool {
  switch key {
  case "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index", "pod-template-hash",
    "controller-revision-hash", "job-name", "batch.kubernetes.io/job-name",
    "batch.kubernetes.io/job-completion-index":
    true
  default: false
  }
}

extension Message {
  fileprivate static func otherValue(_ label: String, _ workload: String, _ value: String) -> Message {
    Message(
      en: "no Pod has the label '\(label)'; that of '\(workload)' is '\(value)': make them agree",
      ko: "레이블 '\(label)'인 Pod가 없고 '\(workload)'의 값은 '\(value)'입니다: 서로 맞추세요")
  }

  fileprivate static func noLabel(_ label: String, _ namespace: String) -> Message {
    Message(
      en: "no Pod of namespace '\(namespace)' has the label '\(label)': use labels of a Pod template",
      ko: "네임스페이스 '\(namespace)'에 레이블 '\(label)'인 Pod가 없습니다: Pod 템플릿의 레이블을 쓰세요")
  }
}
