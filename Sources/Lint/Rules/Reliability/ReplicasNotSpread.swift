import Findings
import Resources
import YAML

extension Rule {
  /// Replicas are kept off one another's nodes.
  ///
  /// Either a spread constraint or a Pod anti-affinity will do. The scheduler's own default spreading is weak (a skew
  /// of 3 between nodes) and Services are not asked for.
  static let replicasNotSpread = Rule(
    id: "replicas-not-spread", category: .reliability, severity: .info,
    what: Message(en: "replicas that may all share one node", ko: "모두 한 노드에 놓일 수 있는 복제본"),
    why: Message(
      en: "When they share a node, its failure takes them all.", ko: "한 노드에 모이면 그 노드의 장애가 전부를 멈춥니다."),
    advice: Message(
      en: "Add 'topologySpreadConstraints' whose selector matches the Pod's own labels.",
      ko: "Pod 자신의 레이블과 맞는 셀렉터로 'topologySpreadConstraints'를 추가하세요."),
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector: {matchLabels: {app: web}}
              containers: [{name: web, image: "web:1.0"}]
        """),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: # ←
              containers: [{name: web, image: "web:1.0"}]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          replicas: 3
          selector: {matchLabels: {app: api}}
          template:
            metadata: {labels: {app: api}}
            spec:
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector: {matchLabels: {app: web}} # ←
              containers: [{name: api, image: "api:1.0"}]
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "Deployment" || manifest.kind == "StatefulSet", let replicas = manifest.replicas,
      replicas >= 2, let template = manifest.podTemplate, let pod = template.spec
    else { return }
    if pod.node["affinity"]?["podAntiAffinity"]?.entries.isEmpty == false { return }
    let constraints = pod.node["topologySpreadConstraints"]?.items
    guard let constraints, !constraints.isEmpty else {
      report.add(.notSpread(replicas), missing: "topologySpreadConstraints", in: pod.node)
      return
    }
    // A constraint counts the Pods its selector matches; one that does not match the Pod itself spreads nothing.
    var unmatched: LabelSelector?
    for constraint in constraints {
      guard let selector = constraint["labelSelector"].map({ LabelSelector($0) }) else { continue }
      if selector.matches(template.labels) { return }
      unmatched = unmatched ?? selector
    }
    if let unmatched { report.add(.foreignSelector, at: unmatched.node) }
  }
}

extension Message {
  fileprivate static func notSpread(_ replicas: Int64) -> Message {
    Message(
      en: "nothing keeps the \(replicas) replicas off one node: add 'topologySpreadConstraints'",
      ko: "복제본 \(replicas)개가 한 노드에 모이는 것을 막지 않습니다: 'topologySpreadConstraints'를 추가하세요")
  }
  fileprivate static let foreignSelector = Message(
    en: "the selector does not match the template's own labels, so nothing is spread: use the labels of the template",
    ko: "셀렉터가 템플릿 자신의 레이블과 맞지 않아 아무것도 분산하지 않습니다: 템플릿의 레이블을 쓰세요")
}
