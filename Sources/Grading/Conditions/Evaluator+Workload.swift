import Findings
import Resources
import Simulation
import YAML

extension Evaluator {
  /// The workload, or why there is none.
  private func workload(_ reference: ObjectReference) -> (Manifest?, [Step]) {
    guard let manifest = object(reference) else { return (nil, missing(reference)) }
    guard manifest.podTemplate?.spec != nil else {
      return (
        nil,
        [
          .nearMiss(
            Message(en: "the \(manifest.displayName) runs no Pods", ko: "\(manifest.displayName)은(는) Pod를 실행하지 않습니다"),
            at: manifest.node)
        ]
      )
    }
    return (manifest, [])
  }

  func selects(_ service: ObjectReference, _ reference: ObjectReference) -> Evaluation {
    guard let manifest = object(service) else { return Evaluation(.fails, missing(service)) }
    let (workload, steps) = workload(reference)
    guard let workload else { return Evaluation(.fails, steps) }
    let selection = ServiceSelection(of: manifest, in: submission.state)
    guard let backend = selection.backends.first(where: { $0.workload.node == workload.node }) else {
      return Evaluation(.fails, selection.refusals(of: workload))
    }
    var problems: [Step] = []
    for lead in backend.leads {
      switch lead.target {
      case .missingName(let name):
        problems.append(
          .nearMiss(
            Message(
              en: "the targetPort '\(name)' is the name of no container port of the \(workload.displayName)",
              ko: "targetPort '\(name)'라는 이름의 컨테이너 포트가 \(workload.displayName)에 없습니다"),
            at: lead.port["targetPort"] ?? lead.port))
      case .number(let number, isDeclared: false):
        problems.append(
          .nearMiss(
            Message(
              en: "no container of the \(workload.displayName) declares the port \(number) that the Service leads to",
              ko: "Service가 보내는 포트 \(number)를 선언한 컨테이너가 \(workload.displayName)에 없습니다"),
            at: lead.port["targetPort"] ?? lead.port["port"] ?? lead.port))
      case .number: break
      }
    }
    if backend.leads.isEmpty {
      problems.append(
        .nearMiss(
          Message(
            en: "the \(manifest.displayName) has no port", ko: "\(manifest.displayName)에 포트가 없습니다"), at: manifest.node))
    }
    if !problems.isEmpty { return Evaluation(.fails, problems) }
    return Evaluation(
      .holds,
      [
        Step(
          Message(
            en: "the \(manifest.displayName) selects the Pods of the \(workload.displayName)",
            ko: "\(manifest.displayName)이(가) \(workload.displayName)의 Pod를 선택합니다"),
          at: manifest.spec?["selector"])
      ])
  }

  func startup(_ reference: ObjectReference, _ seconds: Int64) -> Evaluation {
    let (workload, steps) = workload(reference)
    guard let workload, let pod = workload.podTemplate?.spec else { return Evaluation(.fails, steps) }
    var trace: [Step] = []
    for container in pod.containers + pod.initContainers.filter({ $0.isSidecar }) {
      let name = container.name ?? ""
      let life = ContainerLife(of: container, in: pod, runs: [.answers(after: seconds)], until: seconds)
      let kill = life.events.lazy.compactMap { event -> (Int64, Probe.Kind)? in
        if case .killed(let kind) = event.what { return (event.second, kind) }
        return nil
      }.first
      if let (second, kind) = kill, let probe = container.probe(kind) {
        let field = probe.node["failureThreshold"] ?? probe.node["periodSeconds"] ?? probe.node
        let rhythm = Message(
          en: "after \(probe.failureThreshold) failures \(probe.periodSeconds) s apart, the first at "
            + "\(probe.initialDelaySeconds) s or later",
          ko: "실패 \(probe.failureThreshold)번, 간격 \(probe.periodSeconds)초")
        return Evaluation(
          .fails,
          [
            .nearMiss(
              Message(
                en: "the \(kind.rawValue) of container '\(name)' kills it at \(second) s (\(rhythm.en)), before it "
                  + "answers at \(seconds) s",
                ko: "컨테이너 '\(name)'의 \(kind.rawValue)가 \(second)초에 컨테이너를 죽입니다(\(rhythm.text(in: "ko"))). "
                  + "응답은 \(seconds)초에 시작됩니다"), at: field)
          ])
      }
      let decider = container.probe(.startup) ?? container.probe(.liveness)
      trace.append(
        Step(
          Message(
            en: "container '\(name)' is left alone until it answers at \(seconds) s",
            ko: "컨테이너 '\(name)'은(는) \(seconds)초에 응답할 때까지 재시작되지 않습니다"),
          at: decider?.node ?? container.node))
    }
    if trace.isEmpty {
      return Evaluation(
        .fails,
        [
          .nearMiss(
            Message(
              en: "the \(workload.displayName) has no containers", ko: "\(workload.displayName)에 컨테이너가 없습니다"),
            at: workload.node)
        ])
    }
    return Evaluation(.holds, trace)
  }

