import Findings
import Schema

extension KindValidation {
  /// groups.md 3.4
  static let ingressClass = KindValidation(
    "networking.k8s.io/v1", "IngressClass", scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: nginx}
        spec:
          controller: k8s.io/ingress-nginx
          parameters: {kind: ConfigMap, name: nginx, scope: Namespace, namespace: ingress}
        """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: nginx}
        spec:
          controller: ingress-nginx # ←
          parameters:
            kind: ConfigMap
            name: nginx
            namespace: ingress # ←
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.expect(spec["controller"], atMostBytes: 250)
    report.require(spec["controller"])
    report.expectDomainPath(spec["controller"])
    if spec["parameters"].isGiven { report.parameters(spec["parameters"]) }
  }
}

extension Report {
  fileprivate mutating func parameters(_ parameters: Field) {
    let (scope, namespace) = (parameters["scope"], parameters["namespace"])
    typedReference(parameters)
    expect(given: scope, oneOf: ["Cluster", "Namespace"])
    if scope.hasText("Namespace") {
      if !namespace.isGiven { require(namespace) }
      expect(given: namespace, .label)
    } else if !scope.isGiven || scope.hasText("Cluster") {
      forbid(namespace, .namespaceOfCluster)
    }
  }
}

extension Message {
  fileprivate static var namespaceOfCluster: Message {
    Message(
      en: "parameters of the whole cluster lie in no namespace: remove 'namespace', or write 'scope: Namespace'",
      ko: "클러스터 전체의 파라미터는 네임스페이스에 속하지 않습니다: 'namespace'를 지우거나 'scope: Namespace'를 쓰십시오")
  }
}
