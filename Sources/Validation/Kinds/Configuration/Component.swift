import Findings
import Schema

extension KindValidation {
  /// A part that several kustomizations include, of the same form as they.
  static let component = KindValidation.file(
    "kustomize.config.k8s.io/v1alpha1", "Component", readBy: "kustomize",
    examples: [
      Example(
        """
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        configMapGenerator:
        - {name: proxy, behavior: merge, literals: [PORT=8080]}
        """),
      Example(
        """
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        configMapGenerator:
        - name: proxy
          behavior: add # ←
        """),
    ]
  ) { report, file in report.kustomization(file) }
}
