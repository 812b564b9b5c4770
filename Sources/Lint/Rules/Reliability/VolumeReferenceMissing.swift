import Findings
import Resources
import YAML

extension Rule {
  /// What a volume draws on exists.
  ///
  /// Silent unless the set holds objects of that kind in the namespace, and about volumes that are optional.
  static let volumeReferenceMissing = Rule(
    id: "volume-reference-missing", category: .reliability, severity: .warning,
    what: Message(
      en: "a volume of a ConfigMap, Secret or claim that is not there", ko: "없는 ConfigMap이나 Secret, 클레임의 볼륨"),
    why: Message(
      en: "The Pod hangs in ContainerCreating, or pending for a claim, until it exists.",
      ko: "그것이 생길 때까지 Pod가 ContainerCreating이나, 클레임이라면 Pending에서 멈춥니다."),
    advice: Message(
      en: "Correct the name, add the object, or say 'optional: true'.",
      ko: "이름을 고치거나 객체를 추가하거나 'optional: true'로 하세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes:
            - name: settings
              configMap: {name: kept-elsewhere}
          containers: [{name: web, image: "web:1.0", volumeMounts: [{name: settings, mountPath: /etc/web}]}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes:
            - name: settings
              configMap:
                name: setings # ←
          containers: [{name: web, image: "web:1.0", volumeMounts: [{name: settings, mountPath: /etc/web}]}]
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        """),
    ]
  ) { manifest, cluster, report in
    let namespace = manifest.effectiveNamespace
    for volume in manifest.pod?.volumes ?? [] {
      let sources = [
        ("ConfigMap", volume["configMap"]?["name"]), ("Secret", volume["secret"]?["secretName"]),
        ("PersistentVolumeClaim", volume["persistentVolumeClaim"]?["claimName"]),
      ]
      for (kind, name) in sources {
        guard let name, name.isScalar, name.parent?["optional"]?.bool != true, cluster.holds(kind, in: namespace),
          cluster.manifest(kind: kind, name: name.text, namespace: namespace) == nil
        else { continue }
        report.add(.notThere("\(kind)/\(name.text)", namespace), at: name)
      }
    }
  }
}

extension Message {
  fileprivate static func notThere(_ object: String, _ namespace: String) -> Message {
    Message(
      en: "'\(object)' is not in namespace '\(namespace)': correct the name or add it",
      ko: "네임스페이스 '\(namespace)'에 '\(object)'이(가) 없습니다: 이름을 고치거나 추가하세요")
  }
}
