import Findings
import Schema

extension KindValidation {
  /// core.md 3; the rules of a Pod's parts lie in the folder `Pod`.
  static let pod = KindValidation(
    "v1", "Pod",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
          - name: web
            image: nginx:1.27
            readinessProbe:
              httpGet: {port: 8080}
            volumeMounts:
            - {name: data, mountPath: /data}
          volumes:
          - name: data
            emptyDir: {}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: Web # ←
        spec:
          restartPolicy: always # ←
          containers:
          - name: web
            image: nginx:1.27
            livenessProbe:
              exec: {command: ["true"]}
              httpGet: {port: 8080} # ←
            volumeMounts:
            - {name: data, mountPath: /data} # ←
        """),
    ]
  ) { report, pod in
    // The priority is filled in before validation: what that refuses hides the rest.
    guard report.priorityOfClass(pod) else { return }
    report.podAnnotations(of: pod)
    report.podSpec(pod["spec"], isTemplate: false, podName: pod["metadata"]["name"])
    if report.findings.isEmpty { report.overheadWithoutClass(pod) }
  }
}

extension Report {
  fileprivate mutating func podAnnotations(of pod: Field) {
    for (key, value) in pod["metadata"]["annotations"].entries {
      if key.hasText("kubernetes.io/config.mirror"), pod["spec"]["nodeName"].isEmpty {
        refuse(value, .mirror)  // PODMETA1
      }
      if key.hasText("controller.kubernetes.io/pod-deletion-cost"), !value.isDecimalInteger {
        refuse(value, .deletionCost, as: .numberRange)  // PODMETA4
      }
    }
  }
}

extension Field {
  /// A text that is a whole number of 32 bits, without plus sign or leading zeros.
  fileprivate var isDecimalInteger: Bool {
    guard let text, let number = Int32(text) else { return false }
    return "\(number)" == text
  }
}

extension Message {
  fileprivate static var mirror: Message {
    Message(
      en: "a mirror Pod stands for one that runs on a node already: remove the annotation, or name the node",
      ko: "미러 Pod는 이미 노드에서 실행 중인 Pod를 나타냅니다: 어노테이션을 지우거나 노드 이름을 쓰십시오")
  }

  fileprivate static var deletionCost: Message {
    Message(en: "the cost is a whole number: write one such as '-5' or '100'", ko: "비용은 정수입니다: '-5'나 '100'처럼 쓰십시오")
  }
}
