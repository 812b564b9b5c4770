import Findings
import Resources
import YAML

extension Rule {
  /// No Pod holds the socket of a container runtime.
  static let containerRuntimeSocket = Rule(
    id: "container-runtime-socket", category: .security, severity: .error,
    what: Message(en: "a mounted socket of the container runtime", ko: "마운트된 컨테이너 런타임 소켓"),
    why: Message(
      en: "Who holds the socket starts any container, privileged ones too, and so controls the node.",
      ko: "소켓을 가지면 특권 컨테이너까지 무엇이든 띄울 수 있어 노드를 지배합니다."),
    advice: Message(
      en: "Remove the mount; to build images, use a builder that needs no daemon.",
      ko: "마운트를 지우세요. 이미지를 빌드하려면 데몬이 필요 없는 빌더를 쓰세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes:
            - name: data
              emptyDir: {}
          containers:
            - name: web
              image: web:1.0
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes:
            - name: docker
              hostPath:
                path: /var/run/docker.sock # ←
            - name: whole-folder
              hostPath:
                path: /run/containerd/ # ←
          containers:
            - name: web
              image: web:1.0
        """),
    ]
  ) { manifest, _, report in
    for path in manifest.pod?.volumes.compactMap({ $0["hostPath"]?["path"] }) ?? [] where leadsToSocket(path.text) {
      report.add(.socket(path.text), at: path)
    }
  }
}

/// Whether a path is a runtime's socket, or the folder around it. `/var/run` is a link to `/run`.
private func leadsToSocket(_ path: String) -> Bool {
  var path = path
  while path.hasSuffix("/") { path.removeLast() }
  if path.hasPrefix("/var/run/") { path.removeFirst(4) }
  return switch path {
  case "/run/docker.sock", "/run/cri-dockerd.sock", "/run/containerd", "/run/containerd/containerd.sock", "/run/crio",
    "/run/crio/crio.sock", "/run/podman", "/run/podman/podman.sock":
    true
  default: false
  }
}

extension Message {
  fileprivate static func socket(_ path: String) -> Message {
    Message(
      en: "'\(path)' leads to the container runtime's socket: remove it", ko: "'\(path)'은(는) 컨테이너 런타임의 소켓으로 이어집니다: 지우세요"
    )
  }
}
