import Findings
import Resources
import YAML

extension Rule {
  /// A container names its image by a tag that stays, or by digest.
  static let imageTagLatest = Rule(
    id: "image-tag-latest", category: .reliability, severity: .error,
    what: Message(
      en: "an image without a tag, or with the tag 'latest'", ko: "태그가 없거나 'latest' 태그인 이미지"),
    why: Message(
      en: "What such a name means changes with every push, so two Pods of one workload may run different programs.",
      ko: "이런 이름이 가리키는 내용은 푸시할 때마다 바뀌므로, 한 워크로드의 두 Pod가 서로 다른 프로그램을 실행할 수 있습니다."),
    advice: Message(en: "Name a version tag or a digest.", ko: "버전 태그나 다이제스트를 적으세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: nginx:1.27
            - name: pinned
              image: registry.example:5000/web@sha256:4f5a9c0d4f5a9c0d4f5a9c0d4f5a9c0d4f5a9c0d4f5a9c0d4f5a9c0d4f5a9c0d
            - name: not-the-tag
              image: my-latest-app:1.0
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          initContainers:
            - name: prepare
              image: busybox # ←
          containers:
            - name: web
              image: nginx:latest # ←
            - name: port-is-no-tag
              image: registry.example:5000/web # ←
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.allContainers {
      guard let image = container.image, let name = image.string, !name.isEmpty else { continue }
      switch ImageName(name).version {
      case .none: report.add(.untagged(name), at: image)
      case .tag("latest"): report.add(.latest(name), at: image)
      case .tag, .digest: break
      }
    }
  }
}

extension Message {
  fileprivate static func untagged(_ image: String) -> Message {
    Message(
      en: "image '\(image)' has no tag: name a version", ko: "이미지 '\(image)'에 태그가 없습니다: 버전을 적으세요")
  }

  fileprivate static func latest(_ image: String) -> Message {
    Message(
      en: "image '\(image)' follows 'latest': name a version",
      ko: "이미지 '\(image)'이(가) 'latest'를 따라갑니다: 버전을 적으세요")
  }
}
