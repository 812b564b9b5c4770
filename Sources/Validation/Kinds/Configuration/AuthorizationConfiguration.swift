import Findings
import Schema
import YAML

extension KindValidation {
  /// apiserver, `ValidateAuthorizationConfiguration`
  static let authorizationConfiguration = KindValidation.file(
    "apiserver.config.k8s.io/v1", "AuthorizationConfiguration", readBy: "kube-apiserver",
    others: ["apiserver.config.k8s.io/v1alpha1", "apiserver.config.k8s.io/v1beta1"],
    examples: [
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: AuthorizationConfiguration
        authorizers:
        - {type: Node, name: node}
        - {type: RBAC, name: rbac}
        - type: Webhook
          name: policy
          webhook:
            timeout: 3s
            authorizedTTL: 5m
            unauthorizedTTL: 30s
            subjectAccessReviewVersion: v1
            failurePolicy: Deny
            connectionInfo: {type: KubeConfigFile, kubeConfigFile: /etc/kubernetes/authorizer.conf}
        """),
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: AuthorizationConfiguration
        authorizers:
        - {type: RBAC, name: rbac}
        - {type: RBAC, name: again} # ←
        - type: Webhook
          name: Policy # ←
          webhook:
            timeout: 1m # ←
            authorizedTTL: 5m
            subjectAccessReviewVersion: v2 # ←
            failurePolicy: Fail # ←
            connectionInfo:
              type: KubeConfigFile
              kubeConfigFile: authorizer.conf # ←
        """),
    ]
  ) { report, file in
    report.require(file["authorizers"], .noAuthorizers)
    var names: [String: Field] = [:]
    for item in file["authorizers"].items { report.authorizer(item, among: &names) }
    for (item, first) in file["authorizers"].repetitions(by: { $0["type"].text })
    where !item["type"].hasText("Webhook") {
      report.addDuplicate(item["type"], of: first["type"])
    }
  }
}

extension Report {
  fileprivate mutating func authorizer(_ item: Field, among names: inout [String: Field]) {
    let (type, name, webhook) = (item["type"], item["name"], item["webhook"])
    require(type)
    expect(type, oneOf: ["ABAC", "AlwaysAllow", "AlwaysDeny", "Node", "RBAC", "Webhook"])
    require(name)
    if let text = name.text, !text.isEmpty {
      if let first = names[text] { addDuplicate(name, of: first) } else { expect(name, .subdomain) }
      names[text] = names[text] ?? name
    }
    if type.hasText("Webhook") {
      require(webhook, .noWebhook)
      if webhook.isGiven { authorizationWebhook(webhook, of: item) }
    } else if webhook.isGiven {
      refuse(webhook, .webhookOfOther)
    }
  }

  /// The API server calls the webhook's fields by the authorizer.
  private mutating func authorizationWebhook(_ hook: Field, of item: Field) {
    for name in ["timeout", "authorizedTTL", "unauthorizedTTL"] as [StaticString] {
      // Of these two there is a default.
      if name != "timeout", !hook[name].isGiven { continue }
      let field = hook[name].reported(at: item, name)
      guard let value = hook[name].duration, value.nanoseconds != 0 else {
        require(field)
        continue
      }
      if name == "timeout" { expectDuration(field, from: "1ns", to: "30s") } else { expectPositiveDuration(field) }
    }
    require(hook["subjectAccessReviewVersion"])
    expect(hook["subjectAccessReviewVersion"], oneOf: ["v1", "v1beta1"])
    let (conditions, version) = (hook["matchConditions"], hook["matchConditionSubjectAccessReviewVersion"])
    if !conditions.isEmpty { require(version) }
    expect(version, oneOf: ["v1"])
    expect(conditions, atMostItems: 64)
    for condition in conditions.items { require(condition["expression"]) }
    require(hook["failurePolicy"])
    expect(hook["failurePolicy"], oneOf: ["NoOpinion", "Deny"])
    let (type, path) = (hook["connectionInfo"]["type"], hook["connectionInfo"]["kubeConfigFile"])
    require(type)
    expect(type, oneOf: ["InClusterConfig", "KubeConfigFile"])
    if type.hasText("KubeConfigFile") {
      require(path)
      expectAbsolutePath(path)
    } else if type.hasText("InClusterConfig"), path.isGiven {
      refuse(path, .pathInCluster)
    }
  }
}

extension StaticString {
  fileprivate static func != (left: StaticString, right: StaticString) -> Bool { !(left == right) }

  fileprivate static func == (left: StaticString, right: StaticString) -> Bool {
    Bytes(start: left.utf8Start, count: left.utf8CodeUnitCount)
      .elementsEqual(Bytes(start: right.utf8Start, count: right.utf8CodeUnitCount))
  }
}

extension Message {
  fileprivate static var noAuthorizers: Message {
    Message(
      en: "nobody decides what is allowed: add at least one authorizer such as 'RBAC'",
      ko: "무엇을 허용할지 정하는 것이 없습니다: 'RBAC' 같은 authorizer를 하나 이상 추가하십시오")
  }

  fileprivate static var noWebhook: Message {
    Message(en: "it is not said whom to ask: add 'webhook'", ko: "물어볼 곳이 없습니다: 'webhook'을 추가하십시오")
  }

  fileprivate static var webhookOfOther: Message {
    Message(
      en: "only the type 'Webhook' asks a webhook: remove it or change the type",
      ko: "'Webhook' 형식만 웹훅을 씁니다: 지우거나 형식을 바꾸십시오")
  }

  fileprivate static var pathInCluster: Message {
    Message(
      en: "'InClusterConfig' reads no file: remove 'kubeConfigFile'",
      ko: "'InClusterConfig'는 파일을 읽지 않습니다: 'kubeConfigFile'을 지우십시오")
  }
}
