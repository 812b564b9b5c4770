import Findings
import Resources
import YAML

extension Rule {
  /// A tag that moves is pulled every time.
  ///
  /// An absent policy is `Always` for such an image by defaulting (`pkg/apis/core/v1/defaults.go`).
  static let imagePullPolicy = Rule(
    id: "image-pull-policy", category: .reliability, severity: .info,
    what: Message(
      en: "a moving tag with a pull policy other than 'Always'", ko: "움직이는 태그에 'Always'가 아닌 풀 정책"),
    why: Message(
      en: "A node that has pulled the tag before goes on with its old copy.",
      ko: "전에 그 태그를 받아 둔 노드는 옛 이미지를 계속 씁니다."),
    advice: Message(
      en: "Use a fixed tag, or leave 'imagePullPolicy' out.", ko: "고정된 태그를 쓰거나 'imagePullPolicy'를 빼세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: fixed
              image: web:1.0
              imagePullPolicy: IfNotPresent
            - name: moving
              image: web
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:latest
              imagePullPolicy: IfNotPresent # ←
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.allContainers {
      guard let image = container.image?.string, let policy = container.node["imagePullPolicy"],
        !policy.hasText("Always")
      else { continue }
      switch ImageName(image).version {
      case .none, .tag("latest"): report.add(.stale(policy.text, image), at: policy)
      case .tag, .digest: break
      }
    }
  }
}

extension Message {
  fileprivate static func stale(_ policy: String, _ image: String) -> Message {
    Message(
      en: "policy '\(policy)' keeps old copies of '\(image)': name a version, or pull 'Always'",
      ko: "정책 '\(policy)'은(는) '\(image)'의 옛 복사본을 남깁니다: 버전을 적거나 'Always'로 받으세요")
  }
}
