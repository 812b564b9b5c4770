import Findings
import Resources
import YAML

extension Rule {
  /// What a variable is drawn from exists.
  ///
  /// A key that is missing from a ConfigMap or Secret of the set is always a finding; a missing object only where the
  /// set holds others of its kind in the namespace. References that are optional are passed.
  static let envReferenceMissing = Rule(
    id: "env-reference-missing", category: .reliability, severity: .error,
    what: Message(
      en: "a variable from a ConfigMap or Secret, or a key of it, that is not there",
      ko: "없는 ConfigMap이나 Secret, 또는 없는 키의 변수"),
    why: Message(
      en: "The container hangs in CreateContainerConfigError.", ko: "컨테이너가 CreateContainerConfigError에서 멈춥니다."),
    advice: Message(en: "Correct the name or key, or say 'optional: true'.", ko: "이름이나 키를 고치거나 'optional: true'로 하세요."),
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
              env:
                - name: MODE
                  valueFrom: {configMapKeyRef: {name: settings, key: mode}}
                - name: LEVEL
                  valueFrom: {configMapKeyRef: {name: settings, key: level, optional: true}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {mode: fast}
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
              env:
                - name: MODE
                  valueFrom:
                    configMapKeyRef:
                      name: settings
                      key: moed # ←
              envFrom:
                - configMapRef:
                    name: setings # ←
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {mode: fast}
        """),
    ]
  ) { manifest, cluster, report in
    let namespace = manifest.effectiveNamespace
    for container in manifest.allContainers {
      let drawn = container.env.compactMap { $0["valueFrom"] } + container.envFrom
      for source in drawn {
        let references = [
          ("ConfigMap", source["configMapKeyRef"] ?? source["configMapRef"]),
          ("Secret", source["secretKeyRef"] ?? source["secretRef"]),
        ]
        for (kind, reference) in references {
          guard let reference, reference["optional"]?.bool != true, let name = reference["name"], name.isScalar
          else { continue }
          guard let object = cluster.manifest(kind: kind, name: name.text, namespace: namespace) else {
            if cluster.holds(kind, in: namespace) { report.add(.noObject("\(kind)/\(name.text)", namespace), at: name) }
            continue
          }
          guard let key = reference["key"], key.isScalar else { continue }
          let data = [object.node["data"], object.node["stringData"], object.node["binaryData"]]
          if !data.contains(where: { $0?.member(named: key.text) != nil }) {
            report.add(.noKey(key.text, object.displayName), at: key)
          }
        }
      }
    }
  }
}

extension Message {
  fileprivate static func noObject(_ object: String, _ namespace: String) -> Message {
    Message(
      en: "'\(object)' is not in namespace '\(namespace)': correct the name or add it",
      ko: "네임스페이스 '\(namespace)'에 '\(object)'이(가) 없습니다: 이름을 고치거나 추가하세요")
  }

  fileprivate static func noKey(_ key: String, _ object: String) -> Message {
    Message(
      en: "'\(object)' has no key '\(key)': correct the key or add it",
      ko: "'\(object)'에 키 '\(key)'이(가) 없습니다: 키를 고치거나 추가하세요")
  }
}
