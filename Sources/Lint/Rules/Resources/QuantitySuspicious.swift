import Findings
import Resources
import YAML

extension Rule {
  /// Amounts are of the size that people mean.
  ///
  /// Bytes with the suffix `m` are thousandths of a byte. A container cannot start within a memory limit below
  /// some MiB, so a number of bytes under 1 MiB has lost its suffix. No node has hundreds of cores to give to one
  /// container, so a whole number above 256 has lost its `m`.
  static let quantitySuspicious = Rule(
    id: "quantity-suspicious", category: .resources, severity: .warning,
    what: Message(en: "an amount that is hardly meant", ko: "의도했을 리 없는 수량"),
    why: Message(
      en: "'memory: 512m' is half a byte and 'cpu: 500' are five hundred cores; every schema takes both.",
      ko: "'memory: 512m'은 반 바이트, 'cpu: 500'은 코어 오백 개이지만 스키마는 모두 통과시킵니다."),
    advice: Message(
      en: "Write memory in 'Mi' or 'Gi', and CPU in cores or thousandths, '500m'.",
      ko: "메모리는 'Mi'나 'Gi'로, CPU는 코어 수나 천분의 일 '500m'으로 적으세요."),
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
              resources:
                requests: {cpu: 500m, memory: 512Mi}
                limits: {cpu: 2, memory: 536870912}
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
              resources:
                requests:
                  cpu: 500 # ←
                  memory: 512m # ←
                limits:
                  memory: 512 # ←
        """),
    ]
  ) { manifest, _, report in
    var amounts: [Node] = manifest.pod?.node["resources"].map { [$0] } ?? []
    amounts += manifest.allContainers.compactMap { $0.resources }
    if manifest.kind == "PersistentVolumeClaim" { amounts += manifest.spec?["resources"].map { [$0] } ?? [] }
    for group in amounts.flatMap({ [$0["requests"], $0["limits"]] }).compactMap({ $0 }) {
      for entry in group.entries {
        let written = entry.value.text
        switch entry.key.text {
        case "cpu":
          guard let cores = Int64(written), cores > 256 else { continue }
          report.add(.cores(written), at: entry.value, fix: .write(written + "m", at: entry.value))
        case "memory", "storage", "ephemeral-storage":
          if written.hasSuffix("m"), Int64(written.dropLast()) != nil {
            let fixed = String(written.dropLast()) + "Mi"
            report.add(.thousandths(written), at: entry.value, fix: .write(fixed, at: entry.value))
          } else if let bytes = Int64(written), bytes > 0, bytes < 1 << 20 {
            report.add(.bytes(written), at: entry.value, fix: .write(written + "Mi", at: entry.value))
          }
        default: continue
        }
      }
    }
  }
}

extension Fix {
  fileprivate static func write(_ text: String, at node: Node) -> Fix {
    Fix(
      title: Message(en: "write '\(text)'", ko: "'\(text)'(으)로 적기"),
      edits: [Edit(range: node.range, replacement: text)])
  }
}

extension Message {
  fileprivate static func cores(_ text: String) -> Message {
    Message(
      en: "'\(text)' are that many cores: write '\(text)m' for thousandths",
      ko: "'\(text)'은(는) 그만큼의 코어입니다: 천분의 일이라면 '\(text)m'으로 적으세요")
  }

  fileprivate static func thousandths(_ text: String) -> Message {
    Message(
      en: "'\(text)' are thousandths of a byte: write 'Mi'", ko: "'\(text)'은(는) 바이트의 천분의 일입니다: 'Mi'로 적으세요")
  }

  fileprivate static func bytes(_ text: String) -> Message {
    Message(
      en: "'\(text)' are bytes, too few for any program: write a suffix, such as '\(text)Mi'",
      ko: "'\(text)'은(는) 바이트라서 어떤 프로그램에도 모자랍니다: '\(text)Mi'처럼 단위를 적으세요")
  }
}