  func ready(_ reference: ObjectReference) -> Evaluation {
    let (workload, steps) = workload(reference)
    guard let workload, let pod = workload.podTemplate?.spec else { return Evaluation(.fails, steps) }
    var misses: [Step] = []
    for container in pod.containers {
      let name = container.name ?? ""
      guard let probe = container.probe(.readiness) else {
        misses.append(
          .nearMiss(
            Message(
              en: "container '\(name)' has no readinessProbe, so its Pod counts as ready as soon as it runs",
              ko: "컨테이너 '\(name)'에 readinessProbe가 없어 실행되자마자 준비된 것으로 칩니다"), at: container.node))
        continue
      }
      let refusal = portRefusal(probe, container)
      if let refusal {
        misses.append(refusal)
      } else {
        return Evaluation(
          .holds,
          [
            Step(
              Message(
                en: "the readinessProbe of container '\(name)' gates traffic",
                ko: "컨테이너 '\(name)'의 readinessProbe가 트래픽을 막고 엽니다"), at: probe.node)
          ])
      }
    }
    return Evaluation(.fails, misses)
  }

  /// Why a probe says nothing of a port that its container declares; `nil` where it does.
  private func portRefusal(_ probe: Probe, _ container: Container) -> Step? {
    guard let (handler, node) = probe.handlers.first else {
      return .nearMiss(
        Message(en: "the readinessProbe asks nothing", ko: "readinessProbe에 핸들러가 없습니다"), at: probe.node)
    }
    // A command may ask whatever it likes.
    if handler == .exec { return nil }
    let port = node["port"]
    let isDeclared = container.ports.contains { declared in
      if let name = port?.string { return declared["name"]?.string == name }
      return port?.integer != nil && declared["containerPort"]?.integer == port?.integer
    }
    if isDeclared { return nil }
    let text = port?.text ?? ""
    return .nearMiss(
      Message(
        en: "the readinessProbe asks port '\(text)', which container '\(container.name ?? "")' does not declare",
        ko: "readinessProbe가 묻는 포트 '\(text)'를 컨테이너 '\(container.name ?? "")'이(가) 선언하지 않습니다"),
      at: port ?? node)
  }

  func mounts(_ reference: ObjectReference, _ claim: String, _ path: String) -> Evaluation {
    let (workload, steps) = workload(reference)
    guard let workload, let pod = workload.podTemplate?.spec else { return Evaluation(.fails, steps) }
    let volumes = pod.volumes.filter { $0["persistentVolumeClaim"]?["claimName"]?.text == claim }
    let templates =
      workload.kind == "StatefulSet"
      ? (workload.spec?["volumeClaimTemplates"]?.items.filter { $0["metadata"]?["name"]?.text == claim } ?? []) : []
    let names = volumes.compactMap { $0["name"]?.text } + templates.map { _ in claim }
    guard !names.isEmpty else {
      let others = pod.volumes.compactMap { $0["persistentVolumeClaim"]?["claimName"] }
      return Evaluation(
        .fails,
        [
          .nearMiss(
            Message(
              en: "no volume of the \(workload.displayName) is the claim '\(claim)'"
                + (others.first.map { ", one is '\($0.text)'" } ?? ""),
              ko: "\(workload.displayName)의 볼륨 가운데 클레임 '\(claim)'을(를) 쓰는 것이 없습니다"),
            at: others.first ?? pod.node["volumes"] ?? pod.node)
        ])
    }
    var misses: [Step] = []
    for container in pod.containers + pod.initContainers.filter({ $0.isSidecar }) {
      for mount in container.volumeMounts where names.contains(mount["name"]?.text ?? "") {
        let place = mount["mountPath"]?.text ?? ""
        if normalized(place) == normalized(path) {
          return Evaluation(
            .holds,
            [
              Step(
                Message(
                  en: "container '\(container.name ?? "")' mounts the claim '\(claim)' at \(path)",
                  ko: "컨테이너 '\(container.name ?? "")'이(가) 클레임 '\(claim)'을(를) \(path)에 마운트합니다"), at: mount)
            ])
        }
        misses.append(
          .nearMiss(
            Message(
              en: "container '\(container.name ?? "")' mounts it at '\(place)', not '\(path)'",
              ko: "컨테이너 '\(container.name ?? "")'은(는) '\(path)'가 아니라 '\(place)'에 마운트합니다"),
            at: mount["mountPath"] ?? mount))
      }
    }
    if misses.isEmpty {
      misses.append(
        .nearMiss(
          Message(
            en: "the volume is there, but no container mounts it", ko: "볼륨은 있지만 마운트한 컨테이너가 없습니다"),
          at: volumes.first ?? pod.node))
    }
    return Evaluation(.fails, misses)
  }

  private func normalized(_ path: String) -> Substring {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path
  }
}
