import Resources
import Simulation
import Testing
import YAML

@Test func accessIsDecidedAsTheServerDoes() throws {
  let cases = try BehaviourCase.all("rbac").filter { $0.given["kind"]?.text == "decision" }
  #expect(cases.count == 424)
  var wrong: [String] = []
  for one in cases {
    let request = try #require(one.given["request"])
    func text(_ key: String) -> String { request[named: key]?.text ?? "" }
    let target: AccessRequest.Target =
      request["path"].map { .path($0.text) }
      ?? .resource(
        group: text("group"), resource: text("resource"), subresource: text("subresource"), name: text("name"),
        namespace: text("namespace"))
    let asked = AccessRequest(
      user: text("user"), groups: request["groups"]?.items.map(\.text) ?? [], verb: text("verb"), target: target)
    let decision = Access(ClusterState(one.manifests)).decision(asked)
    let expected: Access.Outcome = one.expect["allowed"]?.bool == true ? .allowed : .denied
    if decision.outcome != expected || decision.steps.isEmpty { wrong.append("\(one.id): \(decision.outcome)") }
  }
  #expect(wrong.isEmpty, "\(wrong.count) of \(cases.count) differ:\n\(wrong.prefix(10).joined(separator: "\n"))")
}
