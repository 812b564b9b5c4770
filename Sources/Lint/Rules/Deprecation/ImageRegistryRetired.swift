import Findings
import Resources
import YAML

extension Rule {
  /// Images come from registries that are still fed.
  static let imageRegistryRetired = Rule(
    id: "image-registry-retired", category: .deprecation, severity: .warning,
    what: Message(en: "an image from a retired registry", ko: "폐지된 레지스트리의 이미지"),
    why: Message(
      en: "The registry gets no new images and no fixes, and pulls from it may end.",
      ko: "새 이미지도 수정도 오지 않고, 받기가 중단될 수 있습니다."),
    advice: Message(en: "Use 'registry.k8s.io'.", ko: "'registry.k8s.io'를 쓰세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: pause
              image: registry.k8s.io/pause:3.10
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: pause
              image: k8s.gcr.io/pause:3.9 # ←
        """),
    ]
  ) { manifest, _, report in
    for image in manifest.allContainers.compactMap({ $0.image }) {
      guard
        let retired = ["k8s.gcr.io/", "gcr.io/google-containers/", "gcr.io/google_containers/"].first(
          where: { image.text.hasPrefix($0) })
      else { continue }
      report.add(.retired(String(retired.dropLast())), at: image)
    }
  }
}

extension Message {
  fileprivate static func retired(_ registry: String) -> Message {
    Message(
      en: "'\(registry)' is retired: take the image from 'registry.k8s.io'",
      ko: "'\(registry)'은(는) 폐지되었습니다: 'registry.k8s.io'에서 가져오세요")
  }
}
