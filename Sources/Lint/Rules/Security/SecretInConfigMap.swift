import Findings
import Resources
import YAML

extension Rule {
  /// Credentials are not kept in ConfigMaps. Names are judged as `secret-in-env` does.
  static let secretInConfigMap = Rule(
    id: "secret-in-configmap", category: .security, severity: .error,
    what: Message(en: "a credential in a ConfigMap", ko: "ConfigMap에 담긴 자격 증명"),
    why: Message(
      en: "ConfigMaps are readable by many, and are printed by every tool.",
      ko: "ConfigMap은 읽을 수 있는 사람이 많고 모든 도구가 그대로 출력합니다."),
    advice: Message(en: "Move it to a Secret, and change the credential.", ko: "Secret으로 옮기고 자격 증명은 바꾸세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data:
          token-ttl: "3600"
          password-file: /run/secrets/password
        """),
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data:
          db.password: hunter2 # ←
        """),
    ]
  ) { manifest, _, report in
    guard manifest.kind == "ConfigMap", let data = manifest.node["data"] else { return }
    for entry in data.entries where Credential.isWritten(entry.value.text, as: entry.key.text) {
      report.add(.inConfigMap(entry.key.text), at: entry.value)
    }
  }
}

extension Message {
  fileprivate static func inConfigMap(_ key: String) -> Message {
    Message(en: "'\(key)' is a credential: move it to a Secret", ko: "'\(key)'은(는) 자격 증명입니다: Secret으로 옮기세요")
  }
}
