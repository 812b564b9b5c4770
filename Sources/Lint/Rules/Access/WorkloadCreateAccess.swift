import Findings
import Resources
import YAML

extension Rule {
  /// A role does not create Pods, neither directly nor through a workload.
  static let workloadCreateAccess = Rule(
    id: "workload-create-access", category: .access, severity: .warning,
    what: Message(en: "a role that creates Pods", ko: "Pod를 만드는 역할"),
    why: Message(
      en: "A Pod can mount any Secret and use any account of its namespace.",
      ko: "Pod는 네임스페이스의 어떤 Secret이든 마운트하고 어떤 어카운트든 쓸 수 있습니다."),
    advice: Message(
      en: "Leave creation to controllers and pipelines, in namespaces that hold nothing else.",
      ko: "생성은 컨트롤러와 파이프라인에, 다른 것이 없는 네임스페이스에서만 맡기세요."),
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: app}
        rules:
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [get, list, watch]
        """),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: app}
        rules:
          - apiGroups: [apps]
            resources:
              - deployments # ←
            verbs: [create]
        """),
    ]
  ) { manifest, _, report in
    for rule in manifest.ownPolicyRules where rule.verb("create") != nil {
      for resource in rule.resources where runsPods(resource.text, rule) {
        report.add(.creates(resource.text), at: resource)
      }
    }
  }
}

private func runsPods(_ resource: String, _ rule: PolicyRule) -> Bool {
  switch resource {
  case "pods", "replicationcontrollers": rule.group("") != nil
  case "deployments", "statefulsets", "daemonsets", "replicasets": rule.group("apps") != nil
  case "jobs", "cronjobs": rule.group("batch") != nil
  default: false
  }
}

extension Message {
  fileprivate static func creates(_ resource: String) -> Message {
    Message(
      en: "creating '\(resource)' means using any Secret and account of the namespace: leave it to pipelines",
      ko: "'\(resource)' 생성은 네임스페이스의 모든 Secret과 어카운트를 쓰는 것입니다: 파이프라인에 맡기세요")
  }
}
