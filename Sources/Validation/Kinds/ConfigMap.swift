import Findings
import Schema
import YAML

extension KindValidation {
  /// core.md 4.3
  static let configMap = KindValidation(
    "v1", "ConfigMap",
    examples: [
      Example("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n  app.properties: \"port=8080\""),
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web}
        data:
          conf/app: port=8080 # ←
          logo: text # ←
        binaryData:
          logo: aGk=
        """),
    ]
  ) { report, object in
    let (data, binary) = (object["data"], object["binaryData"])
    var bytes = 0
    for (key, value) in data.entries {
      report.expect(given: key, .configKey)  // CM1
      if binary.node?.member(named: key.written) != nil { report.refuse(key, .keyTwice(key)) }  // CM2
      bytes += value.node?.withText { $0.count } ?? 0
    }
    for (key, value) in binary.entries {
      report.expect(given: key, .configKey)  // CM3
      bytes += value.node?.withText { Base64.decodedCount($0) } ?? 0
    }
    if bytes > 1_048_576 { report.addTooLong(object, 1_048_576) }  // CM4
  }
}

extension Message {
  fileprivate static func keyTwice(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' stands in 'binaryData' too: keep it in one",
      ko: "'\(key.written)'이(가) 'binaryData'에도 있습니다: 한쪽에만 두십시오")
  }
}
