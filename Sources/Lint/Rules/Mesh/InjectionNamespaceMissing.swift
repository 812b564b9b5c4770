import Findings
import Resources
import YAML

extension Rule {
  /// A namespace says whether it is in the mesh.
  ///
  /// Silent unless another namespace of the set is in an Istio mesh, and about the cluster's own namespaces.
  static let injectionNamespaceMissing = Rule(
    id: "injection-namespace-missing", category: .mesh, severity: .info,
    what: Message(en: "a namespace outside the mesh, beside others inside", ko: "다른 네임스페이스와 달리 메시 밖에 있는 네임스페이스"),
    why: Message(
      en: "Its Pods speak plain text and are refused where mutual TLS is strict.",
      ko: "그 Pod는 평문으로 말하고 상호 TLS가 엄격한 곳에서 거절됩니다."),
    advice: Message(
      en: "Add 'istio-injection: enabled', or 'disabled' on purpose.",
      ko: "'istio-injection: enabled'를, 의도한 것이면 'disabled'를 추가하세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            istio-injection: enabled
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: batch
          labels: {istio-injection: disabled}
        """),
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            istio-injection: enabled
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: batch # ←
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.kind == "Namespace", let name = manifest.metadata?["name"], name.isScalar,
      !name.text.hasPrefix("kube-"), !name.text.hasPrefix("istio-"), !manifest.hasMeshLabel,
      cluster.manifests(ofKind: "Namespace").contains(where: { $0.isMeshNamespace })
    else { return }
    report.add(.outside(name.text), at: name)
  }
}

extension Message {
  fileprivate static func outside(_ namespace: String) -> Message {
    Message(
      en: "namespace '\(namespace)' is outside the mesh: label it, with 'disabled' if that is meant",
      ko: "네임스페이스 '\(namespace)'이(가) 메시 밖에 있습니다: 레이블을 붙이고, 의도한 것이면 'disabled'로 하세요")
  }
}
