import Findings
import Resources
import Schema
import YAML

/// A request to judge a text, as a page makes it: JSON with `text`, and where wanted `name`, `versions`, `language`, and
/// `definitions`, a text with CustomResourceDefinitions.
///
///     {"name": "web.yaml", "text": "apiVersion: v1\n…", "versions": "1.34-1.37", "language": "ko"}
///
/// The answer is the JSON report of `drydock check`; a request that cannot be read is answered by `{"error": …}`.
public enum CheckRequest {
  public static func answer(to request: String) -> String {
    guard let root = YAMLStream(parsing: request).documents.first?.root, let text = root["text"]?.text else {
      return Self.error("a request is a JSON object with 'text'")
    }
    guard let versions = VersionSet(root["versions"]?.text ?? "1.34-1.37"), !versions.isEmpty else {
      return Self.error("'versions' names no versions: write '1.34' or '1.30-1.34'")
    }
    let source = SourceText(name: root["name"]?.text ?? "-", text: text)
    let engine = Engine(definitions: definitions(in: root))
    let checked = engine.check(source.bytes, versions: versions)
    let lint = engine.lint(checked.manifests, among: ClusterState(checked.manifests)).flatMap { $0 }
    return CheckReport(of: checked, lint: lint, source: source, versions: versions)
      .json(language: root["language"]?.text ?? "en").text
  }

  /// The definitions of custom resources that come with a request.
  static func definitions(in request: Node) -> CustomResourceDefinitions {
    var surroundings = Surroundings()
    if let text = request["definitions"]?.text { surroundings.add(YAMLStream(parsing: text)) }
    return surroundings.definitions
  }

  static func error(_ message: String) -> String { JSON.object([("error", .string(message))]).text }
}
