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
      for index in checked.objects.indices
      where checked.objects[index].manifest.node.tree.range == part && !checked.objects[index].findings.isEmpty {
        checked.objects[index].findings = proof.settled(checked.objects[index].findings)
      }
    }
    settled += checked.findings[next...]
    checked.findings = settled
  }
}
