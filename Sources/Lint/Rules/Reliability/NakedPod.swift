import Findings
import Resources
import YAML

extension Rule {
  /// A Pod has a controller.
  static let nakedPod = Rule(
    id: "naked-pod", category: .reliability, severity: .warning,
    what: Message(en: "a Pod without a controller", ko: "컨트롤러가 없는 Pod"),
    why: Message(
      en: "Nothing makes it again when its node goes, or when it is evicted.",
      ko: "노드가 사라지거나 축출되어도 아무도 다시 만들지 않습니다."),
    advice: Message(
      en: "Put it into the template of a Deployment, a Job or another controller.",
      ko: "Deployment나 Job 같은 컨트롤러의 템플릿에 넣으세요."),
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: once}
        spec:
          template:
            spec:
              restartPolicy: Never
              containers: [{name: once, image: "once:1.0"}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod # ←
        metadata: {name: once}
        spec:
          containers: [{name: once, image: "once:1.0"}]
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "Pod", manifest.group.isEmpty, manifest.metadata?["ownerReferences"] == nil,
      let kind = manifest.node["kind"]
    else { return }
    report.add(.naked, at: kind)
  }
}

extension Message {
  fileprivate static let naked = Message(
    en: "nothing replaces this Pod when it is lost: put it into the template of a Deployment or Job",
    ko: "이 Pod가 사라져도 대신할 것이 없습니다: Deployment나 Job의 템플릿에 넣으세요")
}
