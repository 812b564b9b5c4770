import Checker
import Findings
import Foundation
import Testing

private let versions = VersionSet("1.36") ?? .all

/// The property that every fix has: it takes errors away, brings none, and leaves what it does not name.
@Test func fixesOfRecordedManifestsBringNoNewErrors() throws {
  guard let shared = ProcessInfo.processInfo.environment["DRYDOCK_SHARED"] else {
    print("skipped: DRYDOCK_SHARED does not name the folder of recordings")
    return
  }
  struct Case: Decodable {
    struct Mutation: Decodable {
      var kind: String?
    }

    var id: String
    var yaml: String
    var verdict: String
    var stage: String?
  }
  for name in ["real", "mutants"] {
    var (refused, withFix, restored) = (0, 0, 0)
    var byStage: [String: (refused: Int, withFix: Int, restored: Int)] = [:]
    let file = URL(fileURLWithPath: shared).appendingPathComponent("conformance/apiserver-1.36/\(name).jsonl")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let record = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      guard record.verdict == "reject", record.stage != "no-such-kind" else { continue }
      refused += 1
      let mended = Mended(Array(record.yaml.utf8), versions: versions)
      #expect(mended.newErrors == [], "\(name) \(record.id)")
      byStage[record.stage ?? "", default: (0, 0, 0)].refused += 1
      guard mended.rounds > 0 else { continue }
      withFix += 1
      byStage[record.stage ?? "", default: (0, 0, 0)].withFix += 1
      guard mended.after.isEmpty else { continue }
      restored += 1
      byStage[record.stage ?? "", default: (0, 0, 0)].restored += 1
    }
    print("\(name): \(refused) refused, \(withFix) with a fix, \(restored) sound after all fixes")
    for (stage, count) in byStage.sorted(by: { $0.key < $1.key }) {
      print(
        "  \(stage): \(count.refused) refused, \(count.withFix) with a fix, \(count.restored) sound after all fixes")
    }
  }
}
