import Findings
import Resources
import YAML

extension Rule {
  /// A container may use CPU that nobody else wants. Contested; `cpu-limit-missing` asks for the opposite.
  static let cpuLimitSet = Rule(
    id: "cpu-limit-set", category: .resources, severity: .info, isOnByDefault: false,
    what: Message(en: "a container with a CPU limit", ko: "CPU 제한이 있는 컨테이너"),
    why: Message(
      en: "The limit throttles the container although its node has CPU to spare.",
      ko: "노드에 CPU가 남아도 제한이 컨테이너를 늦춥니다."),
    advice: Message(en: "Remove the limit and keep the request.", ko: "제한을 지우고 요청은 남기세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              resources: {requests: {cpu: 100m}}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              resources: {limits: {cpu: 100m}} # ←
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.allContainers {
      if let limit = container.limits?["cpu"] { report.add(.throttles(container.title), at: limit) }
    }
  }
}

extension Message {
  fileprivate static func throttles(_ container: String) -> Message {
    Message(
      en: "the limit throttles container '\(container)' even on an idle node: keep only the request",
      ko: "이 제한은 한가한 노드에서도 컨테이너 '\(container)'을(를) 늦춥니다: 요청만 남기세요")
  }
}
