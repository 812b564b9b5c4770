import Foundation
import Resources
import YAML

/// A case of `Tests/Conformance/behaviour`: what a real control plane decided. JSON is read as the YAML that it is.
struct BehaviourCase {
  let id: String
  let topic: String
  let given: Node
  let expect: Node

  static func all(_ file: String) throws -> [BehaviourCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Conformance/behaviour/\(file).jsonl"), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      guard let root = YAMLStream(parsing: String(line)).documents.first?.root, let given = root["given"],
        let expect = root["expect"]
      else { return nil }
      return BehaviourCase(id: root["id"]?.text ?? "", topic: root["topic"]?.text ?? "", given: given, expect: expect)
    }
  }

  var manifests: [Manifest] { BehaviourCase.manifests(given["manifests"]?.text ?? "") }

  /// The cases were written by a tool for which `y` and `n` are texts, which they are not to the API server.
  static func manifests(_ text: String) -> [Manifest] {
    var text = text
    for word in ["y", "n"] { text = text.replacingOccurrences(of: ": \(word)\n", with: ": '\(word)'\n") }
    for word in ["y", "n"] { text = text.replacingOccurrences(of: "- \(word)\n", with: "- '\(word)'\n") }
    return YAMLStream(parsing: text).documents.flatMap { Manifest.manifests(in: $0.root) }
  }
}
