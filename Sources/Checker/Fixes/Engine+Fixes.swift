import Findings
import Resources
import Schema
import YAML

extension Engine {
  /// Proves the fixes of a text document by document, and leaves of several findings about one mistake its cause.
  func settle(_ checked: inout CheckedStream, among kinds: CustomKinds, versions: VersionSet) {
    guard checked.findings.contains(where: { $0.severity == .error || $0.fix != nil }) else { return }
    var parts = checked.stream.documents.map { $0.range } + checked.stream.unreadable
    parts.sort()
    var settled: [Finding] = []
    var next = 0
    var object = 0
    var last: SourceRange?
    var budget = FixProof.budget
    for part in parts where part != last {
      last = part
      while next < checked.findings.count, checked.findings[next].range.start < part.start {
        settled.append(checked.findings[next])
        next += 1
      }
      var ours: [Finding] = []
      while next < checked.findings.count,
        checked.findings[next].range.start < part.end || part.end == checked.stream.source.count
      {
        ours.append(checked.findings[next])
        next += 1
      }
      var proof = FixProof(
        engine: self, among: kinds, source: checked.stream.source, part: part, versions: versions, findings: ours,
        budget: budget)
      proof.settle()
      budget = proof.budget
      settled += proof.findings
      guard proof.findings != ours else { continue }
      let byPlace = proof.settledByPlace
      while object < checked.objects.count, checked.objects[object].manifest.node.tree.range < part { object += 1 }
      while object < checked.objects.count, checked.objects[object].manifest.node.tree.range == part {
        checked.objects[object].findings = checked.objects[object].findings.compactMap { finding in
          byPlace[finding.range.start]?.first { $0.id == finding.id && $0.path == finding.path }
        }
        object += 1
      }
    }
    settled += checked.findings[next...]
    checked.findings = settled
  }
}
