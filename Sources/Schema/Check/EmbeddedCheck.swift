import Findings
import YAML

/// Objects inside configuration files: what a program hands on to a plugin, with a kind of its own.
extension StructureCheck {
  /// An object that says its kind is checked by it; the arguments of a plugin of the scheduler by the plugin's name.
  /// Of others nothing is known.
  mutating func walkEmbedded(_ index: Int32, _ versions: VersionSet) {
    guard nodes[Int(index)].kind == .mapping else { return wrongForm(index, nil, versions) }
    guard let facts = embeddedKind(of: node(index)) else { return checkAllFinite(index, versions) }
    let active = versions.intersection(facts.versions)
    guard !active.isEmpty else { return }
    let mark = findings.count
    walk(index, facts.shape, active)
    ConfigurationReader(of: facts)?.speak(in: &findings, versions: asked, from: mark)
  }

  private func embeddedKind(of node: Node) -> KindFacts? {
    if let apiVersion = node["apiVersion"]?.string, let kind = node["kind"]?.string {
      let facts = catalogue.kind(apiVersion: apiVersion, kind: kind)
      // An object of a cluster is no configuration; kubeconfig's extensions hold what they like.
      return facts?.scope == .file ? facts : nil
    }
    guard let plugin = node.parent?["name"]?.string, let version = tree.root["apiVersion"]?.string else { return nil }
    return catalogue.kind(apiVersion: version, kind: plugin + "Args")
  }
}
