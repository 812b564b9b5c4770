import Checker
import Findings
import Resources

/// A rule's examples as pages show them: judged by the engine, like every other manifest.
enum ExampleProof {
  static func snippet(_ text: String, isGood: Bool, _ id: String) -> SnippetView {
    let engine = Engine()
    let versions = VersionSet(KubernetesVersion.newest)
    let checked = engine.check(Array(text.utf8), versions: versions)
    let lint = engine.lint(checked.manifests, among: ClusterState(checked.manifests)).flatMap { $0 }
    let findings = isGood ? [] : (checked.findings + lint).filter { $0.id == id }
    return SnippetView(
      language: "yaml", text: text.hasSuffix("\n") ? text : text + "\n",
      findings: findings.sortedByPlace())
  }
}
