import Findings
import Resources
import YAML

extension Rule {
  /// A Pod names its account by the field of today.
  static let serviceAccountFieldDeprecated = Rule(
    id: "service-account-field-deprecated", category: .deprecation, severity: .info,
    what: Message(en: "the old field 'serviceAccount'", ko: "옛 필드 'serviceAccount'"),
    why: Message(
      en: "It is kept for old clients only, and loses where both are written.",
      ko: "옛 클라이언트를 위해서만 남아 있고, 둘 다 적으면 무시됩니다."),
    advice: Message(en: "Rename it to 'serviceAccountName'.", ko: "'serviceAccountName'으로 바꾸세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          serviceAccountName: web
          containers: [{name: web, image: "web:1.0"}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          serviceAccount: web # ←
          containers: [{name: web, image: "web:1.0"}]
        """),
    ]
  ) { manifest, _, report in
    guard let pod = manifest.pod, pod.node["serviceAccountName"] == nil, let account = pod.node["serviceAccount"],
      let key = account.key
    else { return }
    let rename = Fix(
      title: Message(en: "write 'serviceAccountName'", ko: "'serviceAccountName'으로 적기"),
      edits: [Fix.Edit(range: key.range, replacement: "serviceAccountName")])
    report.add(.oldName, at: account, fix: rename)
  }
}

extension Message {
  fileprivate static let oldName = Message(
    en: "'serviceAccount' is the old name of the field: write 'serviceAccountName'",
    ko: "'serviceAccount'는 옛 필드 이름입니다: 'serviceAccountName'으로 적으세요")
}
