import Findings
import Foundation
import Resources
import Testing
import Validation
import YAML

/// A manifest with what a real API server of 1.36 answered.
private struct Case: Decodable {
  struct Failure: Decodable {
    var type: String
    var field: String
  }

  var id: String
  var yaml: String
  var kind: String?
  var stage: String?
  var errors: [Failure]
}

/// Judgements of recorded manifests of the kinds with rules, against the API server's own, where the recordings are.
@Test func agreesWithAnAPIServer() throws {
  guard let shared = ProcessInfo.processInfo.environment["DRYDOCK_SHARED"] else {
    print("skipped: DRYDOCK_SHARED does not name the folder of recordings")
    return
  }
  let isVerbose = ProcessInfo.processInfo.environment["DRYDOCK_DISAGREEMENTS"] != nil
  let versions = try #require(KubernetesVersion("1.36").map { VersionSet($0) })
  let validator = Validator()
  var tally: [String: (cases: Int, verdicts: Int, errors: Int)] = [:]
  var falseRefusals: [String] = []
  for name in ["real", "mutants"] {
    let file = URL(fileURLWithPath: shared).appendingPathComponent("conformance/apiserver-1.36/\(name).jsonl")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let record = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      guard record.stage == nil || record.stage == "invalid" else { continue }
      let stream = YAMLStream(parsing: record.yaml)
      guard let root = stream.documents.first?.root, let manifest = Manifest(root), validator.covers(manifest) else {
        continue
      }
      let found = validator.findings(for: manifest, versions: versions).filter { $0.severity == .error }
      let ours = Set(found.compactMap { $0.server.map { "\($0.kind.rawValue) \($0.field)" } })
      let theirs = Set(record.errors.map { "\($0.type) \($0.field)" })
      let agrees = found.isEmpty == (record.stage == nil)
      var entry = tally[manifest.kind] ?? (0, 0, 0)
      entry.cases += 1
      if agrees { entry.verdicts += 1 }
      if ours == theirs { entry.errors += 1 }
      tally[manifest.kind] = entry
      if !found.isEmpty, record.stage == nil { falseRefusals.append(record.id) }
      if isVerbose, ours != theirs {
        print("\(agrees ? "~" : found.isEmpty ? "-" : "+") \(record.id) \(manifest.kind)")
        for text in theirs.subtracting(ours).sorted() { print("    server only: \(text)") }
        for text in ours.subtracting(theirs).sorted() { print("    ours only:   \(text)") }
      }
    }
  }
  let total = tally.values.reduce((0, 0, 0)) { ($0.0 + $1.cases, $0.1 + $1.verdicts, $0.2 + $1.errors) }
  for (kind, entry) in tally.sorted(by: { $0.key < $1.key }) {
    print("\(kind): \(entry.cases) cases, verdict \(entry.verdicts), errors \(entry.errors)")
  }
  print("all: \(total.0) cases, verdict \(total.1), errors \(total.2)")
  #expect(falseRefusals.isEmpty)
}
