import Checker
import Findings
import Resources
import Testing

/// The ids found in a text in the newest version.
private func ids(in text: String) -> [String] {
  let engine = Engine()
  let versions = VersionSet("1.37") ?? .all
  let checked = engine.check(Array(text.utf8), versions: versions)
  let lint = engine.lint(checked.manifests, among: ClusterState(checked.manifests)).flatMap { $0 }
  return (checked.findings + lint).map(\.id)
}

@Test(arguments: EngineDocumentation.all.filter { !$0.id.hasPrefix("lint/") && !$0.id.hasPrefix("validation/") })
func examplesShowWhatTheyDocument(documentation: FindingDocumentation) {
  for bad in documentation.bad { #expect(ids(in: bad).contains(documentation.id), "\(bad)") }
  for good in documentation.good { #expect(!ids(in: good).contains(documentation.id), "\(good)") }
}

@Test func documentationIsWholeAndInOrder() {
  let all = EngineDocumentation.all
  #expect(Set(all.map(\.id)).count == all.count)
  for documentation in all {
    #expect(!documentation.what.en.isEmpty && documentation.what.ko != nil, "\(documentation.id)")
    #expect(!documentation.why.en.isEmpty && documentation.why.ko != nil, "\(documentation.id)")
  }
}
