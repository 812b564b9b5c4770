import Findings
public import Grading
import Resources
import YAML

extension Engine {
  /// What the engine is, for the digests of grades: its version and that of its rules.
  public static let name = "drydock 0.1.0"

  /// The engine as graders ask it: the findings in each file, lint among all of them included.
  public var judge: Judge {
    Judge(engine: Engine.name) { files, given, versions in
      var together: [Manifest] = []
      for file in given { together += Engine.manifests(of: file.text) }
      // Files may lean on each other's objects, in any order.
      var all = together
      for file in files { all += Engine.manifests(of: file.text) }
      var checked: [CheckedStream] = []
      for file in files { checked.append(self.check(Array(file.text.utf8), versions: versions, given: all)) }
      for stream in checked { together += stream.manifests }
      let cluster = ClusterState(together)
      var judgements: [Judgement] = []
      for stream in checked {
        var found = stream.findings
        for list in self.lint(stream.manifests, among: cluster) { found += list }
        var judgement = Judgement(findings: found.sortedByPlace())
        for object in stream.objects {
          guard let reason = object.verdict.reason, !object.verdict.unknown.isEmpty else { continue }
          let place = object.manifest.node["kind"] ?? object.manifest.node
          judgement.unjudged.append((place.range, reason))
        }
        judgements.append(judgement)
      }
      return judgements
    }
  }

  private static func manifests(of text: String) -> [Manifest] {
    YAMLStream(parsing: text).documents.flatMap { Manifest.manifests(in: $0.root) }
  }
}
