import Findings
import Grading
import YAML

/// A request to grade a submission, as a page makes it: JSON with the lab's texts and the learner's.
///
///     {"lab": {"id": "slow-starter", "yaml": "format: 1\n…", "given": [{"name": "…", "text": "…"}]},
///      "files": [{"name": "web.yaml", "text": "…"}], "versions": "1.34-1.37", "language": "en"}
///
/// `definitions` may hold a text with CustomResourceDefinitions.
///
/// The answer is the grade that `drydock lab check --format json` prints; a request that cannot be read is answered
/// by `{"error": …}`.
public enum GradeRequest {
  public static func answer(to request: String) -> String {
    guard let root = YAMLStream(parsing: request).documents.first?.root, let lab = root["lab"],
      let id = lab["id"]?.text, let yaml = lab["yaml"]?.text
    else {
      return CheckRequest.error("a request is a JSON object with 'lab' (with 'id' and 'yaml') and 'files'")
    }
    guard let versions = VersionSet(root["versions"]?.text ?? "1.34-1.37"), !versions.isEmpty else {
      return CheckRequest.error("'versions' names no versions: write '1.34' or '1.30-1.34'")
    }
    let labFiles = LabFiles(id: id, labYAML: LabFile(name: "lab.yaml", text: yaml), given: files(lab["given"]))
    let (readable, findings) = Lab.read(labFiles)
    guard let readable else {
      let source = SourceText(name: "lab.yaml", text: yaml)
      return CheckRequest.error(findings.first.map { LocatedFinding($0, in: source).plainText() } ?? "no lab")
    }
    let grade = Grader.grade(
      lab: readable, files: files(root["files"]), given: labFiles.given,
      judge: Engine(definitions: CheckRequest.definitions(in: root)).judge, versions: versions,
      language: root["language"]?.text ?? "en")
    return grade.json.text
  }

  private static func files(_ list: Node?) -> [LabFile] {
    var files: [LabFile] = []
    guard let list else { return files }
    for item in list.items {
      files.append(LabFile(name: item["name"]?.text ?? "-", text: item["text"]?.text ?? ""))
    }
    return files
  }
}
