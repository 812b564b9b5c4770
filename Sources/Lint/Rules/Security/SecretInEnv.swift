import Findings
import Resources
import YAML

extension Rule {
  /// A container's credentials are not written in its manifest.
  ///
  /// What a name means is judged by its last words: `TOKEN_TTL` and `PASSWORD_FILE` are no credentials.
  static let secretInEnv = Rule(
    id: "secret-in-env", category: .security, severity: .error,
    what: Message(en: "a variable with a credential in clear text", ko: "평문 자격 증명이 담긴 변수"),
    why: Message(
      en: "Whoever reads the manifest, the repository or the Pod has the credential.",
      ko: "매니페스트나 저장소, Pod를 읽는 누구나 그 자격 증명을 갖게 됩니다."),
    advice: Message(
      en: "Take the value from a Secret with 'valueFrom.secretKeyRef', and change the credential.",
      ko: "'valueFrom.secretKeyRef'로 Secret에서 값을 가져오고, 자격 증명은 바꾸세요."),
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
                - name: DB_PASSWORD
                  valueFrom: {secretKeyRef: {name: db, key: password}}
                - {name: TOKEN_TTL, value: "3600"}
                - {name: PASSWORD_FILE, value: /run/secrets/password}
                - {name: DB_URL, value: "postgres://app:$(DB_PASSWORD)@db/app"}
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
                - name: DB_PASSWORD
                  value: hunter2 # ←
                - name: apiKey
                  value: 0e9d4c1b # ←
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.allContainers {
      for variable in container.env {
        guard let name = variable["name"]?.text, let value = variable["value"],
          Credential.isWritten(value.text, as: name)
        else { continue }
        report.add(.inClear(name), at: value)
      }
    }
  }
}

extension Message {
  fileprivate static func inClear(_ name: String) -> Message {
    Message(
      en: "'\(name)' is a credential in clear text: take it from a Secret",
      ko: "'\(name)'은(는) 평문 자격 증명입니다: Secret에서 가져오세요"
    )
  }
}
