import Findings
import Resources
import YAML

extension Rule {
  /// A role does not run commands in Pods.
  ///
  /// `get` counts beside `create`, because it is enough for a web socket before 1.35.
  static let podExecAccess = Rule(
    id: "pod-exec-access", category: .access, severity: .error,
    what: Message(en: "a role that runs commands in Pods", ko: "Pod에서 명령을 실행하는 역할"),
    why: Message(
      en: "Who may exec into or attach to a Pod acts as its account and sees its Secrets.",
      ko: "Pod에 exec나 attach를 할 수 있으면 그 어카운트로 행동하고 Secret을 봅니다."),
    advice: Message(en: "Remove 'pods/exec' and 'pods/attach'.", ko: "'pods/exec'와 'pods/attach'를 지우세요."),
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
          - apiGroups: [""]
            resources:
              - pods
              - pods/exec # ←
            verbs: [create]
        """),
    ]
  ) { manifest, _, report in
    for rule in manifest.ownPolicyRules where rule.group("") != nil && (rule.verb("create") ?? rule.verb("get")) != nil
    {
      for resource in [rule.resource(named: "pods/exec"), rule.resource(named: "pods/attach")].compactMap({ $0 }) {
        report.add(.runs(resource.text), at: resource)
      }
    }
  }
}

extension Message {
  fileprivate static func runs(_ resource: String) -> Message {
    Message(
      en: "'\(resource)' lets its holder act as any Pod: remove it", ko: "'\(resource)'은(는) 어떤 Pod로든 행동하게 합니다: 지우세요")
  }
}
