import Findings
import Resources
import YAML

extension Rule {
  /// A Pod that does not call the API server holds no token for it.
  ///
  /// The Pod's own word counts, then its account's. `automountServiceAccountToken: true` on the Pod is a decision,
  /// and so is a binding of the set that gives the account rights. An account that is not in the set may say `false`,
  /// so Pods of such an account are passed; `default` is the cluster's own and says nothing.
  static let serviceAccountTokenAutomounted = Rule(
    id: "service-account-token-automounted", category: .security, severity: .warning,
    what: Message(en: "a Pod with an API token that it does not ask for", ko: "요청하지 않은 API 토큰을 가진 Pod"),
    why: Message(
      en: "Whoever breaks into the container can call the API server with it.",
      ko: "컨테이너에 침입한 사람이 그 토큰으로 API 서버를 부를 수 있습니다."),
    advice: Message(
      en: "Set 'automountServiceAccountToken: false' on the Pod or its account, or 'true' where the program needs it.",
      ko: "Pod나 어카운트에 'automountServiceAccountToken: false'를, 프로그램에 필요하면 'true'를 적으세요."),
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
        metadata: {name: controller}
        spec:
          serviceAccountName: controller
          containers: [{name: controller, image: "controller:1.0"}]
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: controller}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: controller}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: controller}
        subjects: [{kind: ServiceAccount, name: controller}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: # ←
          containers: [{name: web, image: "web:1.0"}]
        """),
    ]
  ) { manifest, cluster, report in
    guard let pod = manifest.pod, pod.node["automountServiceAccountToken"] == nil else { return }
    let (name, namespace) = (pod.serviceAccountName, manifest.effectiveNamespace)
    let account = cluster.manifest(kind: "ServiceAccount", name: name, namespace: namespace)
    guard account != nil || name == "default", account?.node["automountServiceAccountToken"]?.bool != false,
      !hasRights(name, in: namespace, cluster)
    else { return }
    report.add(.holdsToken, missing: "automountServiceAccountToken", in: pod.node)
  }
}

/// Whether a binding of the set names an account.
private func hasRights(_ account: String, in namespace: String, _ cluster: ClusterState) -> Bool {
  cluster.manifests.contains { binding in
    guard binding.kind == "RoleBinding" || binding.kind == "ClusterRoleBinding" else { return false }
    return binding.node["subjects"]?.items.contains { subject in
      subject["kind"]?.hasText("ServiceAccount") == true && subject["name"]?.text == account
        && subject["namespace"]?.text ?? binding.effectiveNamespace == namespace
    } ?? false
  }
}

extension Message {
  fileprivate static let holdsToken = Message(
    en: "the Pod gets an API token: set 'automountServiceAccountToken' to say whether it needs one",
    ko: "이 Pod는 API 토큰을 받습니다: 필요한지를 'automountServiceAccountToken'으로 적으세요")
}
