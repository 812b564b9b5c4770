import Findings
import Resources
import YAML

extension Rule {
  /// A Pod does not leave the mesh by itself.
  static let injectionDisabled = Rule(
    id: "injection-disabled", category: .mesh, severity: .warning, isOnByDefault: false,
    what: Message(en: "a Pod that opts out of the mesh", ko: "메시에서 빠지는 Pod"),
    why: Message(
      en: "It speaks plain text, and policies of the mesh do not guard it.", ko: "평문으로 말하고 메시의 정책이 지켜 주지 않습니다."),
    advice: Message(en: "Remove the label or annotation.", ko: "레이블이나 주석을 지우세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels: {sidecar.istio.io/inject: "true"}
        spec: {containers: [{name: web, image: "web:1.0"}]}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels: {sidecar.istio.io/inject: "false"} # ←
        spec: {containers: [{name: web, image: "web:1.0"}]}
        """),
    ]
  ) { manifest, _, report in
    guard let template = manifest.podTemplate else { return }
    for labels in [template.labels, template.annotations] {
      if let written = labels.value(of: "sidecar.istio.io/inject"), written.hasText("false") {
        report.add(.optsOut, at: written)
      }
    }
  }
}

extension Message {
  fileprivate static let optsOut = Message(
    en: "the Pod leaves the mesh and its policies: remove this", ko: "이 Pod는 메시와 그 정책에서 빠집니다: 이것을 지우세요")
}
