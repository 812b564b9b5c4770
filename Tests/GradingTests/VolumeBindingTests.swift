import Resources
import Simulation
import Testing
import YAML

@Test func claimsBindAsTheControllerBindsThem() throws {
  let cases = try BehaviourCase.all("volumes")
  #expect(cases.count == 153)
  var wrong: [String] = []
  var states = 0
  for one in cases where !one.manifests.contains(where: { $0.kind == "Pod" }) {
    var binding = VolumeBinding(ClusterState(one.manifests))
    let steps = one.given["steps"].map { Array($0.items) } ?? []
    for (index, state) in (one.expect["states"].map { Array($0.items) } ?? []).enumerated() {
      if index > 0 {
        // Only creation is modelled: what is deleted or patched is for the complete simulator.
        guard index <= steps.count, steps[index - 1]["op"]?.text == "create" else { break }
        let created = BehaviourCase.manifests(steps[index - 1]["manifest"]?.text ?? "")
        if created.contains(where: { $0.kind == "Pod" }) { break }
        for manifest in created { binding.add(manifest) }
      }
      states += 1
      for entry in state["pvcs"]!.entries {
        let parts = entry.key.text.split(separator: "/").map(String.init)
        let outcome = binding.outcome(claim: parts[1], namespace: parts[0])
        let isBound = entry.value["phase"]?.text == "Bound"
        let agrees =
          switch outcome {
          case .bound(let volume): isBound && volume == entry.value["volume"]?.text
          case .pending, .waitsForConsumer: !isBound
          case nil: false
          }
        let hasClass = binding.storageClassName(claim: parts[1], namespace: parts[0])
        let wantedClass = entry.value.member("storageClassName").flatMap { $0.isNull ? nil : $0.text }
        if !agrees || hasClass != wantedClass {
          wrong.append("\(one.id) \(one.topic) state \(index) \(entry.key.text): \(String(describing: outcome))")
        }
      }
      for entry in state["pvs"]!.entries {
        let reference = binding.claimReference(volume: entry.key.text)
        if reference?.claim != entry.value["claim"]?.text
          || (reference?.isBound ?? false) != (entry.value["phase"]?.text == "Bound")
        {
          wrong.append("\(one.id) \(one.topic) state \(index) volume \(entry.key.text)")
        }
      }
    }
  }
  #expect(states > 150)
  #expect(wrong.isEmpty, "\(wrong.count) in \(states) states differ:\n\(wrong.prefix(12).joined(separator: "\n"))")
}
