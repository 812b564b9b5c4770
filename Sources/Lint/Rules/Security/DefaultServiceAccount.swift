import Findings
import Resources
import YAML

extension Rule {
  /// A Pod that holds an API token has an account of its own.
  ///
  /// Pods that switch the token off are passed.
  static let defaultServiceAccount = Rule(
    id: "default-service-account", category: .security, severity: .info,
    what: Message(en: "a Pod that uses the account 'default'", ko: "'default' 어카운트를 쓰는 Pod"),
    why: Message(
      en: "Rights given to it for one Pod go to every Pod that names no account.",
      ko: "한 Pod를 위해 준 권한이 어카운트를 적지 않은 모든 Pod에 갑니다."),
    advice: Message(
      en: "Create an account for the workload and name it in 'serviceAccountName'.",
      ko: "워크로드의 어카운트를 만들어 'serviceAccountName'에 적으세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          automountServiceAccountToken: false
          containers: [{name: web, image: "web:1.0"}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          serviceAccountName: web
          containers: [{name: web, image: "web:1.0"}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: # ←
          containers: [{name: web, image: "web:1.0"}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          serviceAccountName: default # ←
          containers: [{name: web, image: "web:1.0"}]
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod, pod.serviceAccountName == "default",
      pod.node["automountServiceAccountToken"]?.bool != false
    else { return }
    if let written = pod.node["serviceAccountName"] ?? pod.node["serviceAccount"] {
      report.add(.sharesAccount, at: written)
    } else {
      report.add(.sharesAccount, missing: "serviceAccountName", in: pod.node)
    }
  }
}

extension Message {
  fileprivate static let sharesAccount = Message(
    en: "the Pod shares account 'default' and its rights: name one of its own",
    ko: "이 Pod는 'default' 어카운트와 그 권한을 함께 씁니다: 전용 어카운트를 적으세요")
}
