import Findings
import Resources
import YAML

extension Rule {
  /// A container names its image by digest.
  static let imageDigestMissing = Rule(
    id: "image-digest-missing", category: .reliability, severity: .info, isOnByDefault: false,
    what: Message(en: "an image without a digest", ko: "다이제스트가 없는 이미지"),
    why: Message(
      en: "A tag can be moved to other content after review; a digest cannot.",
      ko: "태그는 검토 뒤에도 다른 내용으로 옮겨질 수 있지만 다이제스트는 그럴 수 없습니다."),
    advice: Message(en: "Append '@sha256:…' to the image.", ko: "이미지 뒤에 '@sha256:…'를 붙이세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0@sha256:4f5a9c0d4f5a9c0d4f5a9c0d4f5a9c0d4f5a9c0d4f5a9c0d4f5a9c0d4f5a9c0d
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0 # ←
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.allContainers {
      guard let image = container.image, let name = image.string, ImageName(name).version != .digest else { continue }
      report.add(.noDigest(name), at: image)
    }
  }
}

extension Message {
  fileprivate static func noDigest(_ image: String) -> Message {
    Message(
      en: "image '\(image)' has no digest: append '@sha256:…'",
      ko: "이미지 '\(image)'에 다이제스트가 없습니다: '@sha256:…'를 붙이세요")
  }
}
