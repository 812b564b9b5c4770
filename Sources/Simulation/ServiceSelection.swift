import Findings
public import Resources
public import YAML

/// Which workloads' Pods a Service selects, and where each of its ports leads there.
public struct ServiceSelection: Sendable {
  public enum Target: Sendable, Equatable {
    /// A port number; whether a container declares it says nothing of whether something listens.
    case number(Int64, isDeclared: Bool)
    /// A name that no container port has.
    case missingName(String)
  }

  /// Where one port of the Service leads in the Pods of one workload.
  public struct Lead: Sendable {
    public let port: Node
    public let target: Target
    /// The container port that carries the name or number, where one is declared.
    public let containerPort: Node?
  }

  public struct Backend: Sendable {
    public let workload: Manifest
    public let leads: [Lead]
  }

  public let service: Manifest
  public let selector: Labels
  public let backends: [Backend]

  public init(of service: Manifest, in state: ClusterState) {
    self.service = service
    let selector = Labels(service.spec?["selector"])
    self.selector = selector
    let ports = service.spec?["ports"].map { Array($0.items) } ?? []
    // What an ExternalName Service has as selector is ignored.
    let isExternal = service.spec?["type"]?.hasText("ExternalName") == true
    backends = (isExternal ? [] : state.workloads(in: service.effectiveNamespace, selectedBy: selector)).map {
      workload in
      Backend(workload: workload, leads: ports.map { ServiceSelection.lead($0, into: workload) })
    }
  }

  /// Resolves a Service port's targetPort against the containers of a workload (`pkg/api/v1/pod.FindPort`).
  ///
  /// A name is looked up with the port's protocol; without targetPort the port itself is the target.
  static func lead(_ port: Node, into workload: Manifest) -> Lead {
    let target = port["targetPort"] ?? port["port"]
    let wantedProtocol = port["protocol"]?.text ?? "TCP"
    let containers = workload.podTemplate?.spec.map { $0.containers + $0.initContainers.filter { $0.isSidecar } } ?? []
    var declared: [Node] = []
    for container in containers {
      declared += container.ports.filter { ($0["protocol"]?.text ?? "TCP") == wantedProtocol }
    }
    if let name = target?.string {
      let found = declared.first { $0["name"]?.string == name }
      guard let number = found?["containerPort"]?.integer else {
        return Lead(port: port, target: .missingName(name), containerPort: nil)
      }
      return Lead(port: port, target: .number(number, isDeclared: true), containerPort: found)
    }
    let number = target?.integer ?? 0
    let found = declared.first { $0["containerPort"]?.integer == number }
    return Lead(port: port, target: .number(number, isDeclared: found != nil), containerPort: found)
  }

  /// Why a workload is not among the backends; empty where it is.
  public func refusals(of workload: Manifest) -> [Step] {
    if service.spec?["type"]?.hasText("ExternalName") == true {
      return [
        .nearMiss(
          Message(
            en: "a Service of type ExternalName selects nothing", ko: "ExternalName 타입의 Service는 아무것도 선택하지 않습니다"),
          at: service.spec?["type"])
      ]
    }
    if selector.isEmpty {
      return [
        .nearMiss(
          Message(
            en: "the \(service.displayName) has no selector, so it selects nothing",
            ko: "\(service.displayName)에 셀렉터가 없어 아무것도 선택하지 않습니다"), at: service.spec ?? service.node)
      ]
    }
    if service.effectiveNamespace != workload.effectiveNamespace {
      return [
        .nearMiss(
          Message(
            en: "the \(service.displayName) is in namespace '\(service.effectiveNamespace)', the "
              + "\(workload.displayName) in '\(workload.effectiveNamespace)'",
            ko: "\(service.displayName)은(는) 네임스페이스 '\(service.effectiveNamespace)'에, \(workload.displayName)은(는) "
              + "'\(workload.effectiveNamespace)'에 있습니다"),
          at: service.metadata?["namespace"] ?? service.metadata ?? service.node)
      ]
    }
    let labels = workload.podTemplate?.labels
    var steps: [Step] = []
    guard let wanted = selector.node?.entries else { return [] }
    for entry in wanted where labels?[entry.key.text] != entry.value.text {
      let has = labels?[entry.key.text].map { "'\($0)'" }
      steps.append(
        .nearMiss(
          Message(
            en: "the selector asks for \(entry.key.text): \(entry.value.text), the Pods of the "
              + "\(workload.displayName) " + (has.map { "have \($0)" } ?? "have no such label"),
            ko: "셀렉터는 \(entry.key.text): \(entry.value.text)를 요구하는데 \(workload.displayName)의 Pod에는 "
              + (has.map { "\($0)이(가) 있습니다" } ?? "그 레이블이 없습니다")), at: entry.value))
    }
    return steps
  }
}
