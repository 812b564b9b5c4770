import Findings
import YAML

extension Report {
  /// Who has set which fields: written by the API server, and judged where a client sends it (core.md 1.7). A list with
  /// an entry that cannot be decoded is dropped whole before, so that other operations and types are never refused
  /// (META18, META19).
  mutating func managedFields(_ list: Field) {
    let (operations, types): (Words, Words) = (["Apply", "Update"], ["FieldsV1"])
    for entry in list.items where !operations.contains(entry["operation"]) || !types.contains(entry["fieldsType"]) {
      return
    }
    for entry in list.items {
      let manager = entry["manager"]
      expect(manager, atMostBytes: 128)  // META20
      if (manager.text ?? "").unicodeScalars.contains(where: { $0.value < 32 || (127...159).contains($0.value) }) {
        refuse(manager, .unprintable)  // META21
      }
      expect(entry["subresource"], atMostBytes: 256)  // META22
    }
  }
}

extension Message {
  fileprivate static var unprintable: Message {
    Message(
      en: "the name holds characters that cannot be shown: remove 'managedFields', which is no part of a manifest",
      ko: "이름에 표시할 수 없는 문자가 있습니다: 매니페스트에 속하지 않는 'managedFields'를 지우십시오")
  }
}
