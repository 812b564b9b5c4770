import Findings
import Resources
import YAML

extension Rule {
  /// A volume of a Pod is mounted.
  static let volumeUnused = Rule(
    id: "volume-unused", category: .style, severity: .info,
    what: Message(en: "a volume that no container mounts", ko: "어떤 컨테이너도 마운트하지 않는 볼륨"),
    why: Message(
      en: "It is made, attached and waited for, for nothing; mostly a mount is missing.",
      ko: "쓸모없이 만들고 붙이고 기다리게 되며, 대개는 마운트를 빠뜨린 것입니다."),
    advice: Message(en: "Mount it, or remove it.", ko: "마운트하거나 지우세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes: [{name: tmp, emptyDir: {}}]
          containers: [{name: web, image: "web:1.0", volumeMounts: [{name: tmp, mountPath: /tmp}]}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes:
            - name: tmp # ←
              emptyDir: {}
          containers: [{name: web, image: "web:1.0"}]
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod else { return }
    var used: Set<String> = []
    for container in pod.allContainers {
      for mount in container.volumeMounts + container.volumeDevices { used.insert(mount["name"]?.text ?? "") }
    }
    for name in pod.volumes.compactMap({ $0["name"] }) where !used.contains(name.text) {
      report.add(.unused(name.text), at: name)
    }
  }
}

extension Message {
  fileprivate static func unused(_ volume: String) -> Message {
    Message(
      en: "no container mounts volume '\(volume)': mount it or remove it",
      ko: "볼륨 '\(volume)'을(를) 마운트하는 컨테이너가 없습니다: 마운트하거나 지우세요")
  }
}
