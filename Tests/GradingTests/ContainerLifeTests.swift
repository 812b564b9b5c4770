import Resources
import Simulation
import Testing
import YAML

@Test func containersLiveAsTheKubeletLetsThem() throws {
  let cases = try BehaviourCase.all("probes")
  #expect(cases.count == 116)
  var wrong: [String] = []
  for one in cases {
    let pod = try #require(BehaviourCase.manifests(one.given["pod"]?.text ?? "").first?.podTemplate?.spec)
    let runs = one.given["runs"]?.items.map(run) ?? []
    let life = ContainerLife(
      of: try #require(pod.containers.first), in: pod, runs: runs, until: try #require(one.given["until"]?.integer))
    let expected = one.expect["events"]?.items.map { $0.items.map(\.text).joined(separator: " ") } ?? []
    let got = life.events.map(words)
    let state = "\(life.state)"
    if got != expected || life.restartCount != one.expect["restartCount"]?.integer
      || life.isReady != one.expect["ready"]?.bool || state != one.expect["state"]?.text
    {
      wrong.append("\(one.id) \(one.topic)\n  got  \(got)\n  want \(expected)")
    }
  }
  #expect(wrong.isEmpty, "\(wrong.count) of \(cases.count) differ:\n\(wrong.prefix(6).joined(separator: "\n"))")
}

private func run(_ node: Node) -> ContainerLife.Run {
  func changes(_ key: String) -> [ContainerLife.Run.Change] {
    node[named: key]?.items.compactMap { item in
      let pair = Array(item.items)
      return pair[0].integer.map { .init(second: $0, isSuccess: pair[1].text == "success") }
    } ?? []
  }
  var run = ContainerLife.Run()
  run.startup = changes("startup")
  run.liveness = changes("liveness")
  run.readiness = changes("readiness")
  run.exit = node["exit_at"]?.integer.map { ($0, node["exit_code"]?.integer ?? 1) }
  run.stopSeconds = node["stopSeconds"]?.integer ?? 0
  return run
}

private func words(_ event: ContainerLife.Event) -> String {
  let what =
    switch event.what {
    case .ready: "ready"
    case .unready: "unready"
    case .startupPassed: "startup-passed"
    case .killed(by: let kind): "killed \(kind)"
    case .exited(let code): "exited \(code)"
    case .backoff(let seconds): "backoff \(seconds)"
    case .restarted(let count): "restarted \(count)"
    case .ended(let succeeded): "phase \(succeeded ? "Succeeded" : "Failed")"
    }
  return "\(event.second) \(what)"
}
