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

@Test func requestsAreReadAsTheServerReadsThem() throws {
  let cases = try BehaviourCase.all("rbac").filter { $0.given["kind"]?.text == "http" }
  #expect(cases.count == 50)
  var wrong: [String] = []
  for one in cases {
    let request = try #require(one.given["request"])
    func text(_ key: String) -> String { request[named: key]?.text ?? "" }
    let asked = AccessRequest.requests(
      user: text("user"), groups: request["groups"]?.items.map(\.text) ?? [], method: text("method"),
      url: text("url"), contentType: text("contentType"))
    let access = Access(ClusterState(one.manifests))
    let isAllowed = asked.allSatisfy { access.decision($0).outcome == .allowed }
    if isAllowed != one.expect["allowed"]?.bool { wrong.append("\(one.id): \(isAllowed) \(text("url"))") }
  }
  #expect(wrong.isEmpty, "\(wrong.count) of \(cases.count) differ:\n\(wrong.prefix(10).joined(separator: "\n"))")
}

@Test func nobodyGivesWhatTheyDoNotHave() throws {
  let cases = try BehaviourCase.all("rbac").filter { $0.given["kind"]?.text == "escalation" }
  #expect(cases.count == 55)
  var wrong: [String] = []
  for one in cases {
    let objects = BehaviourCase.manifests(one.given["object"]?.text ?? "")
    let object = try #require(objects.first)
    let outcome = Access(ClusterState(one.manifests)).writing(
      object, isUpdate: one.given["operation"]?.text == "update", user: one.given["user"]?.text ?? "",
      groups: one.given["groups"]?.items.map(\.text) ?? [])
    let expected: Access.Writing =
      switch one.expect["code"]?.integer {
      case 403: .forbidden
      case 404: .roleNotFound
      default: .allowed
      }
    if outcome != expected { wrong.append("\(one.id): \(outcome)") }
  }
  #expect(wrong.isEmpty, "\(wrong.count) of \(cases.count) differ:\n\(wrong.prefix(10).joined(separator: "\n"))")
}
