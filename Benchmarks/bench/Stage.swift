import ArgumentParser
import CEvents
import Checker
import Findings
import Resources
import Schema
import YAML

/// How far the engine goes with each text; every stage does what the one before it does, and more.
enum Stage: String, CaseIterable, ExpressibleByArgument {
  case events, yaml, schema, server, fixes, lint

  var name: String {
    switch self {
    case .events: "libyaml's events, in C"
    case .yaml: "YAML"
    case .schema: "+ schema"
    case .server: "+ API-server rules"
    case .fixes: "+ fixes, each tried"
    case .lint: "+ lint"
    }
  }

  /// Goes through all texts once. The answer hangs on all that was done, so that nothing of it is optimised away.
  func run(_ corpus: Corpus, _ engine: Engine, _ catalogue: Catalogue, _ versions: VersionSet) -> Int {
    var sum = 0
    for text in corpus.texts {
      switch self {
      case .events: sum += text.withUnsafeBufferPointer { drydock_read_events($0.baseAddress, $0.count) }
      case .yaml: sum += YAMLStream(parsing: text).documents.count
      case .schema:
        for tree in YAMLStream(parsing: text).documents {
          for manifest in Manifest.manifests(in: tree.root) {
            sum += check(manifest.node, against: catalogue, versions: versions).count + 1
          }
        }
      case .server: sum += engine.check(text, versions: versions, provingFixes: false).findings.count
      case .fixes: sum += engine.check(text, versions: versions).findings.count
      case .lint:
        let objects = engine.check(text, versions: versions).manifests
        sum += engine.lint(objects, among: ClusterState(objects)).count
      }
    }
    return sum
  }
}
